"""Filing a passage at 100,000 articles and 2,000 entries, beside a bare commit."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from briefing_app.domain.outline import Kind
from briefing_app.store import Store
from tests.benchmarks.measuring import Row, folder, library, milliseconds, percentile, seconds

ARTICLES = 100_000
ENTRIES = 2000
ROUNDS = 200
GOAL_MS = 5
GOAL_RATIO = 8


def bare_commits() -> list[float]:
    path = folder() / "bare-commit"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE excerpt (n INTEGER PRIMARY KEY, exact)")
        sql = "INSERT INTO excerpt (exact) VALUES ('a passage of some length')"
        return [seconds(lambda: connection.execute(sql)) for _ in range(ROUNDS)]


def run() -> Iterator[Row]:
    path = folder() / "tagging.briefing"
    shutil.copyfile(library(ARTICLES), path)
    with Store.open(path) as store:
        memo = store.memos.all()[0].id
        ids = store.articles.ids()
        with store.change("Fill"):
            sections = [store.sections.add(memo, f"Section {n}") for n in range(9)]
            for n in range(ENTRIES):
                section, article = sections[n % 9], ids[n * 7]
                store.entries.file(section, Kind.QUOTE, article, 10, 90, speaker="A")

        def file(n: int, index: int | None) -> None:
            store.entries.file(sections[n % 9], Kind.FACT, ids[n], 10, 90, index=index)

        floors = bare_commits()
        spent = [seconds(lambda n=n: file(n, None)) for n in range(ROUNDS)]
        inserted = [seconds(lambda n=n: file(n, 0)) for n in range(30)]
        undone = [seconds(store.undo) for _ in range(30)]
        cards = [seconds(lambda: store.entries.cards(memo)) for _ in range(10)]
        one = [store.entries.of_section(sections[0])[0].id]
        card = [seconds(lambda: store.entries.cards(memo, one)) for _ in range(50)]
        marks = [seconds(lambda: store.entries.marks(ids[0], memo)) for _ in range(50)]
        picture = [seconds(store.snapshot) for _ in range(5)]
    ratio = percentile(spent, 0.95) / percentile(floors, 0.95)
    yield Row(
        f"file a passage at {ARTICLES:,} articles, {ENTRIES:,} entries",
        f"{milliseconds(spent)}, p95 {ratio:.1f} x a bare commit",
        f"p95 < {GOAL_MS} ms, <= {GOAL_RATIO} x a bare commit",
        percentile(spent, 0.95) * 1000 < GOAL_MS and ratio <= GOAL_RATIO,
    )
    yield Row("the same as the first of a section of 222", milliseconds(inserted))
    yield Row("undo that", milliseconds(undone))
    yield Row(f"cards of {ENTRIES:,} entries", milliseconds(cards))
    yield Row("card of one of them", milliseconds(card))
    yield Row("marks of one article", milliseconds(marks))
    yield Row(f"snapshot of {ENTRIES:,} entries", milliseconds(picture))
