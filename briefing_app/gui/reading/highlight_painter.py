"""How marked passages look: a ground with a line below, and a marker in the margin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from briefing_app.domain.outline import Kind
from briefing_app.gui.drawing import rounded
from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.reading.highlights import Highlight, HighlightIndex, passage_lines
from briefing_app.gui.theme import BOLD, Theme

MOST_LINES_UNDER = 3


@dataclass(frozen=True)
class Shape:
    """A highlight in document coordinates.

    lines   rectangles of its words, top line first
    marker  the section's number in the margin; null where the passage begins out of sight
    stripe  how far down the passage goes, below its marker; null for a single line
    under   see Lane
    """

    highlight: Highlight
    lines: tuple[QRectF, ...]
    marker: QRectF
    stripe: QRectF
    under: int = 0

    def holds(self, at: QPointF) -> bool:
        """True when a document position lies on the passage or on what is in the margin."""
        beside = self.stripe.adjusted(-4, 0, 4, 0)
        return (
            self.marker.contains(at)
            or (not self.stripe.isNull() and beside.contains(at))
            or any(line.contains(at) for line in self.lines)
        )


class HighlightPainter:
    """Lays out and paints highlights, below the text and in document coordinates."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def shapes(
        self,
        page: ArticlePage,
        index: HighlightIndex,
        start: int,
        end: int,
        extra: Iterable[Highlight] = (),
    ) -> list[Shape]:
        """What lies within the code points [start, end) of the body, in order of its start.

        A marker stands at the beginning of its passage in a lane of the margin; markers that
        would touch shift down. `extra` are passages that the index does not know.
        """
        shapes = []
        lowest: dict[tuple[bool, int], float] = {}
        visible = [*index.between(start, end), *extra]
        width = self._marker_width(index.numbers)
        for highlight in sorted(visible, key=lambda h: h.start):
            inside = max(start, highlight.start), min(end, highlight.end)
            lines = tuple(passage_lines(page, *inside)) if inside[0] < inside[1] else ()
            if not lines:
                continue
            lane, marker, stripe = index.lane(highlight), QRectF(), QRectF()
            if highlight.number:
                mirrored = _is_mirrored(page, highlight)
                left, at = self._place(page, lane.margin, width, mirrored)
                top = lines[0].top()
                if highlight.start >= start:
                    top = max(top + 2, lowest.get((mirrored, at), top))
                    marker = QRectF(left, top, width, self._theme.px(20))
                    top = marker.bottom() + 2
                    lowest[mirrored, at] = marker.top() + self._theme.px(24)
                stripe = self._stripe(left + width / 2, top, lines[-1].bottom())
            shapes.append(Shape(highlight, lines, marker, stripe, lane.under))
        return shapes

    def _marker_width(self, numbers: Iterable[str]) -> float:
        metrics = QFontMetricsF(self._font())
        widest = max((metrics.horizontalAdvance(number) for number in numbers), default=0)
        return max(self._theme.px(22), widest + self._theme.px(10))

    def _place(
        self, page: ArticlePage, lane: int, width: float, mirrored: bool
    ) -> tuple[float, int]:
        """Left edge of a marker, and which of the lanes that the margin has room for it is in."""
        px = self._theme.px
        frame = page.document.rootFrame().frameFormat()
        margin = frame.rightMargin() if mirrored else frame.leftMargin()
        lane %= max(1, int((margin - px(4)) // (width + px(2))))
        away = px(4) + lane * (width + px(2))
        if mirrored:
            return page.document.textWidth() - margin + away, lane
        return margin - away - width, lane

    def _stripe(self, center: float, top: float, bottom: float) -> QRectF:
        if bottom - top < self._theme.px(8):
            return QRectF()
        width = self._theme.px(3)
        return QRectF(center - width / 2, top, width, bottom - top)

    def paint(self, painter: QPainter, shapes: Iterable[Shape], active: str) -> None:
        """Paint passages, the longest first so that those within stay visible, then markers.

        active  the excerpt id to show as pointed at or linked: it lies on top of all others
        """
        shapes = sorted(shapes, key=lambda s: s.highlight.start - s.highlight.end)
        shapes.sort(key=lambda s: s.highlight.excerpt_id == active)
        for shape in shapes:
            self._paint_passage(painter, shape, shape.highlight.excerpt_id == active)
        for shape in shapes:
            self._paint_stripe(painter, shape, shape.highlight.excerpt_id == active)
        for shape in shapes:
            if not shape.marker.isNull():
                self._paint_marker(painter, shape, shape.highlight.excerpt_id == active)

    def paint_found(self, painter: QPainter, lines: Iterable[QRectF], *, is_current: bool) -> None:
        """Paint a place that a search found."""
        fill = self._theme.color("accent", 100 if is_current else 44)
        for line in lines:
            rounded(painter, line.adjusted(1, 1, -1, -1), 3, fill)

    def _paint_passage(self, painter: QPainter, shape: Shape, active: bool) -> None:
        colors = kind_colors(shape.highlight.kind)
        fill = self._theme.color(f"{colors}_{'hi' if active else 'bg'}")
        pen = self._pen(shape, 1.6)
        up = 0.5 + 2.4 * min(shape.under, MOST_LINES_UNDER - 1)
        for line in shape.lines:
            rounded(painter, line, 3, fill)
            painter.setPen(pen)
            y = line.bottom() - up
            painter.drawLine(QLineF(line.left() + 2, y, line.right() - 2, y))

    def _paint_stripe(self, painter: QPainter, shape: Shape, active: bool) -> None:
        stripe = shape.stripe
        if stripe.isNull():
            return
        pen = self._pen(shape, stripe.width() * (1.6 if active else 1))
        if active:
            pen.setColor(self._theme.color(kind_colors(shape.highlight.kind)))
        painter.setPen(pen)
        x = stripe.center().x()
        painter.drawLine(QLineF(x, stripe.top() + 1, x, stripe.bottom() - 1))

    def _paint_marker(self, painter: QPainter, shape: Shape, active: bool) -> None:
        colors = kind_colors(shape.highlight.kind)
        fill = self._theme.color(f"{colors}_{'hi' if active else 'bg'}")
        line = self._theme.color(colors if active else f"{colors}_line")
        rounded(painter, shape.marker, 6, fill, QPen(line, 2 if active else 1))
        painter.setFont(self._font())
        painter.setPen(self._theme.color("text" if active else colors))
        painter.drawText(shape.marker, Qt.AlignmentFlag.AlignCenter, shape.highlight.number)

    def _pen(self, shape: Shape, width: float) -> QPen:
        """Solid for a quote, dotted for all else: kinds are told apart without colour too."""
        solid = shape.highlight.kind == Kind.QUOTE
        style = Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DotLine
        color = self._theme.color(f"{kind_colors(shape.highlight.kind)}_line")
        return QPen(color, width, style, Qt.PenCapStyle.FlatCap)

    def _font(self) -> QFont:
        return self._theme.font(11.5, BOLD)


def _is_mirrored(page: ArticlePage, highlight: Highlight) -> bool:
    """True where the paragraph runs from right to left, so that its margin is on the right."""
    block = page.document.findBlock(page.unit(highlight.start))
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def kind_colors(kind: Kind) -> str:
    """The first part of the names of a kind's colours."""
    return {Kind.QUOTE: "quote", Kind.FACT: "fact"}.get(kind, "plain")
