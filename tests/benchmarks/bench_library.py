"""The library pane at 100,000 articles against a bare table view over a list in memory."""

from __future__ import annotations

import os
from collections.abc import Callable
from statistics import median
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from briefing_app.domain.outline import Kind
from briefing_app.gui.library.pane import LibraryPane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store
from tests.benchmarks.measuring import library, milliseconds, percentile, vocabulary

ARTICLES, FRAMES = 100_000, 60
TYPED = 6
FILTERS = (
    "is:unread", "is:tagged", "is:incomplete", "-is:earlier", 'outlet:"Outlet 3"',
    "date:2020-03", "date:2020-01-03..2020-06-08", "language:en", "",
)  # fmt: skip


def timed(run: Callable[[], object]) -> float:
    """Seconds from the call to the repainted view."""
    begun = perf_counter()
    run()
    QApplication.processEvents()
    return perf_counter() - begun


def bare_table() -> QTableView:
    """What Qt itself can do with as many rows of the same height."""
    view = QTableView()
    header = view.verticalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header.setDefaultSectionSize(80)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.resize(320, 800)
    return view


def frames(view: QTableView) -> list[float]:
    """Seconds of each frame while scrolling through the middle, a third of a page at a time."""
    bar = view.verticalScrollBar()
    middle = bar.maximum() // 2

    def frame(step: int) -> None:
        bar.setValue(middle + 263 * step)
        view.viewport().repaint()

    return [timed(lambda n=n: frame(n)) for n in range(FRAMES)]


def keystrokes(pane: LibraryPane) -> tuple[list[float], list[float], list[float]]:
    """For each letter of some words and phrases (from the second on): the longest work of the
    window's thread at one go, and the seconds to the first hits, and to all of them painted."""
    blocked, first, everything = [], [], []
    words = [word for word in vocabulary() if len(word) >= TYPED][:8]
    common = vocabulary()[:8]
    for word, other in zip(words, common, strict=True):
        for before in ("", f"{other} ", f'"{other} ', "is:unread ", f"{other} OR "):
            for length in range(2, TYPED + 1):
                longest, to_first, to_all = _typed(pane, before + word[:length])
                blocked.append(longest)
                first.append(to_first)
                everything.append(to_all)
    pane.clear_search()
    return blocked, first, everything


def _typed(pane: LibraryPane, text: str) -> tuple[float, float, float]:
    pane.search_field.setText(text)
    shown: list[float] = []
    begun, turn, longest = perf_counter(), thread_time(), 0.0
    heard = pane.table.modelReset.connect(lambda: shown.append(perf_counter() - begun))
    pane._search()
    while pane._finding.is_busy or not shown:
        longest, turn = max(longest, thread_time() - turn), thread_time()
        QApplication.processEvents()  # without a time, or it goes on through several turns
    longest, turn = max(longest, thread_time() - turn), thread_time()
    QApplication.processEvents()
    pane.table.modelReset.disconnect(heard)
    return max(longest, thread_time() - turn), shown[0], perf_counter() - begun


def run() -> list[tuple[str, str]]:
    """(what, how it compares) a line."""
    app = QApplication.instance() or QApplication([])
    theme = Theme()
    theme.apply()
    bare = bare_table()
    model = QStringListModel([f"Headline {n}" for n in range(ARTICLES)])
    bare.setModel(model)
    bare_show = timed(bare.show)
    session = Session()
    store = Store.open(library(ARTICLES))
    session.open(store)
    made: list[LibraryPane] = []
    listing = timed(lambda: made.append(LibraryPane(session, theme)))
    [pane] = made
    pane.resize(320, 900)
    ours_show = timed(pane.show)
    title = f"library of {ARTICLES:,}"
    opened = f"listed in {listing * 1000:.0f} ms, painted in {ours_show * 1000:.0f} ms"
    rows = [(f"{title}: open", f"{opened}; bare table {bare_show * 1000:.0f} ms [< 200 ms]")]
    bare_frames, our_frames = frames(bare), frames(pane.list)
    ratio = median(our_frames) / median(bare_frames)
    rows.append((f"{title}: scroll frame", f"{ratio:.1f} x bare; {milliseconds(our_frames)}"))
    blocked, first, everything = keystrokes(pane)
    rows.append((f"{title}: letter typed, window at work", f"{milliseconds(blocked)} [< 16 ms]"))
    rows.append((f"{title}: letter typed to first hits", milliseconds(first)))
    rows.append((f"{title}: letter typed to all hits", milliseconds(everything)))
    filters = [timed(lambda t=text: pane.show_search(t)) for text in FILTERS * 5]
    rows.append((f"{title}: another filter", f"{milliseconds(filters)} [< 100 ms]"))
    orders = [timed(lambda o=o: pane.filters.set_sort(o)) for o in ("oldest", "outlet", "newest")]
    rows.append((f"{title}: another order", milliseconds(orders)))
    rows.append((f"{title}: passage filed to repainted", milliseconds(_filings(session, pane))))
    session.close()
    app.processEvents()
    return rows


def _filings(session: Session, pane: LibraryPane) -> list[float]:
    memo_id, store = session.memo_id, session.store
    section = store.sections.add(memo_id, "Section")
    ids = list(pane.table.ids[:20])
    session.open_article(ids[0])
    found = [timed(lambda id=id: store.entries.file(section, Kind.FACT, id, 0, 40)) for id in ids]
    while store.can_undo:
        store.undo()
    assert percentile(found, 1.0) > 0
    return found


if __name__ == "__main__":
    for what, how in run():
        print(f"{what}: {how}")
