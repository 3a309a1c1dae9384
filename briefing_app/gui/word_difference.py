"""Which words of a text are other ones in its next version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape

from PySide6.QtGui import QColor

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
SAME, GONE, ADDED = "same", "gone", "added"


def changes(before: str, now: str) -> Iterator[tuple[str, str]]:
    """Stretches in reading order: (SAME, GONE or ADDED, words); what is gone comes first."""
    old, new = _WORD.findall(before), _WORD.findall(now)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        was, became = "".join(old[a_start:a_end]), "".join(new[b_start:b_end])
        if was == became:
            yield SAME, was
            continue
        if was:
            yield GONE, was
        if became:
            yield ADDED, became


def as_html(before: str, now: str, gone: QColor, added: QColor) -> str:
    """The new text with what was added in bold, and what went struck out in its place."""
    looks = {
        SAME: "{}",
        GONE: f'<span style="color:{gone.name()}; text-decoration:line-through">{{}}</span>',
        ADDED: f'<span style="color:{added.name()}; font-weight:600">{{}}</span>',
    }
    parts, last = [], SAME
    for kind, words in changes(before, now):
        # What takes the place of other words shall not stick to them.
        parts.append(" " if (last, kind) == (GONE, ADDED) else "")
        parts.append(looks[kind].format(escape(words)))
        last = kind
    return "".join(parts)
