"""All sections in figures, in a small table over the outline."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.outline import Placed
from briefing_app.gui import direction
from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.table import TextTable
from briefing_app.gui.outline.wording import told
from briefing_app.gui.session import Session
from briefing_app.gui.shadow import cast_shadow
from briefing_app.gui.theme import Theme
from briefing_app.store.glances import Glance

WIDTH_PX = 720
AWAY_PX = 8
ROW_PX = 30
GAPS = (5, 6)
"""Columns in which any number but 0 is a gap."""


class GlancePanel(QFrame):
    """Floats over its host until Esc, or a click elsewhere.

    Signals: `section_chosen(str)` when the user wants to see this section id.
    """

    section_chosen = Signal(str)

    def __init__(self, session: Session, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._session = session
        self._theme = theme
        self._sections: tuple[Placed, ...] = ()
        self._table: TextTable | None = None
        self._title = QLabel(self.tr("Sections at a glance"))
        self._title.setProperty("look", "pane title")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self.setProperty("look", "tag bar")
        self.setAccessibleName(self.tr("Sections at a glance"))
        cast_shadow(self)
        self.hide()

    @property
    def table(self) -> TextTable | None:
        """The figures, a row for each section; None before they were shown."""
        return self._table

    def open(self, top_px: int) -> None:
        """Show the figures as they are now, `top_px` below the host's upper edge."""
        self.refresh()
        px, host = self._theme.px, self.parentWidget()
        width = min(px(WIDTH_PX), host.width() - 2 * px(AWAY_PX))
        wanted = px(96) + px(ROW_PX) * max(1, len(self._sections))
        height = min(wanted, host.height() - top_px - px(AWAY_PX))
        # Beside the outline, wherever that stands.
        end = px(AWAY_PX) if self.isRightToLeft() else host.width() - width - px(AWAY_PX)
        self.setGeometry(end, top_px, width, height)
        self.show()
        self.raise_()
        if self._table:
            self._table.setFocus(Qt.FocusReason.PopupFocusReason)
        _application().installEventFilter(self)

    def close_panel(self) -> None:
        """Go away."""
        if self.isVisible():
            _application().removeEventFilter(self)
            self.hide()

    def refresh(self) -> None:
        """Read the figures anew."""
        glances = self._session.store.sections.glances(self._session.memo_id)
        self._sections = self._session.sections()
        rows = [_cells(each, glances.get(each.section.id, Glance())) for each in self._sections]
        present = self._table.currentRow() if self._table else 0
        had_focus = self._table is not None and self._table.hasFocus()
        if self._table:
            self._table.setParent(None)
            self._table.deleteLater()
        header = [
            self.tr("Section"),
            self.tr("Entries"),
            self.tr("Origins"),
            self.tr("Outlets"),
            self.tr("Oldest"),
            self.tr("One origin"),
            self.tr("No source"),
        ]
        self._table = table = TextTable(self.tr("Sections at a glance"), header, rows)
        self._space(table)
        self._tint_gaps(table)
        table.row_chosen.connect(self._choose)
        table.cellClicked.connect(self._choose)
        if rows:
            table.selectRow(min(max(0, present), len(rows) - 1))
        self._column.addWidget(table)
        if had_focus:
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _space(self, table: TextTable) -> None:
        """One line a row, and room between the columns."""
        px, modes = self._theme.px, QHeaderView.ResizeMode
        table.setProperty("look", "glance")
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setWordWrap(False)
        head, rows = table.horizontalHeader(), table.verticalHeader()
        rows.setSectionResizeMode(modes.Fixed)
        for row in range(table.rowCount()):
            table.setRowHeight(row, px(ROW_PX))
        table.ensurePolished()
        for column in range(1, table.columnCount()):
            head.setSectionResizeMode(column, modes.Fixed)
            table.setColumnWidth(column, table.sizeHintForColumn(column) + px(4))
            needed = head.sectionSizeHint(column) + px(4)
            table.setColumnWidth(column, max(needed, table.columnWidth(column)))
            title = table.horizontalHeaderItem(column)
            title.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, modes.Stretch)

    def _tint_gaps(self, table: TextTable) -> None:
        for row in range(table.rowCount()):
            for column in range(1, table.columnCount()):
                item = table.item(row, column)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column in GAPS and item.text() != "–":
                    item.setForeground(self._theme.color("warn"))

    def _choose(self, row: int, _column: int = 0) -> None:
        section_id = self._sections[row].section.id
        self.close_panel()
        self.section_chosen.emit(section_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees every event of the application, but only while the panel is open."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = self.mapFromGlobal(event.globalPosition().toPoint())
            if not self.rect().contains(at):
                self.close_panel()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        px = self._theme.px
        self._column.setContentsMargins(direction.margins(px(14), px(12), px(10), px(10)))
        self._column.setSpacing(px(6))
        if self.isVisible():
            self.refresh()


def _cells(placed: Placed, glance: Glance) -> list[str]:
    name = f"{'   ' * placed.depth}{placed.number}  {placed.section.title}"
    if glance.is_empty:
        return [name, told("Empty"), "–", "–", "–", "–", "–"]
    numbers = (glance.entries, glance.origins, glance.outlets)
    gaps = (glance.single_source, glance.unsourced)
    oldest = shown_date(glance.oldest) or "–"
    return [name, *(f"{n or '–'}" for n in numbers), oldest, *(f"{n or '–'}" for n in gaps)]


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
