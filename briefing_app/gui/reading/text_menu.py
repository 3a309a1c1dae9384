"""The menu of the article's text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.domain.outline import Stance
from briefing_app.gui.reading.correcting import Correcting
from briefing_app.gui.reading.page_view import PageView
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.session import Session

LONGEST = 60
"""Characters of a selection that is taken for a name or words to look for."""

SHOWN = 30


class TextMenu(QObject):
    """What can be done with the selection, or with what is pointed at.

    Signals: `search_requested(str)`: look for these words in all articles;
    `stance_chosen(Stance)`: the selection is evidence for the current entry, or against it.
    """

    search_requested = Signal(str)
    stance_chosen = Signal(object)

    def __init__(
        self, session: Session, view: PageView, correcting: Correcting, pane: QWidget
    ) -> None:
        super().__init__(pane)
        self._session = session
        self._view = view
        self._correcting = correcting
        self._pane = pane
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show)

    def menu(self, place: Passage) -> QMenu:
        """The menu for what is selected, or for the place that is pointed at."""
        menu = QMenu(self._pane)
        menu.setAccessibleName(self.tr("Article text"))
        copy = menu.addAction(self.tr("Copy") + "\tCtrl+C")
        copy.setEnabled(self._view.textCursor().hasSelection())
        copy.triggered.connect(self._view.copy)
        if self._view.passage is not None:
            self._offer_evidence(menu)
        menu.addSeparator()
        if words := self._words(place):
            shown = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
            text = self.tr("Search all articles for “{words}”").format(words=shown)
            search = menu.addAction(text.replace("&", "&&"))
            search.triggered.connect(partial(self.search_requested.emit, words))
            variants = menu.addAction(self.tr("Name variants…"))
            variants.triggered.connect(partial(self._session.edit_variants, words))
            variants.setEnabled(self._session.can_write)
            menu.addSeparator()
        self._correcting.add_to(menu, place)
        return menu

    def _offer_evidence(self, menu: QMenu) -> None:
        for text, stance in (
            (self.tr("Supports the current entry") + "\t+", Stance.SUPPORTING),
            (self.tr("Speaks against the current entry") + "\t-", Stance.CONTRADICTING),
        ):
            action = menu.addAction(text)
            action.setEnabled(bool(self._session.entry_id) and self._session.can_write)
            action.triggered.connect(partial(self._choose_stance, stance))

    def _choose_stance(self, stance: Stance, _checked: bool = False) -> None:
        self.stance_chosen.emit(stance)

    def _words(self, place: Passage) -> str:
        """The selection as words to look for; "" where it is none or too long."""
        words = self._view.body[place.start : place.end].strip(' .,;:!?“”„«»"()[]')
        return words if "\n" not in words and len(words) <= LONGEST else ""

    def _show(self, point: QPoint) -> None:
        if not self._session.article_id:
            return
        pointed = self._view.position_at(point)
        menu = self.menu(self._view.passage or Passage(pointed, pointed))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.viewport().mapToGlobal(point))
