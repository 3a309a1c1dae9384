"""A PDF file as pdfium sees it: pieces of lines with their places, particulars, pictures of pages.

The only module that knows pdfium. Places are in points (1/72 inch), x to the right and y upwards
as one looks at the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from ctypes import c_double
from dataclasses import dataclass
from math import hypot
from statistics import median
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw as c

from briefing_app.errors import PasswordNeeded, UnreadableFile
from briefing_app.readers.pdf.direction import Letter, has_right_to_left, logical_text, parted

LINE_END_HYPHEN = "\ufffe"
"""What pdfium makes of a hyphen that parts a word at a line's end."""

_PARTICULARS = ("Title", "Author", "CreationDate")
_LARGEST_PIXELS = 40_000_000
_LINE = re.compile("[^\n]+")

_LITTLE = 200
"""Letters; a page with fewer may be a picture."""

_DESCENT, _HEIGHT = 0.22, 1.11
"""Of common fonts, in parts of their size."""

_GAP_SIZES = 0.7
"""Heights of a line; a wider gap within one may be the space between two columns."""


class Piece(NamedTuple):
    """Words beside one another without a gap. It ends in LINE_END_HYPHEN if a word goes on.

    letters  where each stands, if there are letters of a right-to-left script among them
    """

    left: float
    bottom: float
    right: float
    top: float
    text: str
    letters: tuple[Letter, ...] = ()

    @property
    def size(self) -> float:
        """Height from the lowest to the highest letter of its font."""
        return self.top - self.bottom


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """The text of a page.

    pieces     in the order in which they were drawn
    sideways   text that runs up or down while the page's other text runs across
    has_picture  whether there is a picture of at least a quarter of the page; looked for only
               where there is little text
    """

    width: float
    height: float
    pieces: list[Piece]
    sideways: list[str]
    has_picture: bool


@dataclass(frozen=True)
class Picture:
    """Pixels in rows from the top, three bytes each: red, green, blue; one byte if grey."""

    width: int
    height: int
    pixels: bytes


class PdfFile:
    """An open PDF file; close it after use."""

    def __init__(self, data: bytes, password: str = "") -> None:
        """Raises PasswordNeeded or UnreadableFile."""
        try:
            self._document = pdfium.PdfDocument(data, password=password or None)
        except pdfium.PdfiumError as error:
            raise _refusal(error, password) from error
        self.page_count = len(self._document)

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def particulars(self) -> dict[str, str]:
        """What the file says of itself: "Title", "Author", "CreationDate"."""
        values = ((name, self._document.get_metadata_value(name)) for name in _PARTICULARS)
        return {name: value for name, value in values if value}

    def page(self, index: int) -> Page:
        """The text of a page, counted from 0. Raises UnreadableFile: the page is damaged."""
        page = self._load(index)
        text_page = None
        try:
            text_page = page.get_textpage()
            bounds = Box(*page.get_bbox())
            pieces, sideways = _upright(_pieces(text_page), bounds)
            return Page(
                bounds.right - bounds.left,
                bounds.top - bounds.bottom,
                pieces,
                sideways,
                sum(len(p.text) for p in pieces) < _LITTLE and _has_picture(page, bounds),
            )
        except pdfium.PdfiumError as error:
            raise UnreadableFile(f"page {index + 1} is damaged.", _OTHER_PROGRAM) from error
        finally:
            if text_page is not None:
                text_page.close()
            page.close()

    def picture(self, index: int, width_px: int, grey: bool = False) -> Picture:
        """A page, counted from 0, as it looks on paper. Raises UnreadableFile: it is damaged."""
        page = self._load(index)
        try:
            width, height = page.get_size()
            # pdfium rounds up to whole pixels.
            scale = (width_px - 0.01) / max(width, 1)
            if width * height * scale * scale > _LARGEST_PIXELS:
                scale = (_LARGEST_PIXELS / (width * height)) ** 0.5
            bitmap = page.render(scale=scale, rev_byteorder=True, grayscale=grey)
            try:
                return _picture_of(bitmap)
            finally:
                bitmap.close()
        except pdfium.PdfiumError as error:
            raise UnreadableFile(f"page {index + 1} is damaged.", _OTHER_PROGRAM) from error
        finally:
            page.close()

    def _load(self, index: int) -> Any:
        try:
            return self._document[index]
        except (pdfium.PdfiumError, IndexError) as error:
            raise UnreadableFile(f"page {index + 1} is damaged.", _OTHER_PROGRAM) from error


