"""Reading beside another thread that writes: what was committed last, without waiting for more."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing_app.store.connection import connect

_NOT_NOW = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN)


class NotNow(Exception):
    """Raised within Store.at_once: an answer would have to wait for another thread."""


class Aside:
    """A second connection to a briefing, for one thread; it is opened when it is first needed.

    Its queries must be short: a commit waits until they have ended.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def rows(self, sql: str, values: Sequence[Any]) -> list[tuple] | None:
        """All rows of a query; None while the file cannot be read, as in the midst of a commit."""
        try:
            if self._connection is None:
                self._connection = connect(self._path, "ro", any_thread=True)
                self._connection.execute("PRAGMA busy_timeout = 0")
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
