"""Pictures of an original's pages; to be made in the reading process, never in the window's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PagePicture:
    """A page as it looks on paper.

    number      of the page, from 1, and how many pages there are
    pixels      rows from the top, three bytes a pixel: red, green, blue
    """

    number: int
    page_count: int
    width: int
    height: int
    pixels: bytes


def page_picture(data: bytes, number: int, width_px: int) -> PagePicture:
    """Draw a page of a PDF, numbered from 1; a number beyond the last page draws the last.

    Raises PasswordNeeded, or UnreadableFile: the file or the page is damaged.
    """
    # The window knows this module too, and has no use for the parser.
    from briefing_app.readers.pdf.file import PdfFile

    with PdfFile(data) as pdf:
        number = min(max(number, 1), pdf.page_count)
        picture = pdf.picture(number - 1, width_px)
        return PagePicture(number, pdf.page_count, picture.width, picture.height, picture.pixels)
