"""A large import into the open window, and its undo: how long any one turn holds the window up."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import get_native_id
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from briefing_app.domain.outline import Kind
from briefing_app.gui.garbage import GarbageCollector
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.rehearsal import rehearse
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.reading_pool import ReadingPool, Wanted
from briefing_app.store import Store
from tests.benchmarks.bench_import_files import page, write
from tests.benchmarks.measuring import Row, articles, folder

FILES = 1500
FRAME_MS = 16
FIRST_MS = 300
TICK_MS = 4
NOTE_MS, LONGEST_NOTE_MS = 100, 50
PARTS = 10
"""More turns than a rehearsal has."""


def queued_s() -> float:
    """Seconds that this thread has waited for a processor so far; 0 where nobody counts them."""
    with suppress(OSError):
        path = Path(f"/proc/self/task/{get_native_id()}/schedstat")
        return int(path.read_text().split()[1]) / 1e9
    return 0.0


class LagProbe(QObject):
    """Ticks every few milliseconds; a tick that comes late tells how long the window was held up.

    late    seconds beyond the tick
    own     of these, those that the program is to blame for: without waiting for a processor
    worked  seconds that the window's thread itself worked
    """

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self.own: list[float] = []
        self.worked: list[float] = []
        self._at, self._cpu, self._queued = perf_counter(), thread_time(), queued_s()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now, cpu, queued = perf_counter(), thread_time(), queued_s()
        self.late.append(max(0.0, now - self._at - TICK_MS / 1000))
        self.own.append(max(0.0, self.late[-1] - (queued - self._queued)))
        self.worked.append(cpu - self._cpu)
        self._at, self._cpu, self._queued = now, cpu, queued

    def stop(self) -> None:
        self._timer.stop()

    @property
    def told(self) -> str:
        """The figures for the table."""
        late, own, worked = (
            [seconds * 1000 for seconds in each] for each in (self.late, self.own, self.worked)
        )
        held = sum(ms > FRAME_MS for ms in own)
        return (
            f"{max(own):.0f} ms, {held} of {len(own):,} ticks late (own work {max(worked):.0f} ms; "
            f"with waiting for a processor {max(late):.0f} ms)"
        )

    @property
    def is_calm(self) -> bool:
        """Whether no frame was missed for the program's sake."""
        return max(self.own) * 1000 <= FRAME_MS


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
    rehearse(window, theme)
    for _ in range(PARTS):
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


def carried_out(window: MainWindow, act: Callable[[], object]) -> tuple[LagProbe, float]:
    """Have a long step undone or done again; the probe, and how many seconds it took."""
    begun, probe, watch = perf_counter(), LagProbe(), QTimer(interval=TICK_MS)
    watch.timeout.connect(lambda: window.session.is_occupied or QCoreApplication.exit())
    QTimer.singleShot(TICK_MS, act)
    QTimer.singleShot(TICK_MS * 2, watch.start)
    QCoreApplication.exec()
    probe.stop()
    watch.stop()
    return probe, perf_counter() - begun


def write_beside(window: MainWindow, files: list[Path]) -> list[float]:
    """Milliseconds that notes of the user's took, written one after the other during an import."""
    store, took = window.session.store, []
    section = store.sections.add(window.session.memo_id, "Notes")

    def write_note() -> None:
        if window.importer.is_running:
            begun = perf_counter()
            store.entries.add(section, Kind.FACT, f"Note {len(took)}")
            took.append((perf_counter() - begun) * 1000)

    timer = QTimer(interval=NOTE_MS)
    timer.timeout.connect(write_note)
    timer.start()
    import_all(window, files)
    timer.stop()
    return sorted(took)


def notes_beside(app: QApplication, files: list[Path]) -> Row:
    """One line: how long the user's own writes take while files come in."""
    window = open_window(app, f"notes-{files[0].suffix}")
    took = write_beside(window, files)
    window.close()
    usual, worst = took[len(took) // 2], took[-1]
    name = f"a note written while {len(files):,} {files[0].suffix} come in"
    told = f"median {usual:.0f} ms, longest {worst:.0f} ms of {len(took)}"
    goal = f"median <= {FRAME_MS} ms, longest <= {LONGEST_NOTE_MS} ms"
    return Row(name, told, goal, usual <= FRAME_MS and worst <= LONGEST_NOTE_MS)


def run() -> Iterator[Row]:
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    half = list(articles(FILES))
    texts = [f"{a.headline}\n\nBRUSSELS, {a.published} - {a.body}\n".encode() for a in half]
    made = {".html": (page(a).encode() for a in half), ".txt": iter(texts)}
    collector = GarbageCollector(app)
    for suffix, data in made.items():
        files = write(f"window{suffix}", data, suffix)
        warm_up(files)
        window = open_window(app, f"window{suffix[1:]}")
        rest_ms = at_rest()
        probe, first_s, spent = import_all(window, files)
        yield Row(
            f"window while {FILES:,} {suffix} come in: longest hold-up",
            f"{probe.told}, at rest {rest_ms:.0f} ms; {FILES / spent:,.0f}/s",
            f"<= {FRAME_MS} ms",
            probe.is_calm,
        )
        yield Row(f"the first of {FILES:,} {suffix} readable", f"{first_s * 1000:.0f} ms",
                  f"<= {FIRST_MS} ms", first_s * 1000 <= FIRST_MS)  # fmt: skip
        for name, act in (("undone", window.session.undo), ("done again", window.session.redo)):
            probe, spent = carried_out(window, act)
            yield Row(
                f"window while {FILES:,} {suffix} are {name}: longest hold-up",
                f"{probe.told}; {spent:.1f} s", f"<= {FRAME_MS} ms", probe.is_calm,
            )  # fmt: skip
        window.close()
        yield notes_beside(app, files)
    collector.stop()