_OTHER_PROGRAM = "Open it in another program, copy the text and paste it into the window."


def _refusal(error: pdfium.PdfiumError, password: str) -> UnreadableFile:
    code = getattr(error, "err_code", None)
    if code == c.FPDF_ERR_PASSWORD:
        if password:
            return PasswordNeeded("this is not its password.", "Type the password again.")
        return PasswordNeeded("the document needs its password.", "Type the password.")
    if code == c.FPDF_ERR_SECURITY:
        return UnreadableFile(
            "the document is encrypted in a way that cannot be read.",
            "Open it in its own program, copy the text and paste it into the window.",
        )
    return UnreadableFile("the PDF file is damaged or cut off.", "Save or download it again.")


def _pieces(page: Any) -> list[Piece]:
    """The lines of a page, parted at gaps where that may matter."""
    raw, text, box = page.raw, _text_of(page), c.FS_RECTF()
    lines = [
        (start, end, piece)
        for start, end in _lines(text)
        if (piece := _piece(raw, text, start, end, box))
    ]
    # Four lines are the least that make a column: one of four tells whether there are gaps.
    parted = any(_gaps(raw, text, start, end, box) for start, end, _ in lines[::4])
    even = all(_is_even(raw, start, piece) for start, _, piece in lines[::8])
    if not even:
        lines = [(start, end, _even(raw, start, piece)) for start, end, piece in lines]
    spreads = [(piece.right - piece.left) / len(piece.text) for *_, piece in lines]
    # Headlines above columns are few: in what is larger or wider than usual, gaps are sought.
    wide = 0.0 if parted or not lines else 1.15 * median(spreads)
    pieces: list[Piece] = []
    for (start, end, piece), spread in zip(lines, spreads, strict=True):
        if has_right_to_left(piece.text):
            pieces += _right_to_left_pieces(raw, text, start, end, piece, box)
        elif spread > wide and (gaps := _gaps(raw, text, start, end, box)):
            for first, last in zip((start, *(gap + 1 for gap in gaps)), (*gaps, end), strict=True):
                part = _piece(raw, text, first, last, box)
                if part:
                    pieces.append(part if even else _even(raw, first, part))
        else:
            pieces.append(piece)
    return pieces


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where lines begin and end; after a LINE_END_HYPHEN the next may follow at once."""
    for match in _LINE.finditer(text):
        start, end = match.span()
        while after := text.find(LINE_END_HYPHEN, start, end - 1) + 1:
            yield start, after
            start = after
        yield start, end


def _is_even(raw: Any, position: int, piece: Piece) -> bool:
    """Whether the piece reaches below its base as far as letters do.

    Of fonts that do not state their height, pdfium gives that of the single letter.
    """
    x, base = c_double(), c_double()
    c.FPDFText_GetCharOrigin(raw, position, x, base)
    return base.value - piece.bottom > 0.1 * piece.size


def _even(raw: Any, position: int, piece: Piece) -> Piece:
    """The piece as high as its font's size says."""
    left, bottom, right, top, text, letters = piece
    matrix = c.FS_MATRIX()
    c.FPDFText_GetMatrix(raw, position, matrix)
    size = abs(c.FPDFText_GetFontSize(raw, position)) * hypot(matrix.c, matrix.d)
    if not 1 < size < 500 or top - bottom > 2 * size:
        return piece
    base = matrix.f
    if matrix.b or not base:
        x, y = c_double(), c_double()
        c.FPDFText_GetCharOrigin(raw, position, x, y)
        base = y.value
    bottom = base - _DESCENT * size
    return Piece(left, bottom, right, bottom + _HEIGHT * size, text, letters)


