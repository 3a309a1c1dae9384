"""Sections by outlets, the more entries the darker; every cell leads to its entries."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from briefing_app.domain.coverage import Coverage
from briefing_app.gui.direction import OwnDirection
from briefing_app.gui.theme import Theme

MOST_OUTLETS = 40
"""Columns; what is used less often stands in the outline only."""

_ENTRIES = Qt.ItemDataRole.UserRole.value


class CoverageMatrix(QTableWidget):
    """Signals: `entry_chosen(str)` with the first entry of a cell, on Enter or a click."""

    entry_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Entries by section and outlet"))
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(self.accessibleName())
            corner.setToolTip(self.accessibleName())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(OwnDirection(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.cellClicked.connect(self._choose)
        self.cellActivated.connect(self._choose)

    def show_coverage(self, found: Coverage) -> None:
        """Fill the table: a column an outlet, and a last one for what has no source."""
        outlets = found.outlets[:MOST_OUTLETS]
        self.setRowCount(len(found.sections))
        self.setColumnCount(len(outlets) + 1)
        named = [outlet or self.tr("No outlet") for outlet in outlets]
        self.setHorizontalHeaderLabels([*named, self.tr("No source")])
        titles = [f"{p.number}  {p.section.title}" for p in found.sections]
        self.setVerticalHeaderLabels(titles)
        most = max((len(ids) for ids in found.entries.values()), default=1)
        for row, placed in enumerate(found.sections):
            for column, outlet in enumerate(outlets):
                ids = found.entries.get((placed.section.id, outlet), ())
                told = f"{placed.section.title}, {named[column]}"
                self.setItem(row, column, self._cell(ids, told, len(ids) / most, "accent"))
            ids = found.unsourced.get(placed.section.id, ())
            told = self.tr("{section}, no source").format(section=placed.section.title)
            self.setItem(row, len(outlets), self._cell(ids, told, 0.3 if ids else 0, "warn"))

    def _cell(self, ids: tuple[str, ...], told: str, share: float, color: str) -> QTableWidgetItem:
        item = QTableWidgetItem(str(len(ids)) if ids else "")
        item.setData(_ENTRIES, list(ids))
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        words = self.tr("1 entry") if len(ids) == 1 else self.tr("{n} entries").format(n=len(ids))
        item.setToolTip(f"{told}: {words}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
        if ids:
            # At most a third of the colour, so that the figure keeps its contrast.
            ground = QColor(self._theme.color(color))
            ground.setAlphaF(0.08 + 0.25 * share)
            item.setBackground(ground)
        return item

    def _choose(self, row: int, column: int) -> None:
        item = self.item(row, column)
        ids = item.data(_ENTRIES) if item is not None else []
        if ids:
            self.entry_chosen.emit(ids[0])
