"""Lines of an import that tell of articles, and follow what is done to these elsewhere."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from briefing_app.domain.article import ArticleRow
from briefing_app.gui.importing.line import Line
from briefing_app.gui.importing.words import outcome_words, reason_words
from briefing_app.gui.session import Session
from briefing_app.importing import Outcome
from briefing_app.store import Change

AT_ONCE = 200
"""Lines that are compared with their articles in one turn of the window: some 5 ms. Of a longer
list the rest is compared in the next turns, and all of it shown at the end."""


class Following(QObject):
    """Signals: `looked(object)`: id() of each line that is out of date -> what it is to say."""

    looked = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._altered: set[str] = set()
        self._left: deque[Line] = deque()
        self._fresh: list[tuple[Line, Line]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        session.changed.connect(self._on_changed)

    def look(self, lines: Sequence[Line]) -> None:
        """Compare lines with those of their articles that were altered since the last look."""
        if not self._session.has_store or not self._altered:
            return
        altered, self._altered = self._altered, set()
        self._left.extend(line for line in lines if _tells_of(line, altered))
        if len(lines) > AT_ONCE:
            self._next.start()
        else:
            self._go_on()

    def _on_changed(self, change: Change) -> None:
        self._altered |= change.rows.get("article", frozenset())

    def _go_on(self) -> None:
        if not self._session.has_store:
            self._left.clear()
            return
        lines = [self._left.popleft() for _ in range(min(AT_ONCE, len(self._left)))]
        ids = {id for line in lines for id in _ids_of(line)}
        there = {row.id: row for row in self._session.store.articles.rows(ids)}
        looked = ((line, self._as_it_is(line, there)) for line in lines)
        self._fresh += [(line, fresh) for line, fresh in looked if fresh is not line]
        if self._left:
            self._next.start()
        elif self._fresh:
            # Until here they were kept alive, so that no other line has the same id().
            found, self._fresh = self._fresh, []
            self.looked.emit({id(line): fresh for line, fresh in found})

    def _as_it_is(self, line: Line, there: Mapping[str, ArticleRow]) -> Line:
        before = line.before
        if before is not None and all(id in there for id in _ids_of(before)):
            versions = ((twin.known_id, twin.article_id) for twin in before.twins)
            get = self._session.store.articles.get
            if not any(get(new).version_of == old for old, new in versions):
                return before
        if not line.row.is_stored or line.is_busy:
            return line
        here = [there[id] for id in line.row.article_ids if id in there]
        if not here and before is None:
            remark = self.tr("No longer in the library; Undo may bring it back.")
            gone = self.tr("Taken out")
            return replace(line, twins=(), result=gone, remark=remark, before=line)
        if here and line.row.outcome in (Outcome.IMPORTED, Outcome.INCOMPLETE):
            return self._as_corrected(line, here)
        return line

    def _as_corrected(self, line: Line, here: Sequence[ArticleRow]) -> Line:
        """What a line says of its articles as they are now."""
        row, result = line.row, outcome_words(line.row)
        if row.missing and not any(article.missing for article in here):
            row, result = replace(row, missing=(), doubts=()), self.tr("Completed")
        remark = reason_words(row, {article.id: article for article in here})
        is_same = (result, remark) == (line.result, line.remark)
        return line if is_same else replace(line, result=result, remark=remark)


def _ids_of(line: Line) -> set[str]:
    """The articles that a line tells of, and of a decision those that it was about."""
    told = line.before or line
    return {*told.row.article_ids, *(twin.known_id for twin in told.twins)}


def _tells_of(line: Line, ids: set[str]) -> bool:
    """Whether one of these is among the articles that it tells of. Asked of all lines."""
    told = line.before or line
    if not ids.isdisjoint(told.row.article_ids):
        return True
    return any(twin.known_id in ids for twin in told.twins)
