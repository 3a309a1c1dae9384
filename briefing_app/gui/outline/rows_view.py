"""A tree view that keeps the places of its rows itself.

QTreeView asks the model about every row after each insert, which takes longer than a frame at a
thousand rows. Here only heights are kept, and only visible rows are asked about. Which sections
are open, the selection, editing and what screen readers hear stay QTreeView's.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.rows import OpenRows, open_nodes
from briefing_app.gui.outline.tree import OutlineTree

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_STEPS = {
    _Move.MoveUp: -1,
    _Move.MovePrevious: -1,
    _Move.MoveDown: 1,
    _Move.MoveNext: 1,
}


class RowsView(QTreeView):
    """Shows an OutlineTree; subclasses say how high a row is and draw it."""

    def __init__(self, tree: OutlineTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self._rows: OpenRows | None = None
        self._is_heard = False
        self.setUniformRowHeights(True)  # QTreeView's own heights are not used: let it ask once
        for signal in (tree.rowsInserted, tree.rowsRemoved, tree.rowsMoved, tree.modelReset):
            signal.connect(self.forget_rows)  # before the view hears of it
        self.expanded.connect(self.forget_rows)
        self.collapsed.connect(self.forget_rows)
        self.setModel(tree)

    def row_heights(self, nodes: Iterable[Node]) -> Iterable[int]:
        """How high these rows are, in px."""
        raise NotImplementedError

    def draw_row(self, painter: QPainter, node: Node, row: QRectF) -> None:
        """Paint a row."""
        raise NotImplementedError

    @property
    def rows(self) -> OpenRows:
        """The rows as they lie now."""
        if self._rows is None:
            nodes = open_nodes(self._tree.root, self._is_open)
            self._rows = OpenRows(nodes, self.row_heights(nodes))
            self._fit_bar(self._rows)
        return self._rows

    def _is_open(self, section: Node) -> bool:
        return self.isExpanded(self._tree.index_of(section.id))

    def forget_rows(self) -> None:
        """Lay all rows out anew, once they are needed."""
        self._rows = None
        self.scheduleDelayedItemsLayout()

    def _fit_bar(self, rows: OpenRows) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setRange(0, max(0, rows.height - room))

    def doItemsLayout(self) -> None:
        self._is_heard = QAccessible.isActive()
        if self._is_heard:  # what screen readers are told of comes from QTreeView's own list
            super().doItemsLayout()
        else:
            QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        self._fit_bar(self.rows)
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        if QAccessible.isActive() and not self._is_heard:
            self.scheduleDelayedItemsLayout()
        painter = QPainter(self.viewport())
        rows, offset, area = self.rows, self.verticalOffset(), event.rect()
        width = self.viewport().width()
        for number in rows.between(area.top() + offset, area.bottom() + offset):
            top, bottom = rows.span(number)
            self.draw_row(painter, rows.nodes[number], QRectF(0, top - offset, width, bottom - top))
        painter.end()

    def row_of(self, node: Node | None) -> QRect:
        """Where a row lies in the viewport; empty while it is folded away."""
        rows = self.rows
        number = rows.number(node)
        if number < 0:
            return QRect()
        top, bottom = rows.span(number)
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), bottom - top)

    def visualRect(self, index: Index) -> QRect:
        return self.row_of(self._tree.node(index))

    def node_at(self, y: int) -> Node | None:
        """What lies at this height of the viewport."""
        rows = self.rows
        number = rows.at(y + self.verticalOffset())
        return rows.nodes[number] if number >= 0 else None

    def indexAt(self, point: QPoint) -> QModelIndex:
        node = self.node_at(point.y())
        return self._tree.index_of(node.id) if node else QModelIndex()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        self.open_above(index)
        rows = self.rows
        number = rows.number(self._tree.node(index))
        if number < 0:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = rows.span(number)
        if hint == _Hint.PositionAtCenter:
            bar.setValue((top + bottom - room) // 2)
        elif top < bar.value() or hint == _Hint.PositionAtTop or bottom - top > room:
            bar.setValue(top)
        elif bottom > bar.value() + room or hint == _Hint.PositionAtBottom:
            bar.setValue(bottom - room)

    def open_above(self, index: Index) -> None:
        """Open the sections that a row is in."""
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows, present = self.rows, self._tree.node(self.currentIndex())
        if not rows.nodes:
            return QModelIndex()
        number = rows.number(present)
        if number < 0 or present is None:
            return self._tree.index_of(rows.nodes[0].id)
        if action in (_Move.MoveLeft, _Move.MoveRight):
            is_in = (action == _Move.MoveRight) != self.isRightToLeft()
            return self._tree.index_of(self._folded(present, is_in).id)
        last = len(rows.nodes) - 1
        if action in _STEPS:
            wanted = number + _STEPS[action]
        elif action in (_Move.MovePageUp, _Move.MovePageDown):
            wanted = self._a_page_from(number, 1 if action == _Move.MovePageDown else -1)
        else:
            wanted = 0 if action == _Move.MoveHome else last
        return self._tree.index_of(rows.nodes[max(0, min(wanted, last))].id)

    def _a_page_from(self, number: int, way: int) -> int:
        rows, room = self.rows, self.viewport().height()
        goal = rows.span(number)[0] + way * room
        if goal < 0:
            return 0
        found = rows.at(goal)
        return len(rows.nodes) - 1 if found < 0 else found if found != number else number + way

    def _folded(self, node: Node, is_in: bool) -> Node:
        """Open or fold a section; what comes next where that is done already."""
        index = self._tree.index_of(node.id)
        if node.is_section and node.size and self.isExpanded(index) != is_in:
            self.setExpanded(index, is_in)
            return node
        if is_in:
            return node.child(0) if node.size else node
        above = node.parent
        return above if above and above.is_section else node

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        box, offset, rows = rect.normalized(), self.verticalOffset(), self.rows
        touched = rows.between(box.top() + offset, box.bottom() + offset)
        self.selectionModel().select(self._selection(rows.nodes[n] for n in touched), command)

    def _selection(self, nodes: Iterable[Node]) -> QItemSelection:
        found = QItemSelection()
        by_parent: dict[str, list[int]] = {}
        for node in nodes:
            by_parent.setdefault(node.parent.id if node.parent else "", []).append(node.row)
        for parent_id, numbers in by_parent.items():
            parent = self._tree.index_of(parent_id)
            for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
                block = [row for _, row in run]
                first, last = (self._tree.index(row, 0, parent) for row in (block[0], block[-1]))
                found.select(first, last)
        return found

    def selectAll(self) -> None:
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self._selection(self.rows.nodes), flag.ClearAndSelect)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion() if selection.isEmpty() else QRegion(self.viewport().rect())

    def expandAll(self) -> None:
        self._fold_all(True)

    def collapseAll(self) -> None:
        self._fold_all(False)

    def _fold_all(self, is_open: bool) -> None:
        for node in self._tree.nodes():
            if node.is_section:
                self.setExpanded(self._tree.index_of(node.id), is_open)

    def keyboardSearch(self, search: str) -> None:
        """Letters go to the next row that begins with them; each one begins anew."""
        rows = self.rows
        start = rows.number(self._tree.node(self.currentIndex())) + 1
        for node in [*rows.nodes[start:], *rows.nodes[:start]]:
            index = self._tree.index_of(node.id)
            if str(index.data() or "").casefold().lstrip("“\"'„«").startswith(search.casefold()):
                self.setCurrentIndex(index)
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        QAbstractItemView.mousePressEvent(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        QAbstractItemView.mouseMoveEvent(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        QAbstractItemView.mouseReleaseEvent(self, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        QAbstractItemView.mouseDoubleClickEvent(self, event)
