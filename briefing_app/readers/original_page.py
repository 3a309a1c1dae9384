"""The picture of an original's page, whatever kind of file it is."""

from __future__ import annotations

from briefing_app.readers import picture
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.pdf import pages
from briefing_app.readers.pdf.pages import PagePicture
from briefing_app.readers.signatures import is_picture


def page_picture(name: str, data: bytes, number: int, width_px: int) -> PagePicture:
    """Draw a page, numbered from 1; a number beyond the last page draws the last.

    name  of the file, for who calls this in another process and has to name it
    Raises PasswordNeeded, or UnreadableFile: the file or the page is damaged.
    """
    kind = picture if is_picture(Incoming(name, data)) else pages
    return kind.page_picture(data, number, width_px)
