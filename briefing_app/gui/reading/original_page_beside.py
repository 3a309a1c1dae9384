"""The article's text with a page of its original beside it, when the user wants that.

Where there is too little room for both, the page stands below the text.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QToolButton

from briefing_app.domain.article import Article
from briefing_app.gui.reading.original_page import OriginalPage
from briefing_app.gui.reading.page_view import PageView
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

KEY = "Ctrl+Shift+P"
"""Bound by the command of the menu, which presses the button."""

SIDE_BY_SIDE_PX = 600
"""In less room than that, lines of a few words would be left of the text."""


class BesideOriginal(QSplitter):
    """Text and page. `toggle` is the button for it, in sight for articles that have pages."""

    def __init__(self, session: Session, theme: Theme, view: PageView) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._view = view
        self._article: Article | None = None
        self._shown_id = ""
        self.page = OriginalPage(theme)
        self.page.hide()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(view)
        self.addWidget(self.page)
        self.setStretchFactor(0, 5)
        self.setStretchFactor(1, 4)
        self.toggle = self._make_toggle()
        # In one go, after the view has come to rest.
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(0)
        self._following.timeout.connect(self._follow)
        view.verticalScrollBar().valueChanged.connect(self._follow_soon)
        view.selectionChanged.connect(self._follow_soon)
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
            self.page.hide()
            self._shown_id = ""
            self.page.close_file()
            return
        if not self.page.isVisible():
            self.page.show()
            self._share()
        if self._shown_id != article.id:
            self._shown_id = article.id
            original = self._session.store.articles.original(article.id)
            self.page.show_file(original.name, original.data, len(article.page_starts))
        self._follow_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put the page beside the text, or below it where there is little room."""
        has_room = self.width() >= self._theme.px(SIDE_BY_SIDE_PX)
        wanted = Qt.Orientation.Horizontal if has_room else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)
            self._share()

    def _share(self) -> None:
        is_beside = self.orientation() == Qt.Orientation.Horizontal
        room = self.width() if is_beside else self.height()
        self.setSizes([room * 5 // 9, room * 4 // 9])

    def _follow_soon(self) -> None:
        self._following.start()

    def _follow(self) -> None:
        if self._article and self.page.isVisible():
            self.page.follow(self._article.page_at(self._view.reading_position))

    def _on_passage_shown(self, excerpt_id: str) -> None:
        if self._article and self.page.isVisible():
            excerpt = self._session.store.excerpts.get(excerpt_id)
            self._following.stop()
            self.page.follow(self._article.page_at(excerpt.start))

    def _tint(self) -> None:
        self.toggle.setIcon(self._theme.icon("pages", on="accent"))
        self.toggle.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))
        self.page.tint()
        self._turn()
