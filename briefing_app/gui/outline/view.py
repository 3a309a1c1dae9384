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

from briefing_app.gui.drawing import Mirror
from briefing_app.gui.outline.carried import Cargo, Carried
from briefing_app.gui.outline.delegate import OutlineDelegate
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.pieces import Part
from briefing_app.gui.outline.rows_view import RowsView
from briefing_app.gui.outline.spot import Spot, SpotFinder, paint_spot, pill
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.outline.wording import told_glance
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store.glances import Glance

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


class OutlineView(RowsView):
    """Shows an OutlineTree.

    Signals:
    part_clicked(Part, str)  a button of the row of this id was clicked
    evidence_dropped(Cargo, str, bool, QPoint)  something fell on this entry's card, to be its
        evidence; whether it stays where it is, too; where on the screen it fell
    """

    part_clicked = Signal(object, str)
    evidence_dropped = Signal(object, str, bool, QPoint)

    def __init__(
        self, session: Session, theme: Theme, tree: OutlineTree, parent: QWidget | None = None
    ) -> None:
        super().__init__(tree, parent)
        self._session = session
        self._theme = theme
        self._spot: Spot | None = None
        self._cargo: Cargo | None = None
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
        rows, offset = self.rows, self.verticalOffset()
        seen = rows.between(event.rect().top() + offset, event.rect().bottom() + offset)
        self._tree.differences.look_up(rows.nodes[number] for number in seen)
        super().paintEvent(event)
        if self._spot:
            painter = QPainter(self.viewport())
            mirror = Mirror(QRectF(self.viewport().rect()), is_on=self.isRightToLeft())
            paint_spot(painter, self._spot, self._theme, mirror)
            painter.end()

    def _part_at(self, at: QPointF) -> tuple[Node, Part] | None:
        node = self.at(at.toPoint())
        row = QRectF(self.row_of(node))
        if self.isRightToLeft():
            at = QPointF(row.left() + row.right() - at.x(), at.y())
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
            return self._row_tip(node)
        return {
            Part.EDIT: self.tr("Edit entry (Return)"),
            Part.DELETE: self.tr("Delete entry (Del)"),
            Part.MORE: self.tr("More for this section"),
            Part.CHEVRON: self.tr("Show or hide what is filed here (Left, Right)"),
        }[part]

    def _row_tip(self, node: Node) -> str:
        if not node.card:
            glances = self._session.store.sections.glances(self._session.memo_id)
            return told_glance(glances.get(node.id, Glance()))
        reason = self._tree.differences.of(node)
        words = self.tr("Differs from the article: {reason}").format(reason=reason)
        return "\n".join(part for part in (words if reason else "", node.card.entry.note) if part)

    def startDrag(self, actions: Qt.DropAction) -> None:
        drag = self.make_drag()
        if drag:
            drag.exec(MOVE | COPY, MOVE)
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
        cargo = self._tree.cargo(data)
        ids = cargo.ids if isinstance(cargo, Carried) else ()
        drag.setPixmap(pill(self._label(ids), self._theme, len(ids)))
        drag.setHotSpot(QPoint(-12, -10))
        return drag

    def _label(self, ids: tuple[str, ...]) -> str:
        node = self._tree.find(ids[0]) if ids else None
        if node and node.placed:
            return f"{node.placed.number} {node.placed.section.title}"
        return " ".join(node.card.entry.text.split()[:6]) if node and node.card else ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._cargo = self._tree.cargo(event.mimeData())
        super().dragEnterEvent(event)
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        before, self._spot = self._spot, self._spot_for(event)
        if self._spot:
            event.setDropAction(self._action(event))
            event.accept()
        else:
            event.ignore()
        if before != self._spot:
            self.viewport().update()

    def _action(self, event: QDropEvent) -> Qt.DropAction:
        """With Ctrl what is dragged stays where it is, too; so does a passage of an article."""
        if not isinstance(self._cargo, Carried):
            return COPY
        is_copy = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return COPY if is_copy and not self._cargo.is_section else MOVE

    def _spot_for(self, event: QDropEvent) -> Spot | None:
        cargo = self._cargo
        if cargo is None:
            return None
        is_section = isinstance(cargo, Carried) and cargo.is_section
        finder = SpotFinder(self, self._tree, self.delegate.pieces)
        spot = finder.find(event.position(), is_section, self._is_evidence(cargo))
        if spot and spot.entry_id:
            if not isinstance(cargo, Carried) or spot.entry_id not in cargo.ids:
                return spot
            spot = finder.find(event.position(), is_section)
        if spot and self._tree.landing(event.mimeData(), spot.row, spot.parent):
            return spot
        return None

    def _is_evidence(self, cargo: Cargo) -> bool:
        if not isinstance(cargo, Carried):
            return True
        nodes = [self._tree.find(id) for id in cargo.ids]
        return all(node and node.card and node.card.excerpt_ids for node in nodes)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._forget_spot()

    def dropEvent(self, event: QDropEvent) -> None:
        spot, cargo = self._spot_for(event), self._cargo
        action = self._action(event)
        self._forget_spot()
        self.setState(QAbstractItemView.State.NoState)
        if spot is None:
            event.ignore()
            return
        if spot.entry_id:
            at = self.viewport().mapToGlobal(event.position().toPoint())
            self.evidence_dropped.emit(cargo, spot.entry_id, action == COPY, at)
        else:
            self._tree.dropMimeData(event.mimeData(), action, spot.row, 0, spot.parent)
        event.setDropAction(action)
        event.accept()

    def _forget_spot(self) -> None:
        self._spot = self._cargo = None
        self.viewport().update()
