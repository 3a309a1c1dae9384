"""Opening a briefing to read it, without a trace in its file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefing_app.errors import ReadOnlyFile, UnreadableFile
from briefing_app.store import backups
from briefing_app.store.connection import connect_copy, file_version, open_checked
from briefing_app.store.lock import Lock
from briefing_app.store.schema import VERSION, migrate


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, in the present tables even of an older file.

    The file stays as it is, but for what a crash left unfinished in it.
    """
    connection = _open_unaltered(path)
    try:
        return _migrated_copy(connection) if file_version(path) < VERSION else connection
    except BaseException:
        connection.close()
        raise


def _migrated_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """What an older file holds, in the present tables; SQLite removes it when it is closed."""
    copy = connect_copy()
    try:
        connection.backup(copy)
        migrate(copy)
    except BaseException:
        copy.close()
        raise
    connection.close()
    return copy


def _open_unaltered(path: Path) -> sqlite3.Connection:
    try:
        return open_checked(path, read_only=True)
    except (ReadOnlyFile, UnreadableFile):
        if not backups.journal_path(path).exists():
            raise
    lock = Lock(path)  # a crash left a transaction behind, which takes a writer to take back
    try:
        open_checked(path, read_only=False).close()
    finally:
        lock.release()
    return open_checked(path, read_only=True)
