"""Words for particulars, for where they came from, and for what is odd in them."""

from __future__ import annotations

from briefing_app.domain.article import Article, Proposal
from briefing_app.domain.doubts import Doubt, Reason
from briefing_app.gui.particulars import came_from, doubt_words, field_words, value_words

ARTICLE = Article(
    "Head",
    "Text.",
    publisher="Reuters",
    byline="Jane Doe",
    provenance={"headline": "JSON-LD", "publisher": "entered by hand"},
)


def test_where_a_value_came_from_is_said_as_far_as_it_is_known() -> None:
    assert came_from(ARTICLE, "headline") == "from: page data"
    assert came_from(ARTICLE, "publisher") == "entered by hand"
    assert came_from(ARTICLE, "byline") == ""
    assert came_from(ARTICLE, "published") == "not in the file"
    assert came_from(ARTICLE, "deck") == ""


def test_dates_are_shown_as_dates_and_fields_by_their_names() -> None:
    assert value_words(Proposal("published", "2020-01-06", "x")) == "6 Jan 2020"
    assert value_words(Proposal("byline", "Jane Doe", "x")) == "Jane Doe"
    assert field_words("publisher") == "Outlet"


def test_every_doubt_has_words() -> None:
    words = {doubt_words(Doubt("published", reason)) for reason in Reason}
    assert len(words) == len(Reason)
