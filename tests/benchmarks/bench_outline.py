"""The outline with 2,000 cards: first show, scrolling, and a card filed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.pane import OutlinePane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Change, Store
from tests.benchmarks.measuring import (
    Row,
    articles,
    folder,
    milliseconds,
    percentile,
    put,
    seconds,
)

ENTRIES = 2000
SECTIONS = 9
ROUNDS = 60
FRAME_MS = 16
REFRESH_MS = 10
FILED_MS = 50


def filled() -> Store:
    """A briefing of 300 articles with 2,000 quotes of some 250 characters."""
    store = Store.create(folder() / "outline.briefing", "Outline")
    put(store, list(articles(300)))
    memo, ids = store.memos.all()[0].id, store.articles.ids()
    with store.change("Fill"):
        sections = [store.sections.add(memo, f"Section {n}") for n in range(SECTIONS)]
        for n in range(ENTRIES):
            start = 40 * (n // len(ids))
            section, article = sections[n % SECTIONS], ids[n % len(ids)]
            store.entries.file(section, Kind.QUOTE, article, start, start + 250, speaker="A. Kovac")
    return store


def show(pane: OutlinePane) -> None:
    pane.show()
    pane.grab()


def step(pane: OutlinePane) -> None:
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 120)
    pane.view.viewport().repaint()


def point(pane: OutlinePane, n: int) -> None:
    at = QPoint(150, 20 + n * 40 % 700)
    QTest.mouseMove(pane.view.viewport(), at)
    QCoreApplication.processEvents()  # paints


def file(pane: OutlinePane, session: Session, n: int) -> None:
    section = session.sections()[n % SECTIONS].section.id
    session.store.entries.file(section, Kind.FACT, session.store.articles.ids()[n], 10, 200)
    QCoreApplication.processEvents()  # paints


def run() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    theme = Theme()
    theme.apply()
    session = Session()
    session.open(filled())
    pane = OutlinePane(session, theme)
    pane.resize(380, 850)
    load = [seconds(pane.tree.load) for _ in range(5)]
    yield Row(f"read {ENTRIES:,} cards for the outline", milliseconds(load))
    yield Row("show them for the first time", f"{seconds(partial(show, pane)) * 1000:.0f} ms")
    app.processEvents()
    frames = [seconds(partial(step, pane)) for _ in range(ROUNDS * 3)]
    p95 = percentile(frames, 0.95) * 1000
    yield Row("scroll by one step", milliseconds(frames), f"p95 < {FRAME_MS} ms", p95 < FRAME_MS)
    hovered = [seconds(partial(point, pane, n)) for n in range(ROUNDS)]
    p95 = percentile(hovered, 0.95) * 1000
    yield Row("point at another row", milliseconds(hovered), f"p95 < {FRAME_MS} ms", p95 < FRAME_MS)
    glances = partial(session.store.sections.glances, session.memo_id)
    yield Row("tell all sections in figures", milliseconds([seconds(glances) for _ in range(9)]))
    followed: list[float] = []
    follow = pane.tree.follow

    def timed(change: Change) -> None:
        followed.append(seconds(partial(follow, change)))

    pane.tree.follow = timed  # type: ignore[method-assign]
    filed = [seconds(partial(file, pane, session, n)) for n in range(ROUNDS)]
    p95 = percentile(followed, 0.95) * 1000
    goal = f"p95 < {REFRESH_MS} ms"
    yield Row("refresh the tree after filing one", milliseconds(followed), goal, p95 < REFRESH_MS)
    p95 = percentile(filed, 0.95) * 1000
    work = "file one: store, tree, layout and repaint"
    yield Row(work, milliseconds(filed), f"p95 < {FILED_MS} ms", p95 < FILED_MS)
    wider = [seconds(partial(resize, pane, 380 + n % 2 * 20)) for n in range(6)]
    yield Row("another width: break all lines anew", milliseconds(wider))
    pane.close()
    session.close()


def resize(pane: OutlinePane, width: int) -> None:
    pane.resize(width, 850)
    QCoreApplication.processEvents()
