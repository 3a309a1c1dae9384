"""Pictures of articles: screenshots, photos and scans, whose text is recognised when asked for."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from briefing_app.errors import BriefingError, PicturesOnly, UnreadableFile, UnsupportedFormat
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars.metadata import Particulars, clean_address
from briefing_app.readers.pdf import ocr
from briefing_app.readers.pdf.article import Layout, article_of
from briefing_app.readers.pdf.margins import Margins
from briefing_app.readers.pdf.pages import WHOLE, PagePicture, Part, cut_of
from briefing_app.readers.pdf.recognised import recognised, usual_size

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = ("PNG", "JPEG", "TIFF", "WEBP", "GIF", "BMP", "AVIF")
MOST_PAGES = 200
_LARGEST_PIXELS = 120_000_000
_SMALLEST_PX = 150
"""Less in either direction is a logo, or a button."""

_NARROW_PX, _WIDE_PX = 1600, 4000
"""Letters of a screenshot are too small to be recognised as they are."""


def read_picture(file: Incoming) -> Contents:
    """Read the text in a picture, or in the pages of a fax, if the user wants that.

    Raises PicturesOnly: the user did not say so, or there is none. UnsupportedFormat: too small
    for an article, or text recognition is not installed. UnreadableFile: damaged or too large.
    """
    with _opened(file.data) as picture:
        if min(picture.size) < _SMALLEST_PX:
            raise UnsupportedFormat(
                "this picture is too small to show an article.",
                "Save the article itself as a web page or text.",
            )
        if not ocr.languages():
            raise UnsupportedFormat(
                "this is a picture, and text recognition is not installed on this computer.",
                f"Save the article itself as a web page or text. {ocr.HINT}",
            )
        if not file.options.recognise_text:
            raise PicturesOnly(
                "this is a picture.",
                "Have its text recognised, which takes long, or type the quotes by hand.",
            )
        notes: list[str] = []
        count = _page_count(picture)
        if count == MOST_PAGES:
            notes.append(f"Only the first {MOST_PAGES} pages were read.")
        pages = ((page, *_letters(_page(picture, page))) for page in range(count))
        paragraphs = recognised(pages, notes)
    if not paragraphs:
        raise PicturesOnly("no text could be recognised in it.", "Type the quotes by hand.")
    found = Particulars()
    found.offer("url", clean_address(file.url), "address")
    layout = Layout(paragraphs, usual_size(paragraphs) or 1, Margins((), ""), count, (), {})
    return Contents([article_of(layout, found)], notes)


def page_picture(
    data: bytes, number: int, width_px: int, part: Part = WHOLE, _passwords: Sequence[str] = ()
) -> PagePicture:
    """A page, numbered from 1, as it looks; a number beyond the last page draws the last.

    width_px  of the whole page, be it only a part that is drawn
    Raises UnreadableFile: damaged or too large.
    """
    with _opened(data) as picture:
        count = _page_count(picture)
        number = min(max(number, 1), count)
        page = _page(picture, number - 1)
        page = page.convert("L") if page.mode == "1" else page  # or its letters become jagged
        ratio, own_width = page.height / page.width, page.width
        height = max(1, round(width_px * ratio))
        (left, top, right, foot), part = cut_of(part, width_px, height)
        box = (part[0] * page.width, part[1] * page.height, part[2] * page.width,
               part[3] * page.height)  # fmt: skip
        drawn = page.resize((width_px - left - right, height - top - foot), box=box)
        pixels = drawn.convert("RGB").tobytes()
        return PagePicture(number, count, *drawn.size, pixels, part, ratio, own_width)


@contextmanager
def _opened(data: bytes) -> Iterator[Image]:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of faults in what it says of itself
            with Image.open(BytesIO(data), formats=KINDS) as picture:
                if picture.width * picture.height > _LARGEST_PIXELS:
                    raise UnreadableFile("the picture is too large.", "Cut the article out of it.")
                yield picture
    except BriefingError:
        raise
    except Exception as error:  # the library lets every kind of error through for damaged files
        raise UnreadableFile(
            "the picture is damaged, or of a kind that cannot be read.", "Save it as PNG or JPEG."
        ) from error


def _page_count(picture: Image) -> int:
    """Pages of a fax; of what moves, the first picture is enough."""
    frames: int = getattr(picture, "n_frames", 1)
    return min(frames, MOST_PAGES) if picture.format == "TIFF" else 1


def _page(picture: Image, number: int) -> Image:
    """A page, counted from 0, turned upright, and on white where it is transparent."""
    from PIL import Image, ImageOps

    picture.seek(number)
    if picture.width * picture.height > _LARGEST_PIXELS:
        raise UnreadableFile("the picture is too large.", "Cut the article out of it.")
    page = ImageOps.exif_transpose(picture)
    if page.mode in ("1", "L", "RGB"):
        return page
    if page.mode.startswith("I"):
        return page.convert("I").point(lambda value: value / 256).convert("L")
    page = page.convert("RGBA")
    paper = Image.new("RGBA", page.size, "white")
    return Image.alpha_composite(paper, page).convert("RGB")


def _letters(page: Image) -> tuple[int, int, bytes]:
    """A page for recognition: width, height, and a byte a pixel."""
    width = min(max(page.width, min(2 * page.width, _NARROW_PX)), _WIDE_PX)
    page = page.convert("L")
    if width != page.width:
        page = page.resize((width, max(1, round(page.height * width / page.width))))
    return page.width, page.height, page.tobytes()
