"""Bringing articles in: read elsewhere, stored here in small batches, as one undo step."""

from __future__ import annotations

import time
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefing_app import reading_worker, settings
from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.gui.importing.batch import Taken, ended_places, fitting, take_batch
from briefing_app.gui.importing.history import ImportHistory
from briefing_app.gui.importing.lot import Lot, Reading, find, read
from briefing_app.gui.importing.words import import_summary, with_unread
from briefing_app.gui.session import Notice, Session
from briefing_app.gui.tasks import Task
from briefing_app.importing import Import, ImportReport, Outcome
from briefing_app.reading_pool import ReadingPool, ReadItem, Wanted
from briefing_app.store import Store

MEGABYTE = 1024 * 1024

PAUSE_MS = 30
"""Before the second batch, so that what comes in meanwhile is stored at once."""

BREATH_MS = 8
"""Between two batches: the window draws what came in, and need not wait for what it draws."""

NEXT_TURN_MS = 1
"""Of 0 ms Qt makes no timer but a message, which comes in the same turn, before the drawing."""

MANY_FILES = 1000
"""The report on more than these is made in a thread."""

TOLD_EVERY_MS = 1000
"""How often the notice of a running import is renewed; before, nothing is said."""

SPOKEN_S = 4.0
"""What others told the user stands as long before the import speaks again."""

KEPT_MS = 60_000
"""Processes wait as long for more to read."""


