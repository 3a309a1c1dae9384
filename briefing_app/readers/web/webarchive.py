"""Pages saved by Safari (.webarchive): a property list with the page and its pictures."""

from __future__ import annotations

import plistlib
from dataclasses import replace
from typing import Any
from xml.parsers.expat import ExpatError

from briefing_app.errors import UnreadableFile
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.plain.text import read_text_file
from briefing_app.readers.web.html import read_html_file

_BINARY = b"bplist00"


def read_webarchive(file: Incoming) -> Contents:
    """Read the page of a web archive: one article.

    Raises UnreadableFile: damaged, or without a page that has text.
    """
    page = _main_resource(file.data)
    data, url = page.get("WebResourceData"), page.get("WebResourceURL")
    if not isinstance(data, bytes):
        raise _damaged()
    charset = page.get("WebResourceTextEncodingName")
    text = decode(data, charset if isinstance(charset, str) else "").text
    # The mark says that the text is UTF-8 now, whatever its own tags say.
    inner = replace(
        file,
        data=b"\xef\xbb\xbf" + text.encode("utf-8", "replace"),
        url=url if isinstance(url, str) else file.url,
    )
    if page.get("WebResourceMIMEType") == "text/plain":
        return read_text_file(inner)
    return read_html_file(inner)


def _main_resource(data: bytes) -> dict[str, Any]:
    """The page in the archive. Raises UnreadableFile."""
    stated = int.from_bytes(data[-24:-16], "big")
    if data.startswith(_BINARY) and stated > len(data):
        raise _damaged()
    try:
        archive = plistlib.loads(data)
    except (ValueError, TypeError, KeyError, AttributeError, ExpatError, OverflowError) as error:
        raise _damaged() from error
    page = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(page, dict):
        raise _damaged()
    return page


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        "the web archive is damaged, or there is no page in it.",
        "Open the page in Safari and save it again.",
    )
