"""The one door: a transaction, a step and a signal for every change."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event, Timer, get_ident
from time import sleep

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.errors import ReadOnlyFile
from briefing_app.store import BrokenOff, Change, Store, fingerprints, index, steps
from briefing_app.store.schema import TABLES
from briefing_app.store.steps import Record, Step


@pytest.fixture
def heard(store):
    changes: list[Change] = []
    store.subscribe(changes.append)
    return changes


@pytest.fixture
def memo(store):
    return store.memos.all()[0].id


def committed_titles(store):
    with closing(sqlite3.connect(store.path)) as other:
        return [row[0] for row in other.execute("SELECT title FROM section ORDER BY n")]


def test_a_write_outside_the_door_fails(store):
    with pytest.raises(RuntimeError, match="outside change"):
        store._journal.write("DELETE FROM memo")
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store._journal._connection.execute("DELETE FROM memo")
    assert len(store.memos.all()) == 1


def test_every_table_of_the_file_is_journalled(store):
    derived = ("article_index", "entry_index", "fingerprint_index", "sqlite_", "_sqlite_")
    own = {
        row[0]
        for row in store._journal.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not row[0].startswith(derived)
    }
    assert own == set(TABLES)
    triggers = {row[0] for row in store._journal.rows("SELECT name FROM sqlite_temp_schema")}
    assert triggers == {
        f"journal_{table}_{action}" for table in TABLES for action in ("insert", "update", "delete")
    }
    for table, columns in TABLES.items():
        found = store._journal.rows(f"PRAGMA main.table_info({table})")
        assert tuple(row[1] for row in found) == columns


def test_one_change_is_one_step_and_one_signal(store, memo, heard):
    with store.change("Two sections"):
        first = store.sections.add(memo, "A")
        second = store.sections.add(memo, "B")
        assert heard == []
    assert heard == [Change("Two sections", {"section": frozenset({first, second})}, "do")]
    assert (store.steps(), store.undo_label, store.redo_label) == (["Two sections"],) + (
        "Two sections", "",
    )  # fmt: skip
    assert store.undo() == "Two sections"
    assert heard[1:] == [Change("Two sections", {"section": frozenset({first, second})}, "undo")]
    assert (store.can_undo, store.can_redo, store.redo_label) == (False, True, "Two sections")
    assert store.redo() == "Two sections"
    assert heard[2].kind == "redo"
    assert committed_titles(store) == ["A", "B"]


def test_nothing_to_undo_or_redo_is_none(store, heard):
    assert (store.undo(), store.redo(), store.undo_label, store.steps()) == (None, None, "", [])
    assert heard == []


def test_a_change_that_writes_nothing_is_no_step_and_no_signal(store, heard):
    with store.change("Nothing"):
        pass
    assert (store.steps(), heard) == ([], [])


def test_an_exception_takes_everything_back_without_step_or_signal(store, memo, heard):
    with pytest.raises(ZeroDivisionError), store.change("Broken"):
        store.sections.add(memo, "A")
        raise ZeroDivisionError
    assert (committed_titles(store), store.steps(), heard) == ([], [], [])
    store.sections.add(memo, "B")
    assert committed_titles(store) == ["B"]


def test_an_exception_in_an_inner_change_takes_only_that_back(store, memo, heard):
    with store.change("Outer"):
        store.sections.add(memo, "A")
        with pytest.raises(ZeroDivisionError), store.change("Inner"):
            store.sections.add(memo, "B")
            raise ZeroDivisionError
        store.sections.add(memo, "C")
    assert committed_titles(store) == ["A", "C"]
    assert len(heard[0].rows["section"]) == 2
    store.undo()
    assert committed_titles(store) == []
    store.redo()
    assert committed_titles(store) == ["A", "C"]


def test_a_statement_that_fails_halfway_leaves_no_record(store, memo):
    store.sections.add(memo, "A")
    store.sections.add(memo, "B")
    with store.change("Clash"):
        store.sections.add(memo, "C")
        with pytest.raises(sqlite3.IntegrityError):
            store._journal.write("UPDATE section SET position = 7, id = 'same'")
    store.undo()
    assert committed_titles(store) == ["A", "B"]
    assert [p.section.position for p in store.sections.of_memo(memo)] == [0, 1]


def test_rows_that_belong_to_nothing_are_refused_at_the_commit(store):
    with pytest.raises(sqlite3.IntegrityError), store.change("Orphan"):
        store._journal.write(
            "INSERT INTO entry (id, section_id, position, kind, text, note) "
            "VALUES ('e', 'gone', 0, 'text', '', '')"
        )
    assert (store.steps(), store.check()) == ([], [])


def test_undo_inside_a_change_is_refused(store, memo):
    store.sections.add(memo, "A")
    with store.change("Outer"), pytest.raises(RuntimeError, match="inside"):
        store.undo()
    assert committed_titles(store) == ["A"]


def test_a_new_change_forgets_what_could_be_redone(store, memo):
    store.sections.add(memo, "A")
    store.undo()
    store.sections.add(memo, "B")
    assert (store.can_redo, store.redo()) == (False, None)


@pytest.fixture
def entry(store, memo):
    section = store.sections.add(memo, "Section")
    return store.entries.add(section, Kind.TEXT, "")


def test_typing_joins_one_step_but_announces_every_change(store, entry, heard):
    for text in ("h", "he", "her"):
        store.entries.update(entry, text=text, group=entry)
    assert store.steps()[-1:] == ["Edit entry"]
    assert len(heard) == 3
    assert len(store._journal._undo[-1].records) == 1
    store.undo()
    assert store.entries.get(entry).text == ""
    store.redo()
    assert store.entries.get(entry).text == "her"


def test_a_joined_step_carries_the_last_label(store):
    for number in (1, 2):
        with store.change(f"Import {number} articles", group="import"):
            store.rename(f"Title {number}")
    assert store.steps() == ["Import 2 articles"]


def test_typing_does_not_join_across_other_changes_or_undo(store, memo, entry):
    store.entries.update(entry, text="a", group=entry)
    store.sections.add(memo, "Between")
    store.entries.update(entry, text="b", group=entry)
    assert store.steps()[-3:] == ["Edit entry", "Add section", "Edit entry"]
    store.undo()
    store.undo()
    store.entries.update(entry, text="c", group=entry)
    store.undo()
    assert store.entries.get(entry).text == "a"


def test_joined_steps_undo_rows_that_were_deleted_and_made_again(store, entry):
    section = store.entries.get(entry).section_id
    for text in ("a", "b"):
        with store.change("Replace", group="g"):
            for old in store.entries.of_section(section):
                store.entries.update(old.id, text="doomed")
                store.entries.remove([old.id])
            store.entries.add(section, Kind.TEXT, text)
    store.undo()
    assert [e.id for e in store.entries.of_section(section)] == [entry]
    assert store.entries.get(entry).text == ""
    store.redo()
    assert [e.text for e in store.entries.of_section(section)] == ["b"]
    assert store.check() == []


def test_a_step_keeps_the_oldest_record_of_a_row_only():
    old, newer = (Record("memo", "update", (1, "id", text)) for text in ("old", "newer"))
    gone = Record("memo", "delete", (2, "other", "x"))
    after = Record("memo", "update", (2, "other", "y"))
    step = Step("Edit", [old, gone])
    step.extend([newer, after])
    assert step.records == [old, gone, after]
    assert step.weight == sum(len(v) for r in step.records for v in r.row[1:])


def test_undo_remembers_a_bounded_number_of_steps(store, monkeypatch):
    monkeypatch.setattr(steps, "UNDO_STEPS", 3)
    for number in range(5):
        store.rename(f"Title {number}")
    assert len(store.steps()) == 3
    while store.undo():
        pass
    assert store.title == "Title 1"


def test_undo_holds_a_bounded_amount_but_always_the_last_step(store, import_article, monkeypatch):
    monkeypatch.setattr(steps, "UNDO_MEMORY", 1000)
    ids = [import_article(store, body="x" * 5000, headline=str(n)) for n in range(3)]
    store.articles.remove(ids[:1])
    store.articles.remove(ids[1:])
    assert store.steps() == ["Delete 2 articles"]
    store.undo()
    assert store.articles.count() == 2


def test_a_subscriber_can_leave(store, heard):
    mine: list[Change] = []
    leave = store.subscribe(mine.append)
    store.rename("A")
    leave()
    leave()
    store.rename("B")
    assert (len(mine), len(heard)) == (1, 2)


def test_a_failing_subscriber_harms_neither_the_file_nor_the_others(store, caplog):
    def fail(change: Change) -> None:
        raise ZeroDivisionError(change.label)

    mine: list[Change] = []
    store.subscribe(fail)
    store.subscribe(mine.append)
    store.rename("A")
    assert [record.exc_info[0] for record in caplog.records] == [ZeroDivisionError]
    assert (len(mine), store.title, store.steps()) == (1, "A", ["Rename briefing"])
    store.undo()
    assert (store.title, len(mine)) == ("Test briefing", 2)


def test_changes_made_by_a_subscriber_are_heard_after_the_one_it_heard(store, memo):
    order: list[str] = []

    def answer(change: Change) -> None:
        if change.label == "Rename briefing":
            store.sections.add(memo, "Answer")

    store.subscribe(answer)
    store.subscribe(lambda change: order.append(change.label))
    store.rename("A")
    assert order == ["Rename briefing", "Add section"]


def test_a_change_in_a_briefing_open_for_reading_is_refused(store):
    with Store.open(store.path, read_only=True) as reader:
        with pytest.raises(ReadOnlyFile) as refused, reader.change("Anything"):
            pass
        assert str(store.path) in refused.value.message
        with pytest.raises(ReadOnlyFile):
            reader.rename("x")
        assert reader.undo() is None


def test_values_keep_their_types_through_undo(store, import_article):
    data = b"\x00\x01\xff'\"" * 10
    id = import_article(store, body="'quoted' \"text\" 😀 \u2028 ؟")
    with store.change("Odd"):
        store._journal.write("UPDATE original SET data = ?, packing = ''", [data])
    before = store._journal.rows("SELECT *, typeof(data) FROM original")
    text = store.articles.get(id)
    store.articles.remove([id])
    store.undo()
    assert store._journal.rows("SELECT *, typeof(data) FROM original") == before
    assert store.articles.get(id) == text


def in_another_thread(run):
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(run).result(timeout=20)


def test_what_another_thread_writes_is_announced_here_and_when_it_is_asked_for(store, memo, heard):
    in_another_thread(lambda: store.sections.add(memo, "Elsewhere"))
    assert committed_titles(store) == ["Elsewhere"]
    assert heard == []
    assert store.undo_label == "Add section"
    store.announce()
    assert [change.label for change in heard] == ["Add section"]


def test_a_change_here_tells_first_of_what_another_thread_has_written(store, memo, heard):
    in_another_thread(lambda: store.rename("Elsewhere"))
    store.sections.add(memo, "Here")
    assert [change.label for change in heard] == ["Rename briefing", "Add section"]
    store.undo()
    store.undo()
    assert store.title == "Test briefing"


def test_nothing_is_seen_of_a_change_of_another_thread_before_it_is_done(store, memo):
    begun, asked = Event(), Event()

    def write() -> None:
        with store.change("Two"):
            store.sections.add(memo, "One")
            begun.set()
            asked.wait(10)
            store.sections.add(memo, "Two")

    with ThreadPoolExecutor(2) as threads:
        writing = threads.submit(write)
        assert begun.wait(10)
        assert store._journal.is_busy
        reading = threads.submit(lambda: [p.section.title for p in store.sections.of_memo(memo)])
        asked.set()
        writing.result(timeout=20)
        assert reading.result(timeout=20) == ["One", "Two"]
    assert not store._journal.is_busy


def test_here_what_was_committed_is_read_while_another_thread_writes(store, memo):
    store.sections.add(memo, "Before")
    begun, read = Event(), Event()

    def write() -> bool:
        with store.change("Two"):
            store.sections.add(memo, "Meanwhile")
            begun.set()
            return read.wait(20)

    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(write)
        assert begun.wait(10)
        assert [p.section.title for p in store.sections.of_memo(memo)] == ["Before"]
        read.set()
        assert writing.result(timeout=20)
    assert [p.section.title for p in store.sections.of_memo(memo)] == ["Before", "Meanwhile"]


def test_a_change_here_waits_for_that_of_another_thread_and_sees_it(store, memo):
    begun, asked = Event(), Event()

    def write() -> None:
        with store.change("One"):
            store.sections.add(memo, "One")
            begun.set()
            asked.wait(20)

    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(write)
        assert begun.wait(10)
        Timer(0.05, asked.set).start()
        with store.change("Two"):
            assert [p.section.title for p in store.sections.of_memo(memo)] == ["One"]
            store.sections.add(memo, "Two")
        writing.result(timeout=20)
    assert committed_titles(store) == ["One", "Two"]


def test_a_failed_change_of_another_thread_leaves_no_trace(store, memo, heard):
    def fail() -> None:
        with store.change("Half"):
            store.sections.add(memo, "Half")
            raise KeyError("gone")

    with pytest.raises(KeyError):
        in_another_thread(fail)
    store.announce()
    assert (committed_titles(store), heard, store.steps()) == ([], [], [])


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let other threads run until something is so."""
    while not is_so():
        sleep(0.0001)


