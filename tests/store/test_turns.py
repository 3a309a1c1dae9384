"""A reader in another thread and the writer take turns."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from briefing_app.store.turns import Reader, Stopped, Turns

ENDLESS = (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000) "
    "SELECT count(*) FROM n"
)


@pytest.fixture
def reader(store):
    reader = Reader(store.path, store._journal.turns)
    yield reader
    reader.close()


@pytest.fixture
def pool():
    with ThreadPoolExecutor(1) as pool:
        yield pool


def until_reading(turns: Turns) -> None:
    while turns._reading is None:
        pass


def test_a_reader_sees_what_is_committed(store, reader, pool, import_article):
    import_article(store)
    count = "SELECT count(*) FROM article"
    assert pool.submit(reader.rows, count).result() == [(1,)]
    with store.change("Two"):
        import_article(store, headline="Second")
    assert pool.submit(reader.rows, count).result() == [(2,)]


def test_a_reader_goes_on_while_a_change_is_made_until_its_commit(
    store, reader, pool, import_article
):
    count = "SELECT count(*) FROM article"
    with store.change("Two"):
        import_article(store)
        assert pool.submit(reader.rows, count).result(timeout=20) == [(0,)]
        import_article(store, headline="Second")
    assert pool.submit(reader.rows, count).result(timeout=20) == [(2,)]


def test_a_write_breaks_off_a_long_query_which_begins_again(store, reader, pool, import_article):
    turns, stopped = store._journal.turns, Event()
    reading = pool.submit(reader.rows, ENDLESS, (), stopped)
    until_reading(turns)
    import_article(store)
    assert not reading.done() and store.articles.count() == 1
    until_reading(turns)
    stopped.set()
    while not reading.done():
        reader.interrupt()
    assert isinstance(reading.exception(), Stopped)


def test_closing_stops_what_is_read(store, reader, pool):
    reading = pool.submit(reader.rows, ENDLESS)
    until_reading(store._journal.turns)
    reader.close()
    assert isinstance(reading.exception(), Stopped)
    with pytest.raises(Stopped):
        reader.rows("SELECT 1")


def test_a_wrong_query_fails_as_it_is(reader):
    with pytest.raises(Exception, match="no such table"):
        reader.rows("SELECT * FROM nowhere")
