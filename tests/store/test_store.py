"""Making, opening, closing and copying a briefing file; whatever goes wrong leaves it unaltered."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from briefing_app.errors import (
    BriefingError,
    FileInUse,
    NewerFileVersion,
    NotABriefing,
    ReadOnlyFile,
    UnreadableFile,
)
from briefing_app.store import Store, connection


@pytest.fixture
def closed(work):
    """Path of a closed briefing with some work in it."""
    work.store.close()
    return work.store.path


def change_header(path, offset, data):
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def test_a_new_briefing_is_empty_but_for_one_memo(tmp_path):
    with Store.create(tmp_path / "new.briefing", "Iraq") as store:
        assert (store.title, [m.title for m in store.memos.all()]) == ("Iraq", ["Iraq"])
        assert (store.articles.count(), store.steps(), store.check()) == (0, [], [])
        assert store.sections.of_memo(store.memos.all()[0].id) == ()
    assert [file.name for file in tmp_path.iterdir()] == ["new.briefing"]


def test_making_a_briefing_never_overwrites(tmp_path):
    path = tmp_path / "taken.briefing"
    path.write_text("precious")
    with pytest.raises(BriefingError, match="already"):
        Store.create(path, "x")
    assert path.read_text() == "precious"
    with pytest.raises(UnreadableFile, match="no folder"):
        Store.create(tmp_path / "nowhere" / "x.briefing", "x")


def test_everything_is_there_after_closing_and_opening(work):
    before = work.store.snapshot()
    work.store.close()
    work.store.close()
    with Store.open(str(work.store.path)) as store:
        assert store.snapshot() == before
        assert store.search("admiral")[0].article_id == work.articles[0]
        assert store.steps() == []


def test_renaming_the_briefing_can_be_undone(store):
    store.rename("Other")
    store.rename("Other")
    assert (store.title, store.steps()) == ("Other", ["Rename briefing"])
    store.undo()
    assert store.title == "Test briefing"


def test_a_name_with_odd_characters_is_only_a_name(tmp_path):
    path = tmp_path / "50% ?mode=memory #1 “ü”.briefing"
    Store.create(path, "x").close()
    with Store.open(path) as store:
        store.rename("y")
    with Store.open(path, read_only=True) as store:
        assert store.title == "y"


def refused(path, error, read_only=(False, True)):
    for mode in read_only:
        with pytest.raises(error) as caught:
            Store.open(path, read_only=mode)
        assert type(caught.value) is error
        assert str(path) in caught.value.message
        assert caught.value.hint


def test_a_missing_file_is_refused_and_not_made(tmp_path):
    refused(tmp_path / "gone.briefing", UnreadableFile)
    refused(tmp_path, UnreadableFile)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"just text", b"SQLite format 3\x00", b"PK\x03\x04" + b"\x00" * 500]
)
def test_foreign_files_are_refused_unaltered(tmp_path, digest, content):
    path = tmp_path / "foreign.briefing"
    path.write_bytes(content)
    before = digest(path)
    refused(path, NotABriefing)
    assert digest(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_file_is_refused_unaltered(tmp_path):
    path = tmp_path / "empty.briefing"
    path.touch()
    refused(path, UnreadableFile)
    assert path.read_bytes() == b""


def test_another_programs_database_is_refused_unaltered(tmp_path, digest):
    path = tmp_path / "other.briefing"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE memo (id)")
    before = digest(path)
    refused(path, NotABriefing)
    assert digest(path) == before


def test_a_truncated_file_is_refused_unaltered(closed, digest):
    closed.write_bytes(closed.read_bytes()[:-4096])
    before = digest(closed)
    refused(closed, NotABriefing)
    assert digest(closed) == before


def test_a_file_with_a_broken_table_of_contents_is_refused_unaltered(closed, digest):
    change_header(closed, 100, b"\xff" * 2000)
    before = digest(closed)
    refused(closed, NotABriefing)
    assert digest(closed) == before


def test_a_file_that_is_damaged_further_inside_is_refused_for_writing(closed, digest):
    size = closed.stat().st_size
    for page in range(3, size // 4096 - 1):
        change_header(closed, page * 4096, b"\xee" * 200)
    before = digest(closed)
    refused(closed, NotABriefing, read_only=[False])
    assert digest(closed) == before


def test_a_file_without_a_table_of_its_version_is_refused(closed, digest):
    with closing(sqlite3.connect(closed)) as other:
        other.execute("DROP TABLE reading")
    before = digest(closed)
    refused(closed, NotABriefing)
    assert digest(closed) == before


def test_a_newer_file_opens_for_reading_only_and_is_unaltered(closed, digest):
    change_header(closed, 60, (99).to_bytes(4))
    before = digest(closed)
    refused(closed, NewerFileVersion, read_only=[False])
    with Store.open(closed, read_only=True) as store:
        assert store.articles.count() == 2
    assert digest(closed) == before


def test_a_newer_file_whose_tables_we_do_not_know_is_refused(closed, digest):
    with closing(sqlite3.connect(closed)) as other:
        other.execute("ALTER TABLE entry RENAME COLUMN note TO remark")
        other.execute("PRAGMA user_version = 99")
    before = digest(closed)
    refused(closed, NewerFileVersion)
    assert digest(closed) == before


def test_a_write_protected_file_opens_for_reading_only(closed, digest):
    closed.chmod(0o444)
    before = digest(closed)
    refused(closed, ReadOnlyFile, read_only=[False])
    with Store.open(closed, read_only=True) as store:
        assert store.articles.count() == 2
    assert digest(closed) == before


def test_a_file_that_another_program_locks_is_refused_unaltered(closed, digest, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_S", 0.01)
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        refused(closed, FileInUse)
        other.execute("ROLLBACK")
    with Store.open(closed) as store:
        assert store.articles.count() == 2


def test_a_commit_that_another_program_blocks_is_refused_and_leaves_no_step(store, monkeypatch):
    store._journal._connection.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM memo").fetchone()
        with pytest.raises(FileInUse):
            store.rename("Other")
        other.execute("ROLLBACK")
    assert (store.title, store.steps()) == ("Test briefing", [])
    store.rename("Other")
    assert store.title == "Other"


def test_a_second_writer_is_refused_and_a_reader_sees_what_is_committed(work):
    store = work.store
    refused(store.path, FileInUse, read_only=[False])
    with Store.open(store.path, read_only=True) as reader:
        assert reader.snapshot() == store.snapshot()
        with store.change("Half"):
            store.rename("Unfinished")
            assert reader.title == "Test briefing"
        assert reader.title == "Unfinished"
    store.close()
    Store.open(store.path).close()


def test_a_writer_in_another_process_is_named(store):
    code = (
        "import sys\nfrom briefing_app.store import Store\n"
        "from briefing_app.errors import FileInUse\n"
        "try:\n    Store.open(sys.argv[1])\n"
        "except FileInUse as error:\n    print(error.message)\n"
    )
    command = [sys.executable, "-c", code, str(store.path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "open for writing by" in done.stdout


@pytest.fixture
def crashed(tmp_path, closed):
    """A briefing as a crash in the middle of a large change leaves it: with a hot journal."""
    path = tmp_path / "crashed" / "c.briefing"
    path.parent.mkdir()
    with closing(sqlite3.connect(closed, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN")
        writer.execute("UPDATE article SET headline = 'half done'")
        writer.execute("UPDATE article_text SET body = hex(zeroblob(200000))")
        for file in (closed, closed.with_name(f"{closed.name}-journal")):
            target = path.with_name(file.name.replace(closed.name, path.name))
            target.write_bytes(file.read_bytes())
        writer.execute("ROLLBACK")
    assert b"00000000" * 100 in path.read_bytes()
    return path


@pytest.mark.parametrize("read_only", [False, True])
def test_what_a_crash_left_half_done_is_taken_back(crashed, work, read_only):
    with Store.open(crashed, read_only=read_only) as store:
        assert {row.headline for row in store.articles.rows(work.articles)} == {
            "Fleet leaves", "Talks resume",
        }  # fmt: skip
        assert store.check() == []
    assert not crashed.with_name("c.briefing-journal").exists()


def test_opening_for_reading_makes_no_files(closed, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    with Store.open(closed, read_only=True) as store:
        assert (store.search("fleet") == [], store.backup_due) == (False, False)
    assert sorted(tmp_path.rglob("*")) == before


def test_opening_does_not_load_sqlite_utils(closed):
    code = (
        "import sys\nfrom briefing_app.store import Store\n"
        "store = Store.open(sys.argv[1])\nstore.rename('x')\nstore.close()\n"
        "print('sqlite_utils' in sys.modules)\n"
    )
    command = [sys.executable, "-c", code, str(closed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
