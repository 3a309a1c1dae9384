"""What became of each file of an import."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.dialogs.table import TextTable
from briefing_app.gui.import_words import import_summary, outcome_words, reason_words
from briefing_app.importing import ImportReport, ImportRow, Outcome

_ORDER = (Outcome.REFUSED, Outcome.ALIKE, Outcome.INCOMPLETE, Outcome.DUPLICATE, Outcome.IMPORTED)


class ImportResults(Sheet):
    """One line a file, those that need a look first.

    Signals: `article_chosen(str)`; the dialog closes with it.
    """

    article_chosen = Signal(str)

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("ImportResults", "Imported files")
        super().__init__(title, parent, width_em=62)
        self._rows = sorted(report.rows, key=lambda row: _ORDER.index(row.outcome))
        self.add_text(import_summary(report), "pane title")
        header = (self.tr("File"), self.tr("Result"), self.tr("Remark"))
        self.table = TextTable(title, header, [_cells(row) for row in self._rows])
        self.table.setMinimumHeight(self.em(18))
        self.table.row_chosen.connect(self._open)
        self.table.itemSelectionChanged.connect(self._update_open)
        self.column.addWidget(self.table, 1)
        self._add_buttons()
        self._update_open()
        self.table.setFocus()

    def _add_buttons(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.open_button = buttons.addButton(self.tr("Open article"), action)
        self.copy_button = buttons.addButton(self.tr("Copy list"), action)
        self.open_button.clicked.connect(self._open_current)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)

    def _update_open(self) -> None:
        row = self.table.currentRow()
        self.open_button.setEnabled(row >= 0 and bool(self._rows[row].article_ids))

    def _open_current(self) -> None:
        self._open(self.table.currentRow())

    def _open(self, row: int) -> None:
        ids = self._rows[row].article_ids
        if ids:
            self.article_chosen.emit(ids[0])
            self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.as_text())


def _cells(row: ImportRow) -> tuple[str, str, str]:
    name = row.path.replace("\\", "/").rstrip("/").rpartition("/")[2] or row.path
    return name, outcome_words(row), reason_words(row)
