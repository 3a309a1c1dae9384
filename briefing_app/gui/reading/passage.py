"""Which code points of a body a selection means."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import category

_JOINERS = "'’-.\u200c\u200d"
"""Inside a word these belong to it: don't, U.S, de-escalate, Persian zero-width joins."""

_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Scripts that set no spaces between words, so that a word's edge cannot be told."""


@dataclass(frozen=True)
class Passage:
    """Code points [start, end) of a body, never empty."""

    start: int
    end: int


def trimmed(body: str, start: int, end: int) -> Passage | None:
    """The range within the body without white space at its ends; None when nothing is left."""
    start, end = max(0, start), min(len(body), end)
    while start < end and body[start].isspace():
        start += 1
    while start < end and body[end - 1].isspace():
        end -= 1
    return Passage(start, end) if start < end else None


def snapped(body: str, start: int, end: int) -> Passage | None:
    """The trimmed range, widened to whole words; None when only white space was selected."""
    passage = trimmed(body, start, end)
    if passage is None:
        return None
    start, end = passage.start, passage.end
    while 0 < start and _in_word(body, start - 1) and _in_word(body, start):
        start -= 1
    while end < len(body) and _in_word(body, end) and _in_word(body, end - 1):
        end += 1
    return Passage(start, end)


def _in_word(body: str, at: int) -> bool:
    if body[at] in _JOINERS:
        return 0 < at < len(body) - 1 and _is_letter(body[at - 1]) and _is_letter(body[at + 1])
    return _is_letter(body[at])


def _is_letter(char: str) -> bool:
    if any(low <= ord(char) <= high for low, high in _UNSPACED):
        return False
    return char.isalnum() or category(char).startswith("M")
