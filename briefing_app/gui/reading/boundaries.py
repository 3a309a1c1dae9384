"""Where a passage may begin and end: never inside what a reader sees as one character."""

from __future__ import annotations

from PySide6.QtGui import QTextLayout

from briefing_app.analysis.kinds import word_bounds
from briefing_app.gui.reading.offsets import Offsets, showable


def boundary(body: str, position: int, by: int) -> int:
    """The code point itself where a character ends, else the nearest such to the left or right.

    by  -1: to the left, 1: to the right
    """
    if not 0 < position < len(body) or body[position - 1 : position + 1].isascii():
        return position
    start = body.rfind("\n", 0, position) + 1
    end = body.find("\n", position)
    paragraph = body[start : len(body) if end < 0 else end]
    # Not QTextBoundaryFinder: a Thai letter makes it cut the emoji of the same text in two.
    layout, offsets = QTextLayout(showable(paragraph)), Offsets(paragraph)
    unit = offsets.to_units(position - start)
    if layout.isValidCursorPosition(unit):
        return position
    move = layout.nextCursorPosition if by > 0 else layout.previousCursorPosition
    return start + offsets.to_points(move(unit))


def step(body: str, start: int, end: int, *, by: int, at_start: bool, by_word: bool) -> int:
    """Where the start or the end of the passage [start, end) comes to lie one step on.

    A step takes white space along, so that a passage never begins or ends with it; by_word: a
    whole word, or a mark between words. The same place where no step is left, or where nothing
    would be left of the passage.
    """
    position = start if at_start else end
    if by > 0:
        found = _right(body, position, is_end=not at_start, by_word=by_word)
    else:
        found = _left(body, position, is_end=not at_start, by_word=by_word)
    kept = found < end if at_start else found > start
    return found if kept else position


def _right(body: str, position: int, *, is_end: bool, by_word: bool) -> int:
    first = _skip(body, position, 1) if is_end else position
    if first == len(body):
        return position
    last = word_bounds(body, first, first + 1)[1] if by_word else first + 1
    last = boundary(body, max(last, first + 1), 1)
    return last if is_end else _skip(body, last, 1)


def _left(body: str, position: int, *, is_end: bool, by_word: bool) -> int:
    last = position if is_end else _skip(body, position, -1)
    if last == 0:
        return position
    first = word_bounds(body, last - 1, last)[0] if by_word else last - 1
    first = boundary(body, min(first, last - 1), -1)
    return _skip(body, first, -1) if is_end else first


def _skip(body: str, position: int, by: int) -> int:
    """Past the white space on this side, as far as it is no part of a character."""
    while 0 <= (at := position - (by < 0)) < len(body) and body[at].isspace():
        if boundary(body, position + by, by) != position + by:
            break
        position += by
    return position
