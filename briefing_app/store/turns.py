"""Reading in another thread without holding up whoever writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock
from typing import Any

from briefing_app.store.connection import connect
from briefing_app.store.failures import explain


class Stopped(Exception):
    """Raised in the thread that reads: nobody wants the answer any more."""


PATIENCE_S = 0.004
"""A writer waits so long before it interrupts (again) what is being read."""


class Turns:
    """Lets one reader and the writer of a file take turns; the writer goes first.

    SQLite would let a commit wait until a long query has ended. Here the query is broken off,
    and begun again after the commit.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._reading: sqlite3.Connection | None = None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The writer's turn, to commit: till then readers see what was there before."""
        while not self._lock.acquire(timeout=PATIENCE_S):
            if (reading := self._reading) is not None:
                reading.interrupt()
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def reading(self, connection: sqlite3.Connection) -> Iterator[None]:
        """A reader's turn."""
        with self._lock:
            self._reading = connection
            try:
                yield
            finally:
                self._reading = None


class Reader:
    """A second connection to a briefing file, for queries of another thread, one at a time."""

    def __init__(self, path: Path, turns: Turns) -> None:
        self._path = path
        self._turns = turns
        self._connection = connect(path, "ro", any_thread=True)
        self._is_closed = False

    def rows(
        self, sql: str, values: Sequence[Any] = (), stopped: Event | None = None
    ) -> list[tuple]:
        """All rows of a query, of the briefing as it was last committed.

        Raises Stopped: `stopped` was set, and then `interrupt` called, or the file is closed.
        """
        while True:
            try:
                with self._turns.reading(self._connection):
                    if self._is_closed or (stopped is not None and stopped.is_set()):
                        raise Stopped
                    return self._connection.execute(sql, values).fetchall()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                    raise explain(error, self._path) from error

    def interrupt(self) -> None:
        """Break off what is being read; it begins again unless it was stopped."""
        if not self._is_closed:
            self._connection.interrupt()

    def close(self) -> None:
        """Close the connection; what is being read is stopped."""
        with self._turns.writing():
            self._is_closed = True
            self._connection.close()
