"""Mouse and drops on the outline, as the user's hand would do them."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.pane import OutlinePane
from briefing_app.gui.outline.pieces import Part

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
BOTH = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def row(pane: OutlinePane, node: Node) -> QRectF:
    """Where a row lies in the viewport; it is scrolled into sight first."""
    index = pane.tree.index_of(node.id)
    pane.view.scrollTo(index)
    return QRectF(pane.view.visualRect(index))


def click(pane: OutlinePane, node: Node, keys: Qt.KeyboardModifier = NONE) -> None:
    """Click on the words of a row."""
    box = row(pane, node)
    QTest.mouseClick(pane.view.viewport(), LEFT, keys, QPoint(150, round(box.top()) + 20))


def double_click(pane: OutlinePane, node: Node) -> None:
    """Double-click on the words of a row."""
    at = QPoint(150, round(row(pane, node).top()) + 20)
    QTest.mouseClick(pane.view.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(pane.view.viewport(), LEFT, NONE, at)


def press_button(pane: OutlinePane, node: Node, part: Part) -> None:
    """Point at a row and click one of its buttons."""
    box = row(pane, node)
    pieces = pane.view.delegate.pieces
    place = pieces.chevron(node, box) if part == Part.CHEVRON else pieces.button(part, node, box)
    at = place.center().toPoint()
    QTest.mouseMove(pane.view.viewport(), at)
    QTest.mouseClick(pane.view.viewport(), LEFT, NONE, at)


def key(pane: OutlinePane, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key while the tree has the keyboard."""
    QTest.keyClick(pane.view, key, modifiers)


def drag(
    pane: OutlinePane, nodes: list[Node], at: QPointF, keys: Qt.KeyboardModifier = NONE
) -> bool:
    """Drag rows to a point of the viewport and let go; whether they were taken."""
    data = pane.tree.mimeData([pane.tree.index_of(node.id) for node in nodes])
    return drop(pane, data, at, keys)


def drop(pane: OutlinePane, data: QMimeData, at: QPointF, keys: Qt.KeyboardModifier = NONE) -> bool:
    """Drop data at a point of the viewport; whether it was taken."""
    viewport = pane.view.viewport()
    enter = QDragEnterEvent(at.toPoint(), BOTH, data, LEFT, keys)
    QApplication.sendEvent(viewport, enter)
    move = QDragMoveEvent(at.toPoint(), BOTH, data, LEFT, keys)
    QApplication.sendEvent(viewport, move)
    if not move.isAccepted():
        return False
    dropped = QDropEvent(at, BOTH, data, LEFT, keys)
    QApplication.sendEvent(viewport, dropped)
    return dropped.isAccepted()


def upper(pane: OutlinePane, node: Node) -> QPointF:
    """A point in the upper part of a row."""
    return row(pane, node).topLeft() + QPointF(150, 6)


def lower(pane: OutlinePane, node: Node) -> QPointF:
    """A point in the lower part of a row, above the gap."""
    return row(pane, node).bottomLeft() + QPointF(150, -16 if node.card else -4)


def middle(pane: OutlinePane, node: Node) -> QPointF:
    """A point in the middle of a row."""
    box = row(pane, node)
    return QPointF(150, box.center().y())
