from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing_app.domain import selector
from briefing_app.domain.selector import Selector, TextPosition, TextQuote, locate, make
from briefing_app.errors import QuoteNotFound

BODY = (
    "Envoys met on Monday.\n"
    "“We talk,” said the chair. She left early.\n"
    "“We talk,” said the host, and nobody disagreed with him about it in public."
)


def test_a_selector_keeps_the_passage_and_its_surroundings() -> None:
    start = BODY.index("said the host")
    made = make(BODY, start, start + 13)
    assert made.position == TextPosition(start, start + 13)
    assert made.quote.exact == "said the host"
    assert made.quote.prefix == BODY[start - selector.CONTEXT : start]
    assert made.quote.suffix == BODY[start + 13 : start + 13 + selector.CONTEXT]


def test_surroundings_end_with_the_text() -> None:
    quote = make("one two", 0, 7).quote
    assert (quote.prefix, quote.suffix) == ("", "")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 8), (7, 8)])
def test_what_is_no_passage_makes_no_selector(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        make("one two", start, end)


@given(st.text(min_size=1), st.data())
def test_every_passage_of_a_text_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert locate(make(text, start, end), text) == TextPosition(start, end)


@given(st.text(), st.integers(0, len(BODY) - 1), st.integers(8, 60))
def test_a_passage_is_found_after_something_was_written_before_it(
    before: str, start: int, length: int
) -> None:
    made = make(BODY, start, min(len(BODY), start + length))
    assume(made.quote.exact not in before and BODY.count(made.quote.exact) == 1)
    moved = TextPosition(made.position.start + len(before), made.position.end + len(before))
    text = before + BODY
    assume(text.count(made.quote.exact) == 1)
    assert locate(made, text) == moved


def test_of_equal_passages_the_one_in_the_same_surroundings_is_meant() -> None:
    second = BODY.rindex("“We talk,”")
    made = make(BODY, second, second + len("“We talk,”"))
    shortened = BODY.replace("Envoys met on Monday.\n", "")
    found = locate(made, shortened)
    assert shortened[found.start :].startswith("“We talk,” said the host")


def test_of_equal_passages_in_equal_surroundings_the_nearest_is_meant() -> None:
    made = Selector(TextPosition(40, 42), TextQuote("ab"))
    text = "ab" + " " * 30 + "ab" + " " * 30 + "ab"
    assert locate(made, text) == TextPosition(32, 34)


def test_a_slightly_corrected_passage_is_still_found() -> None:
    start = BODY.index("and nobody disagreed")
    made = make(BODY, start, len(BODY))
    corrected = "New headline\n" + BODY.replace("disagreed with him", "disagreed with her")
    found = locate(made, corrected)
    assert corrected[found.start : found.end] == (
        "and nobody disagreed with her about it in public."
    )


def test_a_passage_that_is_gone_is_reported_with_its_words() -> None:
    made = make(BODY, 0, 21)
    with pytest.raises(QuoteNotFound, match="Envoys met on Monday") as caught:
        locate(made, "Quite another text about the price of oil and what it does to shipping.")
    assert caught.value.hint
