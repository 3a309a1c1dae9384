"""Moving the ends of an excerpt afterwards, by handles and by keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QPainter

from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.reading.boundaries import step
from briefing_app.gui.reading.handles import Handles
from briefing_app.gui.reading.highlights import Highlight
from briefing_app.gui.reading.keys import Nudge
from briefing_app.gui.reading.passage import Passage, with_end_at
from briefing_app.gui.theme import Theme

DRAGGED = "dragged"
"""Stands for the excerpt id of a preview."""


class Adjusting(QObject):
    """Offers the handles of one highlight and tells where its ends were moved to.

    Signals: `moved(str, Passage, bool)`: the excerpt id, what it shall be, and whether a key
    moved it.
    """

    moved = Signal(str, object, bool)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.is_off = False
        self.handles = Handles(theme)

    def lay_out(self, page: ArticlePage, highlight: Highlight | None) -> None:
        """Offer the ends of this highlight."""
        self.handles.lay_out(page, None if self.is_off else highlight)

    def paint(self, painter: QPainter, *, has_keys: bool) -> None:
        """Paint the handles; `has_keys`: keys move the ends of this passage now."""
        self.handles.paint(painter, has_keys=has_keys)

    @property
    def is_dragging(self) -> bool:
        """True while the mouse holds a handle."""
        return self.handles.held is not None

    @property
    def preview(self) -> Highlight | None:
        """What the passage is being dragged to, None while nothing is dragged."""
        highlight, passage = self.handles.highlight, self.handles.dragged
        if highlight is None or passage is None:
            return None
        return Highlight(passage.start, passage.end, highlight.kind, DRAGGED)

    def press(self, position: QPointF) -> bool:
        """Catch a handle at a document position; False when there is none."""
        return not self.is_off and self.handles.grab(position)

    def drag(self, page: ArticlePage, position: QPointF, *, exact: bool) -> None:
        """Let the end that is held follow the mouse, word by word unless `exact`."""
        held, highlight = self.handles.held, self.handles.highlight
        if held is None or highlight is None:
            return
        fuzzy = Qt.HitTestAccuracy.FuzzyHit
        layout = page.document.documentLayout()
        unit = layout.hitTest(self.handles.aim(position), fuzzy)
        body = page.article.body
        at = max(0, min(len(body), page.point(unit)))
        passage = Passage(highlight.start, highlight.end)
        self.handles.dragged = with_end_at(body, passage, at, is_start=held.is_start, exact=exact)

    def release(self) -> None:
        """Tell where the end is that was dragged."""
        highlight, passage = self.handles.highlight, self.handles.let_go()
        if highlight and passage:
            self.moved.emit(highlight.excerpt_id, passage, False)

    def cancel(self) -> bool:
        """Leave the end where it was; False when none was dragged."""
        was_dragging = self.is_dragging
        self.handles.let_go()
        return was_dragging

    def choose_other_end(self) -> None:
        """Let the keys move the other end."""
        self.handles.at_start = not self.handles.at_start

    def nudge(self, page: ArticlePage, highlight: Highlight, nudge: Nudge) -> None:
        """Move the end that the keys move one step on."""
        if self.is_off:
            return
        at_start = self.handles.at_start
        position = highlight.start if at_start else highlight.end - 1
        block = page.document.findBlock(page.unit(position))
        mirrored = block.textDirection() == Qt.LayoutDirection.RightToLeft
        moved = step(
            page.article.body,
            highlight.start,
            highlight.end,
            by=1 if nudge.to_right != mirrored else -1,
            at_start=at_start,
            by_word=nudge.by_word,
        )
        passage = Passage(moved, highlight.end) if at_start else Passage(highlight.start, moved)
        if passage != Passage(highlight.start, highlight.end):
            self.moved.emit(highlight.excerpt_id, passage, True)
