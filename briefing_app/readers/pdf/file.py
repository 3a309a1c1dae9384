"""A PDF file as pdfium sees it: the characters of its pages, particulars, pictures of pages.

The only module that knows pdfium. Places are in points (1/72 inch), x to the right and y upwards
as one looks at the page.
"""

from __future__ import annotations

from codecs import utf_16_le_decode
from collections.abc import Callable, Iterable, Iterator, Sequence
from ctypes import c_double, c_float, c_int, c_uint, c_void_p, create_string_buffer
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw as c

from briefing_app.errors import PasswordNeeded, UnreadableFile
from briefing_app.readers.pdf.found import lines_of, positions_of
from briefing_app.readers.pdf.pieces import LineBox, Piece, pieces_of
from briefing_app.readers.pdf.questions import Question, quick
from briefing_app.readers.pdf.seen import unseen
from briefing_app.readers.pdf.upright import Box, upright
from briefing_app.readers.pdf.written import as_written, marks_in

_PARTICULARS = [(name, f"{name}\0".encode()) for name in ("Title", "Author", "CreationDate")]
_LARGEST_PIXELS = 40_000_000
_LOOK = 0.75
"""Pixels a point, to see what is behind a line."""

_FINE = 100_000
"""Pixels of a page that is only measured."""

_LITTLE = 200
"""Letters; a page with fewer may be a picture."""


class Page(NamedTuple):
    """The text of a page.

    pieces     in the order in which they were drawn
    sideways   text that runs up or down while the page's other text runs across
    has_picture  of at least a quarter of the page; looked for only where there is little text
    marks      raised numbers that were left out of the text: they refer to notes
    """

    width: float
    height: float
    pieces: list[Piece]
    sideways: list[str]
    has_picture: bool
    marks: frozenset[str] = frozenset()


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
        self._is_form = self._document.get_formtype() != c.FORMTYPE_NONE

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def particulars(self) -> dict[str, str]:
        """What the file says of itself: "Title", "Author", "CreationDate"."""
        told = ((name, _told(self._document, key)) for name, key in _PARTICULARS)
        return {name: value for name, value in told if value}

    def page(self, index: int) -> Page:
        """The text of a page, counted from 0. Raises UnreadableFile: the page is damaged."""
        page = self._with_fields(index)
        if not page:
            raise _damaged(index)
        try:
            bounds = _bounds(page)
            characters = c.FPDFText_LoadPage(page)
            if not characters or not bounds:
                raise _damaged(index)
            try:
                written = _Characters(characters, page)
                drawn, written.text = written.text, as_written(written)
                pieces, sideways, turned = upright(pieces_of(written, unseen), bounds, written)
            finally:
                c.FPDFText_ClosePage(characters)
            has_little = sum([len(piece.text) for piece in pieces]) < _LITTLE
            has_picture = has_little and _has_picture(page, bounds)
        finally:
            c.FPDF_ClosePage(page)
        width, height = bounds.right - bounds.left, bounds.top - bounds.bottom
        if turned:
            width, height = height, width
        marks = marks_in(drawn, written.text)
        return Page(width, height, pieces, sideways, has_picture, marks)

    def places(self, index: int, words: str) -> list[tuple[float, float, float, float]]:
        """Where words stand on a page, counted from 0, a line each: left, top, right and bottom
        from 0 to 1 of the page as it is drawn. Empty: not there, or more than once.

        Raises UnreadableFile: the page is damaged.
        """
        page = self._load(index)
        try:
            layer = c.FPDFText_LoadPage(page)
            if not layer:
                return []
            try:
                written = _Characters(layer, page)
                found = positions_of(words, written.text)
                lines = lines_of(written.boxes(found)) if found else []
            finally:
                c.FPDFText_ClosePage(layer)
            return [_on_paper(page, line) for line in lines]
        finally:
            page.close()

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page, counted from 0. Raises UnreadableFile: it is damaged."""
        page = self._load(index)
        try:
            size: tuple[float, float] = page.get_size()
            return size
        finally:
            page.close()

    def picture(
        self, index: int, width_px: int, grey: bool = False, cut: Sequence[int] = (0, 0, 0, 0)
    ) -> Picture:
        """A page, counted from 0, as it looks on paper. Raises UnreadableFile: it is damaged.

        cut  pixels that are left out on its left, at its top, on its right, at its foot; the
             whole page is as wide as asked unless that is too large
        """
        page = self._load(index)
        try:
            width, height = page.get_size()
            # pdfium rounds up to whole pixels.
            scale = (width_px - 0.01) / max(width, 1)
            if not any(cut) and width * height * scale * scale > _LARGEST_PIXELS:
                scale = (_LARGEST_PIXELS / (width * height)) ** 0.5
            left, top, right, foot = (max(0.0, (pixels - 0.5) / scale) for pixels in cut)
            crop = (left, foot, right, top)
            bitmap = page.render(scale=scale, rev_byteorder=True, grayscale=grey, crop=crop)
            try:
                return _picture_of(bitmap)
            finally:
                bitmap.close()
        except pdfium.PdfiumError as error:
            raise _damaged(index) from error
        finally:
            page.close()

    def _with_fields(self, index: int) -> Any:
        """A page on which what is filled into its fields is text like the rest; None: damaged."""
        page = c.FPDF_LoadPage(self._document, index)
        if page and self._is_form and _has_field(page):
            c.FPDFPage_Flatten(page, c.FLAT_NORMALDISPLAY)
            c.FPDF_ClosePage(page)
            page = c.FPDF_LoadPage(self._document, index)
        return page

    def _load(self, index: int) -> Any:
        try:
            return self._document[index]
        except (pdfium.PdfiumError, IndexError) as error:
            raise _damaged(index) from error


def _on_paper(page: Any, box: tuple[float, ...]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a box, from 0 to 1 of the page as it is drawn."""
    left, top, right, bottom = box
    x, y, across, down = c_int(), c_int(), [], []
    for corner in ((left, bottom), (right, top)):
        c.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, *corner, x, y)
        across.append(x.value / _FINE)
        down.append(y.value / _FINE)
    return min(across), min(down), max(across), max(down)


