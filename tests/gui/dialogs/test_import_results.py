"""What became of each file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.theme import Theme
from briefing_app.importing import ImportReport, ImportRow, Outcome

REPORT = ImportReport(
    (
        ImportRow("/in/good.txt", Outcome.IMPORTED, ("a1",)),
        ImportRow("C:\\in\\undated.txt", Outcome.INCOMPLETE, ("a2",), ("published",)),
        ImportRow("/in/scan.pdf", Outcome.REFUSED, reason="PDF files cannot be read yet."),
    )
)


@pytest.fixture
def dialog(theme: Theme, qtbot) -> ImportResults:
    dialog = ImportResults(REPORT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def names(dialog: ImportResults) -> list[str]:
    return [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]


def test_what_needs_a_look_stands_first(dialog: ImportResults) -> None:
    assert names(dialog) == ["scan.pdf", "undated.txt", "good.txt"]


def test_enter_opens_the_article_of_a_row(dialog: ImportResults, qtbot) -> None:
    dialog.table.selectRow(1)
    with qtbot.waitSignal(dialog.article_chosen) as chosen:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert chosen.args == ["a2"]
    assert not dialog.isVisible()


def test_a_refused_file_has_no_article_to_open(dialog: ImportResults, qtbot) -> None:
    dialog.table.selectRow(0)
    assert not dialog.open_button.isEnabled()
    with qtbot.assertNotEmitted(dialog.article_chosen):
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    dialog.table.selectRow(2)
    assert dialog.open_button.isEnabled()


def test_the_list_can_be_copied(dialog: ImportResults) -> None:
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "scan.pdf\tNot imported\tPDF files cannot be read yet."
    assert len(lines) == 3
