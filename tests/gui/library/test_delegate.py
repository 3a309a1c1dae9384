"""How a row is drawn, and where its parts are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from briefing_app.domain.article import ArticleRow
from briefing_app.domain.outline import Kind
from briefing_app.domain.query import parse
from briefing_app.gui.library.delegate import ArticleDelegate
from briefing_app.gui.library.pane import LibraryPane
from briefing_app.gui.library.table import ArticleTable
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


@pytest.fixture
def table(session: Session, articles: list[str]) -> ArticleTable:
    table = ArticleTable(session)
    table.show(articles)
    return table


@pytest.fixture
def delegate(table: ArticleTable, theme: Theme) -> ArticleDelegate:
    return ArticleDelegate(table, theme, table)


@pytest.mark.parametrize(
    ("row", "words"),
    [(0, ""), (2, "Add outlet and date"), (3, "Add date"), (4, "Add outlet")],
)
def test_a_row_asks_for_what_is_missing(
    table: ArticleTable, delegate: ArticleDelegate, row: int, words: str
) -> None:
    assert delegate.missing_text(table.article_at(row)) == words


def test_what_is_known_stands_beside_what_is_missing(
    table: ArticleTable, delegate: ArticleDelegate
) -> None:
    for row in range(5):
        article = table.article_at(row)
        known = delegate.known_text(article)
        assert article.publisher in known
        assert bool(known) == bool(article.publisher or article.published)


def test_the_place_of_the_question_is_inside_the_row(delegate: ArticleDelegate) -> None:
    cell = QRectF(0, 100, 320, delegate.row_height())
    assert cell.contains(delegate.missing_box(cell, 2))
    assert delegate.missing_box(cell, 0).isEmpty()


def test_a_search_makes_room_for_the_passage(
    table: ArticleTable, delegate: ArticleDelegate, articles: list[str]
) -> None:
    before = delegate.row_height()
    table.show(articles, parse("restraint"))
    assert delegate.row_height() > before


def test_rows_grow_with_the_text(delegate: ArticleDelegate, theme: Theme) -> None:
    before = delegate.row_height()
    theme.set(scale=1.5)
    assert delegate.row_height() > 1.4 * before


def colours(pane: LibraryPane, article_id: str) -> set[str]:
    row = pane.table.row_of(article_id)
    image = pane.list.grab(pane.list.visualRect(pane.table.index(row, 0))).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("name", ["light", "dark"])
def test_badges_dot_and_warning_are_painted_in_their_colours(
    pane: LibraryPane, session: Session, theme: Theme, articles: list[str], name: str
) -> None:
    theme.set(name=name)
    section = session.sections()[0].section.id
    session.store.entries.file(section, Kind.QUOTE, articles[0], 0, 6)
    fact, quote = theme.color("fact_bg").name(), theme.color("quote_bg").name()
    shown = colours(pane, articles[0])
    assert quote in shown and fact not in shown
    assert theme.color("accent").name() in shown
    session.store.articles.mark_read(articles[0])
    assert theme.color("accent").name() not in colours(pane, articles[0])
    assert theme.color("warn").name() in colours(pane, articles[2])


def test_an_earlier_version_and_what_is_only_proposed_are_said_calmly(
    delegate: ArticleDelegate,
) -> None:
    row = ArticleRow(
        "1", "Headline", "", "", "", True, 0, 0, ("publisher", "published"), "",
        is_earlier=True, proposed=(("publisher", "Reuters"),),
    )  # fmt: skip
    shown = delegate.known_text(row)
    assert shown.startswith("Earlier version") and "Reuters?" in shown
    assert delegate.missing_text(row) == "Add date"
