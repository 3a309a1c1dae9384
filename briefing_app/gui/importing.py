"""Bringing articles in: read elsewhere, stored here in small batches, as one undo step."""

from __future__ import annotations

import time
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Condition, Event

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefing_app import readers, reading_worker, settings
from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.import_review import ImportReview
from briefing_app.gui.import_words import import_summary
from briefing_app.gui.session import Notice, Session
from briefing_app.importing import Import, ImportReport, Outcome
from briefing_app.reading_pool import ReadingPool, ReadItem, Wanted

MEGABYTE = 1024 * 1024

CONSIDER_S, STORE_S = 0.006, 0.016
"""How long one turn should hold up the window, for finding out what is new and for storing it."""

FEWEST, MOST = 12, 80
"""Files stored at once. A commit has to wait for the disk, whatever the number."""

PAUSE_MS = 30
"""Between two batches, so that what comes in meanwhile is stored at once."""

AHEAD_FILES, AHEAD_BYTES = 400, 64_000_000
"""What may be read and not stored yet; reading waits beyond that."""

TOLD_EVERY_MS = 1000
"""How often the notice of a running import is renewed; before, nothing is said."""

SPOKEN_S = 4.0
"""What others told the user stands as long before the import speaks again."""

KEPT_MS = 60_000
"""Processes wait as long for more to read."""


class Importer(QObject):
    """Imports what the user chose, dropped or pasted, one lot after another.

    Signals:
    progressed(int, int)  files done, files in all
    finished(object)      the ImportReport of one lot
    """

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._pool = ReadingPool()
        weakref.finalize(self, self._pool.stop)
        self._waiting: deque[_Lot] = deque()
        self._lot = _Lot(list)
        self._reading: _Reading | None = None
        self._working = QTimer(self, singleShot=True)
        self._working.timeout.connect(self._work)
        self._telling = QTimer(self, interval=TOLD_EVERY_MS)
        self._telling.timeout.connect(self._tell)
        self._resting = QTimer(self, singleShot=True, interval=KEPT_MS)
        self._resting.timeout.connect(self._pool.stop)
        self._spoken_at = 0.0
        session.notified.connect(self._on_notified)
        # What was read for one briefing must not end up in the next.
        session.store_replaced.connect(self._abandon)
        self._start_lot()

    @property
    def is_running(self) -> bool:
        """True while files are being read or stored."""
        return self._reading is not None

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
        self._begin(_Lot(partial(_found, [str(path) for path in paths])))

    def take(
        self,
        wanted: Iterable[Wanted],
        then: Callable[[ImportReport], object] | None = None,
        label: str = "",
    ) -> None:
        """Import files that may lie on no disk, and pieces of pages.

        `then` is called as soon as something is stored, within the same undo step of this label.
        """
        self._begin(_Lot(partial(list, list(wanted)), then, label))

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
        self._begin(_Lot(partial(list, wanted), paths=tuple(paths), done=done, anyway=anyway))

    def cancel(self) -> None:
        """Stop reading; what is stored stays."""
        for lot in self._waiting:
            if lot.done is not None:
                lot.done(ImportReport(()))
        self._waiting.clear()
        self._pending.clear()
        if self._reading is not None:
            self._reading.stop.set()

    def _abandon(self) -> None:
        self.cancel()
        if self._import is not None:
            self._import.abandon()

    def _start_lot(self) -> None:
        self._pending: deque[ReadItem] = deque()
        self._import: Import | None = None
        self._total = 0
        self._batch_files = 1
        self._is_read = False

    def _begin(self, lot: _Lot) -> None:
        if self.is_off:
            text = self.tr("This briefing is open for reading only; nothing can be imported")
            self._session.notified.emit(Notice(text, is_problem=True))
            return
        if self._reading is not None:
            self._waiting.append(lot)
            return
        self._start_lot()
        self._lot = lot
        kept_bytes = settings.load().keep_originals_mb * MEGABYTE
        self._import = Import(self._session.store, anyway=lot.anyway, keep_up_to_bytes=kept_bytes)
        self._reading = _Reading()
        self._resting.stop()
        self._telling.start()
        tasks.run(
            partial(_read, lot, self._pool, self._reading),
            done=self._on_all_read,
            failed=self._on_failed,
            progress=self._on_read,
        )

    def _on_read(self, item: int | ReadItem) -> None:
        if isinstance(item, int):
            self._total = item
        elif not self._reading.stop.is_set():
            self._pending.append(item)
            if not self._working.isActive():
                self._working.start(PAUSE_MS if self._import.files_done else 0)

    def _on_all_read(self, _result: object) -> None:
        self._is_read = True
        self._working.start(0)

    def _on_failed(self, error: Exception) -> None:
        self._on_all_read(None)
        if not isinstance(error, BriefingError):
            raise error
        self._session.notified.emit(Notice(str(error), is_problem=True))

    def _work(self) -> None:
        """One turn: find out what is new of what was read, or else store it."""
        begun_at = time.perf_counter()
        if self._pending and self._import.waiting < self._batch_files:
            if not self._session.attempt(partial(self._consider, begun_at + CONSIDER_S)):
                self.cancel()
        elif self._import.waiting:
            count = self._import.waiting
            if not self._session.attempt(self._store):
                self.cancel()
            self._batch_files = _fitting(count, time.perf_counter() - begun_at)
        self.progressed.emit(self._import.files_done, self._total)
        if self._pending or self._import.waiting:
            self._working.start(0)
        elif self._is_read:
            self._finish()

    def _consider(self, until: float) -> None:
        batch: list[ReadItem] = []
        while self._pending and self._import.waiting < self._batch_files:
            batch.append(self._pending.popleft())
            self._import.consider(batch[-1:])
            if time.perf_counter() > until:
                break
        self._reading.room.give(batch)

    def _store(self) -> None:
        ids = self._import.store() if self._lot.then is None else self._store_and_go_on()
        if ids and not self._session.article_id:
            self._session.open_article(ids[0])

    def _store_and_go_on(self) -> tuple[str, ...]:
        with self._session.store.change(self._lot.label):
            ids = self._import.store()
            if self._lot.then is not None:
                self._lot.then(self._import.report())
        return ids

    def _on_notified(self, _notice: Notice) -> None:
        self._spoken_at = time.monotonic()

    def _tell(self) -> None:
        if time.monotonic() - self._spoken_at < SPOKEN_S:
            return
        text = self.tr("Importing: {done} of {total}")
        name = self._pool.current
        if name:
            text = self.tr("Importing: {done} of {total} · {name}")
        text = text.format(done=self._import.files_done, total=self._total, name=name)
        self._session.notify(text, self.tr("Stop"), self.cancel)
        self._spoken_at = 0.0

    def _finish(self) -> None:
        reading, self._reading = self._reading, None
        self._telling.stop()
        self._resting.start()
        report = self._import.report()
        if self._lot.done is not None:
            self._lot.done(report)
        else:
            self._announce(report, reading.files)
        self.finished.emit(report)
        if self._waiting:
            self._begin(self._waiting.popleft())

    def _announce(self, report: ImportReport, files: Sequence[Wanted]) -> None:
        if not self._session.has_store:
            return
        text = import_summary(report)
        review = partial(self._review, report, files)
        if not report.rows:
            self._session.notify(text)
        elif all(row.outcome is Outcome.IMPORTED and not row.warnings for row in report.rows):
            self._session.offer_undo(text)
        elif len(report.rows) == 1 and report.rows[0].outcome is Outcome.REFUSED:
            reason = report.rows[0].reason
            self._session.notified.emit(Notice(reason, self.tr("Review"), review, is_problem=True))
        else:
            self._session.notify(text, self.tr("Review"), review)

    def _review(self, report: ImportReport, files: Sequence[Wanted]) -> None:
        dialog = ImportResults(ImportReview(self._session, self, report, files), self._window)
        dialog.article_chosen.connect(self._session.open_article)
        dialog.exec()


