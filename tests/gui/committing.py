"""A store that is in the midst of a commit, for tests of what must not wait for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from threading import Event

from briefing_app.store import Store


@contextmanager
def committing(store: Store) -> Iterator[None]:
    """Another thread keeps the store and its file to itself, as in the midst of a commit."""
    begun, told = Event(), Event()

    def hold() -> None:
        with store.alone(), closing(sqlite3.connect(store.path)) as other:
            other.execute("BEGIN EXCLUSIVE")
            begun.set()
            told.wait(20)

    with ThreadPoolExecutor(1) as threads:
        holding = threads.submit(hold)
        assert begun.wait(10)
        try:
            yield
        finally:
            told.set()
            holding.result(timeout=20)
