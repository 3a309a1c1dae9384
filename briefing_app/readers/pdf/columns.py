"""In what order the parts of a page are read: columns, stories side by side, wide headlines.

The page is cut along the empty bands between its parts, over and over (a recursive XY-cut): along
an upright band where there are columns on both sides of it, else along a level one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from briefing_app.readers.pdf.pieces import Piece

_TOP, _LEFT = attrgetter("top"), attrgetter("left")

_COLUMN_ROWS = 4
"""Fewer lines beside others are no column but a table or a list."""

_PROSE_LETTERS = 14

_SIGN_LETTERS = 5
"""At most, of a number or sign before an item of a list."""

_WIDE = 0.62
"""Part of a block's width; wider lines run over its columns."""

_DEEPEST = 40
_MOST_CUTS = 200
_MOST_PIECES = 4000
"""Pieces of a page; with more it is no page of an article, and keeps the order it was drawn in."""

_LEAST_GUTTER = 5.0


def blocks_in_order(pieces: Sequence[Piece], right_to_left: bool = False) -> list[list[Piece]]:
    """The page's pieces as blocks in reading order; lines of a block stand below one another."""
    if not pieces or len(pieces) > _MOST_PIECES or not _side_by_side(pieces):
        return [list(pieces)] if pieces else []
    return _Cutting(right_to_left).blocks(list(pieces))


