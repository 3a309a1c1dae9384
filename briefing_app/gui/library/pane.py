"""The library: search, filters and the list of articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.gui.library.filters import FilterRow
from briefing_app.gui.library.list_view import ArticleList
from briefing_app.gui.library.nothing_listed import NothingListed
from briefing_app.gui.library.removal import Removal
from briefing_app.gui.library.table import ArticleTable
from briefing_app.gui.pane import Pane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Change

TYPING_PAUSE_MS = 60
"""The search waits so long for the next letter; the first letter does not wait."""

FIRST_HITS = 200
"""In a large library so many hits, those imported last, are listed while the user types."""

LARGE = 5_000
"""Articles from which the search is done in two goes."""

REST_PAUSE_MS = 300
"""Typing that rests so long gets all hits."""

REFRESH_PAUSE_MS = 120
"""While an import writes batch after batch, the list follows at most so often."""

_SHOWN = {"article", "reading", "excerpt", "entry", "evidence"}


class LibraryPane(Pane):
    """Lists what there is to read.

    Signals:
    details_requested(str)  the user wants to correct this article's particulars
    searched(str)           the list now shows what matches this, "" for no search
    """

    details_requested = Signal(str)
    searched = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._ordered: list[str] = []  # what the filter lets through, whatever is searched for
        self._is_behind = False
        self.table = ArticleTable(session, self)
        self.search_field = QLineEdit()
        self.filters = FilterRow(theme)
        self.list = ArticleList(self.table, theme)
        self.nothing = NothingListed()
        self.hidden_line = QPushButton()
        self.found_line = QLabel()
        self.removal = Removal(session, self)
        self._search_icon = self.search_field.addAction(
            theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._typing = self._timer(TYPING_PAUSE_MS, self._search)
        self._resting = self._timer(REST_PAUSE_MS, self._search_all)
        self._following = self._timer(REFRESH_PAUSE_MS, self._catch_up)
        self._build()
        self._connect()
        if session.has_store:
            self._on_store_replaced()

    def focus_search(self) -> None:
        """Put the caret into the search field, its text selected."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

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
        if self.removal.remove(ids) and was_open and self.table.rowCount():
            row = min(max(place, 0), self.table.rowCount() - 1)
            self._session.open_article(self.table.id_at(row))

    def mark_selected_unread(self) -> None:
        """Show the selected articles as not read yet."""
        articles = self._session.store.articles
        for id in self.selected_ids():
            self._session.attempt(partial(articles.mark_read, id, False))

    def _timer(self, pause_ms: int, run: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause_ms)
        timer.timeout.connect(run)
        return timer

    def _build(self) -> None:
        search = self.tr("Search headlines and text")
        self.search_field.setPlaceholderText(search)
        self.search_field.setAccessibleName(search)
        self.search_field.setToolTip(f"{search} (Ctrl+F)")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setAcceptDrops(False)
        self.found_line.setProperty("look", "hint")
        self.found_line.hide()
        self.hidden_line.setProperty("look", "link")
        self.hidden_line.hide()
        px = self._theme.px
        top = QVBoxLayout()
        top.setContentsMargins(px(12), px(12), px(12), px(6))
        top.setSpacing(px(8))
        for widget in (self.search_field, self.filters, self.found_line):
            top.addWidget(widget)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._pages, 1)
        column.addWidget(self.hidden_line, 0, Qt.AlignmentFlag.AlignHCenter)
        self.main_part = self.list

    def _connect(self) -> None:
        session, view = self._session, self.list
        session.store_replaced.connect(self._on_store_replaced)
        session.changed.connect(self._on_changed)
        session.article_opened.connect(view.select)
        self._theme.changed.connect(self._on_theme_changed)
        self.search_field.textEdited.connect(self._on_typed)
        self.search_field.textChanged.connect(self._on_text_changed)
        self.search_field.installEventFilter(self)
        self.filters.chosen.connect(self._on_filter_chosen)
        view.opened.connect(session.open_article)
        view.details_requested.connect(self.details_requested)
        view.step_requested.connect(self._step)
        view.delete_requested.connect(self.delete_selected)
        view.unread_requested.connect(self.mark_selected_unread)
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
        self.list.is_changeable = not self._session.store.read_only
        self.search_field.clear()
        self._list_again()
        self.list.select(self._session.article_id)

    def _on_theme_changed(self) -> None:
        self.filters.tint()
        self._search_icon.setIcon(self._theme.icon("search"))
        self.list.fit_rows()
        self.list.viewport().update()

    def _on_changed(self, change: Change) -> None:
        tables = change.rows.keys() & _SHOWN
        if not tables:
            return
        # An article that is read while only unread ones are listed stays until they are
        # listed anew: a row must not vanish under the user's eyes.
        moved = "article" in tables or ("excerpt" in tables and self.filters.filter == "tagged")
        if not moved:
            self.table.forget_rows()
            self._show_counts()
        elif self._following.isActive():
            self._is_behind = True
        else:
            self._following.start()
            self._list_again()

    def _catch_up(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self._following.start()
            self._list_again()

    def _on_typed(self, text: str) -> None:
        if self._typing.isActive() or len(text) > 1:
            self._typing.start()
        else:
            self._search()

    def _on_text_changed(self, text: str) -> None:
        if not text:
            self._search()

    def _on_filter_chosen(self) -> None:
        self._list_again()
        self.list.select(self._session.article_id)

    def _show_all(self) -> None:
        self.filters.set_filter("all")

    def _list_again(self) -> None:
        """Ask the store for the order, and show it."""
        if not self._session.has_store:
            return
        filters = self.filters
        self._ordered = self._session.store.articles.ids(filters.filter, filters.sort)
        self._show_counts()
        self._search()

    def _search(self) -> None:
        """List what matches; in a large library the last imported first, the rest in a moment."""
        self._typing.stop()
        self._resting.stop()
        if not self._session.has_store:
            return
        text, is_large = self.search_field.text().strip(), self._counts["all"] >= LARGE
        if text and is_large and self.filters.filter == "all":
            found = self._session.store.search_ids(text, FIRST_HITS)
            self._list_found(text, found)
            if len(found) == FIRST_HITS:
                self.found_line.setText(self.tr("Searching…"))
                self._resting.start()
        else:
            self._search_all()

    def _search_all(self) -> None:
        if not self._session.has_store:
            return
        text = self.search_field.text().strip()
        if text:
            self._list_found(text, self._session.store.search_ids(text))
            return
        self._show(self._ordered, text)
        self._say_hidden(self._counts["all"] - len(self._ordered))
        self.found_line.hide()
        self.searched.emit(text)

    def _list_found(self, text: str, found: Sequence[str]) -> None:
        matching = set(found)
        shown = [id for id in self._ordered if id in matching]
        self._show(shown, text)
        self._say_hidden(len(matching) - len(shown))
        count = QLocale().toString(len(shown))
        one, many = self.tr("1 article found"), self.tr("{n} articles found")
        self.found_line.setText(one if len(shown) == 1 else many.format(n=count))
        self.found_line.setVisible(bool(shown))
        self.searched.emit(text)

    def _show(self, ids: list[str], text: str) -> None:
        """Put ids into the list, keeping selection and the place scrolled to."""
        view, bar = self.list, self.list.verticalScrollBar()
        selected, current = set(view.selected_ids()), self.table.id_at(view.currentIndex().row())
        height, is_same_search = view.rowHeight(0) or 1, text == self.table.search
        top, offset = divmod(bar.value(), height)
        anchor = self.table.id_at(top)
        self.table.show(ids, text)
        view.fit_rows()
        view.select_ids(selected, current)
        row = self.table.row_of(anchor)
        if not is_same_search:
            bar.setValue(0)
        elif row >= 0 and top > 0:
            bar.setValue(row * height + offset)
        else:
            bar.setValue(top * height + offset)
        self._pages.setCurrentWidget(view if ids else self.nothing)
        if not ids:
            self.nothing.explain(text, self.filters.filter)

    def _show_counts(self) -> None:
        self._counts = self._session.store.articles.counts()
        self.filters.show_counts(self._counts)

    def _say_hidden(self, hidden: int) -> None:
        text = self.tr("{n} hidden by the filter – show all").format(n=hidden)
        self.hidden_line.setText(text)
        self.hidden_line.setAccessibleName(text)
        self.hidden_line.setToolTip(text)
        is_filtered = self.filters.filter != "all"
        self.hidden_line.setVisible(is_filtered and hidden > 0 and self.table.rowCount() > 0)

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
