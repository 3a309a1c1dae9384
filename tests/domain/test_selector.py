"""A passage is found again after its text was edited, or said to be gone; never mistaken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.selector import CONTEXT, TextPosition, locate, make
from briefing_app.errors import QuoteNotFound

TEXT = (
    "BRUSSELS - NATO will suspend its training mission in Iraq.\n"
    "“The safety of our personnel is paramount,” a spokesman said.\n"
    "Training is suspended, he said. Training is suspended, she said."
)


def passage(text, selector):
    found = locate(selector, text)
    return text[found.start : found.end]


def test_a_selector_holds_place_wording_and_context():
    start = TEXT.index("“The safety")
    selector = make(TEXT, start, start + 43)
    assert selector.position == TextPosition(start, start + 43)
    assert selector.quote.exact == TEXT[start : start + 43]
    assert selector.quote.prefix == TEXT[start - CONTEXT : start]
    assert selector.quote.suffix == TEXT[start + 43 : start + 43 + CONTEXT]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 3), (-1, 3), (0, len(TEXT) + 1)])
def test_an_empty_or_outside_passage_cannot_be_selected(start, end):
    with pytest.raises(ValueError, match="passage"):
        make(TEXT, start, end)


@given(st.text(min_size=1, max_size=300), st.data())
def test_every_passage_is_found_in_its_own_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = make(text, start, end)
    assert locate(selector, text) == TextPosition(start, end)


@given(st.text(max_size=60), st.data())
def test_a_passage_that_moved_is_found_by_its_wording(before, data):
    start = data.draw(st.integers(0, len(TEXT) - 40))
    selector = make(TEXT, start, start + 40)
    assert passage(before + TEXT, selector) == selector.quote.exact


def test_context_tells_equal_passages_apart():
    second = TEXT.rindex("Training is suspended")
    selector = make(TEXT, second, second + 21)
    edited = "A new first paragraph of some length.\n" + TEXT
    assert locate(selector, edited).start == edited.rindex("Training is suspended")


def test_the_nearest_of_equal_passages_in_equal_context_is_taken():
    text = "say it. " * 40
    selector = make(text, 160, 167)
    edited = "xx " + text
    assert locate(selector, edited).start in (155, 163)


def test_a_passage_with_a_small_correction_is_found():
    start = TEXT.index("“The safety")
    selector = make(TEXT, start, start + 43)
    edited = TEXT.replace("personnel is", "personnel remains")
    found = passage(edited, selector)
    assert found.startswith("“The safety of our personnel remains paramount")


@pytest.mark.parametrize("edited", ["", "Something else altogether.", TEXT[:60]])
def test_a_passage_that_is_gone_is_said_to_be_gone(edited):
    start = TEXT.index("“The safety")
    with pytest.raises(QuoteNotFound) as gone:
        locate(make(TEXT, start, start + 43), edited)
    assert "The safety" in gone.value.message and gone.value.hint
