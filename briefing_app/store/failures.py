"""SQLite's errors in the user's words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefing_app.errors import BriefingError, FileInUse, NotABriefing, ReadOnlyFile, UnreadableFile


class BrokenOff(Exception):
    """Raised in another thread's change, of which nothing is kept: the window wants to write first.

    Only within Journal.change(..., gives_way=True).
    """


_ASK_FOR_BACKUP = "Restore the briefing from one of its backups."


def explain(error: sqlite3.Error, path: Path) -> Exception:
    """The BriefingError for what went wrong with the file at `path`.

    Errors that the user cannot act on (wrong SQL, broken constraints) come back as they are.
    """
    exact = getattr(error, "sqlite_errorcode", 0)
    code = exact & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return FileInUse(f"Another program is using “{path}”.", "Close it there, then try again.")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT):
        return NotABriefing(f"“{path}” is damaged.", _ASK_FOR_BACKUP)
    if code == sqlite3.SQLITE_NOTADB:
        return NotABriefing(f"“{path}” is not a briefing file.", "Choose a .briefing file.")
    if code == sqlite3.SQLITE_FULL:
        return BriefingError(
            f"The disk is full; the last change to “{path}” was not saved.",
            "Free some space, then do it again.",
        )
    if exact == sqlite3.SQLITE_READONLY_DBMOVED:
        return gone(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return ReadOnlyFile(
            f"“{path}” may not be written to.", "Save a copy elsewhere and work in the copy."
        )
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return UnreadableFile(
            f"“{path}” cannot be read from or written to its disk.",
            "Check that the disk or network folder is still connected.",
        )
    return error


def gone(path: Path) -> UnreadableFile:
    """What is said of a briefing that was taken away while it is open."""
    return UnreadableFile(
        f"“{path}” is no longer there: it was moved, renamed or deleted.",
        "Put it back, then do it again.",
    )
