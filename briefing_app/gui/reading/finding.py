"""What is marked as found in the open article: what the find bar asks for, else the library."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from briefing_app.domain.query import QUOTES, Query
from briefing_app.gui.reading.find_bar import FindBar
from briefing_app.gui.reading.view import ReadingView
from briefing_app.gui.session import Session

LONGEST = 80
"""A longer selection is no word to look for."""


class Finding(QObject):
    """Ties the find bar to the reading view; the library's search is marked while it is closed."""

    def __init__(self, session: Session, view: ReadingView, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._bar = bar
        self._of_library: str | Query = ""
        self._origin = 0
        bar.typed.connect(self._on_typed)
        bar.stepped.connect(self._step)
        bar.closed.connect(self.close)
        view.found_changed.connect(self._count)

    def start(self) -> None:
        """Open the bar, with the words that are selected or those looked for last."""
        passage, field = self._view.passage, self._bar.field
        selected = self._view.body[passage.start : passage.end] if passage else ""
        self._origin = passage.start if passage else self._view.top_position() or 0
        self._bar.show()
        if selected and "\n" not in selected and len(selected) <= LONGEST:
            field.setText(selected)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
        self._on_typed(field.text())

    def close(self) -> None:
        """Close the bar; the place found last stays in sight and gets the caret."""
        if self._bar.isHidden():
            return
        found = self._view.found_passage
        self._bar.hide()
        self._view.set_search(self._of_library)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if found:
            self._view.select(found.start, found.start)

    def set_library_query(self, query: str | Query) -> int:
        """Mark what the library looks for, unless the bar is open; returns the number of places."""
        self._of_library = query
        return self._view.set_search(query) if self._bar.isHidden() else 0

    def next(self) -> None:
        """Go to the next place; opens the bar when nothing is looked for."""
        self._go(1)

    def previous(self) -> None:
        """Go to the place before; opens the bar when nothing is looked for."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if self._bar.isHidden() and not self._view.found[1]:
            self.start()
        else:
            self._step(by)

    def _step(self, by: int) -> None:
        _ = self._view.find_next() if by > 0 else self._view.find_previous()

    def _on_typed(self, text: str) -> None:
        self._view.set_search(self._query(text))
        if text.strip():
            self._view.find_from(self._origin)

    def _query(self, text: str) -> str | Query:
        """The words in this order; the last one may go on unless a space follows it."""
        words = text.translate(QUOTES).replace('"', " ")
        if not words.strip() or not self._session.has_store:
            return ""
        closing = '"' if words[-1].isspace() else ""
        return self._session.store.query(f'"{words.strip()}{closing}')

    def _count(self) -> None:
        self._bar.show_count(*self._view.found)
