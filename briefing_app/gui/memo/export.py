"""From the open memo to a Word file, off the GUI thread, with every quote checked first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from briefing_app import memo
from briefing_app.domain.briefing import Briefing
from briefing_app.errors import BriefingError, QuotesDiffer
from briefing_app.gui import tasks
from briefing_app.gui.dialogs.quote_differences import QuoteDifferences
from briefing_app.gui.files import ask_target
from briefing_app.gui.session import Notice, Session

AskPath = Callable[[QWidget, str], str]


def ask_path(parent: QWidget, proposed: str) -> str:
    """Where the memo shall go; "" when the user thinks better of it."""
    kinds = parent.tr("Word document (*.docx)")
    return ask_target(parent, parent.tr("Export to Word"), proposed, kinds)


class Exporter(QObject):
    """Carries one export from the click to the notice.

    Signals: `exported(str)` with the path of the finished file.
    """

    exported = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.ask_path: AskPath = ask_path
        self.folder = ""

    def start(self) -> None:
        """Ask where to, check the quotes, write, and say so."""
        store = self._session.store
        name = f"{_file_name(store.title)}.docx"
        proposed = str(Path(self.folder or store.path.parent) / name)
        path = self.ask_path(self._window, proposed)
        if not path:
            return
        target = Path(path)
        self.folder = str(target.parent)
        self._write(store.snapshot(self._session.memo_id), target, marked=False)

    def _write(self, briefing: Briefing, target: Path, *, marked: bool) -> None:
        tasks.run(
            partial(memo.export, briefing, target, marked=marked),
            done=partial(self._on_written, target),
            failed=partial(self._on_failed, briefing, target),
        )

    def _on_written(self, target: Path, _result: object) -> None:
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(target)))
        text = self.tr("Memo exported to {name}").format(name=target.name)
        self._session.notify(text, self.tr("Open"), show)
        self.exported.emit(str(target))

    def _on_failed(self, briefing: Briefing, target: Path, error: Exception) -> None:
        if isinstance(error, QuotesDiffer):
            self._ask_about(briefing, target, error)
        elif isinstance(error, BriefingError):
            self._session.notified.emit(Notice(str(error), is_problem=True))
        else:
            raise error

    def _ask_about(self, briefing: Briefing, target: Path, error: QuotesDiffer) -> None:
        dialog = QuoteDifferences(error.differences, self._window)
        dialog.entry_chosen.connect(self._session.show_entry)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._write(briefing, target, marked=True)


def _file_name(title: str) -> str:
    """The title without what file systems refuse."""
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title)
    return " ".join(kept.split()).strip(". ") or "Memo"
