"""Bringing articles in: read elsewhere, stored here in small batches, as one undo step."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event, Semaphore

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefing_app import importing, readers
from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.domain.identity import new_id
from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.import_words import import_summary
from briefing_app.gui.session import Notice, Session
from briefing_app.importing import ImportReport, ImportRow, Outcome
from briefing_app.reading_worker import ReadingWorker

BATCH_FILES = 20
"""Files stored at once: so many take about 20 ms, and the window stays quick."""

AHEAD_FILES = 200
"""Files that may be read and not stored yet; the reader waits beyond that."""

QUICK_FILES, QUICK_BYTES = 20, 1_000_000
"""So few and small text files are read in a thread; starting a process would take longer."""

TOGETHER_S = 1.0
"""Files that are read within this time are stored at once, in a step that says how many."""

TOLD_EVERY_S = 0.7


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
        self._waiting: deque[Callable[..., object]] = deque()
        self._reading: _Reading | None = None
        self._storing = QTimer(self)
        self._storing.timeout.connect(self._store_batch)
        # What was read for one briefing must not end up in the next.
        session.store_replaced.connect(self.cancel)
        self._start_lot()

    @property
    def is_running(self) -> bool:
        """True while files are being read or stored."""
        return self._reading is not None

    @property
    def is_off(self) -> bool:
        """True when nothing can be imported: no briefing is open, or for reading only."""
        return not self._session.can_write

    def start(self, paths: Iterable[str | Path]) -> None:
        """Import files and folders."""
        self._begin(partial(_read_files, [str(path) for path in paths]))

    def paste(self, data: QMimeData) -> None:
        """Import what the clipboard or a drop holds: files, a piece of a web page, or text."""
        paths = local_paths(data)
        if paths:
            self.start(paths)
        elif data.hasHtml() or data.hasText():
            self._begin(partial(_read_pasted, data.html(), data.text()))
        else:
            text = self.tr("There is no text to paste: copy an article first")
            self._session.notify(text)

    def cancel(self) -> None:
        """Stop reading; what is stored stays."""
        self._waiting.clear()
        self._pending.clear()
        if self._reading is not None:
            self._reading.stop.set()

    def _start_lot(self) -> None:
        self._pending: deque[ReadFile | Refusal] = deque()
        self._rows: list[ImportRow] = []
        self._total = 0
        self._group = new_id()
        self._is_read = False
        self._begun_at = self._told_at = time.monotonic()

    def _begin(self, read: Callable[..., object]) -> None:
        if self.is_off:
            text = self.tr("This briefing is open for reading only; nothing can be imported")
            self._session.notified.emit(Notice(text, is_problem=True))
            return
        if self._reading is not None:
            self._waiting.append(read)
            return
        self._start_lot()
        self._reading = _Reading()
        tasks.run(
            partial(read, self._reading),
            done=self._on_all_read,
            failed=self._on_failed,
            progress=self._on_read,
        )

    def _on_read(self, item: int | ReadFile | Refusal) -> None:
        if isinstance(item, int):
            self._total = item
        elif not self._reading.stop.is_set():
            self._pending.append(item)
            self._storing.start(0)

    def _on_all_read(self, _result: object) -> None:
        self._is_read = True
        self._storing.start(0)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            self._on_all_read(None)
            raise error
        self._session.notified.emit(Notice(str(error), is_problem=True))
        self._on_all_read(None)

    def _store_batch(self) -> None:
        if not self._pending:
            self._storing.stop()
            if self._is_read:
                self._finish()
            return
        if self._is_few() and not self._is_read and self._elapsed_s() < TOGETHER_S:
            self._storing.start(50)
            return
        batch = [self._pending.popleft() for _ in range(min(BATCH_FILES, len(self._pending)))]
        self._reading.slots.release(len(batch))
        if not self._session.attempt(partial(self._store, batch)):
            self.cancel()
        self.progressed.emit(len(self._rows), self._total)
        self._tell()

    def _store(self, batch: Sequence[ReadFile | Refusal]) -> None:
        is_whole = self._is_read and not self._rows and not self._pending
        label = "" if is_whole else "Import articles"
        store = self._session.store
        report = importing.store_read_files(store, batch, label=label, group=self._group)
        self._rows += report.rows
        if report.article_ids and not self._session.article_id:
            self._session.open_article(report.article_ids[0])

    def _is_few(self) -> bool:
        return self._total <= BATCH_FILES

    def _elapsed_s(self) -> float:
        return time.monotonic() - self._begun_at

    def _tell(self) -> None:
        now = time.monotonic()
        if now - self._told_at > TOLD_EVERY_S and len(self._rows) < self._total:
            self._told_at = now
            text = self.tr("Importing: {done} of {total}")
            text = text.format(done=len(self._rows), total=self._total)
            self._session.notify(text, self.tr("Stop"), self.cancel)

    def _finish(self) -> None:
        self._reading = None
        report = ImportReport(tuple(self._rows))
        self._announce(report)
        self.finished.emit(report)
        if self._waiting:
            self._begin(self._waiting.popleft())

    def _announce(self, report: ImportReport) -> None:
        if not self._session.has_store:
            return
        text = import_summary(report)
        if all(row.outcome is Outcome.IMPORTED and not row.warnings for row in report.rows):
            self._session.notify(text)
        else:
            self._session.notify(text, self.tr("Review"), partial(self._review, report))

    def _review(self, report: ImportReport) -> None:
        dialog = ImportResults(report, self._window)
        dialog.article_chosen.connect(self._session.open_article)
        dialog.exec()


class _Reading:
    """What the thread that reads and the window share: when to stop, when to wait."""

    def __init__(self) -> None:
        self.stop = Event()
        self.slots = Semaphore(AHEAD_FILES)

    def has_slot(self) -> bool:
        """Wait until one more file may be read; False when all is to stop."""
        while not self.stop.is_set():
            if self.slots.acquire(timeout=0.1):
                return True
        return False


def local_paths(data: QMimeData) -> list[str]:
    """The files and folders of this computer that a drop or the clipboard names."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def _read_files(
    paths: Sequence[str], reading: _Reading, progress: Callable[[object], None]
) -> None:
    files = readers.find_files(paths)
    progress(len(files))
    for item in _each(files, reading):
        progress(item)


def _each(files: Sequence[Path], reading: _Reading) -> Iterator[ReadFile | Refusal]:
    if len(files) <= QUICK_FILES and all(map(_is_quick, files)):
        for path in files:
            if not reading.has_slot():
                return
            yield importing.read_file(path)
        return
    worker = ReadingWorker()
    try:
        for path in files:
            item = worker.read(path, reading.stop.is_set) if reading.has_slot() else None
            if item is None:
                return
            yield item
    finally:
        worker.stop()


def _is_quick(path: Path) -> bool:
    try:
        return path.suffix.lower() == ".txt" and path.stat().st_size <= QUICK_BYTES
    except OSError:
        return False


def _read_pasted(
    html: str, text: str, reading: _Reading, progress: Callable[[object], None]
) -> None:
    progress(1)
    if html:
        try:
            data = html.encode("utf-8", "replace")
            progress(readers.read_bytes("pasted page.html", data))
            return
        except BriefingError:
            if not text.strip():
                raise
    progress(readers.read_text(text))
