"""Everything of the window that is about the memo, and the commands that go with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from briefing_app import settings
from briefing_app.gui import tasks
from briefing_app.gui.dialogs.memo_changes import MemoChanges
from briefing_app.gui.dialogs.memo_checks import MemoChecks
from briefing_app.gui.dialogs.memo_details import MemoDetails
from briefing_app.gui.memo.checking import Group, inspect
from briefing_app.gui.memo.composing import Composed, Composer
from briefing_app.gui.memo.export import Exporter
from briefing_app.gui.memo.memos import Memos
from briefing_app.gui.memo.page import MemoPage
from briefing_app.gui.memo.reading import read
from briefing_app.gui.memo.switcher import MemoSwitcher
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.memo import marking
from briefing_app.store.apart import Snapshot, Taken

EXPORTS = {
    f"export_{output}": output for output in ("pdf", "html", "markdown", "xlsx", "csv", "pack")
}
"""Commands that write something else than the Word memo, and what."""


def _read_and_inspect(snapshot: Snapshot | Taken) -> tuple[Group, ...]:
    return inspect(read(snapshot))


class MemoDesk(QObject):
    """The memo page with what makes it, checks it, compares it and writes it out.

    Signals: `page_requested` when the page shall be seen.
    """

    page_requested = Signal()

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._theme = theme
        self._window = window
        self._inspection: tasks.Task | None = None
        self.composer = Composer(session, self)
        self.page = MemoPage(session, theme, self.composer)
        self.memos = Memos(session, window)
        self.exporter = Exporter(session, window)
        self.exporter.check = self._check
        self.exporter.place_chosen.connect(self._show_place)
        self.checks: MemoChecks | None = None
        self.changes: MemoChanges | None = None
        self.page.details_requested.connect(self.edit_options)
        self.composer.composed.connect(self._on_composed)
        session.store_replaced.connect(self._on_store_replaced)

    def slots(self) -> dict[str, Callable[..., object]]:
        """What the commands of the memo do, by name."""
        return {
            "export": self.exporter.start,
            "new_memo": self.memos.new,
            "continue_memo": self.memos.go_on,
            "rename_memo": self.memos.rename,
            "delete_memo": self.memos.delete,
            "compare_memo": self.compare,
            "check_memo": self.show_checks,
            "header": self.edit_options,
            **{name: partial(self._export, output) for name, output in EXPORTS.items()},
        }

    def put_commands(self, actions: Mapping[str, QAction]) -> None:
        """Let the bar of the page offer what the menus do."""
        self.page.put_name(self.switcher(actions))
        check = QPushButton(self.tr("Check…"))
        check.setProperty("look", "link")
        check.setAccessibleName(self.tr("Before it goes out"))
        check.setToolTip(actions["check_memo"].toolTip())
        check.clicked.connect(actions["check_memo"].trigger)
        self.page.put_button(check)

    def switcher(self, actions: Mapping[str, QAction]) -> MemoSwitcher:
        """A title of the memo that leads to the others."""
        first = ("new_memo", "continue_memo", "compare_memo")
        last = ("rename_memo", "delete_memo")
        below = [*(actions[name] for name in first), None, *(actions[name] for name in last)]
        return MemoSwitcher(self._session, self._theme, below)

    def export_menu(self, actions: Mapping[str, QAction]) -> QMenu:
        """Everything that the memo can be written as."""
        menu = QMenu(self._window)
        menu.addActions([actions[name] for name in ("export", *EXPORTS)])
        return menu

    def edit_options(self) -> None:
        """Show the options of the memo."""
        if self._session.can_write:
            MemoDetails(self._session, self._window).exec()

    def show_checks(self) -> None:
        """Show what is worth a second look, beside the window."""
        self._open_checks()
        self._inspect(self._show_groups)

    def compare(self) -> None:
        """Show what is new against another memo, beside the window."""
        if len(self._session.store.memos.all()) == 1:
            self._session.notify(self.tr("There is no other memo to compare with"))
            return
        if self.changes is not None:
            self.changes.reject()
            self.changes.deleteLater()
        self.changes = MemoChanges(self._session, self._theme, self._window)
        self.changes.show()

    def keep(self) -> None:
        """Write what is being edited on the page."""
        self.page.editor.keep()

    def stop(self) -> None:
        """Let everything go that runs on: the briefing is about to be closed."""
        self.composer.stop()
        self.page.pages.cancel()
        self.exporter.cancel()
        self._forget_inspection()

    def _export(self, output: str, _checked: bool = False) -> None:
        self.exporter.export(output)

    def _check(self, go_on: Callable[[], object]) -> None:
        """Let an export go on, or show first what was found, if the user wants it so."""
        if settings.load().check_before_export:
            self._inspect(partial(self._show_before, go_on))
        else:
            go_on()

    def _show_before(self, go_on: Callable[[], object], groups: tuple[Group, ...]) -> None:
        if not groups:
            go_on()
            return
        checks = self._open_checks()
        checks.show_groups(groups)
        checks.hold_up(True)
        checks.insisted.connect(go_on)

    def _open_checks(self) -> MemoChecks:
        if self.checks is not None:
            self.checks.reject()
            self.checks.deleteLater()
        self.checks = MemoChecks(self._window)
        self.checks.place_chosen.connect(self._show_place)
        self.checks.show()
        return self.checks

    def _show_place(self, place: str) -> None:
        if place == marking.BOTTOM_LINE:
            self.page_requested.emit()
            self.page.view.show_row(place)
        else:
            self._session.show_entry(place)

    def _inspect(self, done: Callable[[tuple[Group, ...]], object]) -> None:
        self._forget_inspection()
        snapshot = self._session.store.snapshot_apart(self._session.memo_id)
        self._inspection = tasks.run(_read_and_inspect, snapshot, done=done)

    def _forget_inspection(self) -> None:
        if self._inspection is not None:
            self._inspection.cancel()
            self._inspection = None

    def _show_groups(self, groups: tuple[Group, ...]) -> None:
        if self.checks is not None:
            self.checks.show_groups(groups)

    def _on_composed(self, composed: Composed) -> None:
        if self.checks is not None and self.checks.isVisible():
            self._forget_inspection()
            self._inspection = tasks.run(inspect, composed.briefing, done=self._show_groups)

    def _on_store_replaced(self) -> None:
        if self.checks is not None:
            self.checks.reject()
