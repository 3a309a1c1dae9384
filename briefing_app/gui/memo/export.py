"""From the open memo to a file, off the GUI thread, with every quote checked first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from briefing_app.domain.article import Original
from briefing_app.domain.briefing import Briefing
from briefing_app.errors import BriefingError, MarkingMissing, QuotesDiffer, TargetInUse
from briefing_app.gui import tasks
from briefing_app.gui.dialogs.marks_missing import MarksMissing
from briefing_app.gui.dialogs.quote_differences import QuoteDifferences
from briefing_app.gui.files import ask_target
from briefing_app.gui.memo.pdf import to_pdf
from briefing_app.gui.session import Notice, Session
from briefing_app.memo import marking, outputs
from briefing_app.memo.whole_file import free_path

_N = QT_TRANSLATE_NOOP
KINDS = {
    "word": _N("Export", "Word document (*.docx)"),
    "pdf": _N("Export", "PDF (*.pdf)"),
    "html": _N("Export", "Web page (*.html)"),
    "markdown": _N("Export", "Markdown (*.md)"),
    "xlsx": _N("Export", "Excel workbook (*.xlsx)"),
    "csv": _N("Export", "Comma-separated values (*.csv)"),
    "pack": _N("Export", "Zip archive (*.zip)"),
}
TITLES = {
    "word": _N("Export", "Export to Word"),
    "pdf": _N("Export", "Export as PDF"),
    "html": _N("Export", "Export as web page"),
    "markdown": _N("Export", "Export as Markdown"),
    "xlsx": _N("Export", "Export the quotes to Excel"),
    "csv": _N("Export", "Export the quotes as CSV"),
    "pack": _N("Export", "Export the evidence pack"),
}
ADDED = {"xlsx": _N("Export", "quotes"), "csv": _N("Export", "quotes"),
         "pack": _N("Export", "evidence")}  # fmt: skip
"""What the file's name says beyond the title, where it is not the memo itself."""

SHOWN_AFTER_MS = 700
"""An export that takes no longer shows no progress."""

AskPath = Callable[[QWidget, str, str], str]


def ask_path(parent: QWidget, proposed: str, output: str) -> str:
    """Where the file shall go; "" when the user thinks better of it."""
    return ask_target(parent, _say(TITLES[output]), proposed, _say(KINDS[output]))


@dataclass(frozen=True)
class Order:
    """One export: what of, as what, and where to."""

    briefing: Briefing
    output: str
    target: Path
    marked: bool = False


