"""Sections by outlets, as a table that leads to entries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.domain.coverage import coverage
from briefing_app.gui.overview.matrix import CoverageMatrix


@pytest.fixture
def matrix(qtbot, sampled, theme):
    matrix = CoverageMatrix(theme)
    qtbot.addWidget(matrix)
    matrix.show_coverage(coverage(sampled.store.snapshot()))
    matrix.show()
    return matrix


def filled(matrix):
    cells = (
        matrix.item(row, column)
        for row in range(matrix.rowCount())
        for column in range(matrix.columnCount())
    )
    return [cell for cell in cells if cell.text()]


def test_every_section_is_a_row_and_every_outlet_a_column(matrix, sampled):
    found = coverage(sampled.store.snapshot())
    assert matrix.rowCount() == len(found.sections)
    assert matrix.columnCount() == len(found.outlets) + 1
    assert sum(int(cell.text()) for cell in filled(matrix)) == sum(
        map(len, (*found.entries.values(), *found.unsourced.values()))
    )


def test_a_click_and_enter_lead_to_the_first_entry_of_a_cell(matrix, qtbot):
    cell = filled(matrix)[0]
    place = matrix.visualItemRect(cell).center()
    with qtbot.waitSignal(matrix.entry_chosen) as clicked:
        QTest.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=place)
    matrix.setCurrentItem(cell)
    with qtbot.waitSignal(matrix.entry_chosen) as entered:
        QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert clicked.args == entered.args == [cell.data(Qt.ItemDataRole.UserRole.value)[0]]


def test_a_cell_says_what_it_counts(matrix):
    for cell in filled(matrix):
        assert cell.toolTip().endswith(("1 entry", f"{cell.text()} entries"))
