"""Where in the view a drag would drop, and how that is shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QPen, QPixmap

from briefing_app.gui.drawing import Mirror, elide, rounded
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.pieces import Pieces
from briefing_app.gui.outline.rows_view import RowsView
from briefing_app.gui.outline.tree import OutlineTree
from briefing_app.gui.outline.wording import told
from briefing_app.gui.theme import SEMIBOLD, Theme

EDGE_SHARE = 0.3
"""Of a card's height at either end: what falls there comes before or after the card."""


@dataclass(frozen=True)
class Spot:
    """A place to drop: before `row` of `parent`, as the model counts; -1 for its end.

    line  in the viewport, as are all pieces before they are mirrored; empty when the `frame` is
          filled instead
    entry_id  the entry that is to have what is dropped as evidence, "" for none
    """

    row: int
    parent: QModelIndex
    line: QRectF
    frame: QRectF
    entry_id: str = ""


class SpotFinder:
    """Finds the spot under the mouse."""

    def __init__(self, view: RowsView, tree: OutlineTree, pieces: Pieces) -> None:
        self._view = view
        self._tree = tree
        self._pieces = pieces

    def find(self, at: QPointF, is_section: bool, is_evidence: bool = False) -> Spot | None:
        """The spot for entries or for a section; None while there is no section at all.

        is_evidence  the middle of a card takes it as evidence; else cards only lie apart there
        """
        node = self._view.node_at(at.toPoint().y())
        if node is None:
            return self._beneath_all(is_section)
        row = QRectF(self._view.row_of(node))
        if is_section:
            return self._for_section(node, row, at)
        if node.is_section:
            return self._onto(node)
        card = self._pieces.card(node, row)
        edge = card.height() * EDGE_SHARE
        if is_evidence and card.top() + edge < at.y() < card.bottom() - edge:
            return Spot(-1, QModelIndex(), QRectF(), card, node.id)
        return self._beside_card(node, at.y() > card.center().y())

    def _beside_card(self, node: Node, below: bool) -> Spot:
        assert node.parent is not None
        row = QRectF(self._view.row_of(node))
        card = self._pieces.card(node, row)
        y = card.bottom() + self._pieces.gap / 2 if below else card.top() - self._pieces.gap / 2
        line = QRectF(card.left(), y, card.width(), 0)
        return Spot(node.row + below, self._tree.index_of(node.parent.id), line, QRectF())

    def _onto(self, node: Node) -> Spot:
        index = self._tree.index_of(node.id)
        row = QRectF(self._view.row_of(node))
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
        bottom = self._view.row_of(last).bottom()
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


def paint_spot(painter: QPainter, spot: Spot, theme: Theme, mirror: Mirror) -> None:
    """The line with a ring where it begins, or the filled section."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = theme.color("accent")
    if not spot.frame.isEmpty():
        pen = QPen(accent, 2) if spot.entry_id else None
        frame = mirror.box(spot.frame)
        rounded(painter, frame, 8, theme.color("accent", 41), pen)
        if spot.entry_id:
            label = pill(told("Add as evidence"), theme)
            size = label.deviceIndependentSize()
            corner = frame.center() - QPointF(size.width() / 2, size.height() / 2)
            painter.drawPixmap(corner, label)
        return
    start, end = spot.line.topLeft(), spot.line.topRight()
    ring = mirror.box(QRectF(start - QPointF(0, 4), QSizeF(8, 8)))
    line = mirror.box(QRectF(start + QPointF(8, 0), end))
    painter.setPen(QPen(accent, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(line.topLeft(), line.topRight())
    painter.setPen(QPen(accent, 2))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(ring)


def pill(text: str, theme: Theme, count: int = 1) -> QPixmap:
    """What hangs on the mouse during a drag: a few words on the accent colour.

    count  is told on a badge where it is more than one
    """
    font = theme.font(12, SEMIBOLD)
    metrics = QFontMetricsF(font)
    width = min(metrics.horizontalAdvance(text) + 2, float(theme.px(180)))
    box = QRectF(0, theme.px(6), width + theme.px(24), metrics.height() + theme.px(12))
    told_count = str(count) if count > 1 else ""
    round_px = metrics.height() + theme.px(4)
    badge = QRectF(0, 0, max(round_px, metrics.horizontalAdvance(told_count) + 12), round_px)
    badge.moveLeft(box.right() - badge.width() / 2)
    whole = box.united(badge) if told_count else box
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    room = QSizeF(whole.right(), whole.bottom())
    pixmap = QPixmap((room * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(font)
    for place, words, fill, ink in (
        (box, elide(painter, text, width), "accent", "on_accent"),
        (badge, told_count, "text", "surface"),
    ):
        if words:
            rounded(painter, place, place.height() / 2, theme.color(fill))
            painter.setPen(theme.color(ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return pixmap
