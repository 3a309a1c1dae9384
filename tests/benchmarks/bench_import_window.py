"""A large import into the open window: how long any one turn holds it up, and its first article."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.reading_pool import ReadingPool, Wanted
from briefing_app.store import Store
from tests.benchmarks.bench_import_files import page, write
from tests.benchmarks.measuring import Row, articles, folder, percentile

FILES = 1500
FRAME_MS = 16
FIRST_MS = 300
TICK_MS = 4


class LagProbe(QObject):
    """Ticks every few milliseconds; a tick that comes late tells how long the window was held up.

    Seconds beyond the tick, and of these, seconds that the window's thread itself worked: the
    rest it waited, for the disk or for its turn on the processor.
    """

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self.worked: list[float] = []
        self._at, self._cpu = perf_counter(), thread_time()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now, cpu = perf_counter(), thread_time()
        self.late.append(max(0.0, now - self._at - TICK_MS / 1000))
        self.worked.append(cpu - self._cpu)
        self._at, self._cpu = now, cpu

    def stop(self) -> None:
        self._timer.stop()


def open_window(app: QApplication, name: str) -> MainWindow:
    """The window on a new briefing, drawn and at rest."""
    theme = Theme()
    theme.apply()
    window = MainWindow(Session(), theme)
    window.resize(1440, 900)
    window.show()
    path = folder() / f"{name}.briefing"
    Store.create(path, name).close()
    window.files.open(path)
    app.processEvents()
    return window


def warm_up(files: list[Path]) -> None:
    """Have the server behind the reading processes load its parsers, as a moment after a start."""
    pool = ReadingPool(1)
    list(pool.read([Wanted(path) for path in files[:2]]))
    pool.stop()


def import_all(window: MainWindow, files: list[Path]) -> tuple[LagProbe, float, float]:
    """Drop files on the window; the probe, seconds to the first article shown, and to the end."""
    shown: list[float] = []
    window.session.article_opened.connect(lambda _id: shown.append(perf_counter()))
    begun = perf_counter()
    probe = LagProbe()
    window.importer.finished.connect(lambda _report: QCoreApplication.exit())
    window.importer.start([files[0].parent])
    QCoreApplication.exec()
    spent = perf_counter() - begun
    probe.stop()
    return probe, shown[0] - begun, spent


def at_rest() -> float:
    """The longest hold-up of a second in which nothing is done, in ms: what the machine does."""
    probe = LagProbe()
    QTimer.singleShot(1000, QCoreApplication.exit)
    QCoreApplication.exec()
    probe.stop()
    return max(probe.late) * 1000


def run() -> Iterator[Row]:
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    half = list(articles(FILES))
    texts = [f"{a.headline}\n\nBRUSSELS, {a.published} - {a.body}\n".encode() for a in half]
    made = {".html": (page(a).encode() for a in half), ".txt": iter(texts)}
    for suffix, data in made.items():
        files = write(f"window{suffix}", data, suffix)
        warm_up(files)
        window = open_window(app, f"window{suffix[1:]}")
        rest_ms = at_rest()
        probe, first_s, spent = import_all(window, files)
        late = [seconds * 1000 for seconds in probe.late]
        held = sum(ms > FRAME_MS for ms in late)
        longest, worked = max(late), max(probe.worked) * 1000
        yield Row(
            f"window while {FILES:,} {suffix} come in: longest hold-up",
            f"{longest:.0f} ms (own work {worked:.0f} ms; at rest {rest_ms:.0f} ms), p99.9 "
            f"{percentile(late, 0.999):.0f} ms, {held} of {len(late):,} ticks late, "
            f"{FILES / spent:,.0f}/s",
            f"<= {FRAME_MS} ms",
            longest <= FRAME_MS,
        )
        yield Row(f"the first of {FILES:,} {suffix} readable", f"{first_s * 1000:.0f} ms",
                  f"<= {FIRST_MS} ms", first_s * 1000 <= FIRST_MS)  # fmt: skip
        window.close()
