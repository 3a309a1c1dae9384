"""Brings files, pasted and dropped text into the briefing while the window goes on working."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefing_app import readers
from briefing_app.domain.article import ReadFile
from briefing_app.domain.identity import new_id
from briefing_app.errors import BriefingError
from briefing_app.gui import tasks
from briefing_app.gui.dialogs.import_results import ImportResults
from briefing_app.gui.session import Notice, Session
from briefing_app.importing import (
    ImportReport,
    ImportRow,
    Outcome,
    Refusal,
    read_file,
    store_read_files,
)
from briefing_app.reading_worker import ReadingWorker

SLICE_S = 0.012
"""Seconds that storing may hold the GUI thread at a time."""
QUICK_BYTES = 200_000
"""Plain text up to this size is read at once, without waiting for the other process."""


class Reading:
    """What a reading thread shares with the window: files read, their number, and a stop."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(paths)
        self.read: SimpleQueue[ReadFile | Refusal] = SimpleQueue()
        self.total = 0
        self._cancelled = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """True once the user has had enough."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Read no further file."""
        self._cancelled.set()

    def run(self) -> None:
        """Read every file in turn; runs on a thread of its own."""
        files = readers.find_files(self.paths)
        self.total = len(files)
        worker = ReadingWorker()
        try:
            for file in files:
                if self.is_cancelled:
                    return
                is_quick = _is_quick(file)
                read = read_file(file) if is_quick else worker.read(file, self._cancelled.is_set)
                if read is not None:
                    self.read.put(read)
        finally:
            worker.stop()


class Importer(QObject):
    """One import at a time; what is dropped meanwhile waits its turn.

    Signals: `progressed(done, total)` in files, `finished(ImportReport)`.
    """

    progressed = Signal(int, int)
    finished = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._waiting: list[list[str]] = []
        self._reading: Reading | None = None
        self._is_read = False
        self._rows: list[ImportRow] = []
        self._group = ""
        self._batch = 4
        self._drain_later = QTimer(self, interval=15)
        self._drain_later.timeout.connect(self._drain)
        session.store_replaced.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        """True while files are being read or stored."""
        return self._reading is not None

    def start(self, paths: Iterable[str]) -> None:
        """Import files and folders."""
        if self._session.store.read_only:
            text = self.tr("This briefing is open for reading only; nothing was imported.")
            self._session.notified.emit(Notice(text, is_problem=True))
            return
        self._waiting.append([str(path) for path in paths])
        self._start_next()

    def take(self, data: QMimeData) -> bool:
        """Import what was dropped or pasted; False when there is nothing that can be read."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.start(paths)
        elif data.hasHtml() and data.text().strip():
            page = data.html().lstrip("\ufeff").encode("utf-8", "replace")
            self._read_aside(partial(readers.read_bytes, "pasted page.html", page))
        elif data.text().strip():
            self._read_aside(partial(readers.read_text, data.text()))
        else:
            return False
        return True

    def paste(self, data: QMimeData) -> None:
        """Import the clipboard, or say that there is nothing on it."""
        if not self.take(data):
            text = self.tr("There is no text on the clipboard. Copy an article first.")
            self._session.notify(text)

    def cancel(self) -> None:
        """Stop reading; what is in stays in."""
        self._waiting.clear()
        if self._reading is not None:
            self._reading.cancel()

    def _start_next(self) -> None:
        if self._reading is not None or not self._waiting:
            return
        self._reading = Reading(self._waiting.pop(0))
        self._is_read, self._rows, self._group = False, [], new_id()
        tasks.run(self._reading.run, done=self._on_read)
        self._drain_later.start()

    def _on_read(self, _result: object) -> None:
        self._is_read = True

    def _drain(self) -> None:
        """Store what has been read, as much as a slice of time allows."""
        reading = self._reading
        if reading is None:
            return
        was_read = self._is_read
        items = []
        while len(items) < self._batch:
            try:
                items.append(reading.read.get_nowait())
            except Empty:
                break
        if items and self._session.has_store and not self._session.store.read_only:
            self._store(reading, items)
        if was_read and reading.read.empty():
            self._end()

    def _store(self, reading: Reading, items: list[ReadFile | Refusal]) -> None:
        start = time.perf_counter()
        count = reading.total
        label = self.tr("Import article") if count == 1 else self.tr("Import {count} articles")
        report = store_read_files(
            self._session.store, items, label=label.format(count=count), group=self._group
        )
        self._rows += report.rows
        took = max(time.perf_counter() - start, 1e-4)
        self._batch = max(1, min(200, round(len(items) * SLICE_S / took)))
        self.progressed.emit(len(self._rows), reading.total)

    def _end(self) -> None:
        self._drain_later.stop()
        self._reading = None
        report = ImportReport(tuple(self._rows))
        self.finished.emit(report)
        self._tell(report)
        self._start_next()

    def _tell(self, report: ImportReport) -> None:
        if not self._session.has_store:
            return
        if not report.rows:
            self._session.notify(self.tr("There is no file to import there."))
            return
        if report.article_ids and not self._session.article_id:
            self._session.open_article(report.article_ids[0])
        review = partial(self._review, report)
        all_fine = len(report.rows) == report.count(Outcome.IMPORTED)
        text = self._summary(report)
        if all_fine:
            self._session.notify(text, self.tr("Undo"), self._session.undo)
        else:
            self._session.notify(text, self.tr("Review"), review)

    def _summary(self, report: ImportReport) -> str:
        stored = report.count(Outcome.IMPORTED) + report.count(Outcome.INCOMPLETE)
        parts = [self.tr("{count} imported").format(count=stored)]
        for outcome, text in (
            (Outcome.DUPLICATE, self.tr("{count} already in the library")),
            (Outcome.INCOMPLETE, self.tr("{count} without outlet or date")),
            (Outcome.REFUSED, self.tr("{count} not readable")),
        ):
            if report.count(outcome):
                parts.append(text.format(count=report.count(outcome)))
        return ", ".join(parts)

    def _review(self, report: ImportReport) -> None:
        dialog = ImportResults(report, self._window)
        dialog.article_chosen.connect(self._session.open_article)
        dialog.exec()

    def _read_aside(self, read: object) -> None:
        if self._session.store.read_only:
            self.start([])
            return
        tasks.run(read, done=self._on_aside, failed=self._on_aside_failed)

    def _on_aside(self, read: ReadFile) -> None:
        report = store_read_files(self._session.store, [read])
        self.finished.emit(report)
        self._tell(report)
        if report.article_ids:
            self._session.open_article(report.article_ids[0])

    def _on_aside_failed(self, error: Exception) -> None:
        if not isinstance(error, BriefingError):
            raise error
        self._session.notified.emit(Notice(str(error), is_problem=True))


def _is_quick(file: Path) -> bool:
    try:
        return file.suffix.lower() in (".txt", ".md") and file.stat().st_size < QUICK_BYTES
    except OSError:
        return False