def _damaged(index: int) -> UnreadableFile:
    hint = "Open it in another program, copy the text and paste it into the window."
    return UnreadableFile(f"page {index + 1} is damaged.", hint)


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


_BOX = Question(c.FPDFText_GetLooseCharBox, "4f")
_MATRIX = Question(c.FPDFText_GetMatrix, "6f")
_FILL = Question(c.FPDFText_GetFillColor, "4I", 0, 4, 8, 12)
_ORIGIN = Question(c.FPDFText_GetCharOrigin, "2d", 0, 8)
_SIZE = quick(c.FPDFText_GetFontSize, c_double)
_STROKES = quick(c.FPDFText_CountRects, c_int)
_COUNT = quick(c.FPDFText_CountChars, c_int)
_TEXT = quick(c.FPDFText_GetText, c_int)
_UNICODE = quick(c.FPDFText_GetUnicode, c_uint)
_USUAL_ROOM = create_string_buffer(1 << 16)


class _Characters:
    """See pieces.Characters."""

    def __init__(self, layer: Any, page: Any) -> None:
        # An argument made once, not anew for each of some hundred questions.
        self._layer = c_void_p.from_param(c_void_p.from_buffer(layer).value)
        self._text_page, self._page = layer, page
        self.text = _text_of(self._layer)

    def boxes(self, positions: Sequence[int]) -> list[tuple[float, ...]]:
        return _BOX.answers(self._layer, positions)

    def matrices(self, positions: Sequence[int]) -> list[tuple[float, ...]]:
        return _MATRIX.answers(self._layer, positions)

    def bases(self, positions: Sequence[int]) -> list[float]:
        return [y for _, y in _ORIGIN.answers(self._layer, positions)]

    def font_sizes(self, positions: Sequence[int]) -> list[float]:
        return list(map(_SIZE, repeat(self._layer), positions))

    def strokes(self, start: int, end: int) -> int:
        count: int = _STROKES(self._layer, start, end - start)
        return count

    def fills(self, positions: Sequence[int]) -> list[tuple[float, ...]]:
        return _FILL.answers(self._layer, positions)

    def are_invisible(self, positions: Sequence[int]) -> list[bool]:
        things = (c.FPDFText_GetTextObject(self._text_page, place) for place in positions)
        return [
            c.FPDFTextObj_GetTextRenderMode(t) == c.FPDF_TEXTRENDERMODE_INVISIBLE for t in things
        ]

    def darkest(self, boxes: Sequence[LineBox]) -> list[int]:
        width = max(int(_LOOK * c.FPDF_GetPageWidthF(self._page)), 1)
        height = max(int(_LOOK * c.FPDF_GetPageHeightF(self._page)), 1)
        bounds = _bounds(self._page)
        if width * height > _LARGEST_PIXELS or not bounds or _has_picture(self._page, bounds):
            # Pictures take long to draw, and white text on one is there to be seen.
            return [0] * len(boxes)
        places = [_pixels(self._page, width, height, box) for box in boxes]
        lefts, tops, rights, bottoms = zip(*places, strict=True)
        # Only the part of the page is drawn that they are in: whole pages take long.
        x, y = min(lefts), min(tops)
        size = max(max(rights) - x, 1), max(max(bottoms) - y, 1)
        bitmap = pdfium.PdfBitmap.new_native(*size, c.FPDFBitmap_Gray)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
        c.FPDF_RenderPageBitmap(bitmap, self._page, -x, -y, width, height, 0, c.FPDF_GRAYSCALE)
        grey, row = bytes(bitmap.buffer), bitmap.stride
        bitmap.close()
        return [_darkest(grey, row, place, x + row * y) for place in places]


