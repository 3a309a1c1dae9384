"""A read-only table in a dialog: rows can be chosen by mouse and keys, and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from briefing_app.gui.direction import OwnDirection


class TextTable(QTableWidget):
    """Rows of words. Signals: `row_chosen(int)` on Enter or double click."""

    row_chosen = Signal(int)

    def __init__(self, name: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__(0, len(header))
        self.setAccessibleName(name)
        self.setItemDelegate(OwnDirection(self))
        self.setHorizontalHeaderLabels(list(header))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(len(header) - 1, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.show_lines(rows)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_lines(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows and no others; the one at the place of the current one is chosen."""
        current = max(0, self.currentRow())
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        if rows:
            self.selectRow(min(current, len(rows) - 1))

    def selectRow(self, row: int) -> None:
        """Select a row alone. Qt's own finds no row in a window that goes from right to left."""
        select = QItemSelectionModel.SelectionFlag
        self.setCurrentCell(row, 0, select.ClearAndSelect | select.Rows)

    def as_text(self) -> str:
        """All rows, cells parted by tabs."""
        rows = range(self.rowCount())
        return "\n".join("\t".join(self._cells(row)) for row in rows)

    def _cells(self, row: int) -> list[str]:
        items = [self.item(row, column) for column in range(self.columnCount())]
        return [item.text() for item in items if item is not None]

    def _on_double_clicked(self) -> None:
        self.row_chosen.emit(self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({index.row() for index in self.selectedIndexes()})
            lines = ("\t".join(self._cells(row)) for row in rows)
            QGuiApplication.clipboard().setText("\n".join(lines))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.row_chosen.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
