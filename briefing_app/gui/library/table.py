"""The library's articles as a table of one column; rows are fetched when they are shown."""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from briefing_app.domain.article import ArticleRow
from briefing_app.domain.query import Query
from briefing_app.gui.dates import shown_date
from briefing_app.gui.library.version_groups import VersionGroups
from briefing_app.gui.session import Session
from briefing_app.store.aside import NotNow
from briefing_app.store.search import snippet

CHUNK = 32
"""Rows that are fetched at once."""

KEPT = 4096
"""Fetched rows that are kept; beyond that all are fetched again."""

AGAIN_MS = 15
"""Rows that could not be fetched without waiting are asked for again after so long."""

# Enum members compared in data() cost nine times as much as plain numbers.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)

Index = QModelIndex | QPersistentModelIndex
Snippet = tuple[str, tuple[tuple[int, int], ...]]


class ArticleTable(QAbstractTableModel):
    """Ids in the order shown; the rest of a row is fetched in chunks and kept a while.

    Fetching never waits for another thread: a row stays as it was, or empty, a little longer.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: list[str] = []
        self._found: list[str] = []
        self.groups = VersionGroups(session)
        self._rows: dict[str, ArticleRow] = {}
        self._rows_before: dict[str, ArticleRow] = {}
        self._snippets: dict[str, Snippet] = {}
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.redraw)
        self.query = Query()

    @property
    def ids(self) -> Sequence[str]:
        """Ids of the articles listed, in order, those that are folded away among them."""
        return self._found

    @property
    def search(self) -> str:
        """What was typed to find the articles shown."""
        return self.query.text

    @property
    def is_search(self) -> bool:
        """Whether words are looked for, so that rows show where they stand."""
        return bool(self.query.terms)

    def show(self, ids: list[str], query: Query | None = None) -> None:
        """Show these articles, each with the passage where the query's words are found."""
        self.beginResetModel()
        self._found = ids
        self._ids = self.groups.arranged(ids)
        self._forget()
        self.query = query or Query()
        self.endResetModel()

    def unfold(self, article_id: str, *, is_on: bool) -> bool:
        """Show or hide the earlier versions of this article, or of the newest one of its group;
        False where nothing changed."""
        head = self.groups.head_of(article_id) or article_id
        if not self.groups.count(head) or self.groups.is_unfolded(head) == is_on:
            return False
        self.groups.unfold(head, is_on=is_on)
        self.beginResetModel()
        self._ids = self.groups.arranged(self._found)
        self.endResetModel()
        return True

    def forget_rows(self) -> None:
        """Fetch again what is shown; order and number of the rows stay."""
        self._forget()
        self.redraw()

    def redraw(self) -> None:
        """Have the rows drawn again."""
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def id_at(self, row: int) -> str:
        """The article in a row, "" outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def row_of(self, article_id: str) -> int:
        """Where an article stands, -1 if it is not shown."""
        # Even of 100,000 this takes a millisecond or two; an index would take 20 to make.
        return self._ids.index(article_id) if article_id in self._ids else -1

    def rows_of(self, article_ids: Set[str]) -> list[int]:
        """Where these articles stand, those that are shown."""
        if len(article_ids) < 5:
            return [row for row in map(self.row_of, article_ids) if row >= 0]
        return [row for row, id in enumerate(self._ids) if id in article_ids]

    def article_at(self, row: int) -> ArticleRow | None:
        """What the list shows of a row; None outside the list and for an article just deleted."""
        id = self.id_at(row)
        if not id:
            return None
        if id not in self._rows:
            try:
                self._fetch(row)
            except NotNow:
                self._again.start()
                return self._rows_before.get(id)
        return self._rows.get(id)

    def snippet_at(self, row: int) -> Snippet:
        """Where the search is found in a row's text: words and marks, code points [start, end)."""
        id = self.id_at(row)
        if not id or not self.is_search or not self._session.has_store:
            return "", ()
        if id not in self._snippets:
            try:
                with self._session.store.at_once():
                    body = self._session.store.articles.body(id)
            except KeyError:
                return "", ()
            except NotNow:
                self._again.start()
                return "", ()
            self._snippets[id] = snippet(body, self.query.terms)
        return self._snippets[id]

    def _fetch(self, row: int) -> None:
        if len(self._rows) > KEPT:
            self._forget()
        if not self._session.has_store:
            return  # A window may be repainted between two briefings.
        start = row - row % CHUNK
        wanted = self._ids[start : start + CHUNK]
        with self._session.store.at_once():
            self._rows |= {found.id: found for found in self._session.store.articles.rows(wanted)}

    def _forget(self) -> None:
        self._rows_before, self._rows = self._rows, {}
        self._snippets.clear()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        if role not in (_DISPLAY, _TOOL_TIP, _ACCESSIBLE):
            return None
        article = self.article_at(index.row())
        if article is None:
            return None
        return self._described(article) if role == _ACCESSIBLE else self.headline(article)

    def headline(self, article: ArticleRow) -> str:
        """The headline, or words that stand in for a missing one."""
        return article.headline or self.tr("No headline")

    def _described(self, article: ArticleRow) -> str:
        parts = [
            self.headline(article),
            article.publisher or self.tr("no outlet"),
            shown_date(article.published) or self.tr("no date"),
        ]
        if article.is_earlier:
            parts.append(self.tr("earlier version"))
        if count := self.groups.count(article.id):
            is_open = self.groups.is_unfolded(article.id)
            shown = self.tr("{n} versions, shown below") if is_open else self.tr("{n} versions")
            parts.append(shown.format(n=count))
        if not article.is_read:
            parts.append(self.tr("unread"))
        for text, count in ((self.tr("quotes"), article.quotes), (self.tr("facts"), article.facts)):
            if count:
                parts.append(f"{text}: {count}")
        return ", ".join(parts)
