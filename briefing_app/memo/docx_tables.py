"""Columns of a table that are wide enough for the words of their headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing_app.domain.memo import Emphasis, Run, Table

_BOLD_LETTER_EM, _NARROW_LETTER_EM = 0.58, 0.46
_TABLE_PT, _BODY_PT = 10, 11
"""Size of a table’s letters where those of the body have the other."""

_PADDING = 160
"""Twips at both sides of a cell together."""


SCALE = 5
"""Fewest columns of a table that is a scale."""

MARK_LETTERS = 6
"""Most letters of what names a row, like "Q-001" and "S1"."""


def _marks(table: Table) -> Iterator[str]:
    """The first cells, if they only name their rows."""
    cells = ["".join(run.text for run in row[0]) for row in table.rows]
    if max(map(len, cells), default=0) <= MARK_LETTERS:
        yield from cells


def _is_cramped(table: Table, width: int, size_pt: float) -> bool:
    """True for a scale, of one row below its headings, for which the page is too narrow."""
    if len(table.rows) != 1 or len(table.header) < SCALE:
        return False
    longest = max(len(word) for heading in table.header for word in heading.split())
    letter = _NARROW_LETTER_EM * 20 * _TABLE_PT * size_pt / _BODY_PT
    return longest * letter + _PADDING > width / len(table.header)


def _turned(table: Table) -> Table:
    """The columns as rows; the first one stays at the head."""
    cells = ["".join(run.text for run in cell) for cell in table.rows[0]]
    rows = tuple(
        ((Run(heading, Emphasis.LEAD),), cell)
        for heading, cell in zip(table.header[1:], table.rows[0][1:], strict=True)
    )
    return replace(table, header=(table.header[0], cells[0]), rows=rows, widths=(0.7, 0.3))


def fitting(table: Table, width: int, size_pt: float) -> Table:
    """The table on a page whose text is `width` twips wide and has letters of `size_pt`.

    A heading, or a mark in the first column, that would break within a word gets its room from the
    widest column, as far as that has any to give. A row of many short words goes down the page
    where it cannot go across.
    """
    if _is_cramped(table, width, size_pt):
        table = _turned(table)
    letter = _BOLD_LETTER_EM * 20 * _TABLE_PT * size_pt / _BODY_PT
    shares = list(table.widths)
    for column, heading in enumerate(table.header):
        told = [heading] if column else [heading, *_marks(table)]
        longest = max((len(word) for text in told for word in text.split()), default=0)
        lacking = (longest * letter + _PADDING) / width - shares[column]
        widest = max(range(len(shares)), key=shares.__getitem__)
        if lacking > 0 and shares[widest] - lacking > shares[column] + lacking:
            shares[column] += lacking
            shares[widest] -= lacking
    return replace(table, widths=tuple(shares))
