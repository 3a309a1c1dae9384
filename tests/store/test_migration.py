"""A file of version 1 becomes a current one, and everything in it is as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing_app.domain.article import Article, SetAside
from briefing_app.store import OriginalsSize, Store
from briefing_app.store.connection import file_version
from briefing_app.store.schema import TABLES, VERSION

NEW = ("correction", "fingerprint", "alias", "saved_filter")
OLD_TABLES = tuple(table for table in TABLES if table not in NEW)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A closed briefing that version 1 of the schema holds."""
    path = tmp_path / "old.briefing"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(Path(__file__).with_name("version_1.sql").read_text("utf-8"))
    return path


def rows_of(path: Path, columns: dict[str, list[str]]) -> dict[str, list[tuple]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(
                f"SELECT {', '.join(names)} FROM {table} ORDER BY n"
            ).fetchall()
            for table, names in columns.items()
        }


def columns_of(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: [f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({table})")]
            for table in OLD_TABLES
        }


def test_every_old_row_is_as_it_was_after_a_backup_of_the_old_file(old):
    columns = columns_of(old)
    before = rows_of(old, columns)
    assert all(before.values())
    with Store.open(old) as store:
        assert store.check() == []
        backups = store.backups()
    assert rows_of(old, columns) == before
    assert file_version(old) == VERSION
    assert [file_version(backup.path) for backup in backups] == [VERSION, 1]
    assert rows_of(backups[-1].path, columns) == before


def test_old_articles_have_their_particulars_and_the_new_ones_are_unknown(old):
    with Store.open(old) as store:
        assert store.articles.get("article1") == Article(
            "Fleet leaves",
            "The fleet left port at dawn.\n“We are ready,” the admiral said.",
            id="article1",
            original_id="original1",
            byline="By A. Writer",
            dateline="BRUSSELS",
            publisher="Reuters",
            published="2020-01-06T14:03:00+01:00",
            url="https://www.reuters.com/fleet?utm_source=x",
            language="en",
            reliability="B",
            provenance={"published": "photo caption"},
            set_aside=(SetAside("caption", "A ship"),),
        )
        assert store.articles.original("article2").data == b"a" * 1000
        assert store.originals_size() == OriginalsSize(2, 1003, 22)
        assert store.find("admiral").ids == ["article1"]
        assert store.articles.counts()["unread"] == 1
        assert [e.text for e in store.snapshot().entries] == [
            "“We are ready,”", "More is expected.",
        ]  # fmt: skip


def test_old_articles_are_found_by_their_address(old):
    with Store.open(old) as store:
        assert store.articles.with_address("http://reuters.com/fleet/#top") == ["article1"]


def test_an_old_file_can_be_worked_on_and_undone(old):
    with Store.open(old) as store:
        before = store.articles.get("article1")
        store.articles.update("article1", deck="A standfirst")
        store.articles.remove(["article1"])
        store.undo()
        store.undo()
        assert store.articles.get("article1") == before
        assert store.check() == []


def test_an_old_file_that_is_only_read_stays_as_it_is(old, digest):
    before = digest(old)
    with Store.open(old, read_only=True) as store:
        assert store.articles.get("article1").headline == "Fleet leaves"
        assert store.snapshot().memo.title == "Iraq"
        assert store.check() == []
    assert digest(old) == before
    assert [file.name for file in old.parent.iterdir()] == [old.name]


def test_opening_the_second_time_migrates_nothing(old):
    Store.open(old).close()
    with Store.open(old) as store:
        store.articles.update("article2", publisher="dpa")
        assert [file_version(backup.path) for backup in store.backups()] == [VERSION, 1]


def test_a_migration_that_fails_leaves_the_old_file_whole(old, monkeypatch):
    from briefing_app.store import schema

    columns = columns_of(old)
    before = rows_of(old, columns)
    broken = (*schema._ADDITIONS_2, "CREATE TABLE article (n)")
    monkeypatch.setattr(schema, "_ADDITIONS_2", broken)
    with pytest.raises(Exception, match="already exists"):
        Store.open(old)
    assert file_version(old) == 1
    assert (columns_of(old), rows_of(old, columns)) == (columns, before)
    monkeypatch.undo()
    with Store.open(old) as store:
        assert store.check() == []
