"""What is new in a memo against another one of the briefing, usually yesterday's."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QHBoxLayout, QWidget

from briefing_app.domain.comparing import Comparison, compare
from briefing_app.domain.outline import Memo
from briefing_app.gui import tasks
from briefing_app.gui.dialogs.jump_list import Jump, JumpList
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.memo.reading import read
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.gui.word_difference import as_html
from briefing_app.store import Change
from briefing_app.store.apart import Snapshot, Taken


def _read_and_compare(before: Snapshot | Taken, now: Snapshot | Taken) -> Comparison:
    return compare(read(before), read(now))


class MemoChanges(Sheet):
    """Stays open beside the window, and follows what is changed there.

    Signals: `compared` when the list shows what the briefing says now.
    """

    compared = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("MemoChanges", "What has changed")
        super().__init__(title, parent, width_em=42)
        self.setModal(False)
        self._session = session
        self._theme = theme
        self._task: tasks.Task | None = None
        self._gone: frozenset[str] = frozenset()
        self._summary = self.add_text("", "pane title")
        self.others = QComboBox()
        row = QHBoxLayout()
        row.addWidget(self.field_label(self.tr("&Compared with"), self.others))
        row.addWidget(self.others, 1)
        self.column.addLayout(row)
        self.list = JumpList(self.tr("What has changed"), ())
        self.list.setMinimumHeight(self.least_height(24))
        self.list.keep_room()
        self.list.chosen.connect(self._go)
        self.column.addWidget(self.list, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._memo_id = session.memo_id
        self._offer()
        self.finish(buttons)
        self.others.currentIndexChanged.connect(self.compare)
        session.changed.connect(self._on_changed)
        session.store_replaced.connect(self.reject)
        self.compare()

    @property
    def summary(self) -> str:
        """The line at the top."""
        return self._summary.text()

    def compare(self) -> None:
        """Compare anew, in another thread."""
        store, other = self._session.store, self.others.currentData()
        known = {memo.id for memo in store.memos.all()}
        if not {other, self._memo_id} <= known:
            self.reject()
            return
        if self._task is not None:
            self._task.cancel()
        snapshots = store.snapshot_apart(other), store.snapshot_apart(self._memo_id)
        self._task = tasks.run(_read_and_compare, *snapshots, done=self._show)

    def done(self, result: int) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)

    def _offer(self) -> None:
        """All other memos; the one that this one continues, or else the one before, is chosen."""
        memos = self._session.store.memos.all()
        ids = [memo.id for memo in memos]
        for memo in reversed(memos):
            if memo.id != self._memo_id:
                self.others.addItem(memo.title, memo.id)
        present = memos[ids.index(self._memo_id)]
        self.others.setCurrentIndex(max(0, self.others.findData(_previous(present, memos))))

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.rows.keys() - {"reading"}:
            self.compare()

    def _show(self, found: Comparison) -> None:
        self._task = None
        self._gone = frozenset(entry.id for entry in found.dropped)
        parts = (
            (len(found.new), self.tr("{n} new")),
            (len(found.dropped), self.tr("{n} dropped")),
            (len(found.reworded), self.tr("{n} reworded")),
            (len(found.rerated), self.tr("{n} rated anew")),
        )
        told = ", ".join(text.format(n=n) for n, text in parts if n)
        self._summary.setText(told or self.tr("The two memos say the same"))
        self.list.show_lines(list(self._lines(found)))
        self.list.setVisible(bool(told))
        self.compared.emit()

    def _lines(self, found: Comparison) -> Iterator[Jump]:
        color = self._theme.color
        if found.new:
            yield Jump(self.tr("New"), is_heading=True)
            yield from (Jump(entry.text, entry.id) for entry in found.new)
        if found.reworded:
            yield Jump(self.tr("Reworded"), is_heading=True)
        for change in found.reworded:
            html = as_html(change.before.text, change.now.text, color("warn"), color("ok"))
            yield Jump(change.now.text, change.now.id, html=html)
        if found.rerated:
            yield Jump(self.tr("Rated anew"), is_heading=True)
        for rating in found.rerated:
            before = rating.rating_before or self.tr("not rated")
            detail = f"{before} → {rating.rating_now or self.tr('not rated')}"
            yield Jump(rating.now.text, rating.now.id, detail=detail)
        if found.dropped:
            yield Jump(self.tr("Dropped"), is_heading=True)
        for entry in found.dropped:
            html = f'<span style="color:{color("text3").name()}">{escape(entry.text)}</span>'
            yield Jump(entry.text, entry.id, html=html)

    def _go(self, entry_id: str) -> None:
        is_gone = entry_id in self._gone
        self._session.show_memo(self.others.currentData() if is_gone else self._memo_id)
        self._session.show_entry(entry_id)


def _previous(memo: Memo, memos: list[Memo]) -> str:
    """Id of the memo that this one continues, or else of the one begun before it."""
    ids = [each.id for each in memos]
    if memo.previous_id in ids:
        return memo.previous_id
    return ids[max(0, ids.index(memo.id) - 1)]
