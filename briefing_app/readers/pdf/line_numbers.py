"""Numbers of lines at the side of a page, as bills and minutes of hearings have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing_app.readers.pdf.pieces import Piece

_FEWEST = 8
_EVERY_FIFTH = 4
"""Numbers on a page, at least, if each line has one, or if every fifth has."""

_IN_SENTENCES = 0.15
"""Of the lines of a text begin with a small letter, at least."""

_SAME_EDGE = 6.0
"""Points; numbers of one and of two figures end or begin at the same place."""


def without_line_numbers(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a page without the numbers of its lines, in the order they had."""
    numbers = [piece for piece in pieces if len(piece.text) <= 2 and piece.text.isdecimal()]
    if len(numbers) < _EVERY_FIFTH or len(numbers) == len(pieces):
        return pieces
    outermost = min(numbers, key=lambda p: p.left), max(numbers, key=lambda p: p.right)
    sides = ([piece for piece in numbers if _on_one_side(piece, edge)] for edge in outermost)
    for side in sides:
        side.sort(key=lambda piece: -piece.top)
        step = _step(side)
        if step and _stands_beside(side, step, pieces):
            dropped = set(map(id, side))
            return [piece for piece in pieces if id(piece) not in dropped]
    return pieces


def _on_one_side(a: Piece, b: Piece) -> bool:
    return min(abs(a.left - b.left), abs(a.right - b.right)) < _SAME_EDGE


def _step(side: Sequence[Piece]) -> int:
    """By how many each number is more than that above it, 1 or 5; 0 if they are of no lines."""
    if len(side) < _EVERY_FIFTH:
        return 0
    steps = {int(below.text) - int(above.text) for above, below in pairwise(side)}
    gaps = [above.bottom - below.bottom for above, below in pairwise(side)]
    if max(gaps) > 3 * max(min(gaps), 1):
        return 0
    if steps == {1} and len(side) >= _FEWEST and int(side[0].text) <= 2:
        return 1
    return 5 if steps == {5} else 0


def _are_items(lines: Sequence[Piece]) -> bool:
    """Whether lines are those of a list or table: of a text some begin in the midst of a sentence.

    Old minutes are in capitals, and many scripts have none.
    """
    begin_small = sum(line.text[:1].islower() for line in lines)
    have_small = any(line.text != line.text.upper() for line in lines)
    return have_small and begin_small < _IN_SENTENCES * len(lines)


def _stands_beside(side: Sequence[Piece], step: int, pieces: Iterable[Piece]) -> bool:
    """Whether all other lines are on one side of the numbers, and as many as these say."""
    top, bottom = side[0].top, side[-1].bottom
    left, right = min(p.left for p in side), max(p.right for p in side)
    own = set(map(id, side))
    beside = [p for p in pieces if id(p) not in own and p.top > bottom and p.bottom < top]
    rows = {round(p.bottom / 4) for p in beside}
    if not 0.5 * step * len(side) <= len(rows) <= 1.2 * step * len(side) or _are_items(beside):
        return False
    return all(p.left >= right for p in beside) or all(p.right <= left for p in beside)
