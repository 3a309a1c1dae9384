"""The list of articles as a view: mouse, keys and a context menu."""

from __future__ import annotations

from collections.abc import Set
from functools import partial

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from briefing_app.gui.drawing import Mirror
from briefing_app.gui.library.delegate import ArticleDelegate
from briefing_app.gui.library.table import ArticleTable
from briefing_app.gui.row_ranges import selection_of
from briefing_app.gui.theme import Theme

_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate


FITTED = 150
"""Rows of a list in which each is as high as its headline; in longer ones all have one height,
since to know it of each would keep whoever types waiting."""


class ArticleList(QTableView):
    """Rows drawn by ArticleDelegate.

    Signals:
    opened(str)             the user wants to read this article
    details_requested(str)  the user wants to fill in what this article lacks
    step_requested(int)     read the next (1) or the previous (-1) article
    delete_requested, several_requested  about the selected articles
    read_requested(bool)    mark the selected articles as read (True) or unread
    """

    opened = Signal(str)
    details_requested = Signal(str)
    step_requested = Signal(int)
    delete_requested = Signal()
    several_requested = Signal()
    read_requested = Signal(bool)

    def __init__(self, table: ArticleTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.is_changeable = True
        self._delegate = ArticleDelegate(table, theme, self)
        self.setModel(table)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Articles"))
        self.setProperty("look", "articles")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # Set later, a minimum is applied row by row: eight seconds for 100,000.
        self.verticalHeader().setMinimumSectionSize(1)
        self._low_rows: set[int] = set()
        self._bind_keys()
        self.fit_rows()
        for changed in (table.dataChanged, table.modelReset):
            changed.connect(self.fit_rows)  # after the view has heard of it

    def fit_rows(self) -> None:
        """Take the row heights that the text size, the search and the headlines ask for."""
        height, header = self._delegate.row_height(), self.verticalHeader()
        rows, width = self.table.rowCount(), self.viewport().width()
        if header.defaultSectionSize() != height:
            header.setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(max(1, height // 3))
        # Qt keeps the height of a row that was given one of its own, whatever then stands in it.
        heights = dict.fromkeys(filter(rows.__gt__, self._low_rows), height)
        self._low_rows.clear()
        for row in range(rows if rows <= FITTED else 0):
            heights[row] = self._delegate.height_of(row, width)
            if heights[row] != height:
                self._low_rows.add(row)
        for row, wanted in heights.items():
            if header.sectionSize(row) != wanted:
                header.resizeSection(row, wanted)

    def top(self) -> tuple[int, int]:
        """The row at the upper edge, and how many px of it are out of sight; (-1, 0) for none."""
        header, at = self.verticalHeader(), self.verticalScrollBar().value()
        row = header.logicalIndexAt(at - header.offset())
        return row, at - header.sectionPosition(row) if row >= 0 else 0

    def scroll_to(self, row: int, offset: int) -> None:
        """Put a row at the upper edge, less so many px."""
        self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(row) + offset)

    def selected_ids(self) -> list[str]:
        """Ids of the selected articles, in the order of the list."""
        # Asked for the index of each row, of 10,000 the window would be held up for 40 ms.
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.count())]
        rows = {row for part in ranges for row in range(part.top(), part.bottom() + 1)}
        return [self.table.id_at(row) for row in sorted(rows)]

    def select(self, article_id: str) -> None:
        """Make this article the current and only selected one; none if it is not listed."""
        row = self.table.row_of(article_id)
        if row < 0 and self.table.groups.head_of(article_id):
            self.unfold(article_id, is_on=True)
            row = self.table.row_of(article_id)
        if row < 0:
            self.clearSelection()
            return
        index = self.table.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _ROW)
        self.scrollTo(index)

    def select_ids(self, ids: Set[str], current: str) -> None:
        """Select those of `ids` that are listed, without scrolling or opening."""
        model = self.selectionModel()
        selection = selection_of(self.table, sorted(self.table.rows_of(ids)))
        row = self.table.row_of(current)
        if row >= 0:
            model.setCurrentIndex(self.table.index(row, 0), _KEEP)
        if not selection.isEmpty():
            model.select(selection, _ROW)

    def unfold(self, article_id: str, *, is_on: bool) -> bool:
        """Show or hide earlier versions, at the place that is scrolled to; False: no change."""
        place, selected = self.verticalScrollBar().value(), set(self.selected_ids())
        current = self.table.id_at(self.currentIndex().row())
        head = self.table.groups.head_of(current)
        if not self.table.unfold(article_id, is_on=is_on):
            return False
        if self.table.row_of(current) < 0:
            current, selected = head, {head}
        self.select_ids(selected, current)
        self.verticalScrollBar().setValue(place)
        return True

    def _bind_keys(self) -> None:
        # Of this widget alone: single letters must not fire while the user types elsewhere.
        for keys, slot in (
            ("J", partial(self.step_requested.emit, 1)),
            ("K", partial(self.step_requested.emit, -1)),
            ("Del", self._delete),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def _delete(self) -> None:
        if self.is_changeable:
            self.delete_requested.emit()

    def _asks_for_details(self, position: QPoint) -> str:
        """Id of the article whose "Add outlet and date" is at a viewport position, else ""."""
        index = self.indexAt(position)
        if not index.isValid() or not self.is_changeable:
            return ""
        cell = QRectF(self.visualRect(index))
        box = self._delegate.missing_box(cell, index.row())
        box = Mirror(cell, is_on=self.isRightToLeft()).box(box)
        return self.table.id_at(index.row()) if box.contains(position) else ""

    def _folded_at(self, position: QPoint) -> str:
        """Id of the article whose "3 versions" is at a viewport position, else ""."""
        index = self.indexAt(position)
        if not index.isValid():
            return ""
        cell = QRectF(self.visualRect(index))
        box = self._delegate.versions_box(cell, index.row())
        box = Mirror(cell, is_on=self.isRightToLeft()).box(box)
        return self.table.id_at(index.row()) if box.contains(position) else ""

    def _open_current(self) -> None:
        if id := self.table.id_at(self.currentIndex().row()):
            self.opened.emit(id)

    def _menu_for(self, article_id: str) -> QMenu:
        menu = QMenu(self)
        several = len(self.selected_ids()) > 1
        opening = menu.addAction(self.tr("Open"))
        opening.triggered.connect(partial(self.opened.emit, article_id))
        if several:
            text = self.tr("Edit details of {n} articles…").format(n=len(self.selected_ids()))
            details = menu.addAction(text)
            details.triggered.connect(self.several_requested)
        else:
            details = menu.addAction(self.tr("Edit details…"))
            details.triggered.connect(partial(self.details_requested.emit, article_id))
        read = menu.addAction(self.tr("Mark as read"))
        read.triggered.connect(partial(self.read_requested.emit, True))
        unread = menu.addAction(self.tr("Mark as unread"))
        unread.triggered.connect(partial(self.read_requested.emit, False))
        for action in (details, read, unread):
            action.setEnabled(self.is_changeable)
        if self.table.groups.count(self.table.groups.head_of(article_id) or article_id):
            head = self.table.groups.head_of(article_id) or article_id
            is_open = self.table.groups.is_unfolded(head)
            text = self.tr("Hide earlier versions") if is_open else self.tr("Show earlier versions")
            fold = menu.addAction(text)
            fold.triggered.connect(partial(self._fold, head, not is_open))
        menu.addSeparator()
        text = self.tr("Delete articles…") if several else self.tr("Delete article")
        delete = menu.addAction(text)
        delete.triggered.connect(self.delete_requested)
        delete.setEnabled(self.is_changeable)
        return menu

    def _fold(self, article_id: str, is_on: bool, _checked: bool = False) -> None:
        self.unfold(article_id, is_on=is_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit_rows()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or not plain:
            return
        position = event.position().toPoint()
        if id := self._folded_at(position):
            self.unfold(id, is_on=not self.table.groups.is_unfolded(id))
        elif id := self._asks_for_details(position):
            self.details_requested.emit(id)
        elif self.indexAt(position) == self.currentIndex() and len(self.selected_ids()) == 1:
            self._open_current()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        position = event.position().toPoint()
        if self._asks_for_details(position) or self._folded_at(position):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        sideways = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        current = self.table.id_at(self.currentIndex().row())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        elif event.key() in sideways and self.unfold(current, is_on=event.key() == ahead):
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters searches nothing here: it would fetch every row."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        id = self.table.id_at(index.row()) if index.isValid() else ""
        if id:
            at = self.visualRect(index).center() if by_keys else event.pos()
            menu = self._menu_for(id)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.table.rowCount():
            row = max(0, self.currentIndex().row())
            self.selectionModel().setCurrentIndex(self.table.index(row, 0), _ROW)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
