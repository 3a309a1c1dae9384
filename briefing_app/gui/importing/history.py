"""The imports since the briefing was opened: each is told once, and its list can be had again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.gui.dialogs.article_details import ArticleDetails
from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.importing.review import ImportReview, Reads
from briefing_app.gui.importing.words import import_summary, said_of_one
from briefing_app.gui.session import Notice, Session
from briefing_app.importing import ImportReport, ImportRow, Outcome
from briefing_app.reading_pool import Wanted

KEPT = 10
"""Imports whose lists can be had again."""


class ImportHistory(QObject):
    """Signals:
    changed               there is another list, or none any longer
    pages_wanted(object)  the Links whose pages are to come in
    comparison_wanted(str, str)  the ids of two articles that are much alike, the older first
    sheet_shown(object)   the list of an import is on the screen now
    """

    changed = Signal()
    pages_wanted = Signal(object)
    comparison_wanted = Signal(str, str)
    sheet_shown = Signal(object)

    def __init__(self, session: Session, reader: Reads, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._reader = reader
        self._window = window
        self.reviews: list[ImportReview] = []
        self.sheet: ImportResults | None = None
        self._looked_at: list[ImportReview] = []
        # What they tell of is in the briefing that was left.
        session.store_replaced.connect(self.forget)

    def add(
        self,
        report: ImportReport,
        files: Sequence[Wanted],
        told: str = "",
        *,
        is_problem: bool = False,
    ) -> None:
        """Keep what became of an import, and tell of it; `told` is said before that."""
        if not report.rows:
            text = told or import_summary(report)
            self._session.notified.emit(Notice(text, is_problem=is_problem))
            return
        text = f"{told} {import_summary(report)}".strip()
        review = ImportReview(self._session, self._reader, report, files)
        review.prepare()
        self.reviews = [*self.reviews, review][-KEPT:]
        self.changed.emit()
        self._tell(report, text, is_problem=is_problem)

    def _is_open(self, review: ImportReview) -> bool:
        """Whether nobody has looked at a list that can be had still."""
        return review in self.reviews and review not in self._looked_at

    def _tell(self, report: ImportReport, text: str, *, is_problem: bool) -> None:
        """Say what came in; what waits for the user stays on the screen until it is answered."""
        rows, refused = report.rows, report.count(Outcome.REFUSED)
        only = rows[0] if len(rows) == 1 and len(rows[0].article_ids) == 1 else None
        is_clean = all(
            row.outcome is Outcome.IMPORTED and not row.warnings and not row.doubts for row in rows
        )
        if is_clean and (only is None or self._is_read(only)):
            self._session.offer_undo(text)
            return
        action = self.tr("Review")
        run: Callable[[], object] = partial(self._show, self.reviews[-1])
        if len(rows) == 1 and refused:
            text = rows[0].reason
        elif only is not None and only.missing and only.outcome is not Outcome.ALIKE:
            # A list of one line would only be in the way.
            action, run = self.tr("Edit details…"), partial(self._complete, only.article_ids[0])
            text = text if only.doubts else self._said_of(only)
        elif only is not None and (is_clean or only.outcome is Outcome.DUPLICATE):
            text = text if only.lent else self._said_of(only)
            if not self._is_read(only):
                action = self.tr("Open")
                run = partial(self._session.open_article, only.article_ids[0])
        is_problem = is_problem or bool(refused)
        waits = is_problem or report.count(Outcome.ALIKE) or report.count(Outcome.UNREAD)
        notice = Notice(text, action, run, is_problem)
        if waits:
            is_open = partial(self._is_open, self.reviews[-1])
            notice = replace(notice, refusal=self.tr("Close"), is_open=is_open)
        self._session.notified.emit(notice)

    def _is_read(self, row: ImportRow) -> bool:
        """Whether the article of a row is the one in the reading pane."""
        return self._session.article_id == row.article_ids[0]

    def _said_of(self, row: ImportRow) -> str:
        found = self._session.store.articles.rows(row.article_ids)
        return said_of_one(row, found[0].headline if found else "")

    def _complete(self, article_id: str) -> None:
        """Ask for what the file did not say, beside the text."""
        if self._session.store.articles.rows([article_id]):
            self._session.open_article(article_id)
            ArticleDetails(self._session, article_id, self._window).exec()

    def show_last(self) -> None:
        """Show the list of the last import; the sheet stays while the user works on."""
        if self.reviews:
            self._show(self.reviews[-1])

    def _show(self, review: ImportReview) -> None:
        if review not in self.reviews:
            return
        self._close()
        self._looked_at.append(review)
        others = [other for other in self.reviews if other is not review]
        self.sheet = ImportResults([*others, review], self._window)
        self.sheet.article_chosen.connect(self._session.open_article)
        self.sheet.pages_wanted.connect(self.pages_wanted)
        self.sheet.comparison_wanted.connect(self.comparison_wanted)
        self.sheet.finished.connect(self._on_closed)
        self.sheet.show()
        self.sheet.activateWindow()
        self.sheet_shown.emit(self.sheet)

    def forget(self) -> None:
        """Let all lists go."""
        self._close()
        self._looked_at = []
        if self.reviews:
            self.reviews = []
            self.changed.emit()

    def _close(self) -> None:
        if self.sheet is not None:
            self.sheet.close()

    def _on_closed(self) -> None:
        self.sheet = None
