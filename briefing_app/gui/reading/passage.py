"""Which code points of a body a selection means."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.analysis.kinds import word_bounds
from briefing_app.gui.reading.boundaries import boundary


@dataclass(frozen=True)
class Passage:
    """Code points [start, end) of a body, never empty."""

    start: int
    end: int


def trimmed(body: str, start: int, end: int) -> Passage | None:
    """The range within the body without white space at its ends; None when nothing is left.

    A character of which only a part was in the range comes in whole.
    """
    start, end = max(0, start), min(len(body), end)
    while start < end and body[start].isspace():
        start += 1
    while start < end and body[end - 1].isspace():
        end -= 1
    return _whole(body, start, end) if start < end else None


def snapped(body: str, start: int, end: int) -> Passage | None:
    """The trimmed range, widened to whole words; None when only white space was selected."""
    passage = trimmed(body, start, end)
    return _whole(body, *word_bounds(body, passage.start, passage.end)) if passage else None


def with_end_at(
    body: str, passage: Passage, position: int, *, is_start: bool, exact: bool
) -> Passage:
    """The passage with one of its ends at a code point; at the word that holds it unless `exact`.

    Where the end would pass the other one, it stays one character before that.
    """
    meant = trimmed if exact else snapped
    if is_start:
        position = min(position, boundary(body, passage.end - 1, -1))
        moved = meant(body, position, passage.end)
        return Passage(moved.start, passage.end) if moved else passage
    position = max(position, boundary(body, passage.start + 1, 1))
    moved = meant(body, passage.start, position)
    return Passage(passage.start, moved.end) if moved else passage


def _whole(body: str, start: int, end: int) -> Passage:
    return Passage(boundary(body, start, -1), boundary(body, end, 1))