def test_a_change_that_gives_way_is_broken_off_when_something_is_to_be_written_here(
    store, memo, heard
):
    begun = Event()

    def write() -> None:
        with store.change("Long", gives_way=True):
            store.sections.add(memo, "Elsewhere")
            begun.set()
            wait_until(lambda: store.is_awaited)

    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(write)
        assert begun.wait(10)
        store.sections.add(memo, "Here")
        with pytest.raises(BrokenOff):
            writing.result(timeout=20)
    assert committed_titles(store) == ["Here"]
    assert store.steps() == ["Add section"]
    assert [change.label for change in heard] == ["Add section"]
    assert store.check() == []


@pytest.mark.parametrize("part", [index, fingerprints])
def test_a_change_that_is_broken_off_while_the_indexes_follow_it_leaves_no_trace(
    store, memo, part, monkeypatch
):
    follow, begun = part.follow, Event()

    def follow_and_be_awaited(*arguments: object) -> None:
        follow(*arguments)
        if get_ident() != home and not begun.is_set():
            begun.set()
            wait_until(lambda: store.is_awaited)

    def import_articles(first: int) -> None:
        with store.change("Import", gives_way=True):
            for number in range(first, first + 10):
                words = f"Words of number {number}. " * 50
                original = Original(f"{number}.txt", "text/plain", words.encode())
                article = Article(str(number), words)
                hashes = {article.id: tuple(range(number, number + 60))}
                store.articles.add(original, [article], hashes)

    home = get_ident()
    for first in range(0, 100, 10):
        import_articles(first)
    monkeypatch.setattr(part, "follow", follow_and_be_awaited)
    with ThreadPoolExecutor(1) as threads:
        importing = threads.submit(import_articles, 100)
        assert begun.wait(10)
        store.sections.add(memo, "Here")
        with pytest.raises(BrokenOff):
            importing.result(timeout=20)
        assert (store.articles.count(), committed_titles(store)) == (100, ["Here"])
        threads.submit(import_articles, 100).result(timeout=20)
    assert store.articles.count() == 110
    assert store.check() == []


def test_another_thread_that_wants_to_write_breaks_nothing_off(store, memo):
    begun = Event()

    def write() -> None:
        with store.change("Long", gives_way=True):
            store.sections.add(memo, "First")
            begun.set()
            wait_until(lambda: store.is_awaited)

    def write_alone() -> None:
        with store.alone():
            store.sections.add(memo, "Second")

    with ThreadPoolExecutor(2) as threads:
        writing = threads.submit(write)
        assert begun.wait(10)
        threads.submit(write_alone).result(timeout=20)
        writing.result(timeout=20)
    assert committed_titles(store) == ["First", "Second"]
