"""Reading on a second connection while the first one writes."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from briefing_app.store.aside import Aside
from briefing_app.store.connection import connect

TITLES = "SELECT title FROM briefing"


@pytest.fixture
def aside(store):
    with closing(Aside(store.path)) as aside:
        aside.open()
        yield aside


def test_what_is_being_written_is_not_seen_before_its_commit(store, aside):
    with closing(connect(store.path, "rw")) as other:
        before = aside.rows(TITLES, ())
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE briefing SET title = 'Anew'")
        assert aside.rows(TITLES, ()) == before
        other.execute("COMMIT")
        assert aside.rows(TITLES, ()) == [("Anew",)]


def test_a_file_that_is_being_committed_is_not_waited_for(store, aside):
    with closing(connect(store.path, "rw")) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert aside.rows(TITLES, ()) is None
        other.execute("ROLLBACK")
        assert aside.rows(TITLES, ()) == [(store.title,)]


def test_a_file_that_was_moved_away_is_left_to_the_connection_that_has_it(store):
    aside = Aside(store.path)
    store.path.rename(store.path.with_suffix(".moved"))
    aside.open()
    assert aside.rows(TITLES, ()) is None
    aside.close()


def test_nothing_is_read_before_it_is_open(store):
    with closing(Aside(store.path)) as aside:
        assert aside.rows(TITLES, ()) is None
        aside.open()
        aside.open()
        assert aside.rows(TITLES, ()) == [(store.title,)]


def test_an_error_of_the_query_is_told(aside):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        aside.rows("SELECT * FROM no_such", ())


def test_it_cannot_write(store, aside):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        aside.rows("UPDATE briefing SET title = 'Written'", ())
    assert aside.rows(TITLES, ()) == [(store.title,)]
