"""What the header of a file tells before it is opened as a database."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from briefing_app.errors import NotABriefing, UnreadableFile
from briefing_app.store.connection import check_whole, connect, file_version, open_checked
from briefing_app.store.schema import VERSION


def test_the_version_is_read_from_the_header(store):
    assert file_version(store.path) == VERSION


def test_a_briefing_without_a_version_is_damaged(store):
    store.close()
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("PRAGMA user_version = 0")
    with pytest.raises(NotABriefing, match="damaged"):
        file_version(store.path)


def test_a_file_that_may_not_be_read_is_unreadable(tmp_path):
    with pytest.raises(UnreadableFile, match="cannot be read"):
        file_version(tmp_path)


def test_a_file_shorter_than_its_header_says_is_damaged(store):
    store.close()
    check_whole(store.path)
    store.path.write_bytes(store.path.read_bytes()[:8192])
    with pytest.raises(NotABriefing, match="damaged"):
        check_whole(store.path)


@pytest.mark.real_disk
def test_a_connection_keeps_the_file_in_one_piece_and_durable(store):
    with closing(connect(store.path, "rw")) as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        }
        assert settings == {
            "journal_mode": "delete", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1,
        }  # fmt: skip
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_a_connection_for_reading_cannot_write(store):
    with (
        closing(open_checked(store.path, read_only=True)) as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        connection.execute("DELETE FROM memo")


def test_a_connection_makes_a_file_only_when_told(tmp_path):
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / "new", "rw")
    assert list(tmp_path.iterdir()) == []
