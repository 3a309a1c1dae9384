"""Lists of imported files, and what a user sees and does there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.dialogs.import_table import Heading
from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.importing.line import Line
from briefing_app.gui.importing.review import ImportReview
from briefing_app.gui.session import Session
from briefing_app.importing import ImportReport, ImportRow
from briefing_app.reading_pool import Wanted


def sheet_of(session: Session, qtbot, rows: list[ImportRow], files: list[Wanted]) -> ImportResults:
    """The list of other files; it is deleted with its window."""
    window = QWidget()
    qtbot.addWidget(window)
    review = ImportReview(session, Importer(session, window), ImportReport(tuple(rows)), files)
    sheet = ImportResults([review], window)
    sheet.show()
    return sheet


def shown(dialog: ImportResults) -> list[str]:
    rows = dialog.table.lines_model.rows
    return [row.text if isinstance(row, Heading) else row.name for row in rows]


def pick(dialog: ImportResults, *names: str) -> None:
    """Select files by name, as with Ctrl and the mouse."""
    dialog.table.clearSelection()
    for at, name in enumerate(shown(dialog)):
        if name in names:
            index = dialog.table.lines_model.index(at, 0)
            place = dialog.table.visualRect(index).center()
            control = Qt.KeyboardModifier.ControlModifier
            QTest.mouseClick(
                dialog.table.viewport(), Qt.MouseButton.LeftButton, control, place
            )  # fmt: skip


def line(dialog: ImportResults, name: str) -> Line:
    rows = dialog.table.lines_model.rows
    return next(row for row in rows if isinstance(row, Line) and row.name == name)


def offered(dialog: ImportResults) -> set[str]:
    return {name for name, button in dialog.buttons.items() if button.isVisible()}


def press(dialog: ImportResults, name: str) -> None:
    QTest.mouseClick(dialog.buttons[name], Qt.MouseButton.LeftButton)
