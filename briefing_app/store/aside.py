"""Reading beside another thread that writes: what was committed last, without waiting for more."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from briefing_app.store.connection import connect

_NOT_NOW = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class NotNow(Exception):
    """Raised within Store.at_once: an answer would have to wait for another thread."""


class Aside:
    """A second connection to a briefing, for one thread; another one opens it before it writes.

    Its queries must be short: a commit waits until they have ended.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def open(self) -> None:
        """Connect to the file, unless that was done before or cannot be done."""
        if self._connection is not None:
            return
        with suppress(sqlite3.Error):
            self._connection = connect(self._path, "ro", any_thread=True)
            # Reads what tables there are, so that the first query need not.
            self._connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
            self._connection.execute("PRAGMA busy_timeout = 0")

    def rows(self, sql: str, values: Sequence[Any]) -> list[tuple] | None:
        """All rows of a query; None while the file cannot be read, as in the midst of a commit."""
        if self._connection is None:
            return None
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in _NOT_NOW:
                return None
            raise

    def close(self) -> None:
        """Close the connection, if there is one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
