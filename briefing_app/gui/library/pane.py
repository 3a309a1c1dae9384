"""The library: search, filters and the list of articles."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.query import Query
from briefing_app.domain.query_text import words
from briefing_app.gui.dialogs.file_hits import FileHits
from briefing_app.gui.dialogs.name_variants import NameVariants
from briefing_app.gui.dialogs.several_details import SeveralDetails
from briefing_app.gui.library import hit_sentences
from briefing_app.gui.library.entry_hits import EntryHits
from briefing_app.gui.library.filter_popover import FilterPopover
from briefing_app.gui.library.filters import shown_filter, with_filter
from briefing_app.gui.library.finding import Finding
from briefing_app.gui.library.head import LibraryHead
from briefing_app.gui.library.list_view import ArticleList
from briefing_app.gui.library.nothing_listed import NothingListed
from briefing_app.gui.library.removal import Removal
from briefing_app.gui.library.table import ArticleTable
from briefing_app.gui.pane import Pane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Change, EntryHit, Found
from briefing_app.store.aside import NotNow

TYPING_PAUSE_MS = 60
"""The search waits so long for the next letter; the first letter does not wait."""

REFRESH_PAUSE_MS = 250
"""While an import writes batch after batch, the list follows at most so often."""

_SHOWN = {"article", "reading", "excerpt", "entry", "evidence", "alias"}
_OF_ENTRIES = {"entry", "section", "memo"}

LIST_PX = 90
"""The list is never lower; it scrolls."""


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class LibraryPane(Pane):
    """Lists what there is to read.

    Signals:
    details_requested(str)  the user wants to correct this article's particulars
    searched(Query)         the list now shows what this means
    """

    details_requested = Signal(str)
    searched = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._counts: dict[str, int] = {}
        self._followed_at = 0.0
        self.table = ArticleTable(session, self)
        self.head = LibraryHead(theme)
        self.search_field, self.filters = self.head.search_field, self.head.filters
        self.list = ArticleList(self.table, theme)
        self.nothing = NothingListed()
        self.hidden_line = QPushButton()
        self.entry_hits = EntryHits(theme)
        self._finding = Finding(session, self)
        self.popover = FilterPopover(session, theme, self)
        self.removal = Removal(session, self)
        self._typing = self._timer(TYPING_PAUSE_MS, self._search)
        self._following = self._timer(REFRESH_PAUSE_MS, self._follow)
        self._build()
        self._connect()
        if session.has_store:
            self._on_store_replaced()

    def focus_search(self) -> None:
        """Put the caret into the search field, the words in it selected; filters stay."""
        self.head.focus_search()

    def show_search(self, text: str) -> None:
        """Search for this, as if it had been typed."""
        self.head.write_search(text)
        self._search()

    def open_filters(self) -> None:
        """Show all filters below their row."""
        below = self.filters.mapToGlobal(self.filters.rect().bottomLeft())
        self.popover.open_at(below, self.search_field.text().strip())

    def file_hits(self) -> None:
        """Offer to file the sentences in which the search is found."""
        store, query = self._session.store, self.table.query
        if self._session.can_write and self.table.is_search:
            hits = hit_sentences.sentences(store, query, self.table.ids)
            if hits:
                _open(FileHits(self._session, hits, self.window()))
            else:
                self._session.notify(self.tr("Only headlines hold these words; nothing to file"))

    def edit_variants(self, word: str = "") -> None:
        """Show the names that are found together, and `word` among them."""
        if self._session.can_write:
            _open(NameVariants(self._session, self.window(), word=word))

    def clear_search(self) -> None:
        """List everything that the filter lets through again."""
        self.search_field.clear()
        self._search()

    def open_next(self) -> None:
        """Read the article below the open one."""
        self._step(1)

    def open_previous(self) -> None:
        """Read the article above the open one."""
        self._step(-1)

    def selected_ids(self) -> list[str]:
        """Ids of the selected articles, in the order of the list."""
        return self.list.selected_ids()

    def delete_selected(self) -> None:
        """Delete the selected articles; without any, the open one."""
        ids = self.selected_ids() or [id for id in (self._session.article_id,) if id]
        if not ids:
            return
        place = self.table.row_of(ids[0])
        was_open = self._session.article_id in ids
        self.removal.remove(ids, partial(self._open_at, place) if was_open else lambda: None)

    def _open_at(self, row: int) -> None:
        """Read what stands in a row now, or in the last one."""
        if self.table.rowCount():
            row = min(max(row, 0), self.table.rowCount() - 1)
            self._session.open_article(self.table.id_at(row))

    def mark_selected(self, read: bool) -> None:
        """Show the selected articles as read, or as not read yet."""
        store, ids = self._session.store, self.selected_ids()

        def mark() -> None:
            with store.change("Mark as read" if read else "Mark as unread", undoable=False):
                for id in ids:
                    store.articles.mark_read(id, read)

        told = self.tr("Marking {n} articles…").format(n=f"{len(ids):,}")
        self._session.attempt_many(len(ids), mark, told, lambda _result: None)

    def edit_selected(self) -> None:
        """Correct what the selected articles share."""
        ids = self.selected_ids()
        if len(ids) == 1:
            self.details_requested.emit(ids[0])
        elif ids and self._session.can_write:
            _open(SeveralDetails(self._session, ids, self.window()))

    def _timer(self, pause_ms: int, run: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=pause_ms)
        timer.timeout.connect(run)
        return timer

    def _build(self) -> None:
        self.hidden_line.setProperty("look", "link")
        self.hidden_line.hide()
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.nothing)
        # In large text neither takes height from what cannot do with less.
        self.list.setMinimumHeight(LIST_PX)
        self.nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._pages, 1)
        column.addWidget(self.hidden_line, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.entry_hits)
        self.main_part = self.list

    def _connect(self) -> None:
        session, view = self._session, self.list
        session.store_replaced.connect(self._on_store_replaced)
        session.changed.connect(self._on_changed)
        session.article_opened.connect(view.select)
        session.variants_requested.connect(self.edit_variants)
        self._theme.changed.connect(self._on_theme_changed)
        self.search_field.textEdited.connect(self._on_typed)
        self.search_field.textChanged.connect(self._on_text_changed)
        self.search_field.installEventFilter(self)
        self.filters.filter_chosen.connect(self._on_filter_chosen)
        self.filters.order_chosen.connect(self._search)
        self.filters.more_requested.connect(self.open_filters)
        self.head.file_button.clicked.connect(self.file_hits)
        self.popover.search_changed.connect(self.show_search)
        self._finding.first_found.connect(self._on_first_found)
        self._finding.found.connect(self._on_found)
        self.entry_hits.entry_chosen.connect(self._on_entry_chosen)
        view.opened.connect(session.open_article)
        view.details_requested.connect(self.details_requested)
        view.step_requested.connect(self._step)
        view.delete_requested.connect(self.delete_selected)
        view.read_requested.connect(self.mark_selected)
        view.several_requested.connect(self.edit_selected)
        self.nothing.search_cleared.connect(self.clear_search)
        self.nothing.all_requested.connect(self._show_all)
        self.hidden_line.clicked.connect(self._show_all)

    def _step(self, by: int) -> None:
        row = self.table.row_of(self._session.article_id)
        if row < 0:
            row = self.list.currentIndex().row() - by if self.list.currentIndex().isValid() else -1
        target = self.table.id_at(max(0, row + by))
        if target:
            self._session.open_article(target)

    def _on_store_replaced(self) -> None:
        self._finding.stop()
        self.table.groups.forget()
        self.list.is_changeable = not self._session.store.read_only
        self.search_field.clear()
        self._list_again()
        self.list.select(self._session.article_id)

    def _on_theme_changed(self) -> None:
        self.head.tint()
        self.list.fit_rows()
        self.list.viewport().update()

    def _on_changed(self, change: Change) -> None:
        tables = change.rows.keys()
        if "article" in tables:
            self.table.groups.forget()
        if tables & _OF_ENTRIES:
            self._show_entries()
        if not tables & _SHOWN:
            return
        # An article that is read while only unread ones are listed stays until they are
        # listed anew: a row must not vanish under the user's eyes.
        moved = tables & {"article", "alias"} or (
            "excerpt" in tables and self.filters.filter == "tagged"
        )
        if not moved:
            self.table.forget_rows()
            self._show_counts()
            return
        is_due = (time.monotonic() - self._followed_at) * 1000 >= REFRESH_PAUSE_MS
        if is_due and not self._session.others_write:
            self._follow()
        elif not self._following.isActive():
            # In a turn of its own during an import: other panes follow it in this one.
            self._following.start(0 if is_due else REFRESH_PAUSE_MS)

    def _follow(self) -> None:
        self._following.stop()
        self._followed_at = time.monotonic()
        self._list_again()

    def _on_typed(self, text: str) -> None:
        if self._typing.isActive() or len(text) > 1:
            self._typing.start()
        else:
            self._search()

    def _on_text_changed(self, text: str) -> None:
        self.filters.show_search(text)
        if not text:
            self._search()

    def _on_filter_chosen(self, name: str) -> None:
        self.show_search(with_filter(self.search_field.text(), name))
        self.list.select(self._session.article_id)

    def _show_all(self) -> None:
        self._on_filter_chosen("all")

    def _list_again(self) -> None:
        """Show counts and list anew."""
        if self._session.has_store and self._show_counts():
            self._search()

    def _search(self) -> None:
        """List what the search field asks for; in a large library a moment later."""
        self._typing.stop()
        if self._session.has_store:
            text = self.search_field.text().strip()
            self._finding.start(text, self.filters.sort, self._counts["all"])

    def _on_first_found(self, query: Query, ids: list[str]) -> None:
        self._show(ids, query)
        self.head.say_searching()
        self.hidden_line.hide()

    def _on_found(self, query: Query, found: Found) -> None:
        self._show(found.ids, query)
        self._say_hidden(found.hidden)
        self.head.say_found(query, len(found.ids), can_file=self._session.can_write)
        self._show_entries()
        self.searched.emit(query)

    def _show_entries(self) -> None:
        """Show in which entries the search is found; those of the present memo come first."""
        if not self._session.has_store:
            return
        query, store = self.table.query, self._session.store
        try:
            with store.at_once():
                hits = store.find_entries(query.text) if query.root is not None else []
        except NotNow:
            self._following.start(REFRESH_PAUSE_MS)
            return
        memo_id = self._session.memo_id
        hits.sort(key=lambda hit: hit.memo_id != memo_id)
        titles = {}
        for memo in store.memos.all() if hits else ():
            for placed in store.sections.of_memo(memo.id):
                title = f"{placed.number} {placed.section.title}"
                other = "" if memo.id == memo_id else f"{memo.title}  ·  "
                titles[placed.section.id] = other + title
        self.entry_hits.show_hits(hits, query, titles)

    def _on_entry_chosen(self, hit: EntryHit) -> None:
        if hit.memo_id != self._session.memo_id:
            self._session.show_memo(hit.memo_id)
        self._session.show_entry(hit.entry_id)

    def _show(self, ids: list[str], query: Query) -> None:
        """Put ids into the list, keeping selection and the place scrolled to."""
        view, bar = self.list, self.list.verticalScrollBar()
        selected = set(view.selected_ids()) or {self._session.article_id}
        current = self.table.id_at(view.currentIndex().row())
        is_same_search = query.text == self.table.search
        top, offset = view.top()
        anchor = self.table.id_at(top)
        self.table.show(ids, query)
        view.select_ids(selected, current)
        row = self.table.row_of(anchor)
        if not is_same_search:
            bar.setValue(0)
        elif top >= 0:
            view.scroll_to(row if row >= 0 and top > 0 else top, offset)
        self._pages.setCurrentWidget(view if ids else self.nothing)
        if not ids:
            self.nothing.explain(words(query.text), shown_filter(query.text))

    def _show_counts(self) -> bool:
        """False where they are shown later, since they would have to be waited for."""
        try:
            with self._session.store.at_once():
                self._counts = self._session.store.articles.counts()
        except NotNow:
            self._following.start(REFRESH_PAUSE_MS)
            return False
        self.filters.show_counts(self._counts)
        return True

    def _say_hidden(self, hidden: int) -> None:
        text = self.tr("{n} hidden by the filter – show all").format(n=hidden)
        self.hidden_line.setText(text)
        self.hidden_line.setAccessibleName(text)
        self.hidden_line.setToolTip(text)
        self.hidden_line.setVisible(hidden > 0 and self.table.rowCount() > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field, Esc clears and the arrow down goes to what was found."""
        if watched is self.search_field and isinstance(event, QKeyEvent):
            key, is_press = event.key(), event.type() == QEvent.Type.KeyPress
            if is_press and key == Qt.Key.Key_Escape and self.search_field.text():
                self.clear_search()
                return True
            if is_press and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter_list(opening=key != Qt.Key.Key_Down)
                return True
        return super().eventFilter(watched, event)

    def _enter_list(self, *, opening: bool) -> None:
        if self._typing.isActive():
            self._search()
        if not self.table.rowCount():
            return
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if opening:
            self._session.open_article(self.table.id_at(0))
