"""Opening the briefing file: what it is, whether it is whole, and a connection to it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from briefing_app.errors import NewerFileVersion, NotABriefing, UnreadableFile
from briefing_app.store.failures import explain
from briefing_app.store.schema import APPLICATION_ID, FIRST_VERSION, TABLES, VERSION

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes; https://www.sqlite.org/fileformat.html#the_database_header

BUSY_S = 5.0
"""Seconds to wait while another process reads or commits."""

_CACHE_KIB = 32 * 1024

_SETTINGS = (
    "foreign_keys = ON",
    "recursive_triggers = ON",  # otherwise rows that REPLACE removes are not journalled
    "secure_delete = ON",  # deleted text must not survive in a file that is handed on
    "synchronous = FULL",
    f"cache_size = -{_CACHE_KIB}",
    "temp_store = MEMORY",
)


def file_version(path: Path) -> int:
    """Schema version of the briefing at `path`, read without opening it as a database.

    Raises UnreadableFile: missing, empty or not readable. NotABriefing: some other file.
    """
    header = _header(path)
    if header[:16] != _MAGIC or int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise NotABriefing(f"“{path}” is not a briefing file.", "Choose a .briefing file.")
    version = int.from_bytes(header[60:64])
    if version < FIRST_VERSION or len(header) < _HEADER:
        raise damaged(path)
    return version


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError as error:
        raise UnreadableFile(
            f"There is no file “{path}”.", "It may have been moved or renamed; open it from there."
        ) from error
    except OSError as error:
        raise UnreadableFile(
            f"“{path}” cannot be read: {error.strerror}.",
            "Check that it is a file, that you may read it and that its disk is connected.",
        ) from error
    if not header:
        raise UnreadableFile(f"“{path}” is empty.", "Restore the briefing from one of its backups.")
    return header


def damaged(path: Path) -> NotABriefing:
    """The error for a briefing that was one once."""
    return NotABriefing(f"“{path}” is damaged.", "Restore the briefing from one of its backups.")


def check_whole(path: Path) -> None:
    """Refuse a file that is shorter than its header says, as broken transfers leave it.

    Raises NotABriefing.
    """
    header = _header(path)
    page = int.from_bytes(header[16:18])
    page = 65536 if page == 1 else page
    if path.stat().st_size < page * int.from_bytes(header[28:32]) and not _journal(path).exists():
        raise damaged(path)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def connect(path: Path, mode: str, *, any_thread: bool = False) -> sqlite3.Connection:
    """A connection to the file at `path`; mode "ro", "rw" or "rwc" (make it), as in SQLite URIs.

    Transactions are begun by hand. `any_thread`: it may be used in one thread after another.
    """
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return _set_up(
        sqlite3.connect(
            uri,
            uri=True,
            timeout=BUSY_S,
            isolation_level=None,
            check_same_thread=not any_thread,
        )
    )


def connect_copy() -> sqlite3.Connection:
    """A connection to an empty database that is gone when it is closed."""
    return _set_up(sqlite3.connect("", isolation_level=None))


def _set_up(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        for pragma in _SETTINGS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def open_checked(path: Path, read_only: bool) -> sqlite3.Connection:
    """A connection to a sound briefing of a version that we know. The file is not altered.

    A transaction that a crash left unfinished is taken back (by SQLite) first.
    """
    version = file_version(path)
    if version > VERSION and not read_only:
        raise _newer(path, "Update the program, or open the briefing for reading only.")
    check_whole(path)
    try:
        # The journal sees to it that only one thread at a time uses it.
        connection = connect(path, "ro" if read_only else "rw", any_thread=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            if version >= VERSION:
                _check_tables(connection, path, version)
            return connection
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as error:
        raise explain(error, path) from error


def _check_tables(connection: sqlite3.Connection, path: Path, version: int) -> None:
    for table, columns in TABLES.items():
        found = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if not found.issuperset(columns):
            raise _newer(path, "Update the program.") if version > VERSION else damaged(path)


def _newer(path: Path, hint: str) -> NewerFileVersion:
    return NewerFileVersion(f"“{path}” was written by a newer version of the program.", hint)
