"""Pages saved in one file: MHTML (.mht, .mhtml), a web page and its pictures in a mail message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing_app.errors import UnreadableFile
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.mail.message import read_mail
from briefing_app.readers.mail.parts import Part, parse
from briefing_app.readers.web.html import read_html_file

_PAGES = ("text/html", "application/xhtml+xml")
_SENT = {"to", "received", "message-id", "delivered-to"}


def read_mhtml(file: Incoming) -> Contents:
    """Read a saved page, or a message that a mail program saved under this name.

    Raises UnreadableFile: there is no page in it, or no text on the page.
    """
    message = parse(file.data)
    location = _location(message)
    if not location and _SENT & message.fields.keys():
        return read_mail(file)
    page = next(_pages(message), None)
    if page is None:
        raise UnreadableFile(
            "there is no web page in this file.", "Open it in a browser and save the page again."
        )
    url = location or _location(page) or file.url
    # The mark says that the text is UTF-8 now, whatever its own tags say.
    data = b"\xef\xbb\xbf" + page.text().encode("utf-8", "replace")
    return read_html_file(replace(file, data=data, url=url))


def _location(part: Part) -> str:
    """The address of a page, "" where it was none on the web."""
    for name in ("snapshot-content-location", "content-location"):
        address = "".join(part.fields.get(name, "").split())
        if address.lower().startswith(("http:", "https:")):
            return address
    return ""


def _pages(message: Part) -> Iterator[Part]:
    """The pages in the file: first the one that is said to be the root, then in order."""
    start = message.parameter("start")
    pages = [part for part in message.walk() if part.kind in _PAGES and not part.parts]
    yield from (part for part in pages if start and part.fields.get("content-id", "") == start)
    yield from pages
