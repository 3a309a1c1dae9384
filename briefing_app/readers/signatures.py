"""By what the kinds of files are known. The content decides, the name only where it cannot.

Every function takes an Incoming and looks at its first bytes.
"""

from __future__ import annotations

import re

from briefing_app.readers.incoming import Incoming

HTML_EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml")

_HTML_START = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*"
    rb"(<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<div[\s>]|<p[\s>]|<h1[\s>])",
    re.I | re.S,
)


def is_empty(file: Incoming) -> bool:
    """Whether there is nothing but blanks in the file."""
    return not file.data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe")


def is_html(file: Incoming) -> bool:
    """Whether the file begins like a web page, or is named like one and has tags."""
    head = file.data[:4000]
    if head.count(0) > len(head) // 8:
        head = head.replace(b"\0", b"")
    starts = bool(_HTML_START.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe")))
    return starts or (file.extension in HTML_EXTENSIONS and b"<" in head)


def is_text(file: Incoming) -> bool:
    """Whether the bytes may be text in some encoding that we decode."""
    head = file.data[:8000]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        return True
    controls = sum(head.count(byte) for byte in (*range(1, 9), *range(14, 27), *range(28, 32)))
    nuls = head.count(0)
    odd, even = head[1::2].count(0), head[0::2].count(0)
    utf16 = nuls > len(head) // 8 and (odd > 4 * even or even > 4 * odd)
    return controls * 20 <= len(head) and (nuls * 10 <= len(head) or utf16)
