"""Carrying out searches: at once where that is quick, in another thread where it is not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.gui import tasks
from briefing_app.gui.session import Session
from briefing_app.gui.tasks import Task
from briefing_app.store import Found
from briefing_app.store.apart import Search
from briefing_app.store.aside import NotNow

FIRST_HITS = 200
"""So many hits, those imported last, are told of before the others are found."""

LARGE = 5_000
"""Articles from which words are searched for in another thread."""


AGAIN_MS = 15
"""A search that would have to wait for another thread is begun again after so long."""


def _look(search: Search, progress: Callable[[object], None]) -> Found:
    if search.query.terms:
        progress(search.first(FIRST_HITS))
    return search.all()


class Finding(QObject):
    """The search that is under way; another one takes its place.

    Signals:
    first_found(Query, list[str])  ids of some articles; more may follow
    found(Query, Found)            all of them
    """

    first_found = Signal(object, object)
    found = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._search: Search | None = None
        self._task: Task | None = None
        self._wanted = ("", "", 0)
        self._later = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._later.timeout.connect(self._start_again)

    def start(self, text: str, sort: str, count: int) -> None:
        """Find what a query means; `count`: how many articles there are."""
        self.stop()
        store = self._session.store
        search = found = None
        try:
            with store.at_once():
                query = store.query(text)
                # While an import runs, even all articles: the list is made anew again and again.
                is_slow = query.terms or sort == "headline" or self._session.others_write
                if count >= LARGE and is_slow:
                    search = store.search_apart(text, sort)
                if search is None:
                    found = store.find(text, sort)
        except NotNow:
            self._wanted = text, sort, count
            self._later.start()
            return
        if found is not None:
            self.found.emit(query, found)
            return
        self._search = search
        self._task = tasks.run(
            _look, search, done=self._on_found, failed=self._on_failed, progress=self._on_first
        )

    def _start_again(self) -> None:
        if self._session.has_store:
            self.start(*self._wanted)

    @property
    def is_busy(self) -> bool:
        """Whether more is to come."""
        return self._task is not None or self._later.isActive()

    def stop(self) -> None:
        """Forget the search that is under way."""
        self._later.stop()
        if self._task is not None:
            self._task.cancel()
        if self._search is not None:
            self._search.stop()
        self._task = self._search = None

    def _on_first(self, ids: list[str]) -> None:
        if self._search is not None:
            self.first_found.emit(self._search.query, ids)

    def _on_found(self, found: Found) -> None:
        if self._search is not None:
            search, self._search, self._task = self._search, None, None
            self.found.emit(search.query, found)

    def _on_failed(self, error: Exception) -> None:
        self._search = self._task = None
        if self._session.has_store:
            raise error
