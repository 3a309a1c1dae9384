"""Paragraphs from lines: by indents, by space between lines, and by lines that end early.

Measures along a line count from where it starts: from the left, or from the right in text that
runs from right to left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from briefing_app.readers.pdf.columns import rows_of
from briefing_app.readers.pdf.direction import Letter, logical_text
from briefing_app.readers.pdf.pieces import Piece
from briefing_app.readers.pdf.words import is_of_chinese, parts_word

_new = tuple.__new__  # makes a named tuple in half the time

_STOPS = frozenset(".!?…؟。:")
_CLOSING = "”\"’'»«)]"
_BULLET = re.compile(r"[•●▪■◦‣·]\s")
_NUMBERED = re.compile(r"\(?(\d{1,2}|[a-z])[.)]\s|[-–—*]\s")
"""Such an item, unless the sentence before goes on with a number or a dash."""

_AFTER_LETTER = (".", ")")

_WIDER_SPACE = 1.28
"""Times the usual distance between lines: the next line begins a paragraph."""

_LARGER_PRINT = 1.12
"""Times the size of the line before: the next line is something else."""

_HEADING = 1.15
"""Times the size of the text: a heading, which is centred or not as it likes."""


_INDENT = 0.45
"""Heights of a line, at least."""


_ALIKE = 0.05
"""Part of its size by which print may differ and be that of the same text."""

_FEW_LETTERS = 20
"""Fewer are no line of a sentence that goes on somewhere else."""


class Line(NamedTuple):
    """A line of a column; start and end along it, `base` its lowest point."""

    start: float
    end: float
    base: float
    size: float
    text: str


class Column(NamedTuple):
    """Lines below one another, with what is usual among them."""

    lines: list[Line]
    start: float
    end: float
    leading: float


@dataclass(eq=False)
class Paragraph:
    """Lines that belong together: (page counted from 0, text); `size` is that of the first."""

    size: float
    parts: list[tuple[int, str]] = field(default_factory=list)

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.parts[0][0]


def column_of(block: Sequence[Piece]) -> Column:
    """The lines of a block."""
    letters = sum([len(piece.text) for piece in block if piece.letters])
    right_to_left = letters > 0 and 2 * letters > sum([len(piece.text) for piece in block])
    rows = rows_of(block)
    if right_to_left or len(rows) < len(block):
        lines = [_line(row, right_to_left) for row in rows]
    else:
        lines = [
            _new(Line, (left, right, bottom, top - bottom, text))
            for ((left, bottom, right, top, text, _),) in rows
        ]
    starts, ends, bases, sizes, _ = zip(*lines, strict=True)
    distances = sorted(map(sub, bases, bases[1:]))
    return Column(
        lines,
        _usual_start(starts),
        sorted(ends)[-1 - len(lines) // 12],
        distances[len(distances) // 4] if distances else sizes[0] * 1.1,
    )


def paragraphs_of(pages: Iterable[Sequence[Column]], text_size: float) -> list[Paragraph]:
    """All paragraphs in order; one that runs over columns or pages is one.

    So is one that goes on below a box or larger print in its midst: these come after it.
    """
    found: list[Paragraph] = []
    parts: list[tuple[int, str]] = []
    last: tuple[Column, Line] | None = None
    broken: _Broken | None = None
    for page, columns in enumerate(pages):
        for column in columns:
            before = None
            for line in column.lines:
                if before is not None:
                    begins = _begins(column, before, line, text_size, len(parts) == 1)
                else:
                    begins = last is None or _begins_after_turn(*last, column, line)
                above = before or (last[1] if last else None)
                if (
                    broken
                    and (before is None or _differ_at_all(before, line))
                    and broken.goes_on(page, line, above, begins)
                ):
                    parts, broken, begins = broken.parts, None, False
                if begins:
                    if above and _breaks_off(above, text_size):
                        broken = _Broken(parts, above)
                    parts = []
                    found.append(Paragraph(line.size, parts))
                parts.append((page, line.text))
                before = line
            if before is not None:
                last = column, before
    return found


class _Broken(NamedTuple):
    """A paragraph that something else follows in the midst of a sentence; `line` is its last."""

    parts: list[tuple[int, str]]
    line: Line

    def goes_on(self, page: int, line: Line, above: Line | None, begins: bool) -> bool:
        """Whether it is this paragraph that a line goes on with, and not the one above it."""
        if not line.text[0].islower() or page > self.parts[-1][0] + 1:
            return False
        if above is None or above is self.line or not (begins or _ends_sentence(above.text)):
            return False
        return not _differ_at_all(self.line, line)


def _breaks_off(line: Line, text_size: float) -> bool:
    text = line.text
    is_text = abs(line.size - text_size) < _ALIKE * text_size and len(text) > _FEW_LETTERS
    return is_text and not _ends_sentence(text) and not _is_item(line)


def size_of_text(columns: Iterable[Column]) -> float:
    """The size that most letters have, 0 where there are none."""
    lengths: dict[float, int] = {}
    for column in columns:
        for _, _, _, size, text in column.lines:
            lengths[size] = lengths.get(size, 0) + len(text)
    rounded: dict[float, int] = {}
    for size, length in lengths.items():
        size = round(size * 2) / 2
        rounded[size] = rounded.get(size, 0) + length
    return max(rounded, key=lambda size: rounded[size], default=0.0)


def _line(row: Sequence[Piece], right_to_left: bool) -> Line:
    left, right = row[0].left, max([piece.right for piece in row])
    largest = max(row, key=lambda p: len(p.text))
    text = _from_the_right(row) if right_to_left else _joined(row)
    start, end = (-right, -left) if right_to_left else (left, right)
    return Line(start, end, largest.bottom, largest.size, text)


def _joined(row: Sequence[Piece]) -> str:
    text = row[0].text
    for before, piece in pairwise(row):
        gap = max(piece.left - before.right, before.left - piece.right)
        text += f" {piece.text}" if gap > 0.12 * piece.size else piece.text
    return text


def _from_the_right(row: Sequence[Piece]) -> str:
    if len(row) == 1 and row[0].letters:
        return row[0].text  # That of a piece with letters has been put in order.
    letters = [
        letter
        for piece in row
        for letter in piece.letters or (Letter(_figures(piece.text), piece.left, piece.right),)
    ]
    return logical_text(letters, max(piece.size for piece in row))


def _figures(text: str) -> str:
    """Words of another script as they are; of figures, the stop that ends them at their end."""
    figures = text.lstrip(".,:;!?")
    ends = text[: len(text) - len(figures)]
    return figures + ends if figures[:1].isdigit() and text.upper() == text.lower() else text


def _usual_start(starts: Iterable[float]) -> float:
    """Where lines start that are not indented: the first place at which several do."""
    starts = sorted(starts)
    last, several = len(starts) - 1, len(starts) // 7
    return next(
        start
        for place, start in enumerate(starts)
        if starts[min(place + several, last)] - start < 2
    )


def _begins(column: Column, before: Line, line: Line, text_size: float, is_first: bool) -> bool:
    """Whether a line begins a paragraph, after the one above it, the first of its own or not."""
    start, _, base, size, _ = line
    if size != before.size and _differ(before, line):
        return True
    distance = before.base - base
    if size > _HEADING * text_size:
        return distance > 1.45 * size
    if distance > _WIDER_SPACE * column.leading or _begins_item(before, line):
        return True
    if parts_word(before.text):
        return False
    least = column.start + _INDENT * size
    if start > least:
        if before.start <= least:
            if not (is_first and _is_item(before)):
                return True
        elif is_first and _ends_sentence(before.text):
            return True
    elif before.start > least and not is_first:
        return True
    return _ends_early(column, before, line)


def _begins_after_turn(column: Column, before: Line, turned: Column, line: Line) -> bool:
    """Whether the first line of a column or page begins a paragraph."""
    if _differ(before, line):
        return True
    if parts_word(before.text) or line.text[:1].islower():
        return False
    indented = len(turned.lines) > 1 and line.start > turned.start + _INDENT * line.size
    if indented or _ends_sentence(before.text) or _begins_item(before, line):
        return True
    return _ends_early(column, before, line)


def _is_item(line: Line) -> bool:
    return bool(_BULLET.match(line.text) or _NUMBERED.match(line.text))


def _begins_item(before: Line, line: Line) -> bool:
    text = line.text
    if text[:1].isalpha() and text[1:2] not in _AFTER_LETTER:
        return False
    if _NUMBERED.match(line.text):
        return _ends_sentence(before.text) or _is_item(before)
    return _BULLET.match(line.text) is not None


def _differ(before: Line, line: Line) -> bool:
    return not 1 / _LARGER_PRINT <= line.size / max(before.size, 0.1) <= _LARGER_PRINT


def _differ_at_all(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) > _ALIKE * line.size


def _ends_early(column: Column, before: Line, line: Line) -> bool:
    """Whether a line ends although the next line's first word had room on it."""
    room = column.end - before.end
    if room < 0.3 * line.size:
        return False
    is_short = room > 0.3 * (column.end - column.start)
    if not is_short and before.text[-1].isalpha() and line.text[0].islower():
        return False  # As nearly all lines: the midst of a sentence.
    letter = (line.end - line.start) / max(len(line.text), 1)
    # Chinese has no spaces: a line takes what it has room for.
    word = line.text[:2] if is_of_chinese(line.text[0]) else line.text.partition(" ")[0]
    if room < 1.15 * letter * (len(word) + 1) + 0.3 * line.size:
        return False
    return is_short or _ends_sentence(before.text) or not line.text[0].islower()


def _ends_sentence(line: str) -> bool:
    return line.rstrip(_CLOSING)[-1:] in _STOPS
