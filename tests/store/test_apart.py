"""What is read in another thread is what the store itself reads."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from briefing_app.domain.outline import Kind
from briefing_app.store import Store, snapshot
from briefing_app.store.turns import Stopped


@pytest.fixture
def fleet(store, import_article):
    return [
        import_article(store, body=f"fleet {n}", published=f"2020-01-0{9 - n}") for n in range(5)
    ]


def test_it_finds_the_same_in_another_thread(store, fleet):
    with ThreadPoolExecutor(1) as pool:
        for text, sort in (("fleet", "newest"), ("-fleet", "added"), ("", "oldest")):
            search = store.search_apart(text, sort)
            assert pool.submit(search.all).result() == store.find(text, sort)
        first = pool.submit(store.search_apart("fleet").first, 2).result()
    assert first == fleet[:2:-1]


def test_a_stopped_search_finds_nothing_more(store, fleet):
    search = store.search_apart("fleet")
    search.stop()
    with pytest.raises(Stopped):
        search.all()
    assert len(store.search_apart("fleet").all().ids) == 5


def test_names_are_known_there_too(store, import_article):
    id = import_article(store, body="Suleimani")
    store.aliases.set("Soleimani", ["Suleimani"])
    assert store.search_apart("soleimani").all().ids == [id]


def test_a_briefing_open_for_reading_is_searched_too(store, fleet):
    with Store.open(store.path, read_only=True) as reading:
        assert reading.search_apart("fleet").first(9) == fleet[::-1]


def test_a_snapshot_is_the_same_in_another_thread(work):
    memo_id = work.store.memos.all()[0].id
    with ThreadPoolExecutor(1) as pool:
        taken = pool.submit(work.store.snapshot_apart(memo_id).take).result()
    assert taken == work.store.snapshot()
    with Store.open(work.store.path, read_only=True) as reading:
        assert reading.snapshot_apart(memo_id).take() == taken


def test_a_snapshot_is_of_one_moment_whatever_is_written_meanwhile(work, monkeypatch):
    store, read, writes = work.store, snapshot.take, iter(["Once.", "Twice."])

    def interrupted(rows_of, title, memo):
        def rows(sql, values):
            if "FROM section" in sql and (text := next(writes, "")):
                file_and_say(text)
            return rows_of(sql, values)

        return read(rows, title, memo)

    def file_and_say(text):
        store.entries.file(work.sections[0], Kind.FACT, work.articles[1], 0, 5, text=text)

    reading = store.snapshot_apart(store.memos.all()[0].id)
    monkeypatch.setattr(snapshot, "take", interrupted)
    taken = reading.take()
    monkeypatch.undo()
    assert taken == store.snapshot()
    assert {"Once.", "Twice."} <= {entry.text for entry in taken.entries}


def test_a_stopped_snapshot_is_not_taken(work):
    reading = work.store.snapshot_apart(work.store.memos.all()[0].id)
    reading.stop()
    with pytest.raises(Stopped):
        reading.take()


def test_a_file_of_an_older_version_is_taken_at_once(tmp_path):
    path = tmp_path / "old.briefing"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(Path(__file__).with_name("version_1.sql").read_text("utf-8"))
    with Store.open(path, read_only=True) as reading:
        memo_id = reading.memos.all()[0].id
        apart = reading.snapshot_apart(memo_id)
        apart.stop()
        assert apart.take() == reading.snapshot(memo_id)


def test_a_search_can_be_stopped_after_the_briefing_was_closed(store, fleet):
    search = store.search_apart("fleet")
    store.close()
    search.stop()
    with pytest.raises(Stopped):
        search.all()
