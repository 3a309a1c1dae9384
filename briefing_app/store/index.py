"""Keeping the full-text index in step with the articles.

Triggers would do, but before every statement that fires one SQLite has FTS5 write out the words
that it has gathered, which makes an import three times slower. So the index follows the journal:
once for each change, just before its commit.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from briefing_app.store.journal import Record
from briefing_app.store.schema import TABLES

MANY = 100
"""Articles taken out at once from which indexing the rest anew may be quicker."""

_WORDS = {
    "article": (TABLES["article"].index("headline"), "SELECT headline FROM article WHERE n = ?"),
    "article_text": (
        TABLES["article_text"].index("body"),
        "SELECT body FROM article_text WHERE n = ?",
    ),
}
"""Table with indexed words -> place of its words in a record, query for the present words."""


def follow(connection: sqlite3.Connection, records: Iterable[Record]) -> None:
    """Bring the index in step with a change that is about to be committed."""
    first: dict[tuple[str, int], Record] = {}
    for record in records:
        if record.table in _WORDS:
            first.setdefault((record.table, record.row[0]), record)
    removed, added = [], []
    for n in sorted({n for _, n in first}):  # FTS5 writes out its words wherever numbers descend
        told = [first.get((table, n)) for table in _WORDS]
        if any(record is not None and record.action == "insert" for record in told):
            added.append(n)
            continue
        present = [_present(connection, table, n) for table in _WORDS]
        before = [
            now if record is None else record.row[place]
            for record, now, (place, _) in zip(told, present, _WORDS.values(), strict=True)
        ]
        if before != present:
            removed.append((n, *before))
            added.append(n)
    if len(removed) > MANY and len(removed) > _count(connection):
        connection.execute("INSERT INTO article_index (article_index) VALUES ('rebuild')")
        return
    connection.executemany(
        "INSERT INTO article_index (article_index, rowid, headline, body) "
        "VALUES ('delete', ?, ?, ?)",
        removed,
    )
    if added:
        connection.execute(
            "INSERT INTO article_index (rowid, headline, body) SELECT n, headline, body "
            "FROM article_words WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n",
            [json.dumps(added)],
        )


def _count(connection: sqlite3.Connection) -> int:
    return connection.execute("SELECT count(*) FROM article").fetchone()[0]


def _present(connection: sqlite3.Connection, table: str, n: int) -> str | None:
    row = connection.execute(_WORDS[table][1], [n]).fetchone()
    return row[0] if row else None
