"""Keeping the full-text indexes in step with articles and entries.

Triggers would do, but before every statement that fires one SQLite has FTS5 write out the words
that it has gathered, which makes an import three times slower. So the indexes follow the journal:
once for each change, just before its commit.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing_app.store.schema import TABLES
from briefing_app.store.steps import Record

MANY = 100
"""Rows taken out at once from which indexing the rest anew may be quicker."""


@dataclass(frozen=True)
class _Index:
    """`columns` of the index by the table that holds them, in order; `content`: where FTS5 reads
    the texts of all of them; the first table has a row for every row of the index."""

    name: str
    content: str
    columns: dict[str, tuple[str, ...]]

    @property
    def names(self) -> str:
        """Its columns, parted by commas."""
        return ", ".join(name for columns in self.columns.values() for name in columns)


INDEXES = (
    _Index("article_index", "article_words", {"article": ("headline",), "article_text": ("body",)}),
    _Index("entry_index", "entry", {"entry": ("text", "note", "translation")}),
)

_Words = tuple[str | None, ...]


def follow(connection: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Bring the indexes in step with a change that is about to be committed."""
    told = list(records)
    for index in INDEXES:
        first: dict[tuple[str, int], Record] = {}
        for record in told:
            if record.table in index.columns:
                first.setdefault((record.table, record.row[0]), record)
        if first:
            _follow(connection, index, first)


def _follow(
    connection: sqlite3.Connection, index: _Index, first: dict[tuple[str, int], Record]
) -> None:
    """`first`: by table and number the first record of each row."""
    removed, added = [], []
    for n in sorted({n for _, n in first}):  # FTS5 writes out its words wherever numbers descend
        told = {table: first.get((table, n)) for table in index.columns}
        if any(record is not None and record.action == "insert" for record in told.values()):
            added.append(n)
            continue
        present = {table: _present(connection, index, table, n) for table in index.columns}
        before = {
            table: present[table] if record is None else _recorded(index, record)
            for table, record in told.items()
        }
        if before != present:
            removed.append((n, *(word for words in before.values() for word in words)))
            added.append(n)
    if len(removed) > MANY and len(removed) > _count(connection, index):
        connection.execute(f"INSERT INTO {index.name} ({index.name}) VALUES ('rebuild')")
        return
    _write(connection, index, removed, added)


def _write(
    connection: sqlite3.Connection, index: _Index, removed: list[tuple], added: list[int]
) -> None:
    if removed:
        marks = ", ".join("?" * len(removed[0]))
        connection.executemany(
            f"INSERT INTO {index.name} ({index.name}, rowid, {index.names}) "
            f"VALUES ('delete', {marks})",
            removed,
        )
    if added:
        connection.execute(
            f"INSERT INTO {index.name} (rowid, {index.names}) SELECT n, {index.names} "
            f"FROM {index.content} WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n",
            [json.dumps(added)],
        )


def _count(connection: sqlite3.Connection, index: _Index) -> int:
    table = next(iter(index.columns))
    return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def _recorded(index: _Index, record: Record) -> _Words:
    columns = TABLES[record.table]
    return tuple(record.row[columns.index(name)] for name in index.columns[record.table])


def _present(connection: sqlite3.Connection, index: _Index, table: str, n: int) -> _Words:
    columns = index.columns[table]
    row = connection.execute(
        f"SELECT {', '.join(columns)} FROM {table} WHERE n = ?", [n]
    ).fetchone()
    return row or (None,) * len(columns)
