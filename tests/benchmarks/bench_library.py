"""The library pane at 100,000 articles against a bare table view over a list in memory."""

from __future__ import annotations

import os
from collections.abc import Callable
from statistics import median
from time import perf_counter

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


def keystrokes(pane: LibraryPane) -> list[float]:
    """Seconds from each letter of some words (from the second on) to the painted list."""
    found = []
    for word in [word for word in vocabulary() if len(word) >= TYPED][:12]:
        for length in range(2, TYPED + 1):
            pane.search_field.setText(word[:length])
            found.append(timed(pane._search))
        pane.clear_search()
    return found


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
    pane = LibraryPane(session, theme)
    pane.resize(320, 900)
    ours_show = timed(pane.show)
    title = f"library of {ARTICLES:,}"
    rows = [(f"{title}: show", f"{ours_show * 1000:.0f} ms; bare table {bare_show * 1000:.0f} ms")]
    bare_frames, our_frames = frames(bare), frames(pane.list)
    ratio = median(our_frames) / median(bare_frames)
    rows.append((f"{title}: scroll frame", f"{ratio:.1f} x bare; {milliseconds(our_frames)}"))
    rows.append((f"{title}: letter typed to painted", milliseconds(keystrokes(pane))))
    filters = [timed(lambda n=n: pane.filters.set_filter(n)) for n in ("unread", "tagged", "all")]
    rows.append((f"{title}: another filter", milliseconds(filters)))
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
