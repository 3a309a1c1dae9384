"""The outline as the user handles it: pointing, dragging, keys, the drop line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from briefing_app.gui.outline.carried import Carried, unpacked
from briefing_app.gui.outline.delegate import OutlineDelegate
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.pieces import Part
from briefing_app.gui.outline.rows_view import RowsView
from briefing_app.gui.outline.spot import Spot, SpotFinder, paint_spot, pill
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.outline.wording import counted, told
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


class OutlineView(RowsView):
    """Shows an OutlineTree.

    Signals:
    part_clicked(Part, str)  a button of the row of this id was clicked
    """

    part_clicked = Signal(object, str)

    def __init__(
        self, session: Session, theme: Theme, tree: OutlineTree, parent: QWidget | None = None
    ) -> None:
        super().__init__(tree, parent)
        self._session = session
        self._theme = theme
        self._spot: Spot | None = None
        self._held: tuple[int, Part] | None = None
        self.delegate = OutlineDelegate(session, theme, tree, self)
        self.delegate.sizeHintChanged.connect(self.forget_rows)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(self.tr("Outline"))
        self._set_up()
        tree.modelReset.connect(self._on_reset)
        tree.rowsInserted.connect(self._on_rows_inserted)

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def fit(self) -> None:
        """Take the theme's text size and colours again."""
        self.delegate.measure()
        self.verticalScrollBar().setSingleStep(self._theme.px(20))
        self.forget_rows()
        self.viewport().update()

    def chosen(self) -> list[Node]:
        """What is selected, in reading order."""
        keys = {index.internalId() for index in self.selectedIndexes()}
        return [node for node in self._tree.nodes() if node.key in keys]

    def current(self) -> Node | None:
        """The section or entry that the keyboard is on."""
        return self._tree.node(self.currentIndex())

    def at(self, point: QPoint) -> Node | None:
        """What lies at a point of the viewport."""
        return self.node_at(point.y())

    def top_of(self, id: str) -> int:
        """Where a row begins in the viewport."""
        return self.row_of(self._tree.find(id)).top()

    def scroll_by(self, px: int) -> None:
        """Move the outline up by so much."""
        if px:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + px)

    def choose(self, ids: list[str]) -> None:
        """Select these rows and no others; the last becomes the current one and is shown."""
        indexes = [index for id in ids if (index := self._tree.index_of(id)).isValid()]
        if not indexes:
            return
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(indexes[-1], flag.ClearAndSelect)
        for index in indexes:
            self.selectionModel().select(index, flag.Select)
            self.open_above(index)
        self.scrollTo(indexes[-1])

    def _on_reset(self) -> None:
        self.delegate.number_keys()
        for node in self._tree.nodes():
            if node.is_section:
                self.expand(self._tree.index_of(node.id))

    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self.delegate.number_keys()
        for row in range(first, last + 1):
            index = self._tree.index(row, 0, parent)
            node = self._tree.node(index)
            if node and node.is_section:
                self.expand(index)
        if parent.isValid() and self._tree.rowCount(parent) == last - first + 1:
            self.expand(parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.delegate.set_width(self.width()):
            self.forget_rows()
        super().resizeEvent(event)

    def row_heights(self, nodes: Iterable[Node]) -> list[int]:
        return self.delegate.heights(nodes)

    def draw_row(self, painter: QPainter, node: Node, row: QRectF) -> None:
        index = self._tree.index_of(node.id)
        is_selected = self.selectionModel().isSelected(index)
        has_focus = self.hasFocus() and index == self.currentIndex()
        self.delegate.draw(painter, node, row, is_selected=is_selected, has_focus=has_focus)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._spot:
            painter = QPainter(self.viewport())
            paint_spot(painter, self._spot, self._theme)
            painter.end()

    def _part_at(self, at: QPointF) -> tuple[Node, Part] | None:
        node = self.at(at.toPoint())
        row = QRectF(self.row_of(node))
        return (node, self.delegate.pieces.part_at(node, row, at)) if node else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
        self._point(self._part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)
        super().leaveEvent(event)

    def _point(self, found: tuple[Node, Part] | None) -> None:
        pointed = (found[0].key, found[1]) if found else None
        if pointed == self.delegate.pointed:
            return
        before, self.delegate.pointed = self.delegate.pointed, pointed
        is_button = found is not None and found[1] not in (Part.BODY, Part.CHEVRON)
        shape = Qt.CursorShape.PointingHandCursor if is_button else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        for key in {each[0] for each in (before, pointed) if each}:
            self.viewport().update(self.row_of(self._tree.keyed(key)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._part_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found and self._is_live(found[1]):
            self._held = (found[0].key, found[1])
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        self._held = None
        super().mousePressEvent(event)

    def _is_live(self, part: Part) -> bool:
        return part == Part.CHEVRON or (part != Part.BODY and self._session.can_write)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is None:
            super().mouseReleaseEvent(event)
            return
        found = self._part_at(event.position())
        if found is None or (found[0].key, found[1]) != held:
            return
        node, part = found
        if part == Part.CHEVRON:
            index = self._tree.index_of(node.id)
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.part_clicked.emit(part, node.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._part_at(event.position())
        if found and self._is_live(found[1]):
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._part_at(QPointF(event.pos()))
            text = self._tip(*found) if found else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, node: Node, part: Part) -> str:
        if part == Part.BODY or (part != Part.CHEVRON and not self._session.can_write):
            return node.card.entry.note if node.card else ""
        return {
            Part.EDIT: self.tr("Edit entry (Return)"),
            Part.DELETE: self.tr("Delete entry (Del)"),
            Part.MORE: self.tr("More for this section"),
            Part.CHEVRON: self.tr("Show or hide what is filed here (Left, Right)"),
        }[part]

    def startDrag(self, actions: Qt.DropAction) -> None:
        drag = self.make_drag()
        if drag:
            drag.exec(Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
            self._forget_spot()

    def make_drag(self) -> QDrag | None:
        """The drag of what is selected; None when there is nothing that may be moved."""
        flag = Qt.ItemFlag.ItemIsDragEnabled
        indexes = [index for index in self.selectedIndexes() if index.flags() & flag]
        if not indexes:
            return None
        drag = QDrag(self)
        data = self._tree.mimeData(indexes)
        drag.setMimeData(data)
        drag.setPixmap(pill(self._label(self._carried(data)), self._theme))
        drag.setHotSpot(QPoint(-12, -10))
        return drag

    def _label(self, carried: Carried | None) -> str:
        ids = carried.ids if carried else ()
        node = self._tree.find(ids[0]) if ids else None
        if node is None or len(ids) > 1:
            return counted(len(ids), told("entry"), told("entries"))
        if node.placed:
            return f"{node.placed.number} {node.placed.section.title}"
        return " ".join(node.card.entry.text.split()[:6]) if node.card else ""

    def _carried(self, data: object) -> Carried | None:
        return unpacked(data, str(self._session.store.path))  # type: ignore[arg-type]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        self._spot = self._spot_for(event)
        if self._spot:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()
        self.viewport().update()

    def _spot_for(self, event: QDropEvent) -> Spot | None:
        data = event.mimeData()
        carried = self._carried(data)
        if carried is None:
            return None
        finder = SpotFinder(self, self._tree, self.delegate.pieces)
        spot = finder.find(event.position(), carried.is_section)
        if spot and self._tree.landing(data, spot.row, spot.parent):
            return spot
        return None

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._forget_spot()

    def dropEvent(self, event: QDropEvent) -> None:
        spot = self._spot_for(event)
        self._forget_spot()
        self.setState(QAbstractItemView.State.NoState)
        if spot is None:
            event.ignore()
            return
        action = Qt.DropAction.MoveAction
        self._tree.dropMimeData(event.mimeData(), action, spot.row, 0, spot.parent)
        event.setDropAction(action)
        event.accept()

    def _forget_spot(self) -> None:
        self._spot = None
        self.viewport().update()
