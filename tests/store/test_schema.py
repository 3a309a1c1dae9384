"""The tables of a new file, and migrations."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from briefing_app.store import schema


@pytest.fixture
def empty(tmp_path):
    with closing(sqlite3.connect(tmp_path / "x", isolation_level=None)) as connection:
        yield connection


def test_a_migrated_file_is_marked_as_ours(empty):
    schema.migrate(empty)
    marks = [
        empty.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    ]
    assert marks == [schema.APPLICATION_ID, schema.VERSION]
    assert empty.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_migrating_again_changes_nothing(empty):
    schema.migrate(empty)
    before = empty.execute("SELECT * FROM sqlite_schema").fetchall()
    schema.migrate(empty)
    assert empty.execute("SELECT * FROM sqlite_schema").fetchall() == before


def test_tables_are_strict_and_rows_have_a_number(empty):
    schema.migrate(empty)
    for table in schema.TABLES:
        [strict] = empty.execute("SELECT strict FROM pragma_table_list WHERE name = ?", [table])
        assert strict == (1,)
        first = empty.execute(f"PRAGMA table_info({table})").fetchone()
        assert (first[1], first[2], first[5]) == ("n", "INTEGER", 1)


def test_every_foreign_key_is_indexed_and_cascades(empty):
    schema.migrate(empty)
    for table in schema.TABLES:
        leading = {"n"} | {
            empty.execute(f"PRAGMA index_info({index[1]})").fetchone()[2]
            for index in empty.execute(f"PRAGMA index_list({table})").fetchall()
        }
        for key in empty.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            assert key[3] in leading
            assert key[6] == "CASCADE"


def test_the_index_knows_prefixes_and_no_diacritics(empty):
    schema.migrate(empty)
    [sql] = empty.execute("SELECT sql FROM sqlite_schema WHERE name = 'article_index'").fetchone()
    assert "remove_diacritics 2" in sql and "prefix='2 3'" in sql
    settings = dict(empty.execute("SELECT k, v FROM article_index_config").fetchall())
    assert settings["hashsize"] == schema.INDEX_MEMORY
    assert settings["automerge"] == schema.INDEX_PARTS
