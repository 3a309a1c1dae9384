"""What agencies' formats share."""

from __future__ import annotations

import pytest

from briefing_app.readers.metadata import Particulars
from briefing_app.readers.wire.news_item import (
    best_body,
    markup_body,
    no_text,
    offer_deck,
    plain_body,
    state_warnings,
)


def test_a_deck_that_is_only_the_beginning_of_the_text_is_none() -> None:
    found = Particulars()
    offer_deck(found, "The ministers met", ["The ministers met on Monday."], "feed")
    assert found.get("deck") == ""
    offer_deck(found, "A long day", ["The ministers met on Monday."], "feed")
    assert found.get("deck") == "A long day"


@pytest.mark.parametrize(
    ("state", "embargo", "count"),
    [("usable", "", 0), ("", "", 0), ("canceled", "", 1), ("withheld", "2020-01-06", 2)],
)
def test_only_what_is_out_of_the_ordinary_is_said(state: str, embargo: str, count: int) -> None:
    assert len(list(state_warnings("T", state, embargo))) == count


def test_markup_goes_before_plain_text_of_the_same_length() -> None:
    marked_up, plain = markup_body("<p>One and</p><p>two.</p>"), plain_body("One and two.")
    assert best_body([marked_up], [plain]) == marked_up
    assert best_body([], [plain]) == plain
    assert best_body([markup_body("<p>One</p>")], [plain]) == plain
    assert best_body([], []) == ([], [])


def test_the_kind_of_what_has_no_text_is_named() -> None:
    assert "it is a picture" in no_text(["picture"]).message
    assert "not in this file" in no_text(["x"]).message
