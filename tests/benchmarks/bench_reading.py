"""The reading view with a long article against a bare QTextBrowser with the same text."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser

from briefing_app.domain.article import Article
from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.highlights import Highlight
from briefing_app.gui.reading.view import ReadingView
from briefing_app.gui.theme import Theme
from tests.benchmarks.measuring import Row

WORDS, EXCERPTS, FRAMES = 100_000, 2_000, 60
OPEN_MS, FRAME_MS = 150, 16


def long_article() -> Article:
    """WORDS words in paragraphs of 60, the same each time."""
    chance = random.Random(1)
    words = [
        "".join(chance.choices("abcdefgilmnoprstu", k=chance.randint(2, 9))) for _ in range(999)
    ]
    paragraphs = [" ".join(chance.choices(words, k=60)) for _ in range(WORDS // 60)]
    return Article("A long read", "\n".join(paragraphs), publisher="Bench", published="2020-01-06")


def excerpts(body: str) -> list[Highlight]:
    """EXCERPTS passages spread over the body; some overlap."""
    chance = random.Random(2)
    marks = []
    for n in range(EXCERPTS):
        start = chance.randrange(len(body) - 400)
        kind = Kind.QUOTE if n % 2 else Kind.FACT
        end = start + chance.randint(40, 400)
        marks.append(Highlight(start, end, kind, f"x{n}", f"e{n}", str(n % 9 + 1)))
    return marks


def milliseconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = perf_counter()
    run()
    return (perf_counter() - begun) * 1000


def frames(view: QTextBrowser) -> list[float]:
    """Milliseconds of each frame while scrolling through the middle of the article."""
    bar = view.verticalScrollBar()
    middle = bar.maximum() // 2

    def frame(step: int) -> None:
        bar.setValue(middle + 37 * step)
        view.viewport().repaint()

    return [milliseconds(lambda n=n: frame(n)) for n in range(FRAMES)]


def hovers(view: QTextBrowser) -> list[float]:
    """Milliseconds of each mouse move down the page, with its repaint."""

    def move(step: int) -> None:
        QTest.mouseMove(view.viewport(), QPoint(120 + step, 10 + 11 * step))
        view.viewport().repaint()

    return [milliseconds(lambda n=n: move(n)) for n in range(FRAMES)]


def opened(view: QTextBrowser, show: Callable[[], object]) -> float:
    """Milliseconds from handing over the text to its first frame."""
    return milliseconds(lambda: (show(), view.viewport().repaint()))


def run() -> list[Row]:
    """How the view compares with a bare one, and what else takes time."""
    app = QApplication.instance() or QApplication([])
    article = long_article()
    marks = excerpts(article.body)
    bare, ours = QTextBrowser(), ReadingView(Theme())
    for view in (bare, ours):
        view.resize(760, 800)
        view.show()
        app.processEvents()
    bare_open = opened(bare, lambda: bare.setPlainText(article.body))
    ours_open = opened(ours, lambda: (ours.show_article(article), ours.set_highlights(marks)))
    for view in (bare, ours):
        view.document().documentLayout().documentSize()
        app.processEvents()
    rows = [("open", [bare_open], [ours_open])]
    rows.append(("scroll frame", frames(bare), frames(ours)))
    rows.append(("hover with repaint", hovers(bare), hovers(ours)))
    title = f"reading {WORDS:,} words, {EXCERPTS:,} excerpts"
    results = [_compare(f"{title}: {what}", one, two) for what, one, two in rows]
    size = len(article.body)
    for what, act in (
        ("jump to the end", lambda: ours.show_passage("x", size - 900, size)),
        ("open and jump to the end", lambda: _open_at_end(ours, article)),
        ("mark it anew after filing", lambda: ours.set_highlights(marks)),
        ("mark a search", lambda: ours.set_search("ab")),
    ):
        results.append(Row(f"{title}: {what}", f"{opened(ours, act):.1f} ms"))
    return results


def _open_at_end(view: ReadingView, article: Article) -> None:
    view.show_article(article)
    view.show_passage("x", len(article.body) - 900, len(article.body))


def _compare(work: str, bare: list[float], ours: list[float]) -> Row:
    ratio = median(ours) / median(bare)
    worst = sorted(ours)[int(len(ours) * 0.95) - (len(ours) > 1)]
    goal = OPEN_MS if len(ours) == 1 else FRAME_MS
    measured = (
        f"{ratio:.1f} x bare ({median(ours):.1f} ms, p95 {worst:.1f}; bare {median(bare):.1f} ms)"
    )
    return Row(work, measured, f"< {goal} ms", worst < goal)


if __name__ == "__main__":
    for row in run():
        print(row)
