"""The reading pane: one article, its highlights, and filing what is selected."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from briefing_app.analysis.kinds import propose_kind
from briefing_app.analysis.speakers import propose_speaker
from briefing_app.domain.article import Article
from briefing_app.domain.outline import Stance
from briefing_app.domain.query import Query
from briefing_app.gui.pane import Pane
from briefing_app.gui.reading.article_page import DETAILS
from briefing_app.gui.reading.beside_original import BesideOriginal
from briefing_app.gui.reading.correcting import Correcting, corrected_words
from briefing_app.gui.reading.filing import Filing
from briefing_app.gui.reading.find_bar import FindBar
from briefing_app.gui.reading.finding import Finding
from briefing_app.gui.reading.head import ReadingHead
from briefing_app.gui.reading.highlights import Highlight
from briefing_app.gui.reading.keys import Act, Request
from briefing_app.gui.reading.nothing_open import NothingOpen
from briefing_app.gui.reading.particulars_strip import ParticularsStrip
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.reading.proposals import Proposals
from briefing_app.gui.reading.tag_bar import TagBar
from briefing_app.gui.reading.text_menu import TextMenu
from briefing_app.gui.reading.version_strip import VersionStrip
from briefing_app.gui.reading.versions import Versions
from briefing_app.gui.reading.view import ReadingView
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Change

RAISED_PX = 70
"""Scrolled further than this, the head says what is being read."""

MARKING_TABLES = frozenset({"excerpt", "entry", "evidence", "section"})


class ReadingPane(Pane):
    """Shows the session's article and files selections into the session's store.

    Signals, each with the article's id: `details_requested`, `original_requested`,
    `citation_requested`;
    `search_requested` with words to look for in all articles; `next_requested`,
    `previous_requested` for another article of the list, which may be out of sight.
    """

    details_requested = Signal(str)
    original_requested = Signal(str)
    citation_requested = Signal(str)
    search_requested = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._passage: Passage | None = None
        self._host: QWidget = self
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Reading pane"))
        self._head = ReadingHead(theme)
        self._strip = ParticularsStrip()
        self._proposals = Proposals(session, self._strip, self)
        self.view = ReadingView(theme)
        self.beside = BesideOriginal(session, theme, self.view)
        self._head.add_button(self.beside.toggle)
        self._nothing = NothingOpen(theme)
        self.tag_bar = TagBar(theme, self)
        self.correcting = Correcting(session, self.view, self)
        self.text_menu = TextMenu(session, self.view, self.correcting, self)
        self._find_bar = FindBar(theme)
        self.finding = Finding(session, self.view, self._find_bar, self)
        self._filing = Filing(session, self)
        self._version_strip = VersionStrip()
        self.versions = Versions(session, theme, self.view, self._version_strip, self)
        self._lay_out()
        self._connect()
        self._on_store_replaced()

    def _lay_out(self) -> None:
        article = QWidget()
        column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._strip)
        column.addWidget(self._version_strip)
        column.addWidget(self._find_bar)
        column.addWidget(self.beside, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(article)
        self._article_page = article
        self.main_part = self.view

    def _connect(self) -> None:
        session, view, bar, head = self._session, self.view, self.tag_bar, self._head
        session.store_replaced.connect(self._on_store_replaced)
        session.memo_shown.connect(self._on_memo_shown)
        session.article_opened.connect(self._on_article_opened)
        session.passage_shown.connect(self._on_passage_shown)
        session.target_moved.connect(self._offer_sections)
        session.entry_marked.connect(self._offer_entry)
        session.changed.connect(self._on_changed)
        view.passage_selected.connect(self._on_selected)
        view.highlight_clicked.connect(self._on_highlight_clicked)
        view.link_clicked.connect(self._on_link_clicked)
        view.requested.connect(self._on_requested)
        view.adjusting.moved.connect(self._move_ends)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        bar.section_chosen.connect(self.file)
        bar.section_named.connect(self._file_into_new)
        bar.stance_chosen.connect(self.add_evidence)
        bar.left.connect(self._focus_text)
        bar.cancelled.connect(self._cancel)
        self.text_menu.search_requested.connect(self.search_requested)
        self.text_menu.stance_chosen.connect(self.add_evidence)
        bar.correction_requested.connect(self.correcting.start)
        head.corrections_clicked.connect(self.correcting.show_list)
        head.details_clicked.connect(partial(self._request, self.details_requested))
        self._strip.details_clicked.connect(partial(self._request, self.details_requested))
        head.original_clicked.connect(partial(self._request, self.original_requested))
        head.citation_clicked.connect(partial(self._request, self.citation_requested))
        self._theme.changed.connect(self._on_theme_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def set_overlay_host(self, host: QWidget) -> None:
        """Let the tag bar float over this widget, which holds the pane."""
        self._host = host
        self.tag_bar.setParent(host)
        self.tag_bar.hide()

    def set_search(self, wanted: str | Query) -> int:
        """Mark what the library looks for; returns how many places there are."""
        return self.finding.set_library_query(wanted)

    def file(self, section_id: str) -> None:
        """File the selected passage into a section, as the tag bar says."""
        self._file(section_id, "")

    def _file_into_new(self, title: str) -> None:
        self._file("", title)

    def _file(self, section_id: str, new_title: str) -> None:
        passage, kind = self._passage or self.view.passage, self.tag_bar.kind
        if passage is None:
            return
        speaker = self.tag_bar.speaker
        place = self._filing.file(passage, kind, speaker, section_id, new_title=new_title)
        if place:
            self._cancel()
            self._filing.conclude(place, kind)
            self._offer_sections()

    def add_evidence(self, stance: Stance) -> None:
        """Let the outline's current entry rest on the selected passage."""
        passage = self._passage or self.view.passage
        if passage is None:
            self._session.notify(self.tr("Select a passage of an article first"))
        elif self._filing.add_evidence(passage, stance):
            self._cancel()

    def _offer_entry(self, _entry_id: str = "") -> None:
        self.tag_bar.evidence.show_entry(self._filing.entry_text())

    def _cancel(self) -> None:
        self._passage = None
        self._hide_bar()
        self._focus_text()
        self.view.clear_selection()

    def _hide_bar(self) -> None:
        focused = QApplication.focusWidget()
        if focused and self.tag_bar.isAncestorOf(focused):
            self._focus_text()
        self.tag_bar.hide()

    def _focus_text(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_store_replaced(self) -> None:
        self._on_article_opened(self._session.article_id if self._session.has_store else "")
        if self._session.has_store:
            self._head.set_read_only(self._session.store.read_only)
            self._strip.set_read_only(self._session.store.read_only)
            self.tag_bar.set_read_only(self._session.store.read_only)
            self.view.adjusting.is_off = self._session.store.read_only
            self._offer_sections()

    def _on_article_opened(self, article_id: str) -> None:
        self._passage = None
        self._hide_bar()
        article = self._session.store.articles.get(article_id) if article_id else None
        self.view.show_article(article)
        self.beside.show_article(article)
        self.versions.show_article(article)
        self._stack.setCurrentWidget(self._article_page if article else self._nothing)
        if article:
            self._show_head(article)
            self._read_highlights()
        self._on_scrolled(self.view.verticalScrollBar().value())

    def _show_head(self, article: Article) -> None:
        told = (article.publisher, article.headline)
        self._head.set_crumb("  ·  ".join(part for part in told if part))
        corrections = len(article.corrections)
        self._head.set_corrections(corrected_words(corrections) if corrections else "")
        self._head.set_origins(article)
        self._strip.show_article(article, date.today())

    def _read_highlights(self) -> None:
        session = self._session
        placed = {placed.section.id: placed for placed in session.sections()}
        speakers = {e.id: e.speaker for e in session.store.excerpts.of_article(session.article_id)}
        self.view.set_highlights(
            Highlight(
                *(mark.start, mark.end, mark.kind, mark.excerpt_id, mark.entry_id),
                placed[mark.section_id].number,
                placed[mark.section_id].section.title,
                speakers[mark.excerpt_id],
            )
            for mark in session.store.entries.marks(session.article_id, session.memo_id)
        )

    def _move_ends(self, excerpt_id: str, passage: Passage, by_key: bool) -> None:
        session = self._session
        group = ("ends", excerpt_id) if by_key else None
        move = session.store.excerpts.move
        if session.attempt(partial(move, excerpt_id, passage.start, passage.end, group=group)):
            session.offer_undo(self.tr("Passage moved"))

    def _on_changed(self, change: Change) -> None:
        if "section" in change.rows:
            self._offer_sections()
        article_id = self._session.article_id
        if not article_id:
            return
        if article_id in change.rows.get("article", ()):
            article = self._session.store.articles.get(article_id)
            self.view.reshow(article)
            self.beside.show_article(article)
            self.versions.show_article(article)
            self._show_head(article)
        elif {"article", "excerpt"} & change.rows.keys():
            self.versions.refresh()
        if MARKING_TABLES & change.rows.keys():
            self._read_highlights()

    def _offer_sections(self, _target_id: str = "") -> None:
        session = self._session
        self.tag_bar.set_sections(session.sections(), session.target_id, self._filing.recent)

    def _on_memo_shown(self) -> None:
        self._offer_sections()
        self._read_highlights()

    def _on_passage_shown(self, excerpt_id: str) -> None:
        excerpt = self._session.store.excerpts.get(excerpt_id)
        self.view.show_passage(excerpt_id, excerpt.start, excerpt.end)

    def _on_selected(self, passage: Passage | None) -> None:
        if passage is None or not self._session.has_store:  # the selection settles a little late
            self._passage = None
            self._hide_bar()
            return
        if passage != self._passage:
            self._passage = passage
            self._propose(passage)
        self._show_bar(passage)

    def _propose(self, passage: Passage) -> None:
        body = self.view.body
        kind = propose_kind(body[passage.start : passage.end])
        speaker = propose_speaker(body, passage.start, passage.end)
        self.tag_bar.set_speakers(self._session.store.excerpts.speakers())
        self.tag_bar.propose(kind, speaker)
        self._offer_entry()

    def _show_bar(self, passage: Passage) -> None:
        box = self.view.passage_rect(passage)
        if box.isEmpty() or not self.isVisible() or self.versions.is_choosing:
            return
        corner = self.view.viewport().mapTo(self._host, box.topLeft())
        bounds = QRect(self.mapTo(self._host, QPoint(0, 0)), self.size())
        self.tag_bar.show_at(QRect(corner, box.size()), bounds)

    def _on_requested(self, request: Request) -> None:
        if self.versions.is_choosing and request.act not in (Act.NEXT, Act.PREVIOUS):
            self.versions.perform(request)
        elif request.act == Act.OTHER_END:
            self.view.choose_other_end()
        elif request.act in (Act.NEXT, Act.PREVIOUS):
            self.view.step(back=request.act == Act.PREVIOUS)
        elif request.act == Act.CANCEL:
            self.view.link(None)
            self._cancel()
        else:
            self.view.settle()
            self.tag_bar.perform(request)

    def _on_highlight_clicked(self, highlight: Highlight) -> None:
        if highlight.entry_id:
            self._session.show_entry(highlight.entry_id)

    def _on_link_clicked(self, target: str) -> None:
        if target == DETAILS and not self._session.store.read_only:
            self._request(self.details_requested)

    def _request(self, signal: SignalInstance) -> None:
        if self._session.article_id:
            signal.emit(self._session.article_id)

    def _on_scrolled(self, value: int) -> None:
        self._head.set_raised(value > self._theme.px(RAISED_PX))
        if self.tag_bar.isVisible():
            self._hide_bar()
            self.view.settle_soon()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        if now is self.view:
            self.view.settle_soon()
        elif not self.tag_bar.isAncestorOf(now):
            self.tag_bar.hide()

    def _on_theme_changed(self) -> None:
        self._head.tint()
        self._nothing.tint()
        self.tag_bar.tint()
        self._find_bar.tint()
        self._hide_bar()
        self.view.settle_soon()
        if self._session.has_store and self._session.article_id:
            self.view.reshow(self._session.store.articles.get(self._session.article_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_J: self.next_requested, Qt.Key.Key_K: self.previous_requested}
        step = None if event.modifiers() else steps.get(Qt.Key(event.key()))
        if step:
            step.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hide_bar()
