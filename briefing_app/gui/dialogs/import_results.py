"""What became of every file of an import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from briefing_app.gui.dialogs.table import TextTable
from briefing_app.importing import ImportReport, ImportRow, Outcome


class ImportResults(QDialog):
    """One row a file, those that need a look first. Signals: `article_chosen(str)`."""

    article_chosen = Signal(str)

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import results"))
        self.resize(860, 480)
        order = (Outcome.REFUSED, Outcome.INCOMPLETE, Outcome.DUPLICATE, Outcome.IMPORTED)
        self._rows = sorted(report.rows, key=lambda row: order.index(row.outcome))
        header = (self.tr("File"), self.tr("Result"), self.tr("What to know"))
        self.table = TextTable(self.tr("Files"), header, [self._cells(row) for row in self._rows])
        self.table.row_chosen.connect(self._on_row_chosen)
        hint = QLabel(self.tr("Enter or double click opens the article. Ctrl+C copies rows."))
        hint.setProperty("look", "hint")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = buttons.addButton(self.tr("Copy all"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        for widget in (self.table, hint, buttons):
            column.addWidget(widget)
        self.table.setFocus()

    def _cells(self, row: ImportRow) -> tuple[str, str, str]:
        words = {
            Outcome.IMPORTED: self.tr("Imported"),
            Outcome.INCOMPLETE: self.tr("Imported, incomplete"),
            Outcome.DUPLICATE: self.tr("Already in the library"),
            Outcome.REFUSED: self.tr("Not imported"),
        }
        names = {
            "headline": self.tr("headline"),
            "publisher": self.tr("outlet"),
            "published": self.tr("date"),
        }
        known = [row.reason, *row.warnings]
        if row.missing:
            lacking = ", ".join(names[name] for name in row.missing)
            known.insert(0, self.tr("Not found in the file: {names}.").format(names=lacking))
        return Path(row.path).name, words[row.outcome], " ".join(part for part in known if part)

    def _on_row_chosen(self, place: int) -> None:
        ids = self._rows[place].article_ids
        if ids:
            self.article_chosen.emit(ids[0])
            self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.as_text())
