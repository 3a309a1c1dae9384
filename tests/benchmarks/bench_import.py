"""Storing articles, beside bare sqlite3 + FTS5 inserts of the same text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from briefing_app.domain.article import Article
from briefing_app.store import Store
from tests.benchmarks.measuring import Row, articles, folder, put, seconds

GOAL = 2.0
ROUNDS = 3
SLICE = 50


def bare(path: Path, texts: list[Article]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE article (n INTEGER PRIMARY KEY, headline, body)")
        connection.execute(
            "CREATE VIRTUAL TABLE words USING fts5 "
            "(headline, body, content='article', content_rowid='n')"
        )
        connection.execute("BEGIN")
        for n, article in enumerate(texts):
            values = (n, article.headline, article.body)
            connection.execute("INSERT INTO article VALUES (?, ?, ?)", values)
            connection.execute("INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)", values)
        connection.execute("COMMIT")


def in_batches(store: Store, texts: list[Article], size: int) -> None:
    left = iter(texts)
    while batch := list(islice(left, size)):
        put(store, batch)


def one_import(texts: list[Article]) -> tuple[float, float, float]:
    """Seconds of a bare import, of ours in one change, and of its undo."""
    floor = folder() / "bare-import"
    bare_s = seconds(lambda: bare(floor, texts))
    with Store.create(folder() / "import.briefing", "x") as store:
        ours_s = seconds(lambda: put(store, texts))
        undo_s = seconds(store.undo)
    store.path.unlink()
    floor.unlink()
    return bare_s, ours_s, undo_s


def run() -> Iterator[Row]:
    for count in (1000, 10_000):
        texts = list(articles(count))
        bare_s, ours_s, undo_s = map(
            min, zip(*(one_import(texts) for _ in range(ROUNDS)), strict=True)
        )
        yield Row(
            f"import {count:,} articles in one change",
            f"{ours_s / bare_s:.2f} x bare ({count / ours_s:,.0f}/s, bare {count / bare_s:,.0f}/s)",
            f"<= {GOAL:.0f} x bare sqlite3 + FTS5",
            ours_s / bare_s <= GOAL,
        )
        yield Row(f"undo that import of {count:,}", f"{undo_s / ours_s:.2f} x the import")
    with Store.create(folder() / "batches.briefing", "x") as store:
        spent = seconds(lambda: in_batches(store, texts, SLICE))
    yield Row(f"import {count:,} in changes of {SLICE}", f"{spent / bare_s:.2f} x bare")
