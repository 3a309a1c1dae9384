"""The marked passages of one article: which are in sight, where their lines lie, how they look."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextBlock, QTextLine

from briefing_app.domain.outline import Kind
from briefing_app.gui.drawing import is_right_to_left, rounded
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
        for index in range(block.layout().lineCount()):
            line = block.layout().lineAt(index)
            low = max(first - block.position(), line.textStart())
            high = min(last - block.position(), line.textStart() + line.textLength())
            if low < high:
                yield from _stretches(block, line, low, high, origin)
        block = block.next()


def _stretches(
    block: QTextBlock, line: QTextLine, low: int, high: int, origin: QPointF
) -> Iterator[QRectF]:
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

    def shapes(self, page: ArticlePage, highlights: Iterable[Highlight]) -> list[Shape]:
        """Line rectangles and markers; markers that would touch shift down."""
        placed = [(h, tuple(passage_lines(page, h.start, h.end))) for h in highlights]
        placed = [(h, lines) for h, lines in placed if lines]
        placed.sort(key=lambda item: (item[1][0].top(), item[0].start))
        frame = page.document.rootFrame().frameFormat()
        right_edge = page.document.textWidth() - frame.rightMargin()
        lowest: dict[bool, float] = {}
        shapes = []
        for highlight, lines in placed:
            mirrored = is_right_to_left(page.article.body[highlight.start : highlight.end])
            wide = QFontMetricsF(self._font()).horizontalAdvance(highlight.number)
            width = max(self._theme.px(22), wide + self._theme.px(10))
            gap = self._theme.px(14)
            left = right_edge + gap if mirrored else frame.leftMargin() - gap - width
            top = max(lines[0].top() + 2, lowest.get(mirrored, lines[0].top()))
            lowest[mirrored] = top + self._theme.px(24)
            marker = QRectF(left, top, width, self._theme.px(20)) if highlight.number else QRectF()
            shapes.append(Shape(highlight, lines, marker))
        return shapes

    def paint(self, painter: QPainter, shapes: Iterable[Shape], active: set[str]) -> None:
        """Paint passages, the longest first so that those within stay visible, then markers.

        active  excerpt ids to show as pointed at or linked
        """
        shapes = list(shapes)
        for shape in sorted(shapes, key=lambda s: s.highlight.start - s.highlight.end):
            self._paint_passage(painter, shape, shape.highlight.excerpt_id in active)
        for shape in shapes:
            if shape.highlight.number:
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


def _colors(kind: Kind) -> str:
    return {Kind.QUOTE: "quote", Kind.FACT: "fact"}.get(kind, "plain")
