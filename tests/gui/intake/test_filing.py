"""Selections that are filed as they come in."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.intake.filing import file_selection, find_selection
from briefing_app.store import Store

QUOTE = "“We will not stop,” said Mayor Ada Byron on Tuesday."
FACT = "The council has 40 members."


@pytest.fixture
def section_id(store: Store) -> str:
    return store.sections.add(store.memos.all()[0].id, "Reactions")


def add(store: Store, *paragraphs: str) -> str:
    body = "\n".join(paragraphs)
    original = Original("selection.html", "text/html", body.encode())
    return store.articles.add(original, [Article("", body)])[0]


def test_a_quotation_is_filed_with_its_speaker(store: Store, section_id: str) -> None:
    article_id = add(store, QUOTE)
    assert file_selection(store, section_id, article_id, QUOTE) is Kind.QUOTE
    (entry,) = store.entries.of_section(section_id)
    (excerpt,) = store.excerpts.of_article(article_id)
    assert (entry.kind, entry.text) == (Kind.QUOTE, QUOTE)
    assert (excerpt.exact, excerpt.speaker) == (QUOTE, "Ada Byron")


def test_a_statement_is_filed_as_a_fact(store: Store, section_id: str) -> None:
    assert file_selection(store, section_id, add(store, FACT), FACT) is Kind.FACT


def test_only_what_was_selected_is_filed_of_an_article_that_was_there(
    store: Store, section_id: str
) -> None:
    article_id = add(store, QUOTE, FACT)
    file_selection(store, section_id, article_id, f"  {FACT}\r\n")
    assert [entry.text for entry in store.entries.of_section(section_id)] == [FACT]


def test_white_space_between_words_and_paragraphs_may_differ() -> None:
    article = Article("", f"{QUOTE}\n{FACT}")
    selected = f"{QUOTE.replace(' ', '  ')}\n\n\n{FACT}"
    assert find_selection(article, selected) == (0, len(article.body))


def test_where_the_words_differ_all_of_the_text_is_filed() -> None:
    assert find_selection(Article("", FACT), "Something else") == (0, len(FACT))
    assert find_selection(Article("", FACT), "") == (0, len(FACT))
    assert find_selection(Article("", ""), "x") == (0, 0)
