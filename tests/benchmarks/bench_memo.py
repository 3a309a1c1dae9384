"""The memo page: how long an edit in a long memo holds up the window, turn by turn."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from briefing_app.domain.outline import Kind
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store
from tests.benchmarks.measuring import Row, folder, library

ARTICLES, SECTIONS = 1_000, 9
SIZES = (200, 2_000)
ROUNDS = 5
GOAL_MS = 16
"""A turn of the window's thread that takes longer can be felt; 60 pictures a second need it."""
LONGEST_S = 120


def long_memo(entries: int) -> Path:
    """A briefing with a memo of so many entries, half quotes, half facts."""
    path = Path(shutil.copy(library(ARTICLES), folder() / f"memo {entries}.briefing"))
    with Store.open(path) as store:
        memo_id = store.memos.all()[0].id
        ids = store.articles.ids()[: max(1, entries // 4)]
        with store.change("Fill"):
            sections = [store.sections.add(memo_id, f"Section {n}") for n in range(SECTIONS)]
            for n in range(entries):
                start = n // len(ids) * 60
                kind = Kind.QUOTE if n % 2 else Kind.FACT
                section = sections[n % SECTIONS]
                store.entries.file(section, kind, ids[n % len(ids)], start, start + 50)
    return path


def turns(app: QApplication, is_done: Callable[[], bool]) -> list[float]:
    """Seconds of the processor that each turn took until it is done; waiting does not count.

    Raises TimeoutError.
    """
    spent, until = [], perf_counter() + LONGEST_S
    while not is_done():
        begun = thread_time()
        app.processEvents()
        spent.append(thread_time() - begun)
        if spent[-1] < 0.0005:
            sleep(0.0005)  # another thread is at work
        if perf_counter() > until:
            raise TimeoutError("the memo page never came to rest")
    return spent


def row(work: str, runs: list[tuple[float, float]]) -> Row:
    """Of runs with their longest turn and the time until the page was whole: the median one, as
    other programs fill the processor's caches, too."""
    longest, passed = (value * 1000 for value in sorted(runs)[len(runs) // 2])
    told = f"longest turn {longest:.0f} ms, whole page after {passed:,.0f} ms"
    return Row(work, told, f"at most {GOAL_MS} ms a turn", longest <= GOAL_MS)


def measure(app: QApplication, entries: int) -> Iterator[Row]:
    window = MainWindow(Session(), Theme())
    window.resize(1440, 900)
    window.show()
    window.files.open(long_memo(entries))
    QThreadPool.globalInstance().waitForDone()
    window.fingerprinting.stop()
    page, session = window.memo_page, window.session
    turns(app, lambda: window.desk.composer.is_current)  # the window itself is drawn meanwhile

    def timed(act: Callable[[], object]) -> tuple[float, float]:
        act()
        begun = perf_counter()
        longest = max(turns(app, lambda: page.is_current))
        return longest, perf_counter() - begun

    opened = timed(lambda: window.show_view("memo"))
    yield row(f"open the memo page, {entries:,} entries", [opened])
    ids = [card.entry.id for card in session.store.entries.cards(session.memo_id)]
    edits = []
    for n in range(ROUNDS):
        edit = partial(session.store.entries.update, ids[n * 37], text=f"Edited, number {n}.")
        edits.append(timed(edit))
    yield row(f"edit one of {entries:,} entries, page seen", edits)
    window.close()


def run() -> Iterator[Row]:
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    for entries in SIZES:
        yield from measure(app, entries)
