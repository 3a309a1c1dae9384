"""Whether a briefing file is sound, in words."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from briefing_app.store.connection import connect
from briefing_app.store.originals import LEFT_OUT, unpack

Check = Callable[[sqlite3.Connection], Iterator[str]]


def problems(path: Path) -> list[str]:
    """What is wrong with the committed content of the file at `path`; [] for nothing."""
    return _found(path, (_structure, _ties, _index, _originals, _excerpts))


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
    """Compare the full-text index with the texts, in a copy: the comparison counts as a write."""
    with closing(sqlite3.connect("")) as copy:  # "": a temporary file, kept by SQLite
        connection.backup(copy)
        try:
            copy.execute(
                "INSERT INTO article_index (article_index, rank) VALUES ('integrity-check', 1)"
            )
        except sqlite3.DatabaseError:
            yield "The search index does not agree with the articles."


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
