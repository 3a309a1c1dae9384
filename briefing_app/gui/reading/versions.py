"""The other versions of the open article, and putting excerpts onto the later one by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from briefing_app.domain.article import Article
from briefing_app.gui.dates import shown_date
from briefing_app.gui.reading.keys import Act, Request
from briefing_app.gui.reading.version_strip import VersionStrip
from briefing_app.gui.reading.versions_sheet import VersionsSheet
from briefing_app.gui.reading.view import ReadingView
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store.aside import NotNow

AGAIN_MS = 15
"""Versions that could not be read without waiting are asked for again after so long."""

LONGEST = 60
"""Characters of a headline or a passage that the strip shows."""


class Versions(QObject):
    """Tells of the versions of the session's article and lets an excerpt be chosen anew."""

    def __init__(
        self, session: Session, theme: Theme, view: ReadingView, strip: VersionStrip, pane: QWidget
    ) -> None:
        super().__init__(pane)
        self._session = session
        self._theme = theme
        self._view = view
        self._strip = strip
        self._pane = pane
        self._earlier = self._later = self._told_of = ""
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._excerpt_id = ""
        self._target_id = ""
        strip.changes_clicked.connect(self.show_changes)
        strip.earlier_clicked.connect(self._open_earlier)
        strip.later_clicked.connect(self._open_later)
        strip.used.connect(self.use)
        strip.cancelled.connect(self.cancel)
        view.selectionChanged.connect(self._ask)

    @property
    def is_choosing(self) -> bool:
        """True while the user is to select what an excerpt shall be."""
        return bool(self._excerpt_id) and self._session.article_id == self._target_id

    def show_article(self, article: Article | None) -> None:
        """Tell of the versions of the article that is open now."""
        if article is None or article.id != self._target_id:
            self._excerpt_id = self._target_id = ""
        self._earlier = article.version_of if article else ""
        self.refresh()

    def refresh(self) -> None:
        """Tell of later versions and excerpts as they are now."""
        id, later = self._session.article_id, []
        if id and self._session.has_store:
            store = self._session.store
            try:
                with store.at_once():
                    later = store.articles.later_versions(id)
            except NotNow:
                self._wait(id)
                return
        self._told_of = id
        self._later = later[-1] if later else ""
        self._tell()

    def _wait(self, article_id: str) -> None:
        """Ask again after the commit of another thread; what is told stays, if it is of this."""
        self._again.start()
        if article_id != self._told_of:
            self._later = ""
            self._strip.tell("", has_earlier=False, has_later=False)

    def show_changes(self) -> None:
        """Show what changed: to the later version, else from the earlier one."""
        if self._later or self._earlier:
            pair = self._pair()
            sheet = VersionsSheet(self._session, self._theme, *pair, self._pane.window())
            sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            sheet.passage_wanted.connect(partial(self.choose, pair[1]))
            sheet.open()

    def choose(self, article_id: str, excerpt_id: str) -> None:
        """Open the later version and let the user select what the excerpt shall be there."""
        self._excerpt_id, self._target_id = excerpt_id, article_id
        self._session.open_article(article_id)
        self._view.clear_selection()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def use(self) -> None:
        """Let the excerpt be the selected passage."""
        passage = self._view.passage
        if not self.is_choosing or passage is None:
            return
        session, move = self._session, self._session.store.excerpts.move
        span = passage.start, passage.end
        if session.attempt(partial(move, self._excerpt_id, *span, self._target_id)):
            self.cancel()
            session.offer_undo(self.tr("Passage moved to this version"))

    def perform(self, request: Request) -> None:
        """A key while the user selects what an excerpt shall be in this version."""
        if request.act == Act.FILE_INTO_TARGET:
            self.use()
        elif request.act == Act.CANCEL:
            self.cancel()

    def cancel(self) -> None:
        """Leave the excerpt where it is."""
        self._excerpt_id = self._target_id = ""
        self._view.clear_selection()
        self._tell()

    def _pair(self) -> tuple[str, str]:
        """The older and the later article of which the changes are shown."""
        here = self._session.article_id
        return (here, self._later) if self._later else (self._earlier, here)

    def _open_earlier(self) -> None:
        self._session.open_article(self._earlier)

    def _open_later(self) -> None:
        self._session.open_article(self._later)

    def _ask(self) -> None:
        if self.is_choosing:
            self._tell()

    def _tell(self) -> None:
        if self.is_choosing:
            exact = self._session.store.excerpts.get(self._excerpt_id).exact
            words = self.tr("Select what stands here instead of “{passage}”")
            is_selected = self._view.passage is not None
            self._strip.ask(words.format(passage=_cut(exact)), is_selected=is_selected)
            return
        words = self._words()
        self._strip.tell(words, has_earlier=bool(self._earlier), has_later=bool(self._later))

    def _words(self) -> str:
        if not self._earlier and not self._later:
            return ""
        if self._earlier and self._later:
            told = self.tr("Later version of {article}; a later one exists")
        elif self._later:
            told = self.tr("A later version exists: {article}")
        else:
            told = self.tr("Later version of {article}")
        told = told.format(article=self._named(self._earlier or self._later))
        left = len(self._session.store.excerpts.of_article(self._pair()[0]))
        if not left:
            return told
        one = self.tr("1 passage stayed with the earlier version")
        many = self.tr("{n} passages stayed with the earlier version")
        return f"{one if left == 1 else many.format(n=left)}  ·  {told}"

    def _named(self, article_id: str) -> str:
        (row,) = self._session.store.articles.rows([article_id])
        name = self.tr("“{headline}”").format(headline=_cut(row.headline))
        parts = (name, row.publisher, shown_date(row.published))
        return ", ".join(part for part in parts if part)


def _cut(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
