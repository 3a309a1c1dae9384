"""Conditions are written into the search and taken out of it; the words stay as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.query import parse
from briefing_app.domain.query_text import (
    conditions,
    with_condition,
    with_state,
    words,
    words_start,
)

CHIPS = ("unread", "tagged", "incomplete")


@pytest.mark.parametrize(
    ("text", "field", "value", "expected"),
    [
        ("", "outlet", "Reuters", "outlet:Reuters"),
        ("iraq", "outlet", "New York Times", 'outlet:"New York Times" iraq'),
        ("is:unread iraq", "outlet", "dpa", "is:unread outlet:dpa iraq"),
        ("outlet:dpa iraq outlet:AFP", "outlet", "Reuters", "outlet:Reuters iraq"),
        ("outlet:“New York Times” iraq", "outlet", "", "iraq"),
        ("iraq -is:earlier", "-is", "", "iraq"),
        ('a "is:unread b" c', "is", "", 'a "is:unread b" c'),
        ("(outlet:dpa OR outlet:AFP) x", "outlet", "Reuters",
         "outlet:Reuters (outlet:dpa OR outlet:AFP) x"),
    ],
)  # fmt: skip
def test_a_condition_is_put_before_the_words(text, field, value, expected):
    assert with_condition(text, field, value) == expected


def test_one_state_takes_the_place_of_another_of_its_kind():
    assert with_state("is:unread is:read iraq", "is", CHIPS, "tagged") == "is:read is:tagged iraq"
    assert with_state("is:unread iraq", "is", CHIPS, "") == "iraq"
    assert with_state("is:unread iraq", "-is", ("earlier",), "earlier") == (
        "is:unread -is:earlier iraq"
    )


def test_words_and_conditions_come_apart():
    text = 'is:unread iraq outlet:"New York Times" "nato mission" -is:earlier'
    assert words(text) == 'iraq "nato mission"'
    assert conditions(text) == [
        ("is", "unread"), ("outlet", "New York Times"), ("-is", "earlier"),
    ]  # fmt: skip
    assert text[words_start(text) :].startswith("iraq")
    assert words_start("iraq is:unread") == 0
    assert words_start("is:unread ") == len("is:unread ")


@given(
    st.text(max_size=30) | st.text('isoutle: "“()-ORab', max_size=30),
    st.text(min_size=1, max_size=12),
)
def test_what_is_written_is_understood(text, value):
    written = with_condition("iraq", "outlet", value)
    met = {(c.field, c.value) for c in parse(written).conditions}
    assert len(met) <= 1 and parse(written).terms[-1].words == ("iraq",)
    assert conditions(with_condition(text, "is", "tagged")).count(("is", "tagged")) == 1
    assert 0 <= words_start(text) <= len(text)
    assert conditions(words(text)) == [] or "(" in text or '"' in text or "“" in text
