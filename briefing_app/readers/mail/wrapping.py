"""Paragraphs of mail in plain text, whose lines mail programs break at some 72 columns.

They break more raggedly than those of text files: each program at a width of its own, and what
was quoted, pasted and typed stands in one message.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

_WIDTHS = range(50, 101)
_LONGEST = 120
"""Columns; a message with several longer lines was not broken."""

_RAGGED, _NEARLY_FULL = 0.6, 0.85
_ENOUGH = 3
"""Full lines that show a width where no line begins in the midst of a sentence; in scripts
without small letters, which cannot show that, each counts twice.
"""

_ITEM = re.compile(r"([-*•–—·▪●o■]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|#+|\[\d+\]|>)\s")
_SENTENCE_END = re.compile(r"[.!?:;…。！？：؟۔][\"'“”’»)\]]*$")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")


def paragraphs_of(lines: Sequence[str]) -> list[str]:
    """Paragraphs of canonical lines, in order; empty lines separate them.

    Lines that were broken are joined, other lines are paragraphs of their own.
    """
    blocks = [list(block) for filled, block in groupby(lines, bool) if filled]
    width = _width(blocks)
    if not width:
        return [line for block in blocks for line in block]
    return [line for block in blocks for line in _joined(block, width)]


def _width(blocks: Sequence[Sequence[str]]) -> int:
    """Columns at which lines were broken, 0 where they were not."""
    lines = [line for block in blocks for line in block if " " in line or not line.isascii()]
    lengths = sorted(columns_of(line) for block in blocks for line in block[:-1])
    too_long = sum(len(line) > _LONGEST or columns_of(line) > _LONGEST for line in lines)
    if too_long > max(1, len(lines) // 20):
        return 0
    fitting = [length for length in lengths if length in _WIDTHS]
    width = fitting[-1 - len(fitting) // 50] if len(fitting) >= 2 else 0
    pairs = [pair for block in blocks for pair in pairwise(block)]
    goes_on = any(_goes_on_inside(before, line, width) for before, line in pairs)
    full = (1 + (not _has_case(line)) for before, line in pairs if _is_full(before, line, width))
    return width if goes_on or sum(full) >= _ENOUGH else 0


def _joined(block: Sequence[str], width: int) -> Iterator[str]:
    pairs = list(pairwise(block))
    goes_on = [_goes_on(before, line, width) for before, line in pairs]
    if _is_list(pairs, width):
        goes_on = [False] * len(pairs)
    if any(goes_on):
        goes_on = [
            sure or (columns_of(before) >= _NEARLY_FULL * width and not _begins_anew(line))
            for sure, (before, line) in zip(goes_on, pairs, strict=True)
        ]
    parts = [block[0]]
    for joins, (before, line) in zip(goes_on, pairs, strict=True):
        if joins:
            parts += (_between(before, line), line)
        else:
            yield "".join(parts)
            parts = [line]
    yield "".join(parts)


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with the sentence, or the paragraph, of the one before it."""
    length = columns_of(before)
    if _begins_anew(line) or length > _LONGEST:
        return False
    if is_wide(line[0]):
        return length + 8 > width
    if _is_full(before, line, width):
        return True
    if _SENTENCE_END.search(before[-8:]):
        return False
    if line[0].islower():
        return length >= _RAGGED * width
    return not _has_case(line) and length >= _NEARLY_FULL * width


def _is_full(before: str, line: str, width: int) -> bool:
    """Whether the first word of a line would not have fitted on the one before it."""
    length = columns_of(before)
    if is_wide(line[0]):
        return length <= width < length + 8
    first = line.partition(" ")[0]
    return length <= width < length + 1 + columns_of(first) and length >= _RAGGED * width


def _goes_on_inside(before: str, line: str, width: int) -> bool:
    """Whether a line begins with a small letter, in the midst of a sentence."""
    is_long = _RAGGED * width <= columns_of(before) <= _LONGEST
    return line[0].islower() and is_long and not _SENTENCE_END.search(before[-8:])


def _is_list(pairs: Sequence[tuple[str, str]], width: int) -> bool:
    """Whether lines are items without marks: all begin with a capital, and some are short."""
    is_cased = all(line[0].isupper() or line[0].isdigit() for _, line in pairs)
    return is_cased and not all(_is_full(*pair, width) for pair in pairs)


def _has_case(line: str) -> bool:
    """Whether it may be seen whether a line begins with a small letter."""
    return line[0].lower() != line[0].upper() or not line[0].isalpha()


def _begins_anew(line: str) -> bool:
    return bool(_ITEM.match(line))


def _between(before: str, line: str) -> str:
    """What stands between two lines that are joined: nothing in scripts without spaces."""
    if _BROKEN_WORD.search(before[-2:]) and line[:1].islower():
        return ""
    return "" if is_wide(before[-1]) and is_wide(line[0]) else " "


def is_wide(character: str) -> bool:
    """Whether a character is one of a script that has no spaces: Chinese and Japanese."""
    wide = unicodedata.east_asian_width(character) in "WF"
    return wide and not "\uac00" <= character <= "\ud7a3"


def columns_of(line: str) -> int:
    """How wide a line is on a screen: a Chinese sign takes the room of two letters."""
    if line.isascii():
        return len(line)
    return len(line) + sum(unicodedata.east_asian_width(character) in "WF" for character in line)
