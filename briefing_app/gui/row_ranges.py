"""Selecting many rows of a table: in ranges, since Qt compares each range with all others."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QItemSelection


def selection_of(model: QAbstractItemModel, rows: Iterable[int]) -> QItemSelection:
    """These rows, which ascend, in full width. One by one 10,000 would take a minute to select."""
    selection, last_column = QItemSelection(), model.columnCount() - 1
    for first, last in _runs(rows):
        selection.select(model.index(first, 0), model.index(last, last_column))
    return selection


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending numbers as first and last of those that follow on one another."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs
