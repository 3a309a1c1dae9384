"""Near-identical texts: the articles' fingerprints, and an index of the hashes in them.

The index is a full-text index whose words are hashes: it is written in runs that are merged
later, where an ordinary index of random numbers would touch as many pages as it has new rows.
Like the index of the articles it follows the journal, once for each change.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing_app.domain.fingerprint import Fingerprint, shared_part
from briefing_app.store.index import MANY
from briefing_app.store.journal import Journal
from briefing_app.store.steps import Record

TRIED = 16
"""Hashes of a text that are looked up: of its like, some of these are nearly always met."""

COMMONPLACE = 50
"""Articles with one hash (the newest ones) that are looked at: more share a stock phrase."""

CANDIDATES = 20
"""Articles with the most common hashes that are compared."""

MARKS = 1 << 23
"""Hashes that `Seen` tells apart: so many bytes. Of 100,000 articles every third mark is set."""

SOON = 60
"""When the fingerprints of all articles are gone through: sooner than so many articles for each
text that was looked for, that would cost more than it saves."""


@dataclass(frozen=True)
class Similar:
    """An article much like another text. `shared`: of the smaller one in the larger, 0 to 1."""

    article_id: str
    shared: float


class Seen:
    """Which hashes may be in the index, kept in memory: most texts that come in are new.

    Once there is a mark for each hash of the library, a hash without one need not be looked up.
    Marks are never taken away, so some tell of articles that are gone.
    """

    def __init__(self) -> None:
        self._marks: bytearray | None = None
        self._asked = self._due = 0

    def among(self, journal: Journal, fingerprint: Fingerprint) -> list[int]:
        """Those hashes that are worth looking up."""
        if self._marks is None and not self._is_ready(journal):
            return list(fingerprint)
        marks = self._marks
        return [hash for hash in fingerprint if marks is None or marks[hash % MARKS]]

    def add(self, fingerprint: Fingerprint) -> None:
        """Mark the hashes of an article that comes in."""
        if (marks := self._marks) is not None:
            for hash in fingerprint:
                marks[hash % MARKS] = 1

    def _is_ready(self, journal: Journal) -> bool:
        self._asked += 1
        if self._asked >= self._due:
            # Not each time: counting goes through the whole table.
            [(count,)] = journal.rows("SELECT count(*) FROM fingerprint")
            self._due = -(-count // SOON)
        if self._asked < self._due:
            return False
        marks = bytearray(MARKS)
        with journal.alone():
            for (data,) in journal.rows("SELECT hashes FROM fingerprint"):
                for hash in unpacked(data):
                    marks[hash % MARKS] = 1
            self._marks = marks
        return True


def packed(fingerprint: Fingerprint) -> bytes:
    """As stored: 4 bytes a hash, ascending."""
    return struct.pack(f"<{len(fingerprint)}I", *fingerprint)


def unpacked(data: bytes) -> Fingerprint:
    """What `packed` made bytes of."""
    return struct.unpack(f"<{len(data) // 4}I", data)


def words(fingerprint: Fingerprint) -> str:
    """Its hashes as words of the index, parted by spaces."""
    return struct.pack(f">{len(fingerprint)}I", *fingerprint).hex(" ", 4)


def keep(journal: Journal, n: int, fingerprint: Fingerprint) -> None:
    """Store the fingerprint of the article of this number, which has none, inside a change."""
    journal.write("INSERT INTO fingerprint (n, hashes) VALUES (?, ?)", (n, packed(fingerprint)))


def add_missing(journal: Journal, fingerprints: Mapping[str, Fingerprint]) -> None:
    """Store fingerprints of articles that have none; no undo step. Gone articles are left out."""
    with journal.change("Compare texts", undoable=False):
        for article_id, fingerprint in fingerprints.items():
            journal.write(
                "INSERT INTO fingerprint (n, hashes) SELECT n, ? FROM article WHERE id = ? "
                "AND n NOT IN (SELECT n FROM fingerprint)",
                (packed(fingerprint), article_id),
            )


def missing(journal: Journal, limit: int) -> list[str]:
    """Ids of up to `limit` articles without a fingerprint, the newest first."""
    found = journal.rows(
        "SELECT id FROM article WHERE n NOT IN (SELECT n FROM fingerprint) ORDER BY n DESC LIMIT ?",
        [limit],
    )
    return [row[0] for row in found]


def similar(
    journal: Journal, seen: Seen, fingerprint: Fingerprint, at_least: float
) -> list[Similar]:
    """The articles that share at least this part of the smaller text, most first."""
    hits: Counter[int] = Counter()
    for hash in seen.among(journal, fingerprint[:TRIED]):
        found = journal.rows(
            "SELECT rowid FROM fingerprint_index WHERE fingerprint_index MATCH ? "
            "ORDER BY rowid DESC LIMIT ?",
            [words((hash,)), COMMONPLACE],
        )
        hits.update([row[0] for row in found])
    if not hits:
        return []
    known = journal.rows(
        "SELECT id, hashes FROM fingerprint JOIN article USING (n) "
        "WHERE n IN (SELECT value FROM json_each(?))",
        [json.dumps([n for n, _ in hits.most_common(CANDIDATES)])],
    )
    near = (Similar(id, shared_part(fingerprint, unpacked(data))) for id, data in known)
    return sorted(
        (one for one in near if one.shared >= at_least), key=lambda one: one.shared, reverse=True
    )


def follow(connection: sqlite3.Connection, records: Iterable[Record], seen: Seen) -> None:
    """Bring the index in step with a change that is about to be committed."""
    first: dict[int, Record] = {}
    for record in records:
        if record.table == "fingerprint":
            first.setdefault(record.row[0], record)
    if not first:
        return
    removed = [
        (n, words(unpacked(first[n].row[1]))) for n in sorted(first) if first[n].action != "insert"
    ]
    wanted = "WHERE n IN (SELECT value FROM json_each(?))"
    values = [json.dumps(list(first))]
    if len(removed) > MANY and len(removed) > _count(connection):
        connection.execute(
            "INSERT INTO fingerprint_index (fingerprint_index) VALUES ('delete-all')"
        )
        wanted, values = "", []
    else:
        connection.executemany(
            "INSERT INTO fingerprint_index (fingerprint_index, rowid, hashes) "
            "VALUES ('delete', ?, ?)",
            removed,
        )
    added = connection.execute(f"SELECT n, hashes FROM fingerprint {wanted} ORDER BY n", values)
    found = [(n, unpacked(data)) for n, data in added]
    for _, fingerprint in found:
        seen.add(fingerprint)
    connection.executemany(
        "INSERT INTO fingerprint_index (rowid, hashes) VALUES (?, ?)",
        [(n, words(fingerprint)) for n, fingerprint in found],
    )


def _count(connection: sqlite3.Connection) -> int:
    return connection.execute("SELECT count(*) FROM fingerprint").fetchone()[0]


def is_index_sound(connection: sqlite3.Connection) -> bool:
    """Whether the index holds just the hashes of the fingerprints; takes a second per million."""
    connection.execute(
        "CREATE VIRTUAL TABLE temp.fingerprint_words "
        "USING fts5vocab('main', 'fingerprint_index', 'instance')"
    )
    indexed = connection.execute("SELECT doc, term FROM fingerprint_words")
    stored = connection.execute("SELECT n, hashes FROM fingerprint")
    told = ((n, hash) for n, data in stored for hash in unpacked(data))
    return _digest(told) == _digest((n, int(term, 16)) for n, term in indexed)


def _digest(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Count and sum of the pairs, which do not depend on their order."""
    count = total = 0
    for n, hash in pairs:
        count, total = count + 1, total + (n + 1) * (hash + 1)
    return count, total
