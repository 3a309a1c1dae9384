"""The article's text with a page of its original beside it, when the user wants that.

Where there is too little room for both, the page stands below the text.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QToolButton

from briefing_app.domain.article import Article
from briefing_app.gui import window_place
from briefing_app.gui.dialogs.password import PasswordSheet
from briefing_app.gui.original_page.view import OriginalPage
from briefing_app.gui.originals import fetch_original
from briefing_app.gui.reading.page_view import PageView
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

KEY = "Ctrl+Shift+P"
"""Bound by the command of the menu, which presses the button."""

SIDE_BY_SIDE_PX = 600
"""In less room than that, lines of a few words would be left of the text."""


PAGE_SHARE = 0.55
"""Of the room, for the page: its lines are as long as the text's, and its letters smaller."""

KEEP_MS = 300
MARK_MS = 150
"""After the selection last changed, its words are looked for on the page."""


class BesideOriginal(QSplitter):
    """Text and page. `toggle` is the button for it, in sight for articles that have pages.

    Signals: `page_shown` when the page comes (True) or goes.
    """

    page_shown = Signal(bool)

    def __init__(self, session: Session, theme: Theme, view: PageView) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._view = view
        self._article: Article | None = None
        self._shown_id = ""
        self._gone_to: Passage | None = None
        self.page = OriginalPage(theme)
        self.page.hide()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(view)
        self.addWidget(self.page)
        self.toggle = self._make_toggle()
        self._shares = window_place.page_shares()
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._marking = QTimer(self, singleShot=True, interval=MARK_MS)
        self._marking.timeout.connect(self._mark)
        self._keeping.timeout.connect(self._keep_shares)
        # In one go, after the view has come to rest.
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(0)
        self._following.timeout.connect(self._follow)
        view.verticalScrollBar().valueChanged.connect(self._follow_soon)
        view.selectionChanged.connect(self._follow_soon)
        view.selectionChanged.connect(self._on_selected)
        self.page.turned.connect(self._marking.start)
        self.splitterMoved.connect(self._on_split)
        self.page.chosen.connect(self._on_page_chosen)
        self.page.left.connect(self._on_page_left)
        self.page.password_requested.connect(self._ask_password)
        later = Qt.ConnectionType.QueuedConnection
        session.passage_shown.connect(self._on_passage_shown, later)
        theme.changed.connect(self._tint)
        self._tint()

    def _make_toggle(self) -> QToolButton:
        text = self.tr("Show the original page beside the text")
        button = QToolButton()
        button.setProperty("look", "tool")
        button.setCheckable(True)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({KEY})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.hide()
        button.toggled.connect(self._show_or_hide)
        return button

    def show_article(self, article: Article | None) -> None:
        """Be ready to show pages of this article's original; None while none is open."""
        self._article = article
        self._gone_to = None
        self.toggle.setVisible(bool(article and article.page_starts))
        self._show_or_hide()

    def show_or_explain(self) -> None:
        """Show or hide the page; where there is none, say so."""
        if self._article and self._article.page_starts:
            self.toggle.click()
        else:
            text = self.tr("Only PDF files and pictures have pages; this one opens with {keys}")
            self._session.notify(text.format(keys="Ctrl+Shift+O"))

    def _show_or_hide(self) -> None:
        article = self._article
        if article is None or not article.page_starts or not self.toggle.isChecked():
            self._hide_page()
            return
        if self.page.isHidden():
            self.page.show()
            self.page_shown.emit(True)
            self._share()
        if self._shown_id != article.id:
            self._shown_id = article.id
            load = partial(fetch_original, self._session.store, article.id)
            self.page.show_file(load, len(article.page_starts), self._session.passwords)
            self._marking.start()
        self._follow_soon()

    def _hide_page(self) -> None:
        self._shown_id = ""
        if not self.page.isHidden():
            focused = self.window().focusWidget()
            if focused is not None and self.page.isAncestorOf(focused):
                self._on_page_left()
            self.page.hide()
            self.page.close_file()
            self.page_shown.emit(False)

    def _ask_password(self) -> None:
        shown_id = self._shown_id
        sheet = PasswordSheet([self.page.name], self.window(), action=self.tr("Show the page"))
        if sheet.exec() and self._shown_id == shown_id:
            self._session.remember_password(sheet.password)
            self.page.show_again(self._session.passwords)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
        self._share()

    def _turn(self) -> None:
        """Put the page beside the text, or below it where there is little room."""
        has_room = self.width() >= self._theme.px(SIDE_BY_SIDE_PX)
        wanted = Qt.Orientation.Horizontal if has_room else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            self._share()

    @property
    def _is_beside(self) -> bool:
        return self.orientation() == Qt.Orientation.Horizontal

    def _share(self) -> None:
        """Part the room as the user did last."""
        room = self.width() if self._is_beside else self.height()
        page = round(room * self._shares.get(self._is_beside, PAGE_SHARE))
        self.setSizes([room - page, page])

    def _on_split(self) -> None:
        text, page = self.sizes()
        self._shares[self._is_beside] = page / max(text + page, 1)
        self._keeping.start()

    def _keep_shares(self) -> None:
        window_place.keep_page_shares(self._shares)

    def _on_page_chosen(self, number: int) -> None:
        """Bring the text of a page to the top, and leave the page where it is."""
        if self._article is None:
            return
        starts = self._article.page_starts
        self._view.go_to(starts[min(number, len(starts)) - 1])
        self._following.stop()
        self.page.stay_at(self._article.page_at(self._view.reading_position))

    def _on_page_left(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_soon(self) -> None:
        self._following.start()

    def _follow(self) -> None:
        if self._article and self.page.isVisible():
            self.page.follow(self._article.page_at(self._view.reading_position))

    def _mark(self) -> None:
        """Outline on the page what is selected, as far as the page goes."""
        article, passage = self._article, self._view.passage or self._gone_to
        if article is None or not self.page.isVisible():
            return
        words = ""
        if passage:
            begin, end = _page_span(article, self.page.number)
            words = article.body[max(begin, passage.start) : min(end, passage.end)]
        self.page.mark(words)

    def _on_passage_shown(self, excerpt_id: str) -> None:
        if self._article and self.page.isVisible():
            excerpt = self._session.store.excerpts.get(excerpt_id)
            self._following.stop()
            self.page.follow(self._article.page_at(excerpt.start))
            self._gone_to = Passage(excerpt.start, excerpt.end)
            self._marking.start()

    def _on_selected(self) -> None:
        self._gone_to = None
        self._marking.start()

    def _tint(self) -> None:
        self.toggle.setIcon(self._theme.icon("pages", on="accent"))
        self.toggle.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))
        self.page.tint()
        self._turn()


def _page_span(article: Article, number: int) -> tuple[int, int]:
    """The code points of an article that came from one page of its original."""
    bounds = [*article.page_starts, len(article.body), len(article.body)]
    at = min(number, len(article.page_starts) + 1)
    return bounds[at - 1], bounds[at]
