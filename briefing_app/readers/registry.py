"""Which reader takes which file. The content decides, the name only where the content cannot."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing_app.domain.article import Article
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers.text import read_text_file

MEGABYTE = 1024 * 1024
Read = Callable[[bytes, str], tuple[list[Article], list[str]]]


@dataclass(frozen=True)
class Format:
    """A kind of file that can be read.

    read        (bytes, address or "") -> articles and words for the user
    extensions  with the dot, in lower case; the first is the usual one
    """

    name: str
    media_type: str
    extensions: tuple[str, ...]
    largest_bytes: int
    read: Read


def _read_html(data: bytes, url: str) -> tuple[list[Article], list[str]]:
    from briefing_app.readers.html import read_html_file  # lxml is slow to import

    return read_html_file(data, url)


TEXT = Format(
    "plain text", "text/plain", (".txt", ".text", ".md", ".markdown", ".asc"), 100 * MEGABYTE,
    read_text_file,
)  # fmt: skip
HTML = Format(
    "web page", "text/html", (".html", ".htm", ".xhtml", ".shtml"), 25 * MEGABYTE, _read_html
)
FORMATS = (HTML, TEXT)

_HTML_START = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*"
    rb"(<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<div[\s>]|<p[\s>]|<h1[\s>])",
    re.I | re.S,
)
_FOREIGN = (
    (b"%PDF-", "PDF files cannot be read yet", "the article as a web page (.html) or text (.txt)"),
    (b"{\\rtf", "RTF files cannot be read yet", "the article as plain text (.txt)"),
    (b"PK\x03\x04", "Word, e-book and ZIP files cannot be read yet",
     "the article as a web page (.html) or text (.txt), or unpack the archive"),
    (b"\xd0\xcf\x11\xe0", "old Word files and Outlook messages cannot be read",
     "the article as plain text (.txt)"),
    (b"\x89PNG", "pictures cannot be read", "the article itself as a web page or text"),
    (b"\xff\xd8\xff", "pictures cannot be read", "the article itself as a web page or text"),
    (b"GIF8", "pictures cannot be read", "the article itself as a web page or text"),
    (b"SQLite format 3\0", "a database or a briefing file is no article",
     "the articles as web pages or text; open a briefing with File > Open"),
)  # fmt: skip
_UNREADABLE_EXTENSIONS = {
    ".eml": "mail messages cannot be read yet", ".mht": "MHTML files cannot be read yet",
    ".mhtml": "MHTML files cannot be read yet", ".webarchive": "web archives cannot be read yet",
    ".xml": "XML files cannot be read yet", ".json": "JSON files cannot be read yet",
    ".csv": "tables cannot be read", ".url": "this is only a link",
    ".webloc": "this is only a link",
}  # fmt: skip


def recognise(name: str, data: bytes) -> Format:
    """The format of a file.

    Raises UnsupportedFormat: no reader takes it. UnreadableFile: empty, too large or binary.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(f"“{name}” is empty.", "Save the article again and import that file.")
    for start, what, instead in _FOREIGN:
        if data.startswith(start):
            raise UnsupportedFormat(f"“{name}”: {what}.", f"Save {instead}.")
    extension = _extension(name)
    if extension in _UNREADABLE_EXTENSIONS:
        raise UnsupportedFormat(
            f"“{name}”: {_UNREADABLE_EXTENSIONS[extension]}.",
            "Save the article as a web page (.html) or text (.txt).",
        )
    form = HTML if _is_html(extension, data) else TEXT
    if len(data) > form.largest_bytes:
        raise UnreadableFile(
            f"“{name}” is larger than {form.largest_bytes // MEGABYTE} MB.",
            "Save the one article as text and import that file.",
        )
    if _is_binary(data):
        raise UnsupportedFormat(
            f"“{name}” is not a text file.",
            "Save the article as a web page (.html) or text (.txt).",
        )
    return form


def _extension(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    return f".{extension.lower()}" if dot and stem else ""


def _is_html(extension: str, data: bytes) -> bool:
    head = data[:4000]
    if head.count(0) > len(head) // 8:
        head = head.replace(b"\0", b"")
    starts = bool(_HTML_START.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe")))
    return starts or (extension in HTML.extensions and b"<" in head)


def _is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding that we decode."""
    head = data[:8000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return False
    controls = sum(head.count(byte) for byte in (*range(1, 9), *range(14, 27), *range(28, 32)))
    nuls = head.count(0)
    odd, even = head[1::2].count(0), head[0::2].count(0)
    utf16 = nuls > len(head) // 8 and (odd > 4 * even or even > 4 * odd)
    return controls * 20 > len(head) or (nuls * 10 > len(head) and not utf16)