_Pixels = tuple[int, int, int, int]
"""Columns and rows from the left and the top: the first ones, and those after the last."""


def _pixels(page: Any, width: int, height: int, box: LineBox) -> _Pixels:
    """Where a box is in a picture of so many pixels of a page."""
    left, bottom, right, top = box
    x, y, columns, rows = c_int(), c_int(), [], []
    for corner in ((left, bottom), (right, top)):
        c.FPDF_PageToDevice(page, 0, 0, width, height, 0, *corner, x, y)
        columns.append(min(max(x.value, 0), width))
        rows.append(min(max(y.value, 0), height))
    return min(columns), min(rows), max(columns), max(rows)


def _darkest(grey: bytes, row: int, place: _Pixels, begin: int) -> int:
    """The darkest pixel of a place, 255 if the place is empty; `begin`: of the first of `grey`."""
    left, top, right, bottom = place
    starts = range(row * top - begin, row * bottom - begin, row)
    return min((min(grey[at + left : at + right]) for at in starts if left < right), default=255)


def _text_of(layer: Any) -> str:
    """The text with one character a position of pdfium's, and one or two "\n" after a line."""
    count = _COUNT(layer)
    if count <= 0:
        return ""
    size = 4 * count + 4
    room = _USUAL_ROOM if size <= len(_USUAL_ROOM) else create_string_buffer(size)
    text = _utf_16(room, 2 * _TEXT(layer, 0, count, room))
    if len(text) != count:
        # Characters beyond the first 65,536 are left out by pdfium when it gives the whole text.
        codes = map(_UNICODE, repeat(layer), range(count))
        text = "".join(chr(code) if 0 < code < 0x110000 else "\u200b" for code in codes)
    return text.replace("\r", "\n")


def _told(document: Any, key: bytes) -> str:
    """What a file says of itself under a name, "" for nothing."""
    room = _USUAL_ROOM
    size = c.FPDF_GetMetaText(document, key, room, len(room))
    if size > len(room):
        room = create_string_buffer(size)
        c.FPDF_GetMetaText(document, key, room, size)
    return _utf_16(room, size)


def _utf_16(room: Any, size: int) -> str:
    """The text of so many bytes, the last two of which are its end."""
    return utf_16_le_decode(memoryview(room)[: max(size - 2, 0)], "ignore")[0]


def _bounds(page: Any) -> Box | None:
    box = c.FS_RECTF()
    if not c.FPDF_GetPageBoundingBox(page, box):
        return None
    return Box(box.left, box.bottom, box.right, box.top)


def _has_field(page: Any) -> bool:
    for number in range(c.FPDFPage_GetAnnotCount(page)):
        annotation = c.FPDFPage_GetAnnot(page, number)
        kind = c.FPDFAnnot_GetSubtype(annotation)
        c.FPDFPage_CloseAnnot(annotation)
        if kind == c.FPDF_ANNOT_WIDGET:
            return True
    return False


def _has_picture(page: Any, bounds: Box) -> bool:
    least = 0.25 * (bounds.right - bounds.left) * (bounds.top - bounds.bottom)
    left, bottom, right, top = (c_float() for _ in bounds)
    for picture in _pictures(page):
        c.FPDFPageObj_GetBounds(picture, left, bottom, right, top)
        if (right.value - left.value) * (top.value - bottom.value) > least:
            return True
    return False


def _pictures(page: Any) -> Iterator[Any]:
    """Pictures on a page, and in the forms on it."""
    for thing in _things(page, c.FPDFPage_CountObjects, c.FPDFPage_GetObject):
        kind = c.FPDFPageObj_GetType(thing)
        if kind == c.FPDF_PAGEOBJ_IMAGE:
            yield thing
        elif kind == c.FPDF_PAGEOBJ_FORM:
            for inner in _things(thing, c.FPDFFormObj_CountObjects, c.FPDFFormObj_GetObject):
                if c.FPDFPageObj_GetType(inner) == c.FPDF_PAGEOBJ_IMAGE:
                    yield inner


def _things(container: Any, count: Callable[..., int], get: Callable[..., Any]) -> Iterator[Any]:
    return filter(None, (get(container, number) for number in range(count(container))))


def _picture_of(bitmap: Any) -> Picture:
    channels = bitmap.n_channels
    row = bitmap.width * channels
    pixels = bytes(bitmap.buffer)
    if bitmap.stride != row:
        starts: Iterable[int] = range(0, bitmap.stride * bitmap.height, bitmap.stride)
        pixels = b"".join(pixels[start : start + row] for start in starts)
    return Picture(bitmap.width, bitmap.height, pixels)
