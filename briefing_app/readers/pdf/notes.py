"""Notes at the foot of pages: they part sentences that run over to the next page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.readers.pdf.paragraphs import Column, Line, Paragraph

_SIGN = re.compile(r"(?!\d+(?:st|nd|rd|th)\b)([1-9]\d{0,2}|[*†‡§]{1,3})[.)]?\s*[“\"‘«(]?[^\W\d_]")
_RAISED_SIGN = re.compile(r"\d{1,3}[“\"‘«]?[A-Z][^\W\d_]")
"""No number of a text stands so close before a word, but raised ones do."""

_SMALLER = 0.94
"""Times the size of the text, at most."""


def without_notes(
    pages: Sequence[Sequence[Column]], text_size: float, marks: Sequence[frozenset[str]]
) -> tuple[list[list[Column]], list[Paragraph]]:
    """The pages without the notes at their feet, and these.

    marks  of each page, those that were left out of its text; small print that begins with a
           number to which nothing refers is no note
    """
    left: list[list[Column]] = []
    notes: list[Paragraph] = []
    for number, page in enumerate(pages):
        feet = [_foot(column, text_size, page, marks[number]) for column in page]
        if not any(feet) or all(
            foot == len(column.lines) for foot, column in zip(feet, page, strict=True)
        ):
            left.append(list(page))
            continue
        kept: list[Column] = []
        for column, foot in zip(page, feet, strict=True):
            lines = column.lines
            notes += _each(number, lines[len(lines) - foot :])
            if foot < len(lines):
                kept.append(column._replace(lines=lines[: len(lines) - foot]))
        left.append(kept)
    return left, notes


def _foot(column: Column, text_size: float, page: Sequence[Column], marks: frozenset[str]) -> int:
    """How many of its last lines are notes."""
    lines = column.lines
    start = len(lines)
    while start and lines[start - 1].size <= _SMALLER * text_size:
        start -= 1
    small = lines[start:]
    signs = [n for n, line in enumerate(small) if _begins_note(line.text, page, marks)]
    if not signs:
        return 0
    # What stands above the first sign goes on with a note of the page before, or is none.
    first = signs[0] if signs[0] and not small[0].text[:1].islower() else 0
    return len(small) - first


def _begins_note(text: str, page: Sequence[Column], marks: frozenset[str]) -> bool:
    sign = _SIGN.match(text)
    if sign is None:
        return False
    return sign[1] in marks or bool(_RAISED_SIGN.match(text)) or _is_in_text(sign[1], page)


def _is_in_text(sign: str, page: Sequence[Column]) -> bool:
    """Whether a sign stands at the end of a word on the page."""
    texts = [line.text for column in page for line in column.lines if sign in line.text]
    mark = rf"[^\W\d_][.,;:!?”’\"')\]]*{re.escape(sign)}(?![^\W_])"
    return any(re.search(mark, text) for text in texts)


def _each(page: int, lines: Sequence[Line]) -> list[Paragraph]:
    notes: list[Paragraph] = []
    for line in lines:
        if _SIGN.match(line.text) or not notes:
            notes.append(Paragraph(line.size))
        notes[-1].parts.append((page, line.text))
    return notes
