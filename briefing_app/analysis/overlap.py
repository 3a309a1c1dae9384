"""What texts have in common, whatever their lines, punctuation and letter case."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate
from zlib import crc32

from briefing_app.domain.fingerprint import Fingerprint
from briefing_app.domain.words import WORD

SHINGLE = 5
"""Successive words (see domain.words) that are compared as one."""

LEAST, MOST = 32, 96
"""Hashes that a fingerprint has at least (where the text has as many), and at most."""

PER_HASH = 12
"""Shingles of a text that one hash stands for, between these bounds."""

_BROKEN = re.compile(r"(?:[-\u2010\u2011\u00ad](?<=\w.)\s*|['’](?<=\w.))(?=\w)")
"""Hyphens (with a line break after them, or without) and apostrophes inside of words."""


_ASCII_WORD = re.compile("[a-z0-9_]+")
"""The same as WORD where there are but these letters, in a third of the time."""


def fingerprint(text: str) -> Fingerprint:
    """A small sample of a text by which copies, cuts and later versions of it are recognised.

    Compare two with domain.fingerprint.shared_part. The same text has the same fingerprint on
    every machine: they are kept in the file.
    """
    plain = _BROKEN.sub("", unicodedata.normalize("NFKC", text).casefold())
    words = (_ASCII_WORD if plain.isascii() else WORD).findall(plain)
    if not words:
        return ()
    spaced = " ".join(words).encode("utf-8", "surrogatepass")
    # A shingle is a stretch of this: from where a word begins to where the fourth after it ends.
    ends = [end + place for place, end in enumerate(accumulate(map(len, spaced.split(b" "))))]
    starts = [0, *(end + 1 for end in ends)]
    lasts = ends[SHINGLE - 1 :] or ends[-1:]
    hashes = {crc32(spaced[start:end]) for start, end in zip(starts, lasts, strict=False)}
    size = min(MOST, max(LEAST, len(hashes) // PER_HASH))
    return tuple(_smallest(hashes, size))


def _smallest(hashes: set[int], size: int) -> list[int]:
    # Hashes are spread evenly: few lie below this bound, and sorting those is enough.
    bound = 2**32 * 2 * size // len(hashes)
    found = sorted(hash for hash in hashes if hash < bound)
    return found[:size] if len(found) >= size else sorted(hashes)[:size]
