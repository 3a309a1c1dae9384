"""The line at the bottom: what is saved and counted, where the next passage goes."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar

from briefing_app.domain.outline import Kind
from briefing_app.gui.dates import shown_moment
from briefing_app.gui.elided import ElidedLabel
from briefing_app.gui.session import Session
from briefing_app.store import Change
from briefing_app.store.aside import NotNow

AGAIN_MS = 15
"""Counts that would have to wait for another thread are taken again after so long."""

GAP = "    ·    "


class StatusLine(QStatusBar):
    """Counts are taken anew once after each change, when the window has drawn itself."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setSizeGripEnabled(False)
        self._left = ElidedLabel()
        self._right = QLabel()
        self.addWidget(self._left, 1)
        self.addPermanentWidget(self._right)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._count)
        session.changed.connect(self._on_changed)
        session.store_replaced.connect(self._later.start)
        session.memo_shown.connect(self._later.start)
        session.target_moved.connect(self._show_target)

    @property
    def text(self) -> str:
        """The left half as shown."""
        return self._left.whole

    def _on_changed(self, change: Change) -> None:
        if change.rows.keys() - {"reading"}:
            self._later.start()
        if "section" in change.rows:
            self._show_target()

    def _count(self) -> None:
        if not self._session.has_store:
            return
        store = self._session.store
        try:
            with store.at_once():
                kinds = store.entries.counts(self._session.memo_id)
                articles = store.articles.count()
        except NotNow:
            QTimer.singleShot(AGAIN_MS, self, self._later.start)
            return
        saved = self.tr("All changes saved {time}").format(time=shown_moment(store.saved_at))
        saved = self.tr("Read only") if store.read_only else saved
        self._left.set_whole(
            GAP.join(
                (
                    saved,
                    self._amount(articles, self.tr("article"), self.tr("articles")),
                    ", ".join(
                        (
                            self._amount(kinds[Kind.QUOTE], self.tr("quote"), self.tr("quotes")),
                            self._amount(kinds[Kind.FACT], self.tr("fact"), self.tr("facts")),
                        )
                    ),
                )
            )
        )
        self._show_target()

    def _amount(self, number: int, one: str, many: str) -> str:
        return f"{number:,} {one if number == 1 else many}"

    def _show_target(self, _section_id: str = "") -> None:
        if not self._session.has_store:
            return
        for placed in self._session.sections():
            if placed.section.id == self._session.target_id:
                text = self.tr("Filing into {number} {title}")
                self._right.setText(text.format(number=placed.number, title=placed.section.title))
                return
        self._right.setText("")
