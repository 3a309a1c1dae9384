"""Where in the view a drag would drop, and how that is shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QTreeView

from briefing_app.gui.drawing import elide, rounded
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.pieces import Pieces
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.theme import SEMIBOLD, Theme


@dataclass(frozen=True)
class Spot:
    """A place to drop: before `row` of `parent`, as the model counts; -1 for its end.

    line  from its left end, in the viewport; empty when the section's `frame` is filled instead
    """

    row: int
    parent: QModelIndex
    line: QRectF
    frame: QRectF


class SpotFinder:
    """Finds the spot under the mouse."""

    def __init__(self, view: QTreeView, tree: OutlineTree, pieces: Pieces) -> None:
        self._view = view
        self._tree = tree
        self._pieces = pieces

    def find(self, at: QPointF, is_section: bool) -> Spot | None:
        """The spot for entries or for a section; None while there is no section at all."""
        index = self._view.indexAt(at.toPoint())
        node = self._tree.node(index)
        if node is None:
            return self._beneath_all(is_section)
        row = QRectF(self._view.visualRect(index))
        if is_section:
            return self._for_section(node, row, at)
        if node.is_section:
            return self._onto(node)
        below = at.y() > self._pieces.card(node, row).center().y()
        return self._beside_card(node, below)

    def _beside_card(self, node: Node, below: bool) -> Spot:
        assert node.parent is not None
        row = QRectF(self._view.visualRect(self._tree.index_of(node.id)))
        card = self._pieces.card(node, row)
        y = card.bottom() + self._pieces.gap / 2 if below else card.top() - self._pieces.gap / 2
        line = QRectF(card.left(), y, card.width(), 0)
        return Spot(node.row + below, self._tree.index_of(node.parent.id), line, QRectF())

    def _onto(self, node: Node) -> Spot:
        index = self._tree.index_of(node.id)
        row = QRectF(self._view.visualRect(index))
        frame = self._pieces.heading(row)
        frame.setLeft(row.left() + self._pieces.left(node) - 6)
        frame.setBottom(row.bottom() - (self._pieces.gap if node.is_empty else 0))
        return Spot(-1, index, QRectF(), frame)

    def _for_section(self, node: Node, row: QRectF, at: QPointF) -> Spot:
        if not node.is_section:
            assert node.parent is not None
            return self._after(node.parent)
        share = (at.y() - row.top()) / max(1.0, row.height())
        if share < 0.35:
            return self._beside_section(node, row.top(), node.row)
        return self._after(node) if share > 0.65 else self._onto(node)

    def _after(self, node: Node) -> Spot:
        last = node
        while self._view.isExpanded(self._tree.index_of(last.id)) and last.size:
            last = last.child(last.size - 1)
        bottom = self._view.visualRect(self._tree.index_of(last.id)).bottom()
        return self._beside_section(node, bottom - self._pieces.gap / 2, node.row + 1)

    def _beside_section(self, node: Node, y: float, row: int) -> Spot:
        assert node.parent is not None
        left = self._pieces.left(node)
        line = QRectF(left, max(5.0, y), self._pieces.right(QRectF()) - left, 0)
        return Spot(row, self._tree.index_of(node.parent.id), line, QRectF())

    def _beneath_all(self, is_section: bool) -> Spot | None:
        sections = [node for node in self._tree.nodes() if node.is_section]
        if not sections:
            return None
        if is_section:
            top = [node for node in sections if node.placed and not node.placed.depth]
            return self._after(top[-1])
        last = sections[-1]
        is_open = self._view.isExpanded(self._tree.index_of(last.id))
        return (
            self._beside_card(last.entries[-1], True)
            if last.entries and is_open
            else self._onto(last)
        )


def paint_spot(painter: QPainter, spot: Spot, theme: Theme) -> None:
    """The line with a ring at its left, or the filled section."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = theme.color("accent")
    if not spot.frame.isEmpty():
        rounded(painter, spot.frame, 8, theme.color("accent", 41))
        return
    start = spot.line.topLeft()
    painter.setPen(QPen(accent, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start + QPointF(8, 0), spot.line.topRight())
    painter.setPen(QPen(accent, 2))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(start + QPointF(4, 0), 4, 4)


def pill(text: str, theme: Theme) -> QPixmap:
    """What hangs on the mouse during a drag: a few words on the accent colour."""
    font = theme.font(12, SEMIBOLD)
    metrics = QFontMetricsF(font)
    width = min(metrics.horizontalAdvance(text) + 2, float(theme.px(180)))
    box = QRectF(0, 0, width + theme.px(24), metrics.height() + theme.px(12))
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap((box.size() * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    rounded(painter, box, box.height() / 2, theme.color("accent"))
    painter.setFont(font)
    painter.setPen(theme.color("on_accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, elide(painter, text, width))
    painter.end()
    return pixmap
