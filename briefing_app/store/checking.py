"""Whether a briefing file is sound, in words."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from briefing_app.domain import correcting
from briefing_app.domain.article import Correction
from briefing_app.store import fingerprints, rows
from briefing_app.store.connection import connect
from briefing_app.store.originals import LEFT_OUT, unpack
from briefing_app.store.schema import VERSION

Check = Callable[[sqlite3.Connection], Iterator[str]]


def problems(path: Path) -> list[str]:
    """What is wrong with the committed content of the file at `path`; [] for nothing."""
    return _found(path, (_structure, _ties, _index, _originals, _excerpts, _corrections))


def structure_problems(path: Path) -> list[str]:
    """The same, but only whether the database itself is whole."""
    return _found(path, (_structure, _ties))


def _found(path: Path, checks: Iterable[Check]) -> list[str]:
    try:
        with closing(connect(path, "ro")) as connection:
            return [problem for check in checks for problem in check(connection)]
    except sqlite3.DatabaseError as error:
        return [f"The file is damaged: {error}."]


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for (found,) in connection.execute("PRAGMA integrity_check"):
        if found != "ok":
            yield f"The file is damaged: {found}."


def _ties(connection: sqlite3.Connection) -> Iterator[str]:
    for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Row {number} of “{table}” belongs to a row of “{parent}” that is missing."


def _index(connection: sqlite3.Connection) -> Iterator[str]:
    """Compare the indexes with the texts, in a copy: the comparison counts as a write."""
    with closing(sqlite3.connect("")) as copy:  # "": a temporary file, kept by SQLite
        connection.backup(copy)
        indexes = {"article_index": "articles"}
        if _is_present(connection):
            indexes["entry_index"] = "entries"
        for name, told in indexes.items():
            try:
                copy.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError:
                yield f"The search index does not agree with the {told}."
        if _is_present(connection) and not fingerprints.is_index_sound(copy):
            yield "The index of similar texts does not agree with the articles."


def _is_present(connection: sqlite3.Connection) -> bool:
    """Whether the file has the tables of the present version; an older one may only be read."""
    return connection.execute("PRAGMA user_version").fetchone()[0] >= VERSION


def _originals(connection: sqlite3.Connection) -> Iterator[str]:
    for name, sha256, packing, data in connection.execute(
        "SELECT name, sha256, packing, data FROM original WHERE packing <> ?", [LEFT_OUT]
    ):
        try:
            sound = hashlib.sha256(unpack(packing, data)).hexdigest() == sha256
        except zlib.error:
            sound = False
        if not sound:
            yield f"The original “{name}” is not what was imported."


def _excerpts(connection: sqlite3.Connection) -> Iterator[str]:
    for headline, exact in connection.execute(
        "SELECT headline, exact FROM article JOIN article_text USING (n) "
        "JOIN excerpt ON excerpt.article_id = article.id "
        'WHERE exact <> substr(body, start + 1, "end" - start)'
    ):
        yield f"The passage “{exact[:60]}” does not stand where it should in “{headline}”."


def _corrections(connection: sqlite3.Connection) -> Iterator[str]:
    if not _is_present(connection):
        return
    found = connection.execute(
        f"SELECT {rows.ARTICLE} FROM article JOIN article_text USING (n) "
        "WHERE article.id IN (SELECT article_id FROM correction)"
    )
    for article in map(rows.article, found):
        body = article.body
        for made in reversed(article.corrections):
            if not body.startswith(made.inserted, made.position):
                yield f"A correction of “{article.headline}” does not fit its text."
                break
            back = Correction(made.position, made.inserted, made.removed)
            body = correcting.applied(body, back)