def rows_of(block: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand on one line together, lines from the top, pieces from the left."""
    from_top = sorted(block, key=_TOP, reverse=True)
    if not _overlapping(from_top):
        return [[piece] for piece in from_top]
    return _shared_rows(block)


def _shared_rows(block: Iterable[Piece]) -> list[list[Piece]]:
    """As rows_of, of a block that has pieces beside one another."""
    rows: list[list[Piece]] = []
    base = inf
    for piece in sorted(block, key=lambda p: (-p.bottom - p.top, p.left)):
        bottom = piece.bottom
        if base < (bottom + piece.top) / 2 and _overlap(rows[-1][0], piece) > 0.5:
            rows[-1].append(piece)
        else:
            rows.append([piece])
            base = bottom
    for row in rows:
        if len(row) > 1:
            row.sort(key=_LEFT)
    return rows


def _overlap(a: Piece, b: Piece) -> float:
    """The height that two pieces have in common, as part of the lower one's."""
    common = min(a.top, b.top) - max(a.bottom, b.bottom)
    return common / max(min(a.top - a.bottom, b.top - b.bottom), 0.1)


def _side_by_side(pieces: Sequence[Piece]) -> bool:
    """Whether any two pieces stand beside one another, on one line or half a line apart."""
    return _overlapping(sorted(pieces, key=_TOP, reverse=True))


def _overlapping(from_top: Sequence[Piece]) -> bool:
    return any(
        below.top > above.bottom and _overlap(above, below) > 0.3
        for above, below in pairwise(from_top)
    )


def _columns(pieces: list[Piece]) -> list[list[Piece]]:
    """The columns that upright bands part, from the left; [] where there are none."""
    if len(pieces) <= _COLUMN_ROWS:
        return []
    spans = sorted([(p.left, p.right) for p in pieces])
    edges = list(_bands(spans, _LEAST_GUTTER))
    if edges:
        edges = list(_bands(spans, max(_LEAST_GUTTER, 0.6 * median([p.size for p in pieces]))))
    if not edges:
        return []
    columns: list[list[Piece]] = [[] for _ in range(len(edges) + 1)]
    for piece in pieces:
        columns[bisect_right(edges, piece.left)].append(piece)
    columns = _with_signs(column for column in columns if column)
    if len(columns) < 2:
        return []
    full = sum([_has_rows(column) for column in columns])
    # The last column of a text may be short; those of a table have few letters a line.
    return columns if full >= 2 or (full and all(map(_is_prose, columns))) else []


def _has_rows(column: Sequence[Piece]) -> bool:
    if len(column) < _COLUMN_ROWS:
        return False
    return len({round(p.bottom) for p in column}) >= _COLUMN_ROWS


def _is_prose(column: Sequence[Piece]) -> bool:
    return sum([len(p.text) for p in column]) >= _PROSE_LETTERS * len(column)


def _with_signs(columns: Iterable[list[Piece]]) -> list[list[Piece]]:
    """Columns, of which none is the numbers or signs of a list without what they belong to."""
    found: list[list[Piece]] = []
    signs: list[Piece] = []
    for column in columns:
        if max([len(piece.text) for piece in column]) <= _SIGN_LETTERS:
            signs += column
        else:
            found.append(signs + column)
            signs = []
    if signs and found:
        found[-1] += signs
    return found


def _bands(spans: Sequence[tuple[float, float]], least: float) -> Iterator[float]:
    """Middles of the gaps of at least `least` between sorted spans."""
    end = spans[0][1]
    for start, stop in spans:
        if start - end >= least:
            yield (start + end) / 2
        if stop > end:
            end = stop


def _level_parts(pieces: list[Piece]) -> Iterator[list[list[Piece]]]:
    """Ways to cut the block across, from the top: at its widest gap, then at its wide lines."""
    spans = sorted([(p.bottom, p.top) for p in pieces])
    end, widest, edge = spans[0][1], 0.0, 0.0
    for bottom, top in spans:
        if bottom - end > widest:
            widest, edge = bottom - end, (bottom + end) / 2
        if top > end:
            end = top
    if widest > 0:
        above = [p for p in pieces if p.bottom >= edge]
        below = [p for p in pieces if p.bottom < edge]
        yield [above, below]
    parts = list(_around_wide_lines(pieces))
    if len(parts) > 1:
        yield parts


def _around_wide_lines(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The block from the top: what is above a wide line, the wide lines, what is below.

    Some of it stands side by side. Nothing comes of a block in which no line is wide, or each.
    """
    widths = [p.right - p.left for p in pieces]
    least = _WIDE * (max([p.right for p in pieces]) - min([p.left for p in pieces]))
    wide = {id(p) for p, width in zip(pieces, widths, strict=True) if width > least}
    if not 0 < len(wide) < len(pieces):
        return
    current: list[Piece] = []
    was_wide = False
    for row in _shared_rows(pieces):
        is_wide = not wide.isdisjoint(map(id, row))
        if current and is_wide != was_wide:
            yield current
            current = []
        current += row
        was_wide = is_wide
    if current:
        yield current


class _Cut(NamedTuple):
    """What came of a part of a page: its blocks, how many cuts they took, how deep these went."""

    blocks: list[list[Piece]]
    cuts: int
    depth: int


class _Cutting:
    """The cutting of one page; it gives up what would take too long.

    Several ways of cutting lead to the same part. What came of it is remembered by the addresses
    of its pieces, all of which live as long as the page.
    """

    def __init__(self, right_to_left: bool) -> None:
        self._right_to_left = right_to_left
        self._cuts_left = _MOST_CUTS
        self._reached = 0
        self._known: dict[tuple[int, ...], _Cut] = {}
        self._columns_of: dict[tuple[int, ...], list[list[Piece]]] = {}

    def blocks(self, pieces: list[Piece], depth: int = 0) -> list[list[Piece]]:
        """The blocks of a part of the page in reading order."""
        self._cuts_left -= 1
        self._reached = max(self._reached, depth)
        if depth > _DEEPEST or self._cuts_left < 0 or len(pieces) <= _COLUMN_ROWS:
            return [pieces]
        key = tuple(map(id, pieces))
        known = self._known.get(key)
        if known and self._cuts_left >= known.cuts and depth + known.depth <= _DEEPEST:
            self._cuts_left -= known.cuts
            self._reached = max(self._reached, depth + known.depth)
            return known.blocks
        left, reached, self._reached = self._cuts_left, self._reached, depth
        blocks = self._cut(pieces, depth)
        if self._reached <= _DEEPEST:
            self._known[key] = _Cut(blocks, left - self._cuts_left, self._reached - depth)
        self._reached = max(self._reached, reached)
        return blocks

    def _cut(self, pieces: list[Piece], depth: int) -> list[list[Piece]]:
        if not _side_by_side(pieces):
            return [pieces]
        columns = self._columns(pieces)
        if columns:
            if self._right_to_left:
                columns.reverse()
            return [block for column in columns for block in self.blocks(column, depth + 1)]
        # What has columns at once is better than what has them after more cuts: a box beside the
        # beginning of a text is as high as it is, whatever gaps are in it.
        for parts in sorted(_level_parts(pieces), key=self._in_columns, reverse=True):
            blocks = [block for part in parts for block in self.blocks(part, depth + 1)]
            # A level cut that leads to no columns would only tear paragraphs apart.
            if len(blocks) > len(parts):
                return blocks
        return [pieces]

    def _in_columns(self, parts: Iterable[list[Piece]]) -> int:
        """How many pieces of the parts of a block stand in columns."""
        return sum([len(part) for part in parts if self._columns(part)])

    def _columns(self, pieces: list[Piece]) -> list[list[Piece]]:
        """As of _columns, found once for each part."""
        if len(pieces) <= _COLUMN_ROWS:
            return []
        key = tuple(map(id, pieces))
        if key not in self._columns_of:
            self._columns_of[key] = _columns(pieces)
        return list(self._columns_of[key])
