"""Opening a large briefing, and listing what the library shows first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from briefing_app.store import Store
from tests.benchmarks.measuring import Row, library, milliseconds, percentile, seconds

ROUNDS = 15
GOAL_MS = {10_000: 80, 100_000: 200}


def bare(path: object) -> None:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.execute("SELECT id FROM article ORDER BY published DESC").fetchall()


def open_and_list(path: object) -> None:
    with Store.open(str(path)) as store:
        ids = store.articles.ids()
        store.articles.rows(ids[:50])
        store.articles.counts()


def run() -> Iterator[Row]:
    for count, goal in GOAL_MS.items():
        path = library(count)
        floors = [seconds(lambda path=path: bare(path)) for _ in range(ROUNDS)]
        spent = [seconds(lambda path=path: open_and_list(path)) for _ in range(ROUNDS)]
        opened = [seconds(lambda path=path: Store.open(path).close()) for _ in range(ROUNDS)]
        median = percentile(spent, 0.5)
        yield Row(
            f"open {count:,} articles, list all ids, show 50",
            f"{milliseconds(spent)}, {median / percentile(floors, 0.5):.1f} x bare connect + ids",
            f"< {goal} ms",
            median * 1000 < goal,
        )
        yield Row(f"of that, Store.open at {count:,}", milliseconds(opened))
        with Store.open(path) as store:
            for sort in ("newest", "oldest", "headline", "outlet"):
                listed = [
                    seconds(lambda sort=sort: store.articles.ids(sort=sort)) for _ in range(5)
                ]
                yield Row(f"ids of {count:,} by {sort}", milliseconds(listed))
