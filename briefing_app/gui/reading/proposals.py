"""Taking or dismissing what is proposed for the open article's particulars."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from briefing_app.gui.reading.particulars_strip import ParticularsStrip
from briefing_app.gui.session import Session


class Proposals(QObject):
    """Writes what the strip of particulars asks for."""

    def __init__(self, session: Session, strip: ParticularsStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        strip.used.connect(self._use)
        strip.dismissed.connect(self._dismiss)

    def _use(self, field: str) -> None:
        articles, id = self._session.store.articles, self._session.article_id
        self._session.attempt(partial(articles.accept_proposal, id, field))

    def _dismiss(self, field: str) -> None:
        articles, id = self._session.store.articles, self._session.article_id
        self._session.attempt(partial(articles.dismiss_proposal, id, field))
