"""What texts have in common, whatever their lines, punctuation and letter case."""

from __future__ import annotations

import re
import unicodedata
from zlib import crc32

from briefing_app.domain.fingerprint import Fingerprint
from briefing_app.domain.words import WORD

SHINGLE = 5
"""Successive words (see domain.words) that are compared as one."""

LEAST, MOST = 32, 96
"""Hashes that a fingerprint has at least (where the text has as many), and at most."""

PER_HASH = 12
"""Shingles of a text that one hash stands for, between these bounds."""

_MAY_BREAK = "-\u2010\u2011\u00ad'’"
_BROKEN = re.compile(rf"[{_MAY_BREAK}](?<=\w.)(?:(?<!['’])\s*)?(?=\w)")
"""Hyphens (with a line break after them, or without) and apostrophes inside of words. It begins
with a single set of signs, which are found in a tenth of the time that alternatives would take."""
_SIGNS = "“”‘’„«»–—…"
"""Signs between words that stand in texts of nothing but ASCII letters."""

_LETTERS = b"abcdefghijklmnopqrstuvwxyz0123456789_"
_SPACED = bytes(code if code in _LETTERS else 32 for code in range(256))
"""Puts spaces between words of these letters, where it is a tenth of the work to find them."""


def fingerprint(text: str) -> Fingerprint:
    """A small sample of a text by which copies, cuts and later versions of it are recognised.

    Compare two with domain.fingerprint.shared_part. The same text has the same fingerprint on
    every machine: they are kept in the file.
    """
    words = _words(unicodedata.normalize("NFKC", text).casefold())
    if not words:
        return ()
    following = (words[place:] for place in range(min(SHINGLE, len(words))))
    hashes = set(map(crc32, map(b" ".join, zip(*following, strict=False))))
    size = min(MOST, max(LEAST, len(hashes) // PER_HASH))
    return tuple(_smallest(hashes, size))


def _words(plain: str) -> list[bytes]:
    if any(map(plain.__contains__, _MAY_BREAK)):
        plain = _BROKEN.sub("", plain)
    if not plain.isascii():
        for sign in _SIGNS:
            plain = plain.replace(sign, " ")
    if plain.isascii():
        return plain.encode().translate(_SPACED).split()
    return [word.encode("utf-8", "surrogatepass") for word in WORD.findall(plain)]


def _smallest(hashes: set[int], size: int) -> list[int]:
    # Hashes are spread evenly: few lie below this bound, and sorting those is enough.
    bound = 2**32 * 2 * size // len(hashes)
    found = sorted([hash for hash in hashes if hash < bound])
    return found[:size] if len(found) >= size else sorted(hashes)[:size]
