"""Opening to read leaves the file alone; the rest of it is tested through Store.open."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from briefing_app.store.reading_only import open_for_reading


def test_a_connection_for_reading_cannot_write_and_leaves_no_trace(store, digest):
    store.close()
    before = digest(store.path)
    with closing(open_for_reading(store.path)) as connection:
        assert connection.execute("SELECT title FROM briefing").fetchone() == ("Test briefing",)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM briefing")
    assert digest(store.path) == before
    assert [file.name for file in store.path.parent.iterdir()] == [store.path.name]
