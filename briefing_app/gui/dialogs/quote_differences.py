"""Quotes that are not what the articles say, before anything leaves for Word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from briefing_app.domain.memo import QuoteDifference
from briefing_app.gui.dialogs.table import TextTable


class QuoteDifferences(QDialog):
    """Accepted means: export all the same, with these quotes marked as not verbatim.

    Signals: `entry_chosen(str)` when the user goes to one of the quotes instead.
    """

    entry_chosen = Signal(str)

    def __init__(
        self, differences: Sequence[QuoteDifference], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Quotes differ from the articles"))
        self.resize(900, 460)
        self._differences = differences
        head = QLabel(
            self.tr(
                "The memo was not written. Only […] for cuts and [words] for insertions may "
                "differ from the article."
            )
        )
        head.setWordWrap(True)
        header = (self.tr("In the memo"), self.tr("In the article"), self.tr("Why"))
        rows = [(d.quoted, d.found or "–", d.reason) for d in differences]
        self.table = TextTable(self.tr("Quotes that differ"), header, rows)
        for column in (0, 1):
            self.table.horizontalHeader().setSectionResizeMode(
                column, self.table.horizontalHeader().ResizeMode.Interactive
            )
            self.table.setColumnWidth(column, 320)
        self.table.resizeRowsToContents()
        self.table.row_chosen.connect(self._go)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        show = buttons.addButton(self.tr("Go to the quote"), QDialogButtonBox.ButtonRole.ActionRole)
        anyway = buttons.addButton(
            self.tr("Export anyway, marked"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        buttons.rejected.connect(self.reject)
        show.clicked.connect(self._go_to_current)
        anyway.clicked.connect(self.accept)
        show.setDefault(True)
        column_layout = QVBoxLayout(self)
        for widget in (head, self.table, buttons):
            column_layout.addWidget(widget)
        self.table.setFocus()

    def _go_to_current(self) -> None:
        self._go(max(0, self.table.currentRow()))

    def _go(self, row: int) -> None:
        self.entry_chosen.emit(self._differences[row].entry_id)
        self.reject()
