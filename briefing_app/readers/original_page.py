"""The picture of an original's page, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.readers import picture
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.pdf import pages
from briefing_app.readers.pdf.pages import WHOLE, PagePicture, Part
from briefing_app.readers.signatures import is_picture


def page_picture(
    name: str,
    data: bytes,
    number: int,
    width_px: int,
    part: Part = WHOLE,
    passwords: Sequence[str] = (),
) -> PagePicture:
    """Draw a page, numbered from 1; a number beyond the last page draws the last.

    name       of the file, for who calls this in another process and has to name it
    width_px   of the whole page, be it only a part that is drawn
    passwords  that the file may have; each is tried

    Raises PasswordNeeded, or UnreadableFile: the file or the page is damaged.
    """
    kind = picture if is_picture(Incoming(name, data)) else pages
    return kind.page_picture(data, number, width_px, part, passwords)


def passage_places(
    name: str, data: bytes, number: int, words: str, passwords: Sequence[str] = ()
) -> list[Part]:
    """Where words stand on a page, numbered from 1: a part for each of their lines.

    Empty: they are not there, or more than once, or the page is a picture. Raises like
    page_picture.
    """
    if is_picture(Incoming(name, data)):
        return []
    return pages.passage_places(data, number, words, passwords)
