"""Quotes against their articles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Kind, Stance
from briefing_app.memo import check_quotes, difference
from tests.memo.briefings import Draft, golden, with_articles

SAID = (
    "“We have not had a day off since January,” said Ida Holm. “Nobody wants this strike. But we "
    "will stay out until the ‘company’ talks to us.” The unsafe ships don’t sail."
)


@pytest.mark.parametrize(
    "quote",
    [
        "Nobody wants this strike.",
        "Nobody wants this strike",
        "Nobody wants this strike,",
        "“Nobody wants this strike.”",
        '"Nobody wants this strike,"',
        "Nobody  wants\nthis strike",
        "We have not had a day off since January,",
        "Nobody wants this strike. [...] we will stay out",
        "Nobody wants this strike. […] [W]e will stay out",
        "Nobody [. . .] will stay out",
        'until the "company" talks to [the crews]',
        "[The crews] will stay out",
        "until the [ferry] 'company' talks",
        "But [they] will stay out",
        "“We have not had a day off since January,” said Ida Holm. “Nobody wants this strike.”",
        "ships don't sail",
    ],
)
def test_a_verbatim_quote_passes(quote: str) -> None:
    assert difference(quote, SAID) == ""


@pytest.mark.parametrize(
    "quote",
    [
        "Nobody wanted this strike.",
        "Nobody wants this strike!",
        "Nobody wants this strike?",
        "Nobody wants this strike...",
        "Nobody wants this strike but we will stay out",
        "Nobody wants this [...] day off since January",
        "nobody wants this strike",
        "safe ships",
        "Nobody want",
        "we will stay out … talks to us",
        "We [the crews] will stay out until the company talks to us",
        "We have [never] talks to us",
        "[...]",
        "”",
        "“”",
        "",
    ],
)
def test_an_altered_quote_is_found_out(quote: str) -> None:
    assert difference(quote, SAID)


def test_every_insertion_is_bounded_but_every_cut_is_not() -> None:
    long = "We agree " + "on very many things " * 20 + "to disagree."
    assert difference("We agree [...] to disagree.", long) == ""
    assert difference("We agree [not] to disagree.", long)


def test_a_later_place_serves_where_the_first_does_not() -> None:
    text = "We will talk about nothing else in this long and hard winter. We will talk to them."
    assert difference("We will talk [at once] them.", text) == ""


@given(st.text(alphabet="ab .,“”é", min_size=1), st.data())
def test_any_whole_words_of_a_passage_are_verbatim(text: str, data: st.DataObject) -> None:
    words = text.split()
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    quote = " ".join(words[start:end])
    if any(c.isalnum() for c in quote):
        assert difference(quote, text) == ""


def quoting(text: str) -> Briefing:
    draft = with_articles()
    draft.section("Words")
    draft.quote("harbor", "Nobody wants this strike.", text)
    return draft.done()


def test_the_golden_quotes_are_verbatim() -> None:
    assert check_quotes(golden()) == ()


def test_a_difference_tells_the_nearest_wording_and_its_article() -> None:
    (found,) = check_quotes(quoting("Nobody wanted this strike."))
    assert found.entry_id == "e1"
    assert found.article_id == "harbor"
    assert found.quoted == "Nobody wanted this strike."
    assert found.found == "Nobody wants this strike."
    assert "Nobody wanted this strike" in found.reason


def test_a_quote_may_be_wider_than_its_passage() -> None:
    assert check_quotes(quoting("Nobody wants this strike. But we will stay out")) == ()


def test_a_quote_from_another_part_of_the_article_differs() -> None:
    draft = Draft()
    draft.article("long", "Nobody wants it. " + "Filling. " * 200 + "We stay out.")
    draft.section("Words")
    draft.quote("long", "Nobody wants it.", "We stay out.")
    assert len(check_quotes(draft.done())) == 1


def test_a_quote_without_a_passage_differs() -> None:
    draft = with_articles()
    draft.section("Words")
    draft.entry(Kind.QUOTE, "Nobody wants this strike.")
    (found,) = check_quotes(draft.done())
    assert found.reason == "the quote has no passage behind it"


def test_every_outlet_must_bear_the_quote_out() -> None:
    draft = with_articles()
    draft.section("Words")
    entry = draft.quote("wire", "It would be wrong to panic")
    draft.tie(entry, draft.excerpt("harbor", "Nobody wants this strike."))
    assert [found.article_id for found in check_quotes(draft.done())] == ["harbor"]


def test_contradicting_passages_are_not_compared() -> None:
    draft = with_articles()
    draft.section("Words")
    entry = draft.quote("wire", "It would be wrong to panic")
    passage = draft.excerpt("harbor", "Nobody wants this strike.")
    draft.tie(entry, passage, Stance.CONTRADICTING)
    assert check_quotes(draft.done()) == ()


def test_facts_are_not_compared() -> None:
    draft = with_articles()
    draft.section("Facts")
    draft.fact("harbor", "Nobody wants this strike.", "The crews dislike the strike.")
    assert check_quotes(draft.done()) == ()


def test_an_article_changed_behind_the_passage_is_found_out() -> None:
    briefing = quoting("Nobody wants this strike.")
    harbor = briefing.articles["harbor"]
    changed = replace(harbor, body=f"UPDATE {harbor.body}")
    (found,) = check_quotes(replace(briefing, articles={**briefing.articles, "harbor": changed}))
    assert found.reason == "the passage is no longer where it was marked"
    assert found.found == "Nobody wants this strike."
