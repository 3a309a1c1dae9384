"""Correcting what is being read, and the sheets that this opens."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.domain.correcting import paragraphs
from briefing_app.gui.dialogs.correct_text import CorrectText
from briefing_app.gui.dialogs.corrections import Corrections
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.reading.page_view import PageView
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.session import Session

CORRECT_KEYS = "Ctrl+Shift+E"


class Correcting(QObject):
    """Corrects the session's article where the user selects or points."""

    def __init__(self, session: Session, view: PageView, pane: QWidget) -> None:
        super().__init__(pane)
        self._session = session
        self._view = view
        self._pane = pane

    def start(self) -> None:
        """Correct what is selected, or else the paragraph at the caret."""
        self._correct(self._place())

    def remove_paragraph(self) -> None:
        """Take the selected paragraphs, or the one at the caret, out of the text."""
        self._remove(self._place())

    def show_list(self) -> None:
        """Show what was corrected in this article."""
        if self._session.article_id:
            sheet = Corrections(self._session, self._session.article_id, self._pane.window())
            sheet.place_chosen.connect(self._show_place)
            self._open(sheet)

    def _show_place(self, start: int, end: int) -> None:
        """Bring a correction into sight, with its words selected."""
        self._view.go_to(start)
        self._view.select(start, end)

    def add_to(self, menu: QMenu, place: Passage) -> None:
        """Put what corrects into the menu of the text; `place`: what is selected or pointed at."""
        correct = menu.addAction(self.tr("Correct text…") + f"\t{CORRECT_KEYS}")
        correct.triggered.connect(partial(self._correct, place))
        is_one = "\n" not in self._view.body[place.start : place.end]
        remove = menu.addAction(
            self.tr("Remove this paragraph") if is_one else self.tr("Remove these paragraphs")
        )
        remove.triggered.connect(partial(self._remove, place))
        for action in (correct, remove):
            action.setEnabled(self._session.can_write)
        if self._session.store.articles.get(self._session.article_id).corrections:
            menu.addAction(self.tr("Show corrections…")).triggered.connect(self.show_list)

    def _place(self) -> Passage:
        caret = self._view.caret_position
        return self._view.passage or Passage(caret, caret)

    def _correct(self, place: Passage) -> None:
        if self._session.article_id and self._session.can_write:
            window = self._pane.window()
            self._open(CorrectText(self._session, self._session.article_id, place, window))

    def _open(self, sheet: Sheet) -> None:
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _remove(self, place: Passage) -> None:
        session = self._session
        if not session.article_id or not session.can_write:
            return
        start, end = paragraphs(self._view.body, place.start, place.end)
        is_one = "\n" not in self._view.body[start:end]
        correct = partial(session.store.articles.correct, session.article_id, start, end, "")
        if session.attempt(correct):
            session.offer_undo(
                self.tr("Paragraph removed") if is_one else self.tr("Paragraphs removed")
            )


def corrected_words(count: int) -> str:
    """What the head of the reading pane says of an article's corrections."""
    one = QCoreApplication.translate("Correcting", "Text corrected")
    many = QCoreApplication.translate("Correcting", "Text corrected ({n})")
    return one if count == 1 else many.format(n=count)
