"""Rows are selected as ranges of those that follow on one another."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItemModel

from briefing_app.gui.row_ranges import selection_of


@pytest.mark.parametrize(
    ("rows", "ranges"),
    [
        ([], []),
        ([4], [(4, 4)]),
        ([0, 1, 2, 5, 7, 8], [(0, 2), (5, 5), (7, 8)]),
    ],
)
def test_rows_that_follow_on_one_another_are_one_range_of_full_width(qapp, rows, ranges):
    model = QStandardItemModel(9, 3)
    selection = selection_of(model, rows)
    found = [selection.at(number) for number in range(selection.count())]
    assert [(one.top(), one.bottom()) for one in found] == ranges
    assert all((one.left(), one.right()) == (0, 2) for one in found)
