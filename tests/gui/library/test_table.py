"""The list of ids that fetches its rows when they are shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from briefing_app.domain.article import Article, Original
from briefing_app.domain.query import parse
from briefing_app.gui.library.table import CHUNK, KEPT, ArticleTable
from briefing_app.gui.session import Session
from tests.gui.committing import committing

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def table(session: Session, articles: list[str]) -> ArticleTable:
    table = ArticleTable(session)
    table.show(articles)
    return table


def test_it_keeps_the_promises_of_a_model(table: ArticleTable, articles: list[str]) -> None:
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show(articles[:2])
    table.show([])
    table.show(articles, parse("restraint"))
    table.forget_rows()
    assert tester.model() is table
    assert (table.rowCount(), table.columnCount()) == (5, 1)


def test_a_row_reads_its_article(table: ArticleTable) -> None:
    assert table.index(1, 0).data() == "U.S. briefs NATO over Iran strike"
    assert table.article_at(3).missing == ("published",)


def test_a_screen_reader_hears_outlet_date_and_state(table: ArticleTable) -> None:
    assert table.index(0, 0).data(ACCESSIBLE) == (
        "NATO chief is mum on reaction, Bloomberg, 6 Jan 2020, unread"
    )
    assert "no outlet, no date" in table.index(2, 0).data(ACCESSIBLE)


def test_an_article_without_headline_has_words_in_its_place(session: Session) -> None:
    ids = session.store.articles.add(Original("a", "text/plain", b"a"), [Article("", "Body.")])
    table = ArticleTable(session)
    table.show(ids)
    assert table.index(0, 0).data() == "No headline"


def test_a_deleted_article_leaves_an_empty_row_until_the_list_is_made_anew(
    session: Session, table: ArticleTable, articles: list[str]
) -> None:
    session.store.articles.remove(articles[:1])
    assert table.article_at(0) is None
    assert table.index(0, 0).data() is None


def test_rows_know_their_places(table: ArticleTable, articles: list[str]) -> None:
    assert [table.row_of(id) for id in articles] == [0, 1, 2, 3, 4]
    assert table.row_of("unknown") == -1
    assert table.id_at(-1) == table.id_at(5) == ""


def test_a_searched_row_shows_where_it_was_found(table: ArticleTable, articles: list[str]) -> None:
    table.show(articles, parse("restr"))
    words, marks = table.snippet_at(0)
    assert [words[start:end] for start, end in marks] == ["restraint"]


def test_without_a_search_there_is_no_snippet(table: ArticleTable) -> None:
    assert table.snippet_at(0) == ("", ())


def test_only_the_chunk_around_a_row_is_fetched(session: Session, articles: list[str]) -> None:
    asked: list[int] = []
    fetch = session.store.articles.rows

    class Watched:
        def rows(self, ids: list[str]) -> list:
            asked.append(len(ids))
            return fetch(ids)

    table = ArticleTable(session)
    table.show(articles * CHUNK)
    session.store.articles.rows = Watched().rows
    try:
        table.article_at(0)
        table.article_at(1)
    finally:
        del session.store.articles.rows
    assert asked == [CHUNK]


def test_scrolling_through_everything_keeps_a_bounded_number_of_rows(
    session: Session, articles: list[str]
) -> None:
    headlines = [f"Headline {n}" for n in range(KEPT + 2 * CHUNK)]
    many = [Article(headline, "Body.") for headline in headlines]
    ids = session.store.articles.add(Original("many", "text/plain", b"many"), many)
    table = ArticleTable(session)
    table.show(ids)
    assert [table.article_at(row).headline for row in range(len(ids))] == headlines
    assert len(table._rows) <= KEPT + CHUNK


def test_rows_that_are_not_known_stay_empty_during_a_commit_and_come_after_it(
    qtbot, session: Session, articles: list[str]
) -> None:
    table = ArticleTable(session)
    table.show(articles, parse("restraint"))
    with committing(session.store):
        assert table.index(0, 0).data() is None
        assert table.snippet_at(0) == ("", ())
    with qtbot.waitSignal(table.dataChanged):
        pass
    assert table.index(0, 0).data() == "NATO chief is mum on reaction"
    assert "restraint" in table.snippet_at(0)[0]


def test_rows_that_were_known_stay_as_they_are_during_a_commit(
    session: Session, table: ArticleTable, articles: list[str]
) -> None:
    assert table.index(1, 0).data() == "U.S. briefs NATO over Iran strike"
    with committing(session.store):
        table.show(articles)
        assert table.index(1, 0).data() == "U.S. briefs NATO over Iran strike"
        assert table.article_at(2).headline.startswith("Silence")
    session.store.articles.remove(articles[1:2])
    table.show(articles)
    assert table.article_at(1) is None


def test_what_is_drawn_asks_nothing_about_versions(
    session: Session, table: ArticleTable, articles: list[str]
) -> None:
    session.store.articles.make_version(articles[0], articles[1])
    table.groups.forget()
    table.show(articles)
    assert table.groups.head_of(articles[1]) == articles[0]
    table.groups.forget()
    session.close()
    assert table.groups.head_of(articles[1]) == articles[0]
    assert table.groups.count(articles[0]) == 2
