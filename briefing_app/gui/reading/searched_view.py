"""A page on which the places that a search found are marked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from briefing_app.domain.query import Query
from briefing_app.gui.reading.highlight_painter import HighlightPainter
from briefing_app.gui.reading.highlights import passage_lines
from briefing_app.gui.reading.page_view import PageView
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.reading.searched import Searched
from briefing_app.gui.theme import Theme

BELOW_TOP_PX = 180
"""Where a passage that was jumped to comes to lie."""


class SearchedView(PageView):
    """Signals: `found_changed` when something else is looked for, or another place in sight."""

    found_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._painter = HighlightPainter(theme)
        self._searched = Searched()

    def set_search(self, wanted: str | Query) -> int:
        """Mark the words of a search quietly; returns how many places there are."""
        self._searched = Searched(wanted, self.body)
        self.viewport().update()
        self.found_changed.emit()
        return len(self._searched.all)

    @property
    def found(self) -> tuple[int, int]:
        """At which of the places the search went (0: at none yet), and how many there are."""
        return self._searched.number, len(self._searched.all)

    @property
    def found_passage(self) -> Passage | None:
        """The place that the search went to."""
        return self._searched.current

    def find_next(self) -> bool:
        """Go to the next place that the search found; False when there is none at all."""
        return self._find(1, self.top_position() or 0)

    def find_previous(self) -> bool:
        """Go to the place before; False when there is none at all."""
        return self._find(-1, self.top_position() or 0)

    def find_from(self, position: int) -> bool:
        """Go to the first place from a code point on; False when there is none at all."""
        return self._find(1, position)

    def _find(self, by: int, position: int) -> bool:
        found = self._searched.step(by, position)
        if found:
            if self.passage_rect(found).isEmpty():
                self._scroll_to(found.start, self._theme.px(BELOW_TOP_PX))
            self.viewport().update()
            self.found_changed.emit()
        return found is not None

    def _search_anew(self) -> None:
        """Look for the same in what is shown now."""
        self.set_search(self._searched.wanted)

    def _paint_found(self, painter: QPainter, start: int, end: int) -> None:
        assert self._page is not None
        for place in self._searched.between(start, end):
            lines = passage_lines(self._page, max(start, place.start), min(end, place.end))
            is_current = place == self._searched.current
            self._painter.paint_found(painter, lines, is_current=is_current)
