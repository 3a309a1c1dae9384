"""The sheet with both pictures of the memo: coverage and events."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialogButtonBox, QScrollArea, QTabWidget, QWidget

from briefing_app.domain.coverage import coverage, events
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.overview.matrix import CoverageMatrix
from briefing_app.gui.overview.timeline import TimelineView
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


class OverviewSheet(Sheet):
    """Signals of its parts lead to the outline: a chosen entry is shown there, the sheet stays."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("OverviewSheet", "Overview of the memo")
        super().__init__(title, parent, width_em=62)
        self.setModal(False)
        self._session = session
        self.matrix = CoverageMatrix(theme)
        self.timeline = TimelineView(theme)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(title)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        # Time goes from left to right, so the first day is what is seen first.
        scrolled.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        scrolled.setAccessibleName(self.timeline.accessibleName())
        scrolled.setWidget(self.timeline)
        self.tabs.addTab(self.matrix, self.tr("Coverage"))
        self.tabs.addTab(scrolled, self.tr("Events"))
        self.hint = self.add_text("", "hint")
        self.tabs.setMinimumHeight(self.least_height(22))
        self.column.addWidget(self.tabs, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        for part in (self.matrix, self.timeline):
            part.entry_chosen.connect(session.show_entry)
        self.tabs.currentChanged.connect(self._tell)
        session.changed.connect(self.refresh)
        session.memo_shown.connect(self.refresh)
        session.store_replaced.connect(self.reject)
        self.refresh()

    def refresh(self) -> None:
        """Draw the memo as it is now."""
        briefing = self._session.store.snapshot(self._session.memo_id)
        self.matrix.show_coverage(coverage(briefing))
        self._events = events(briefing)
        self.timeline.show_events(self._events)
        self._tell()

    def _tell(self) -> None:
        if self.tabs.currentIndex() == 0:
            text = self.tr("How many entries of a section rest on an outlet. Click to go there.")
        elif self._events:
            text = self.tr("What happened when, as far as entries have a date. Click to go there.")
        else:
            text = self.tr("No entry has a date yet. Edit an entry to say when it happened.")
        self.hint.setText(text)
