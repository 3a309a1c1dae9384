"""Giving fingerprints to articles that have none yet, as in older files, beside the window."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer

from briefing_app.analysis.overlap import fingerprint
from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.gui.session import Notice, Session
from briefing_app.gui.tasks import Task
from briefing_app.store import BrokenOff, Store

AT_ONCE = 8
"""Articles of one go: who wants to write waits for no more."""

PAUSE_MS = 40

IMPORT_MS = 2000
"""After so long it is tried again while an import writes: that goes first."""


class Fingerprinting(QObject):
    """Works through the open briefing in small goes; what comes in later brings its own."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._next = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._next.timeout.connect(self._go_on)
        session.store_replaced.connect(self._begin)

    @property
    def is_running(self) -> bool:
        """Whether there may be articles left to do."""
        return self._next.isActive() or self._task is not None

    def stop(self) -> None:
        """Leave the rest until the briefing is opened again."""
        self._next.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _begin(self) -> None:
        self.stop()
        self._next.start(PAUSE_MS)

    def _go_on(self) -> None:
        if not self._session.can_write:
            return
        if self._session.others_write:
            self._next.start(IMPORT_MS)
            return
        store = self._session.store
        given, failed = partial(self._on_given, store), partial(self._on_failed, store)
        self._task = tasks.run(_give, store, done=given, failed=failed)

    def _is_open(self, store: Store) -> bool:
        """Whether it was not closed meanwhile; with it, the window may be gone."""
        return self._session.has_store and self._session.store is store

    def _on_given(self, store: Store, is_all: bool) -> None:
        self._task = None
        if not is_all and self._is_open(store):
            self._next.start(PAUSE_MS)

    def _on_failed(self, store: Store, error: Exception) -> None:
        self._task = None
        if not self._is_open(store):
            return
        if not isinstance(error, BriefingError):
            raise error
        self._session.notified.emit(Notice(str(error), is_problem=True))


def _give(store: Store) -> bool:
    """Give fingerprints to some articles; True when there are no more without."""
    ids = store.articles.without_fingerprint(AT_ONCE)
    if not ids:
        return True
    found = {}
    for id in ids:
        with suppress(KeyError):  # deleted meanwhile
            found[id] = fingerprint(store.articles.body(id))
    try:
        with store.change("Compare texts", undoable=False, gives_way=True):
            store.articles.add_fingerprints(found)
    except BrokenOff:
        store.give_way()
    return False