class Importer(QObject):
    """Imports what the user chose, dropped or pasted, one lot after another.

    `history` has the lists of what became of the files.

    Signals:
    progressed(int, int)  files done, files in all
    finished(object)      the ImportReport of one lot
    running_changed       `is_running` is another now
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    running_changed = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.history = ImportHistory(session, self, window)
        self._pool = ReadingPool()
        self._outlets_at = _outlets_at()
        weakref.finalize(self, self._pool.stop)
        self._waiting: deque[Lot] = deque()
        self._lot = Lot(list)
        self._reading: Reading | None = None
        self._working = QTimer(self, singleShot=True)
        self._working.timeout.connect(self._work)
        self._telling = QTimer(self, interval=TOLD_EVERY_MS)
        self._telling.timeout.connect(self._tell)
        self._resting = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._resting.timeout.connect(self._pool.stop)
        self._spoken_at = 0.0
        session.notified.connect(self._on_notified)
        # What was read for one briefing must not end up in the next.
        session.store_replaced.connect(self.cancel)
        self._start_lot()

    @property
    def is_running(self) -> bool:
        """True while files are being read or stored."""
        return self._reading is not None

    @property
    def is_stopping(self) -> bool:
        """True between a `cancel` and the end that it brings about."""
        return self._is_to_stop()

    @property
    def is_off(self) -> bool:
        """True when nothing can be imported: no briefing is open, or for reading only."""
        return not self._session.can_write

    def warm_up(self) -> None:
        """Get ready to read: files are likely to come soon."""
        if not reading_worker.warm_up() and self._reading is None:
            self._pool.start()
            self._resting.start()

    def start(self, paths: Iterable[str | Path]) -> None:
        """Import files and folders."""
        self._begin(Lot(partial(find, [str(path) for path in paths], self._is_to_stop)))

    def take(
        self,
        wanted: Iterable[Wanted],
        then: Callable[[ImportReport], object] | None = None,
        label: str = "",
    ) -> None:
        """Import files that may lie on no disk, and pieces of pages.

        `then` is called as soon as something is stored, within the same undo step of this label.
        """
        self._begin(Lot(partial(list, list(wanted)), then, label))

    def reread(
        self,
        wanted: Sequence[Wanted],
        paths: Sequence[tuple[str, ...]],
        done: Callable[[ImportReport], object],
        *,
        anyway: bool = False,
    ) -> None:
        """Read files again, and take in only what has, or is in, one of its paths.

        anyway  even what is in the library already
        done    is called at the end, in place of a notice
        """
        self._begin(Lot(partial(list, wanted), paths=tuple(paths), done=done, anyway=anyway))

    def cancel(self) -> None:
        """Stop reading; what is stored stays, and what waits is not begun."""
        for lot in self._waiting:
            if lot.done is not None:
                lot.done(ImportReport(()))
        self._unbegun += sum(lot.done is None for lot in self._waiting)
        self._waiting.clear()
        if self._reading is not None:
            self._reading.stop.set()

    def _is_to_stop(self) -> bool:
        return self._reading is not None and self._reading.stop.is_set()

    def _start_lot(self) -> None:
        self._import: Import | None = None
        self._total = 0
        self._done: set[int] = set()
        self._trouble = ""
        self._unbegun = 0
        self._batch_files = 1
        self._is_read = False
        self._taking: Task | None = None

    def _begin(self, lot: Lot) -> None:
        if self.is_off:
            text = self.tr("This briefing is open for reading only; nothing can be imported")
            self._session.notified.emit(Notice(text, is_problem=True))
            return
        if self._reading is not None:
            self._waiting.append(lot)
            if lot.done is None:
                self._session.notify(self.tr("These come in after the files before them"))
            return
        self._start_lot()
        self._lot = lot
        self._into = self._session.store, self._session.store.title
        self._import = self._new_import()
        self._reading = Reading()
        if self._outlets_at != _outlets_at():
            # Processes know the user's names of outlets from their start on.
            self._outlets_at = _outlets_at()
            self._pool.stop()
        self._session.others_write = True
        self._resting.stop()
        self._telling.start()
        tasks.run(
            partial(read, lot, self._pool, self._reading),
            done=self._on_all_read,
            failed=self._on_failed,
            progress=self._on_read,
        )
        self.running_changed.emit()

    def _new_import(self) -> Import:
        kept_bytes = settings.load().keep_originals_mb * MEGABYTE
        anyway = self._lot.anyway
        return Import(self._session.store, anyway=anyway, keep_up_to_bytes=kept_bytes)

    def _on_read(self, total: int | None) -> None:
        if total is not None:
            self._total = total
            return
        self._reading.look()
        if not self._working.isActive():
            self._working.start(PAUSE_MS if self._import.files_done else 0)

    def _on_all_read(self, _result: object) -> None:
        self._is_read = True
        self._working.start(0)

    def _on_failed(self, error: Exception) -> None:
        self._on_all_read(None)
        self._give_up(error)

    def _work(self) -> None:
        """Have the next batch stored, or see to the end of the lot."""
        if self._taking is not None:
            return
        if self._reading.stop.is_set() or not self._session.has_store:
            self._reading.items.clear()
        if self._reading.items:
            self._take(self._next_batch())
        elif self._is_read:
            self.progressed.emit(self._import.files_done, self._total)
            self._sum_up()

    def _next_batch(self) -> list[ReadItem]:
        batch: list[ReadItem] = []
        files = 0
        while self._reading.items and files < self._batch_files:
            batch.append(self._reading.items.popleft())
            files += batch[-1].read is None
        self._reading.room.give(batch)
        return batch

    def _take(self, batch: list[ReadItem]) -> None:
        """Store a batch: in a thread, unless something is to be done in the same step."""
        store, places = self._session.store, ended_places(batch)
        if self._lot.then is not None and any(item.read is not None for item in batch):
            try:
                self._take_and_go_on(self._lot.then, batch)
                self._done |= places
            except BriefingError as error:
                # What this one has stored was taken back with the whole step.
                self._import = self._new_import()
                self._give_up(error)
            self._go_on()
            return
        self._taking = tasks.run(
            take_batch,
            self._import,
            batch,
            None if self._session.article_id else store,
            done=partial(self._on_taken, store, places),
            failed=partial(self._on_not_taken, store),
        )

    def _go_on(self) -> None:
        self._taking = None
        self.progressed.emit(self._import.files_done, self._total)
        self._working.start(BREATH_MS if self._reading.items else 0)

    def _on_taken(self, store: Store, places: set[int], taken: Taken) -> None:
        self._done |= places
        self._batch_files = fitting(taken.files, taken.seconds)
        if self._session.has_store and self._session.store is store:
            store.announce()
            if taken.ids and not self._session.article_id:
                # In a turn of its own: to draw a list and to lay out a text are much at once.
                open_first = partial(self._open_first_and_go_on, store, taken.ids)
                QTimer.singleShot(NEXT_TURN_MS, self, open_first)
                return
        self._go_on()

    def _open_first_and_go_on(self, store: Store, ids: Sequence[str]) -> None:
        try:
            if self._session.has_store and self._session.store is store:
                self._open_first(ids)
        finally:
            self._go_on()

    def _on_not_taken(self, store: Store, error: Exception) -> None:
        self._go_on()
        # What is closed meanwhile takes nothing, and needs nothing said about it.
        if self._session.has_store and self._session.store is store:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """End the import; at its end is said why. What nobody foresaw is raised."""
        self.cancel()
        if not isinstance(error, BriefingError):
            self._trouble = self.tr("Something went wrong in the program.")
            raise error
        self._trouble = str(error)

    def _open_first(self, ids: Sequence[str]) -> None:
        if ids and not self._session.article_id:
            self._session.open_article(ids[0])

    def _take_and_go_on(
        self, then: Callable[[ImportReport], object], batch: list[ReadItem]
    ) -> None:
        with self._session.store.change(self._lot.label):
            ids = self._import.take(batch)
            then(self._import.report())
        self._open_first(ids)

    def _on_notified(self, _notice: Notice) -> None:
        self._spoken_at = time.monotonic()

    def _tell(self) -> None:
        if time.monotonic() - self._spoken_at < SPOKEN_S:
            return
        text = self.tr("Importing: {done} of {total}")
        name = self._pool.current
        if name:
            text = self.tr("Importing: {done} of {total} · {name}")
        if not self._total:
            text = self.tr("Looking for files to import…")
        done, total = f"{self._import.files_done:,}", f"{self._total:,}"
        text = text.format(done=done, total=total, name=name)
        self._session.notify(text, self.tr("Stop"), self.cancel)
        self._spoken_at = 0.0

    def _sum_up(self) -> None:
        """Have the report made; of many files in a thread, since it takes half a second."""
        reading = self._reading or Reading()
        report = partial(self._report, reading)
        if len(reading.files) <= MANY_FILES:
            self._finish(report())
        else:
            self._taking = tasks.run(report, done=self._finish)

    def _report(self, reading: Reading) -> ImportReport:
        report = self._import.report()
        if self._lot.done is None:
            report = with_unread(report, reading.files, self._done, self._trouble)
        report.count(Outcome.REFUSED)  # counts them all, once
        return report

    def _finish(self, report: ImportReport) -> None:
        reading = self._reading or Reading()
        self._reading = self._taking = None
        self._session.others_write = False
        self._telling.stop()
        self._resting.start()
        if self._lot.done is not None:
            if self._trouble:
                self._session.notified.emit(Notice(self._trouble, is_problem=True))
            self._lot.done(report)
        else:
            self._announce(report, reading)
        self.finished.emit(report)
        if self._waiting:
            self._begin(self._waiting.popleft())
        self.running_changed.emit()

    def _announce(self, report: ImportReport, reading: Reading) -> None:
        store, title = self._into
        if not self._session.has_store:
            return
        if self._session.store is not store:
            text = self.tr("The import into “{title}” was stopped: {summary}")
            text = text.format(title=title, summary=import_summary(report))
            self._session.notified.emit(Notice(text, is_problem=True))
            return
        told = self._trouble
        if not told and reading.stop.is_set():
            told = self.tr("Stopped:") if report.rows else self.tr("The import was stopped.")
        if self._unbegun:
            waited = self.tr("What waited to come in was not begun.")
            told = f"{waited} {told}".strip()
        self.history.add(report, reading.files, told, is_problem=bool(self._trouble))


def _outlets_at() -> int:
    """When the user's names of outlets were changed, in ns; 0 for never."""
    try:
        return (settings.config_folder() / settings.OUTLETS).stat().st_mtime_ns
    except OSError:
        return 0
