"""The files of an import as a table: thousands of rows, in groups with their counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from briefing_app.gui.direction import OwnDirection, unisolated
from briefing_app.gui.importing.line import Group, Line
from briefing_app.gui.importing.words import one_line
from briefing_app.gui.row_ranges import selection_of

DISPLAY, TOOLTIP, FONT, SPOKEN = (
    Qt.ItemDataRole.DisplayRole.value,
    Qt.ItemDataRole.ToolTipRole.value,
    Qt.ItemDataRole.FontRole.value,
    Qt.ItemDataRole.AccessibleTextRole.value,
)
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Heading:
    """The first row of a group."""

    group: Group
    count: int

    @property
    def text(self) -> str:
        """E.g. "Could not be read (2)"."""
        return f"{group_name(self.group)} ({self.count:,})"


def group_name(group: Group) -> str:
    """What a group is called."""
    return {
        Group.REFUSED: _say("Could not be read"),
        Group.UNREAD: _say("Not read"),
        Group.LOOK: _say("Worth a look"),
        Group.KNOWN: _say("Already in the library"),
        Group.IMPORTED: _say("Imported"),
    }[group]


class ImportModel(QAbstractTableModel):
    """Lines in groups, those shown that a search and a choice of groups let through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Heading | Line] = []
        self._header = (_say("File"), _say("Result"), _say("Remark"))
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    def show_lines(self, lines: Sequence[Line], text: str, only: Group | None) -> None:
        """Show the lines with every word of `text` in name or remark, of one group or of all."""
        words = text.casefold().split()
        groups: dict[Group, list[Line]] = {group: [] for group in Group}
        for line in lines:
            if only in (None, line.group) and _has(line, words):
                groups[line.group].append(line)
        self.beginResetModel()
        self.rows = []
        for group, found in groups.items():
            if found:
                # What waits for the user would be lost among files that nothing can be done about.
                found.sort(key=lambda line: not line.is_waiting)
                self.rows += [Heading(group, len(found)), *found]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex, role: int = DISPLAY) -> Any:
        row = self.rows[index.row()]
        if isinstance(row, Heading):
            if role == FONT:
                return self._bold
            return row.text if role == DISPLAY and index.column() == 0 else None
        if role == DISPLAY:
            return cells(row)[index.column()]
        if role == TOOLTIP:
            return one_line(row.row.path) if index.column() == 0 else cells(row)[index.column()]
        if role == SPOKEN:
            return ", ".join(filter(None, cells(row))) if index.column() == 0 else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = DISPLAY
    ) -> str | None:
        if role == DISPLAY and orientation == Qt.Orientation.Horizontal:
            return self._header[section]
        return None


class ImportTable(QTableView):
    """Signals: `line_chosen(object)` on Enter or double click; `selection_changed()`."""

    line_chosen = Signal(object)
    selection_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._widths = (0, 0)
        self.lines_model = ImportModel(self)
        self.setModel(self.lines_model)
        self.setAccessibleName(name)
        self.setItemDelegate(OwnDirection(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.ensurePolished()  # the theme's font, not Qt's, decides how high a row is
        height = round(self.fontMetrics().height() * 1.75)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        # Of the selection of the table it would find out whether all rows of a column are selected.
        head.setSelectionModel(QItemSelectionModel(self.lines_model, head))
        head.setStretchLastSection(True)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def set_widths(self, file_px: int, result_px: int) -> None:
        """How wide the first two columns are; the last takes the rest, which is half at least."""
        self._widths = file_px, result_px
        self._share_width()

    def _share_width(self) -> None:
        narrow = min(1.0, self.viewport().width() / 2 / max(1, sum(self._widths)))
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, round(width * narrow))

    def show_lines(self, lines: Sequence[Line], text: str = "", only: Group | None = None) -> None:
        """Show lines (see ImportModel); what was selected stays selected where it is shown.

        In the place of a file that was opened meanwhile, what came out of it is selected.
        """
        chosen = {line.row.path for line in self.selected()}
        self.clearSpans()
        self.lines_model.show_lines(lines, text, only)
        for at, row in enumerate(self.lines_model.rows):
            if isinstance(row, Heading):
                self.setSpan(at, 0, 1, 3)
        if not self._select(chosen) and self.lines_model.rows:
            self.selectRow(1)
        self.selection_changed.emit()

    def selectRow(self, row: int) -> None:
        """Select a row alone. Qt's own finds no row in a window that goes from right to left."""
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.lines_model.index(row, 0), select.ClearAndSelect | select.Rows
        )

    def selected(self) -> list[Line]:
        """The selected lines, from top to bottom."""
        # Asked for the index of each row, of thousands the window would be held up for seconds.
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.count())]
        rows = sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})
        found = (self.lines_model.rows[row] for row in rows if row < len(self.lines_model.rows))
        return [row for row in found if isinstance(row, Line)]

    def choose(self, paths: set[str]) -> None:
        """Select the lines of these paths, where they are shown."""
        self._select(paths)

    def as_text(self) -> str:
        """All lines shown, cells parted by tabs."""
        return _as_text([row for row in self.lines_model.rows if isinstance(row, Line)])

    def _select(self, paths: set[str]) -> bool:
        found = enumerate(self.lines_model.rows if paths else ())
        rows = [at for at, row in found if isinstance(row, Line) and _is_in(row.row.path, paths)]
        if not rows:
            return False
        picked, index = selection_of(self.lines_model, rows), self.lines_model.index
        select = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index(rows[0], 0), select.NoUpdate)
        self.selectionModel().select(picked, select.ClearAndSelect)
        self.scrollTo(index(rows[0], 0))
        return True

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self.lines_model.rows[index.row()]
        if isinstance(row, Line):
            self.line_chosen.emit(row)

    def _on_selection_changed(self) -> None:
        self.selection_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last line; what would be a heading, to the next."""
        whole = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)
        if action in whole:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        index = super().moveCursor(action, modifiers)
        is_heading = index.isValid() and isinstance(self.lines_model.rows[index.row()], Heading)
        return index.siblingAtRow(index.row() + 1) if is_heading else index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(_as_text(self.selected()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.selected()) == 1:
            self.line_chosen.emit(self.selected()[0])
        else:
            super().keyPressEvent(event)


def cells(line: Line) -> tuple[str, str, str]:
    """What stands in the columns."""
    return line.name, line.result, line.remark


def _is_in(path: str, paths: Collection[str]) -> bool:
    """Whether a file is one of these, or inside one."""
    while path and path not in paths:
        path = path.rpartition("/")[0]
    return bool(path)


def _as_text(lines: Sequence[Line]) -> str:
    cells = ((line.row.path, line.result, line.remark) for line in lines)
    return "\n".join("\t".join(one_line(unisolated(text)) for text in texts) for texts in cells)


def _has(line: Line, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = f"{line.row.path} {line.result} {line.remark}".casefold()
    return all(word in text for word in words)


def _say(text: str) -> str:
    return QCoreApplication.translate("ImportTable", text)
