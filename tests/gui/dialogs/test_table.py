"""Rows of words in a dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from briefing_app.gui.dialogs.table import TextTable


@pytest.fixture
def table(qtbot) -> TextTable:
    table = TextTable("Files", ("File", "Result"), [("a.txt", "Imported"), ("b.pdf", "Refused")])
    qtbot.addWidget(table)
    table.show()
    return table


def test_rows_are_chosen_by_enter_and_double_click(table: TextTable, qtbot) -> None:
    with qtbot.waitSignal(table.row_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [0]
    place = table.visualItemRect(table.item(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.row_chosen) as chosen:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [1]
    # Qt's double click leaves the button down for the tests that follow.
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_first_row_is_chosen_in_a_mirrored_window_too(mirrored, qtbot) -> None:
    table = TextTable("Files", ("File", "Result"), [("a.txt", "Imported"), ("b.pdf", "Refused")])
    qtbot.addWidget(table)
    assert table.currentRow() == 0
    table.selectRow(1)
    assert {index.row() for index in table.selectedIndexes()} == {1}


def test_selected_rows_are_copied_with_tabs(table: TextTable) -> None:
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "a.txt\tImported\nb.pdf\tRefused"
    assert table.as_text() == QGuiApplication.clipboard().text()


def test_it_has_a_name_and_cannot_be_written_in(table: TextTable) -> None:
    assert table.accessibleName() == "Files"
    QTest.keyClicks(table, "x")
    assert table.item(0, 0).text() == "a.txt"
