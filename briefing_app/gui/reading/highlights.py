"""The marked passages of one article: which are in sight, and where their lines lie."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextLine

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.article_page import ArticlePage

LINE_LENGTH = 80
"""Code points, more or less: passages nearer to one another may share a line of the page."""

MOST_LANES = 6


@dataclass(frozen=True)
class Highlight:
    """An excerpt of the open article in one entry of the memo.

    start, end  code points of the body
    number      of the section, as printed ("2" or "2.1"); it, section and entry_id are "" for an
                excerpt that the memo does not use
    section     its title
    speaker     "" where nobody is quoted
    """

    start: int
    end: int
    kind: Kind
    excerpt_id: str
    entry_id: str = ""
    number: str = ""
    section: str = ""
    speaker: str = ""


@dataclass(frozen=True)
class Lane:
    """Which place a highlight has among those beside it, 0 for the first.

    margin  of its marker in the margin, outwards
    under   of the line below its words, upwards
    """

    margin: int = 0
    under: int = 0


class HighlightIndex:
    """Highlights by place; finds those within a stretch of text without looking at all."""

    def __init__(self, highlights: Iterable[Highlight] = (), body: str = "") -> None:
        """`body` is the article's: markers of passages in two paragraphs need no two lanes."""
        self.all = sorted(highlights, key=lambda h: (h.start, -h.end, h.number, h.entry_id))
        self._starts = [h.start for h in self.all]
        self._reach = list(accumulate((h.end for h in self.all), max))
        margin, under = _lanes(self.all, LINE_LENGTH, body), _lanes(self.all, 0, body)
        self._lanes = dict(zip(self.all, map(Lane, margin, under), strict=True))
        self.numbers = frozenset(h.number for h in self.all)

    def between(self, start: int, end: int) -> list[Highlight]:
        """Those that touch the code points [start, end), in order of their start."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [h for h in self.all[first:last] if h.end > start]

    def lane(self, highlight: Highlight) -> Lane:
        """Where its marker and its line go, the same wherever the page is scrolled to."""
        return self._lanes.get(highlight, Lane())

    def step(self, at: Highlight | None, position: int, *, back: bool) -> Highlight | None:
        """The one after (before) this one, else the nearest to a code point; None at the last."""
        if at in self.all:
            index = self.all.index(at) + (-1 if back else 1)
        else:
            index = bisect_left(self._starts, position) - (1 if back else 0)
        return self.all[index] if 0 <= index < len(self.all) else None

    def same(self, highlight: Highlight) -> Highlight:
        """The one of the same excerpt and entry as it is now; the one given where it is gone."""
        key = highlight.excerpt_id, highlight.entry_id
        found = (h for h in self.all if (h.excerpt_id, h.entry_id) == key)
        return next(found, highlight)

    def of_excerpt(self, excerpt_id: str) -> Highlight | None:
        """The first highlight of an excerpt; None when the memo does not use it."""
        return next((h for h in self.all if h.excerpt_id == excerpt_id), None)


def _lanes(highlights: Iterable[Highlight], apart: int, body: str) -> Iterator[int]:
    """For each highlight, in order of start, the first lane that is free there.

    A lane is free so many code points after the end of what is in it, or in the next paragraph.
    """
    ends: list[int] = []

    def is_free(end: int, start: int) -> bool:
        return end + apart <= start or (end <= start and "\n" in body[end:start])

    for highlight in highlights:
        free = (n for n, end in enumerate(ends) if is_free(end, highlight.start))
        lane = next(free, len(ends))
        if lane == MOST_LANES:
            lane = min(range(MOST_LANES), key=ends.__getitem__)
        elif lane == len(ends):
            ends.append(0)
        ends[lane] = max(ends[lane], highlight.end)
        yield lane


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
    top, bottom = line_span(block, line, origin)
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
        yield QRectF(origin.x() + left - 2, top, right - left + 4, bottom - top)


def line_span(block: QTextBlock, line: QTextLine, origin: QPointF) -> tuple[float, float]:
    """Top and bottom of a marked line in document coordinates; origin: the block's corner."""
    cap = QFontMetricsF(block.charFormat().font()).capHeight()
    base = origin.y() + line.y() + line.ascent()
    return base - cap - 7, base + 7
