"""Giving fingerprints to articles that have none yet, as in older files, while all is idle."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from briefing_app.analysis.overlap import fingerprint
from briefing_app.gui.session import Session

AT_ONCE = 8
"""Articles of one go: together they take less than one frame of the window."""

PAUSE_MS = 40


class Fingerprinting(QObject):
    """Works through the open briefing in small goes; what comes in later brings its own."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._next = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._next.timeout.connect(self._go_on)
        session.store_replaced.connect(self._next.start)

    @property
    def is_running(self) -> bool:
        """Whether there may be articles left to do."""
        return self._next.isActive()

    def stop(self) -> None:
        """Leave the rest until the briefing is opened again."""
        self._next.stop()

    def _go_on(self) -> None:
        if not self._session.can_write:
            return
        articles = self._session.store.articles
        found = {
            id: fingerprint(articles.get(id).body) for id in articles.without_fingerprint(AT_ONCE)
        }
        if found and self._session.attempt(partial(articles.add_fingerprints, found)):
            self._next.start()
