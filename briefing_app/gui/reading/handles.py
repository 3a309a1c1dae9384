"""The ends of an excerpt as handles: shown on one passage, dragged by the mouse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QTextLine

from briefing_app.gui.drawing import rounded
from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.reading.highlight_painter import kind_colors
from briefing_app.gui.reading.highlights import Highlight, line_span
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.theme import Theme

REACH_PX = 6
"""A handle can be caught so far beside its line."""


@dataclass(frozen=True)
class Handle:
    """One end of a passage: where it stands in the line, in document coordinates."""

    is_start: bool
    x: float
    top: float
    bottom: float


class Handles:
    """The handles of at most one highlight, and the drag of one of them.

    dragged   what the passage would be now, None while nothing is dragged
    at_start  the keys move the start, not the end
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._handles: tuple[Handle, ...] = ()
        self._held: Handle | None = None
        self._offset = QPointF()
        self.highlight: Highlight | None = None
        self.dragged: Passage | None = None
        self.at_start = False

    @property
    def held(self) -> Handle | None:
        """The one that is dragged."""
        return self._held

    def lay_out(self, page: ArticlePage, highlight: Highlight | None) -> None:
        """Stand at the ends of this highlight, or of what it is being dragged to."""
        if self._held is None:
            if not _same(highlight, self.highlight):
                self.at_start = False
            self.highlight = highlight
        shown = self.dragged or self.highlight
        self._handles = tuple(ends(page, shown.start, shown.end)) if shown else ()

    def at(self, position: QPointF) -> Handle | None:
        """The handle at a document position, the nearer one where both are."""
        reach = self._theme.px(REACH_PX)
        near = [
            handle
            for handle in self._handles
            if abs(position.x() - handle.x) <= reach
            and handle.top - reach <= position.y() <= handle.bottom + reach
        ]
        return min(near, key=lambda handle: abs(position.x() - handle.x), default=None)

    def grab(self, position: QPointF) -> bool:
        """Begin to drag the handle at a document position; False when there is none."""
        self._held = self.at(position)
        if self._held is None or self.highlight is None:
            return False
        self.at_start = self._held.is_start
        middle = QPointF(self._held.x, (self._held.top + self._held.bottom) / 2)
        self._offset = middle - position
        self.dragged = Passage(self.highlight.start, self.highlight.end)
        return True

    def aim(self, position: QPointF) -> QPointF:
        """The place in the text that a dragging mouse means."""
        return position + self._offset

    def let_go(self) -> Passage | None:
        """End the drag; what the passage shall be, None where that is what it was."""
        found, before = self.dragged, self.highlight
        self._held = self.dragged = None
        moved = found and before and (found.start, found.end) != (before.start, before.end)
        return found if moved else None

    def paint(self, painter: QPainter, *, has_keys: bool) -> None:
        """A bar with a knob at each end; the end that the keys move is filled."""
        if self.highlight is None:
            return
        ink = self._theme.color(kind_colors(self.highlight.kind))
        radius = self._theme.px(4)
        for handle in self._handles:
            painter.setPen(QPen(ink, self._theme.px(2)))
            painter.drawLine(QLineF(handle.x, handle.top, handle.x, handle.bottom))
            y = handle.top if handle.is_start else handle.bottom
            knob = QRectF(handle.x - radius, y - radius, 2 * radius, 2 * radius)
            chosen = handle == self._held or (has_keys and handle.is_start == self.at_start)
            fill = ink if chosen else self._theme.color("surface")
            rounded(painter, knob, radius, fill, QPen(ink, 1.6))


def ends(page: ArticlePage, start: int, end: int) -> Iterable[Handle]:
    """Where a passage begins and ends on the page, whichever way its lines run."""
    for is_start, position in ((True, start), (False, end - 1)):
        unit = page.unit(position) if is_start else page.unit(end) - 1
        block = page.document.findBlock(unit)
        line = block.layout().lineForTextPosition(unit - block.position())
        if not line.isValid():
            continue
        edge = QTextLine.Edge.Leading if is_start else QTextLine.Edge.Trailing
        x = cast(tuple[float, int], line.cursorToX(unit - block.position(), edge))[0]
        origin = page.document.documentLayout().blockBoundingRect(block).topLeft()
        yield Handle(is_start, origin.x() + x, *line_span(block, line, origin))


def _same(one: Highlight | None, other: Highlight | None) -> bool:
    return one is not None and other is not None and one.excerpt_id == other.excerpt_id
