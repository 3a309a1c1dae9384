"""The marked passages of one article: which are in sight, where their lines lie, how they look."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextBlock, QTextLine

from briefing_app.domain.outline import Kind
from briefing_app.gui.drawing import rounded
from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.theme import BOLD, Theme


@dataclass(frozen=True)
class Highlight:
    """An excerpt of the open article in one entry of the memo.

    start, end  code points of the body
    number      of the section, as printed ("2" or "2.1"); it and entry_id are "" for an excerpt
                that the memo does not use
    """

    start: int
    end: int
    kind: Kind
    excerpt_id: str
    entry_id: str = ""
    number: str = ""


@dataclass(frozen=True)
class Shape:
    """A highlight's line rectangles in document coordinates, top line first, and its marker."""

    highlight: Highlight
    lines: tuple[QRectF, ...]
    marker: QRectF

    def holds(self, at: QPointF) -> bool:
        """True when a document position lies on the passage or on its marker."""
        return self.marker.contains(at) or any(line.contains(at) for line in self.lines)


class HighlightIndex:
    """Highlights by place; finds those within a stretch of text without looking at all."""

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
        self.all = sorted(highlights, key=lambda h: (h.start, -h.end, h.number, h.entry_id))
        self._starts = [h.start for h in self.all]
        self._reach = list(accumulate((h.end for h in self.all), max))

    def between(self, start: int, end: int) -> list[Highlight]:
        """Those that touch the code points [start, end), in order of their start."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [h for h in self.all[first:last] if h.end > start]

    def step(self, at: Highlight | None, position: int, *, back: bool) -> Highlight | None:
        """The one after (before) this one, else the nearest to a code point; None at the last."""
        if at in self.all:
            index = self.all.index(at) + (-1 if back else 1)
        else:
            index = bisect_left(self._starts, position) - (1 if back else 0)
        return self.all[index] if 0 <= index < len(self.all) else None

    def of_excerpt(self, excerpt_id: str) -> Highlight | None:
        """The first highlight of an excerpt; None when the memo does not use it."""
        return next((h for h in self.all if h.excerpt_id == excerpt_id), None)


def passage_lines(page: ArticlePage, start: int, end: int) -> Iterator[QRectF]:
    """Rectangles of the code points [start, end) of the body, one for each visual stretch.

    Document coordinates, as high as the writing; white space at line ends is left out.
    """
    first, last = page.unit(start), page.unit(end)
    block = page.document.findBlock(first)
    while block.isValid() and block.position() < last:
        origin = page.document.documentLayout().blockBoundingRect(block).topLeft()
        low, high = max(0, first - block.position()), last - block.position()
        layout = block.layout()
        for index in range(layout.lineForTextPosition(low).lineNumber(), layout.lineCount()):
            line = layout.lineAt(index)
            if line.textStart() >= high:
                break
            upto = min(high, line.textStart() + line.textLength())
            yield from _stretches(block, line, max(low, line.textStart()), upto, origin)
        block = block.next()


def _stretches(
    block: QTextBlock, line: QTextLine, low: int, high: int, origin: QPointF
) -> Iterator[QRectF]:
    if low >= high:
        return
    cap = QFontMetricsF(block.charFormat().font()).capHeight()
    top = origin.y() + line.y() + line.ascent() - cap - 7
    whole = line.naturalTextRect()
    # Glyph runs, because in mixed directions one range is several stretches on screen.
    runs = sorted((run.boundingRect() for run in line.glyphRuns(low, high - low)), key=QRectF.left)
    joined: list[tuple[float, float]] = []
    for run in runs:
        left, right = max(run.left(), whole.left()), min(run.right(), whole.right())
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        elif right > left:
            joined.append((left, right))
    for left, right in joined:
        yield QRectF(origin.x() + left - 2, top, right - left + 4, cap + 14)


class HighlightPainter:
    """Lays out and paints highlights, below the text and in document coordinates."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def shapes(
        self, page: ArticlePage, highlights: Iterable[Highlight], start: int, end: int
    ) -> list[Shape]:
        """Lines and markers of what lies within the code points [start, end) of the body.

        A marker stands at the beginning of its passage; markers that would touch shift down.
        """
        shapes = []
        lowest: dict[bool, float] = {}
        for highlight in sorted(highlights, key=lambda h: h.start):
            inside = max(start, highlight.start), min(end, highlight.end)
            lines = tuple(passage_lines(page, *inside)) if inside[0] < inside[1] else ()
            if not lines:
                continue
            marker = QRectF()
            if highlight.number and highlight.start >= start:
                mirrored = _is_mirrored(page, highlight)
                marker = self._marker(page, highlight, mirrored)
                marker.moveTop(max(lines[0].top() + 2, lowest.get(mirrored, lines[0].top())))
                lowest[mirrored] = marker.top() + self._theme.px(24)
            shapes.append(Shape(highlight, lines, marker))
        return shapes

    def _marker(self, page: ArticlePage, highlight: Highlight, mirrored: bool) -> QRectF:
        px = self._theme.px
        frame = page.document.rootFrame().frameFormat()
        right_edge = page.document.textWidth() - frame.rightMargin()
        wide = QFontMetricsF(self._font()).horizontalAdvance(highlight.number)
        width = max(px(22), wide + px(10))
        left = right_edge + px(14) if mirrored else frame.leftMargin() - px(14) - width
        return QRectF(left, 0, width, px(20))

    def paint(self, painter: QPainter, shapes: Iterable[Shape], active: set[str]) -> None:
        """Paint passages, the longest first so that those within stay visible, then markers.

        active  excerpt ids to show as pointed at or linked
        """
        shapes = list(shapes)
        for shape in sorted(shapes, key=lambda s: s.highlight.start - s.highlight.end):
            self._paint_passage(painter, shape, shape.highlight.excerpt_id in active)
        for shape in shapes:
            if not shape.marker.isNull():
                self._paint_marker(painter, shape)

    def paint_found(self, painter: QPainter, lines: Iterable[QRectF], *, is_current: bool) -> None:
        """Paint a place that a search found."""
        fill = self._theme.color("accent", 100 if is_current else 44)
        for line in lines:
            rounded(painter, line.adjusted(1, 1, -1, -1), 3, fill)

    def _paint_passage(self, painter: QPainter, shape: Shape, active: bool) -> None:
        colors = _colors(shape.highlight.kind)
        fill = self._theme.color(f"{colors}_{'hi' if active else 'bg'}")
        solid = shape.highlight.kind == Kind.QUOTE
        style = Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DotLine
        pen = QPen(self._theme.color(f"{colors}_line"), 1.6, style)
        for line in shape.lines:
            rounded(painter, line, 3, fill)
            painter.setPen(pen)
            y = line.bottom() - 0.5
            painter.drawLine(QLineF(line.left() + 2, y, line.right() - 2, y))

    def _paint_marker(self, painter: QPainter, shape: Shape) -> None:
        colors = _colors(shape.highlight.kind)
        fill = self._theme.color(f"{colors}_bg")
        rounded(painter, shape.marker, 6, fill, QPen(self._theme.color(f"{colors}_line"), 1))
        painter.setFont(self._font())
        painter.setPen(self._theme.color(colors))
        painter.drawText(shape.marker, Qt.AlignmentFlag.AlignCenter, shape.highlight.number)

    def _font(self) -> QFont:
        return self._theme.font(11.5, BOLD)


def _is_mirrored(page: ArticlePage, highlight: Highlight) -> bool:
    """True where the paragraph runs from right to left, so that its margin is on the right."""
    block = page.document.findBlock(page.unit(highlight.start))
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def _colors(kind: Kind) -> str:
    return {Kind.QUOTE: "quote", Kind.FACT: "fact"}.get(kind, "plain")