def _text_of(page: Any) -> str:
    """The text with one character a position of pdfium's, and one or two "\\n" after a line."""
    text: str = page.get_text_range()
    count = page.count_chars()
    if len(text) == count:
        return text.replace("\r", "\n")
    # Characters beyond the first 65,536 are left out by pdfium when it gives the whole text.
    codes = (c.FPDFText_GetUnicode(page.raw, i) for i in range(count))
    text = "".join(chr(code) if 0 < code < 0x110000 else "\u200b" for code in codes)
    return text.replace("\r", "\n")


def _gaps(raw: Any, text: str, start: int, end: int, box: c.FS_RECTF) -> list[int]:
    """Positions of spaces in a line that are wide enough to part columns.

    Justified lines may have wide spaces too, but then all of one line are alike.
    """
    widths: dict[int, float] = {}
    if c.FPDFText_CountRects(raw, start, end - start) < 2:
        return []  # Drawn in one go: nobody draws over the space between columns.
    space = text.find(" ", start + 1, end - 1)
    while space > 0:
        c.FPDFText_GetLooseCharBox(raw, space + 1, box)
        left, right, size = box.left, box.right, box.top - box.bottom
        c.FPDFText_GetLooseCharBox(raw, space - 1, box)
        widths[space] = max(left - box.right, box.left - right) / max(size, 1)
        space = text.find(" ", space + 2, end - 1)
    usual = median(widths.values()) if len(widths) > 2 else 1
    least = max(_GAP_SIZES, 1.6 * usual)
    return [space for space, width in widths.items() if width > least]


def _piece(raw: Any, text: str, start: int, end: int, box: c.FS_RECTF) -> Piece | None:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    words = text[start:end]
    if words in ("", LINE_END_HYPHEN):
        return None
    c.FPDFText_GetLooseCharBox(raw, start, box)
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    last = end - 2 if words[-1] == LINE_END_HYPHEN and end - start > 1 else end - 1
    c.FPDFText_GetLooseCharBox(raw, last, box)
    return Piece(
        min(left, box.left), min(bottom, box.bottom), max(right, box.right), max(top, box.top),
        words,
    )  # fmt: skip


def _right_to_left_pieces(
    raw: Any, text: str, start: int, end: int, line: Piece, box: c.FS_RECTF
) -> Iterator[Piece]:
    letters = []
    for position in range(start, end):
        c.FPDFText_GetLooseCharBox(raw, position, box)
        letters.append(Letter(text[position], box.left, box.right))
    for group in parted(letters, _GAP_SIZES * line.size):
        left, right = min(p.left for p in group), max(p.right for p in group)
        words = logical_text(group, line.size)
        yield Piece(left, line.bottom, right, line.top, words, tuple(group))


def _upright(pieces: list[Piece], bounds: Box) -> tuple[list[Piece], list[str]]:
    """Pieces of the page's own direction that are within it, and the text across to them."""
    across = [p for p in pieces if p.top - p.bottom > 2 * (p.right - p.left) and len(p.text) > 3]
    if len(across) * 2 > len(pieces):
        return [_turned(piece, bounds) for piece in pieces], []
    if across:
        sideways = set(map(id, across))
        pieces = [piece for piece in pieces if id(piece) not in sideways]
    seen = [
        p for p in pieces
        if p.right > bounds.left and p.left < bounds.right
        and p.top > bounds.bottom and p.bottom < bounds.top
    ]  # fmt: skip
    return seen, [piece.text for piece in across]


def _turned(piece: Piece, bounds: Box) -> Piece:
    """A piece that runs upwards, as it is when the page is turned clockwise."""
    return Piece(
        piece.bottom, bounds.right - piece.right, piece.top, bounds.right - piece.left, piece.text
    )


def _has_picture(page: Any, bounds: Box) -> bool:
    least = 0.25 * (bounds.right - bounds.left) * (bounds.top - bounds.bottom)
    for thing in page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = thing.get_bounds()
        if (right - left) * (top - bottom) > least:
            return True
    return False


def _picture_of(bitmap: Any) -> Picture:
    channels = bitmap.n_channels
    row = bitmap.width * channels
    pixels = bytes(bitmap.buffer)
    if bitmap.stride != row:
        starts: Iterable[int] = range(0, bitmap.stride * bitmap.height, bitmap.stride)
        pixels = b"".join(pixels[start : start + row] for start in starts)
    return Picture(bitmap.width, bitmap.height, pixels)
