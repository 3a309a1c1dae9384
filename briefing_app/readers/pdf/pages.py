"""Pictures of an original's pages; to be made in the reading process, never in the window's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from briefing_app.errors import PasswordNeeded

if TYPE_CHECKING:
    from briefing_app.readers.pdf.file import PdfFile

Part = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a page, from 0 to 1 of its width and its height."""

WHOLE: Part = (0.0, 0.0, 1.0, 1.0)

SCREEN_POINT = 96 / 72
"""Pixels of a screen that are as large as a point of a page at its own size."""


@dataclass(frozen=True)
class PagePicture:
    """A page, or a part of one, as it looks on paper.

    number      of the page, from 1, and how many pages there are
    pixels      rows from the top, three bytes a pixel: red, green, blue
    part        which part of the page that is
    page_ratio  height of the whole page by its width
    own_width   of the page at its own size, in pixels of a screen
    """

    number: int
    page_count: int
    width: int
    height: int
    pixels: bytes
    part: Part = WHOLE
    page_ratio: float = 1.0
    own_width: float = 1.0


def page_picture(
    data: bytes, number: int, width_px: int, part: Part = WHOLE, passwords: Sequence[str] = ()
) -> PagePicture:
    """Draw a page of a PDF, numbered from 1; a number beyond the last page draws the last.

    width_px   of the whole page, be it only a part that is drawn
    passwords  that the file may have; each is tried

    Raises PasswordNeeded, or UnreadableFile: the file or the page is damaged.
    """
    with _opened(data, passwords) as pdf:
        number = min(max(number, 1), pdf.page_count)
        width, height = pdf.size(number - 1)
        ratio = height / max(width, 1)
        cut, part = cut_of(part, width_px, ceil((width_px - 0.01) * ratio))
        picture = pdf.picture(number - 1, width_px, cut=cut)
        size = picture.width, picture.height
        own_width = max(width, 1) * SCREEN_POINT
        return PagePicture(number, pdf.page_count, *size, picture.pixels, part, ratio, own_width)


def passage_places(
    data: bytes, number: int, words: str, passwords: Sequence[str] = ()
) -> list[Part]:
    """Where words stand on a page, numbered from 1: a part for each of their lines.

    Empty: they are not there, or more than once. Raises like page_picture.
    """
    with _opened(data, passwords) as pdf:
        return list(pdf.places(min(max(number, 1), pdf.page_count) - 1, words))


def cut_of(part: Part, width: int, height: int) -> tuple[tuple[int, int, int, int], Part]:
    """What is left out of a picture of this size on its left, at its top, on its right and at its
    foot, where only a part is drawn; and what part remains of it, in whole pixels."""
    left, right = floor(part[0] * width), ceil(part[2] * width)
    top, foot = floor(part[1] * height), ceil(part[3] * height)
    left, top = min(max(left, 0), width - 1), min(max(top, 0), height - 1)
    right, foot = max(min(right, width), left + 1), max(min(foot, height), top + 1)
    drawn = left / width, top / height, right / width, foot / height
    return (left, top, width - right, height - foot), drawn


def _opened(data: bytes, passwords: Sequence[str]) -> PdfFile:
    # The window knows this module too, and has no use for the parser.
    from briefing_app.readers.pdf.file import PdfFile

    try:
        return PdfFile(data)
    except PasswordNeeded:
        for password in passwords:
            try:
                return PdfFile(data, password)
            except PasswordNeeded:
                continue
        raise
