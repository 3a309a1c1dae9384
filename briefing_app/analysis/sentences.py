"""Where the sentence around a passage begins and ends."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?:[.!?…]+[”\"»’)\]]*(?=\s+[“\"«‘'(\[]?[^\Wa-zß-ÿ])"  # before a capital, a digit, no case
    r"|[؟۔。！？]+[”\"»’)\]」』]*)"
)
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Gen|Lt|Col|Maj|Adm|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof|St|Jan|Feb|Aug|Sept|Oct|"
    r"Nov|Dec|No|vs|Brig|Sgt|Capt|Amb|bzw|Nr|M|Mme))\.$"
)
_LOOKED_AT = 4000
"""Characters of a paragraph on either side of the passage that are looked at."""


def sentence_around(body: str, start: int, end: int) -> tuple[int, int]:
    """The sentence (or sentences) of one paragraph that hold code points [start, end).

    A full stop after an initial or a common abbreviation ends none.
    """
    left = max(body.rfind("\n", 0, start) + 1, start - _LOOKED_AT)
    right = body.find("\n", max(start, end - 1))
    right = min(len(body) if right < 0 else right, end + _LOOKED_AT)
    begin, finish = min(left, start), max(right, end)
    for found in _END.finditer(body, left, right):
        if _ABBREVIATION.search(body, max(left, found.start() - 8), found.start() + 1):
            continue
        if found.end() <= start:
            begin = found.end()
        elif found.end() >= end:
            finish = found.end()
            break
    while begin < start and body[begin].isspace():
        begin += 1
    while finish > end and body[finish - 1].isspace():
        finish -= 1
    return begin, finish
