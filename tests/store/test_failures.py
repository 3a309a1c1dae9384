"""SQLite's errors become errors that the user can act on; our own faults stay as they are."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing_app.errors import BriefingError, FileInUse, NotABriefing, ReadOnlyFile, UnreadableFile
from briefing_app.store import Store
from briefing_app.store.failures import explain

PATH = Path("folder") / "a.briefing"


def error_of(code):
    error = sqlite3.OperationalError("technical")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_BUSY, FileInUse),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, FileInUse),
        (sqlite3.SQLITE_CORRUPT, NotABriefing),
        (sqlite3.SQLITE_CORRUPT_VTAB, NotABriefing),
        (sqlite3.SQLITE_NOTADB, NotABriefing),
        (sqlite3.SQLITE_FULL, BriefingError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ReadOnlyFile),
        (sqlite3.SQLITE_READONLY_DBMOVED, UnreadableFile),
        (sqlite3.SQLITE_IOERR_FSYNC, UnreadableFile),
        (sqlite3.SQLITE_CANTOPEN, UnreadableFile),
    ],
)
def test_what_the_user_can_act_on_is_said_with_file_and_advice(code, expected):
    explained = explain(error_of(code), PATH)
    assert type(explained) is expected
    assert str(PATH) in explained.message
    assert explained.hint.endswith(".")
    assert "technical" not in str(explained)


def test_our_own_faults_stay_as_they_are():
    with closing(sqlite3.connect(":memory:")) as connection:
        with pytest.raises(sqlite3.OperationalError) as caught:
            connection.execute("SELECT nonsense")
        assert explain(caught.value, PATH) is caught.value
    unnumbered = sqlite3.ProgrammingError("closed")
    assert explain(unnumbered, PATH) is unnumbered


@pytest.mark.skipif(os.name == "nt", reason="there an open file cannot be moved")
def test_a_briefing_that_was_moved_away_is_said_to_be_gone_and_can_be_put_back(tmp_path):
    path, away = tmp_path / "here" / "a.briefing", tmp_path / "away"
    path.parent.mkdir()
    with closing(Store.create(path, "A")) as store:
        path.parent.rename(away)
        with pytest.raises(UnreadableFile, match="moved, renamed or deleted"):
            store.rename("B")
        with pytest.raises(UnreadableFile, match="here"):
            store.save_copy(tmp_path / "copy.briefing")
        away.rename(path.parent)
        store.rename("B")
    with closing(Store.open(path)) as store:
        assert store.title == "B"
