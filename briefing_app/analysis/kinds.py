"""What a selected passage is, and where it really begins and ends."""

from __future__ import annotations

import re
from unicodedata import category

from briefing_app.domain.outline import Kind

_MARKS = re.compile("[“”„‟«»‹›「」『』〝〞＂\"]|(?<!\\w)[‘‚'](?=\\w)|''")
_PAIRED_SINGLE = re.compile(r"(?<!\w)[‘‚'](?=\w)[^\n]*?(?<=[\w.,!?…])[’'](?!\w)")
_JOINS = "’'-‐‑.·"
"""Characters that belong to a word when they stand between two letters of it."""

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""Scripts without spaces between words (Thai, Burmese, Khmer, kana, Han): no edge can be told."""


def propose_kind(text: str) -> Kind:
    """QUOTE where the passage holds a quotation in marks of any script, else FACT.

    A lone mark counts at the passage's own beginning or end, where a quotation goes on beyond
    the selection; single marks count in pairs only, since an apostrophe is none.
    """
    double = [mark for mark in _MARKS.finditer(text.strip()) if mark[0][0] not in "‘‚'"]
    if len(double) == 1:
        at_edge = double[0].start() == 0 or double[0].end() == len(text.strip())
        return Kind.QUOTE if at_edge else Kind.FACT
    return Kind.QUOTE if double or _PAIRED_SINGLE.search(text) else Kind.FACT


def word_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Snap a selection to whole words: white space at its ends goes, words cut in two are filled.

    Code points, half-open. A selection of nothing but white space comes back empty, at `start`.
    """
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text)))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return start, start
    while start > 0 and _inside_word(text, start):
        start -= 1
    while end < len(text) and _inside_word(text, end):
        end += 1
    return start, end


def _inside_word(text: str, position: int) -> bool:
    """Whether the boundary before `position` cuts a word in two."""
    before, after = text[position - 1], text[position]
    if _is_letter(before) and _is_letter(after):
        return True
    if after in _JOINS and _is_letter(before):
        return position + 1 < len(text) and _is_letter(text[position + 1])
    if before in _JOINS and _is_letter(after):
        return position >= 2 and _is_letter(text[position - 2])
    return False


def _is_letter(character: str) -> bool:
    if _UNSPACED.match(character):
        return False
    return character.isalnum() or character in "_\u200c\u200d" or category(character)[0] == "M"
