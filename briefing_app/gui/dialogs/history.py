"""Every step that can be taken back or carried out again, to go to any of them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from briefing_app.gui.dates import shown_moment
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.direction import OwnDirection
from briefing_app.gui.session import Session

ROWS_OF_ARTICLE = 4
"""About so many rows a step writes for each article."""


class HistorySheet(Sheet):
    """The steps, newest first; those above the marked one are undone and can come back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("HistorySheet", "History")
        super().__init__(title, parent, width_em=30)
        self.setModal(False)
        self._session = session
        self.add_text(
            self.tr(
                "Choose a step to go back to how it was after it. "
                "Nothing is lost until you change something."
            ),
            "hint",
        )
        self.list = QListWidget()
        self.list.setItemDelegate(OwnDirection(self.list))
        self.list.setAccessibleName(title)
        self.list.setMinimumHeight(self.least_height(20))
        self.column.addWidget(self.list, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.finish(buttons)
        self.list.itemActivated.connect(self._go_to)
        self.list.itemClicked.connect(self._go_to)
        session.changed.connect(self.refresh)
        session.store_replaced.connect(self.reject)
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Show the steps as they are now."""
        store = self._session.store
        done, undone = store.steps(), store.undone_steps()
        self.list.clear()
        for label, moment in zip(undone, store.undone_times(), strict=True):
            item = QListWidgetItem(
                self._timed(self.tr("{step} (undone)").format(step=label), moment)
            )
            item.setForeground(self.palette().placeholderText())
            self.list.addItem(item)
        for label, moment in reversed(list(zip(done, store.step_times(), strict=True))):
            self.list.addItem(QListWidgetItem(self._timed(label, moment)))
        self.list.addItem(QListWidgetItem(self.tr("As it was when the briefing was opened")))
        here = self.list.item(len(undone))
        font = here.font()
        font.setBold(True)
        here.setFont(font)
        here.setData(
            Qt.ItemDataRole.AccessibleTextRole, self.tr("{step}, here").format(step=here.text())
        )
        self.list.setCurrentItem(here)

    def _timed(self, step: str, moment: datetime) -> str:
        return f"{shown_moment(moment)}   {step}"

    def _go_to(self, item: QListWidgetItem) -> None:
        """Undo or carry out again, step by step, until the chosen one is the last."""
        store = self._session.store
        away = self.list.row(item) - len(store.undone_steps())
        kind, run = ("undo", store.undo) if away > 0 else ("redo", store.redo)

        def go() -> None:
            for _ in range(abs(away)):
                run()

        if away:
            size = store.step_size(kind, abs(away)) // ROWS_OF_ARTICLE
            self._session.attempt_many(size, go, self.tr("Going there…"), lambda _result: None)