@dataclass(frozen=True)
class _Lot:
    """What is to be imported together.

    find   lists the files
    then   is called within the step that stores something of them, of this `label`
    paths  of each file, of what is to come in; () for everything
    done   is called at the end, in place of a notice
    anyway  even what is in the library comes in
    """

    find: Callable[[], list[Wanted]]
    then: Callable[[ImportReport], object] | None = None
    label: str = ""
    paths: tuple[tuple[str, ...], ...] = ()
    done: Callable[[ImportReport], object] | None = None
    anyway: bool = False

    def wants(self, item: ReadItem) -> bool:
        """Whether something that was read is to come in."""
        if not self.paths or item.read is None:
            return True
        wanted = self.paths[item.place]
        return item.path in wanted or any(item.path.startswith(f"{path}/") for path in wanted)


class _Room:
    """How much may be read ahead of what is stored; the reading thread waits for it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._files = self._bytes = 0

    def take(self, item: ReadItem, is_stopped: Callable[[], bool]) -> bool:
        """Wait until there is room for one more; False when all is to stop."""
        with self._changed:
            while self._files >= AHEAD_FILES or (self._files and self._bytes > AHEAD_BYTES):
                if is_stopped():
                    return False
                self._changed.wait(0.1)
            self._files += 1
            self._bytes += item.size
        return not is_stopped()

    def give(self, items: Iterable[ReadItem]) -> None:
        """These are no longer waiting."""
        with self._changed:
            for item in items:
                self._files -= 1
                self._bytes -= item.size
            self._changed.notify()


class _Reading:
    """What the thread that reads and the window share: when to stop, when to wait."""

    def __init__(self) -> None:
        self.stop = Event()
        self.room = _Room()
        self.files: list[Wanted] = []


def _found(paths: Iterable[str]) -> list[Wanted]:
    return [Wanted(path) for path in readers.find_files(paths)]


def _read(
    lot: _Lot, pool: ReadingPool, reading: _Reading, progress: Callable[[object], None]
) -> None:
    reading.files = lot.find()
    progress(len(reading.files))
    for item in pool.read(reading.files, reading.stop.is_set):
        if not lot.wants(item):
            continue
        if not reading.room.take(item, reading.stop.is_set):
            return
        progress(item)


def _fitting(count: int, spent_s: float) -> int:
    """How many files to store at once, after `count` took so long."""
    wanted = int(count * STORE_S / spent_s) if spent_s > STORE_S else count + 4
    return min(max(wanted, FEWEST), MOST)
