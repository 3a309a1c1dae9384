"""The window on a large briefing: from the key that files a passage to the window drawn anew."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.domain.outline import Kind
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store
from tests.benchmarks.measuring import Row, folder, library, milliseconds, percentile

ARTICLES, ENTRIES, SECTIONS = 100_000, 2_000, 9
ROUNDS = 40
GOAL_MS = 50


def large_briefing() -> Path:
    """A copy of the large library with a long memo resting on it."""
    path = Path(shutil.copy(library(ARTICLES), folder() / "window.briefing"))
    with Store.open(path) as store:
        memo_id = store.memos.all()[0].id
        ids = store.articles.ids()[: ENTRIES // 4]
        with store.change("Fill"):
            sections = [store.sections.add(memo_id, f"Section {n}") for n in range(SECTIONS)]
            for n in range(ENTRIES):
                start = n // len(ids) * 60
                kind = Kind.QUOTE if n % 2 else Kind.FACT
                section = sections[n % SECTIONS]
                store.entries.file(section, kind, ids[n % len(ids)], start, start + 50)
    return path


def seconds_drawn(app: QApplication, act: Callable[[], object]) -> float:
    """How long an act takes with all that it makes the window do."""
    begun = perf_counter()
    act()
    app.processEvents()
    return perf_counter() - begun


def open_window(app: QApplication) -> MainWindow:
    """The window on the large briefing, drawn and at rest."""
    theme = Theme()
    theme.apply()
    window = MainWindow(Session(), theme)
    window.resize(1440, 900)
    window.show()
    window.files.open(large_briefing())
    QThreadPool.globalInstance().waitForDone()  # the backup that opening began
    window.fingerprinting.stop()  # real articles have been given theirs when they came in
    app.processEvents()
    return window


def tag(app: QApplication, window: MainWindow) -> Iterator[float]:
    """Seconds of each filing, the keyboard in the text as a user's is."""
    view = window.reading.view
    view.setFocus()
    for n in range(ROUNDS):
        view.select(1000 + n * 40, 1030 + n * 40)
        view.settle()
        app.processEvents()
        key = getattr(Qt.Key, f"Key_{n % SECTIONS + 1}")
        before = len(window.session.store.steps())
        yield seconds_drawn(app, lambda key=key: QTest.keyClick(view, key))
        assert len(window.session.store.steps()) == before + 1


def row(work: str, spent: list[float], goal_ms: float = GOAL_MS) -> Row:
    p95 = percentile(spent, 0.95) * 1000
    return Row(f"{work}, window drawn", milliseconds(spent), f"< {goal_ms} ms", p95 < goal_ms)


def run() -> Iterator[Row]:
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    window = open_window(app)
    session, by_name = window.session, window.actions_by_name
    where = f"at {ARTICLES:,} articles, {ENTRIES:,} entries"
    yield row(f"file a passage {where}", list(tag(app, window)))
    undone = [seconds_drawn(app, by_name["undo"].trigger) for _ in range(ROUNDS)]
    yield row("undo it", undone)
    yield row("redo it", [seconds_drawn(app, by_name["redo"].trigger) for _ in range(ROUNDS)])
    opened = [seconds_drawn(app, by_name["next"].trigger) for _ in range(ROUNDS)]
    yield row("open the next article", opened)
    ids = [card.entry.id for card in session.store.entries.cards(session.memo_id)]
    shown = [seconds_drawn(app, lambda id=id: session.show_entry(id)) for id in ids[::50]]
    yield row("show an entry", shown)
    moved = [seconds_drawn(app, by_name["up"].trigger) for _ in range(ROUNDS)]
    yield row("move an entry up", moved)
    memo = seconds_drawn(app, by_name["memo"].trigger)
    yield Row(f"show the memo of {ENTRIES:,} entries", f"{memo * 1000:.0f} ms")
    window.close()
