"""Which code points of a body a selection means."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.analysis.kinds import word_bounds


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
    return Passage(*word_bounds(body, passage.start, passage.end)) if passage else None