class Exporter(QObject):
    """Carries exports from the click to the notice.

    Signals: `exported(str)` with the path of the finished file; `place_chosen(str)` when the user
    wants to see what stands in its way, an entry or marking.BOTTOM_LINE. `check` comes before
    each export, and calls what it is given when the export may go on.
    """

    exported = Signal(str)
    place_chosen = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._task: tasks.Task | None = None
        self._progress: QProgressDialog | None = None
        self.ask_path: AskPath = ask_path
        self.check: Callable[[Callable[[], object]], object] = _go_on
        self.folder = ""

    def start(self) -> None:
        """Write the memo for Word."""
        self.export("word")

    def export(self, output: str) -> None:
        """Ask where to, check the quotes, write one of outputs.SUFFIXES, and say so."""
        self.check(partial(self._ask_where, output))

    def _ask_where(self, output: str) -> None:
        store = self._session.store
        memo = store.memos.get(self._session.memo_id)
        added = f" – {_say(ADDED[output])}" if output in ADDED else ""
        title = memo.title if len(store.memos.all()) > 1 else store.title
        name = f"{_file_name(title)}{added}{outputs.SUFFIXES[output]}"
        proposed = str(Path(self.folder or store.path.parent) / name)
        path = self.ask_path(self._window, proposed, output)
        if not path:
            return
        target = Path(path)
        self.folder = str(target.parent)
        self._write(Order(store.snapshot(self._session.memo_id), output, target))

    def cancel(self) -> None:
        """Stop what is being written; nothing of it is left."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._end_progress()

    def _write(self, order: Order) -> None:
        self.cancel()
        if order.output == "pack":
            _Originals(self._session, order.briefing, partial(self._run, order), self)
        else:
            self._run(order, {})

    def _run(self, order: Order, originals: dict[str, Original]) -> None:
        self._show_progress(order)
        self._task = tasks.run(
            partial(_carry_out, order, originals, self.tr("Notes")),
            done=partial(self._on_written, order),
            failed=partial(self._on_failed, order),
            progress=_ignore,
        )

    def _show_progress(self, order: Order) -> None:
        text = self.tr("Writing {name}…").format(name=order.target.name)
        progress = QProgressDialog(text, self.tr("Cancel"), 0, 0, self._window)
        progress.setWindowTitle(_say(TITLES[order.output]))
        progress.setMinimumDuration(SHOWN_AFTER_MS)
        progress.canceled.connect(self.cancel)
        self._progress = progress
        QTimer.singleShot(SHOWN_AFTER_MS, progress, progress.forceShow)

    def _end_progress(self) -> None:
        if self._progress is not None:
            self._progress.canceled.disconnect(self.cancel)
            self._progress.reset()
            self._progress.deleteLater()
            self._progress = None

    def _on_written(self, order: Order, _result: object) -> None:
        self._task = None
        self._end_progress()
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(order.target)))
        told = self.tr("Exported to {name}"), self.tr("Memo exported to {name}")
        text = told[order.output not in ADDED].format(name=order.target.name)
        self._session.notify(text, self.tr("Open"), show)
        self.exported.emit(str(order.target))

    def _on_failed(self, order: Order, error: Exception) -> None:
        self._task = None
        self._end_progress()
        match error:
            case QuotesDiffer():
                self._ask_about(order, error)
            case MarkingMissing():
                self._ask_marks(order, error)
            case TargetInUse():
                self._offer_another_name(order, error)
            case BriefingError():
                self._session.notified.emit(Notice(str(error), is_problem=True))
            case _:
                raise error

    def _ask_about(self, order: Order, error: QuotesDiffer) -> None:
        dialog = QuoteDifferences(error.differences, self._window)
        dialog.entry_chosen.connect(self._show_passage)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._write(replace(order, marked=True))

    def _show_passage(self, entry_id: str) -> None:
        """Show a quote's card, and beside it what the article says."""
        self._session.show_entry(entry_id)
        cards = self._session.store.entries.cards(self._session.memo_id, [entry_id])
        if cards and cards[0].excerpt_ids:
            self._session.show_passage(cards[0].excerpt_ids[0])

    def _ask_marks(self, order: Order, error: MarkingMissing) -> None:
        """Show what lacks a mark; the user may mark all of it at once and go on."""
        dialog = MarksMissing(order.briefing, error.places, self._window)
        dialog.place_chosen.connect(self.place_chosen)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            mark = partial(self._mark, error.places, dialog.mark)
            if self._session.attempt(mark):
                briefing = self._session.store.snapshot(order.briefing.memo.id)
                self._write(replace(order, briefing=briefing))

    def _mark(self, places: tuple[str, ...], mark: str) -> None:
        store = self._session.store
        with store.change(self.tr("Mark what has no mark")):
            for place in places:
                if place == marking.BOTTOM_LINE:
                    store.memos.update(self._session.memo_id, marking=mark)
                else:
                    store.entries.update(place, marking=mark)

    def _offer_another_name(self, order: Order, error: TargetInUse) -> None:
        other = free_path(order.target)
        action = self.tr("Write “{name}” instead").format(name=other.name)
        again = partial(self._write, replace(order, target=other))
        self._session.notified.emit(Notice(error.message, action, again, is_problem=True))


class _Originals(QObject):
    """Fetches the originals that a memo rests on one by one, between other events."""

    def __init__(
        self,
        session: Session,
        briefing: Briefing,
        done: Callable[[dict[str, Original]], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store = session.store
        self._waiting = list(briefing.articles)
        self._found: dict[str, Original] = {}
        self._done = done
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._fetch)
        session.store_replaced.connect(self._timer.stop)
        self._timer.start()

    def _fetch(self) -> None:
        if self._waiting:
            id = self._waiting.pop()
            self._found[id] = self._store.articles.original(id)
            return
        self._timer.stop()
        self._done(self._found)
        self.deleteLater()


def _carry_out(
    order: Order,
    originals: dict[str, Original],
    notes_title: str,
    progress: Callable[[object], None],
) -> None:
    """Build and write; called in another thread."""
    outputs.write(
        order.briefing,
        order.target,
        order.output,
        marked=order.marked,
        original_of=originals.__getitem__,
        make_pdf=partial(to_pdf, notes_title=notes_title),
        progress=progress,
    )


def _go_on(go_on: Callable[[], object]) -> None:
    go_on()


def _ignore(_value: object) -> None:
    """How far it has come cannot be told; that it has not ended is seen."""


def _say(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def _file_name(title: str) -> str:
    """The title without what file systems refuse."""
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title)
    return " ".join(kept.split()).strip(". ") or "Memo"
