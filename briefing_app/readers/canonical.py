"""The one definition of article text.

Canonical text is what positions, quotes and searches refer to. It is NFC, its lines end in
"\\n", and it holds no NUL, no other C0 or C1 control, no surrogate, no noncharacter, no byte
order mark and nothing that is invisible but for the joiners and direction marks that Persian,
Arabic and Hebrew need. Every kind of space is U+0020, and runs of spaces are one: a no-break
space says how a line may break on one page, not what was written, and kept it would hide a
passage from the search and from the comparison of quotes (Qt hands it back as U+0020 anyway).
The original keeps the bytes, so nothing is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NEWLINES = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff"  # soft hyphen, zero-width space, joiners
    "\u202a-\u202e\u2066-\u2069"  # direction overrides: a quote must read as it is stored
    "\ufdd0-\ufdef\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e0fff"
    + "".join(f"{chr(p * 0x10000 + 0xFFFE)}{chr(p * 0x10000 + 0xFFFF)}" for p in range(1, 17))
    + "]"
)
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # Latin, Cyrillic, signs
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # Arabic
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"  # Thai
)
_STACKED = re.compile(f"([{_MARKS}]{{4}})[{_MARKS}]+")

_PLAIN = re.compile(
    "[ -~\n\u00ab\u00bb\u00c0-\u024f\u2010-\u2027\u2030-\u203a\u20ac"  # Latin and its punctuation
    "\u0410-\u044f\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698"
    "\u06a9\u06af\u06cc\u200c\u3001-\u3002\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*"
)
"""What most texts are made of, in any order: nothing in it needs a change but its spaces."""

_ESCAPES = re.compile("\x1b\\[[0-9;?]*[ -/]*[@-~]")
"""What colours the letters of a terminal."""

_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def canonical(text: str) -> str:
    """Bring `text` into canonical form; lines stay lines, and empty ones stay empty.

    Applying it twice changes nothing more.
    """
    if not _is_plain(text):
        text = _ESCAPES.sub("", text) if "\x1b" in text else text
        text = _UNSEEN.sub("", _NEWLINES.sub("\n", _SURROGATES.sub("\ufffd", text)))
        text = _STACKED.sub(r"\1", unicodedata.normalize("NFC", _SPACES.sub(" ", text)))
    if "  " in text:
        text = _SPACES.sub(" ", text)
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n")


def reverses(text: str) -> bool:
    """Whether characters are in it that reverse the order in which text is shown.

    Canonical text has none.
    """
    return any(map(text.__contains__, _OVERRIDES))


def one_line(text: str) -> str:
    """Canonical text without line breaks: for headlines, names and other single values."""
    if not _is_plain(text):
        text = canonical(text)
    if "  " in text or "\n" in text:
        return " ".join(text.split())
    return text.strip(" ")


def _is_plain(text: str) -> bool:
    """Whether nothing in a text needs a change but its spaces and line breaks."""
    return (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text) is not None


def body_of(paragraphs: Iterable[str]) -> str:
    """The body made of `paragraphs`: one a line, none empty."""
    return "\n".join(line for line in map(one_line, paragraphs) if line)
