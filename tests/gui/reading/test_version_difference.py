"""What changed from one text to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.selector import make
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.reading.version_difference import left_behind, paragraphs
from briefing_app.gui.word_difference import ADDED, GONE, SAME

WORDS = st.lists(st.sampled_from(["ships", "left", "port", "at", "dawn", "سفن", "😀"]), max_size=6)
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=6).map("\n".join)


def side(before: str, now: str, other: str) -> list[str]:
    """The paragraphs of one version, out of the difference: without what is only in the other."""
    found = []
    for stretches in paragraphs(before, now):
        if any(kind != other for kind, _ in stretches) or not stretches:
            found.append("".join(words for kind, words in stretches if kind != other))
    return found


@given(before=TEXTS, now=TEXTS)
def test_both_versions_can_be_read_out_of_the_difference(before: str, now: str) -> None:
    assert side(before, now, ADDED) == before.split("\n")
    assert side(before, now, GONE) == now.split("\n")


def test_paragraphs_that_are_alike_are_compared_word_by_word() -> None:
    before = "Ships left the port at dawn.\nNobody spoke of it.\nThe end."
    now = "Ships left the port at noon.\nSomething else entirely, at length.\nThe end."
    first, *others = paragraphs(before, now)
    assert (GONE, "dawn") in first and (ADDED, "noon") in first
    assert others == [
        [(ADDED, "Something else entirely, at length.")],
        [(GONE, "Nobody spoke of it.")],
        [(SAME, "The end.")],
    ]


def excerpt(body: str, words: str) -> Excerpt:
    start = body.index(words)
    quote = make(body, start, start + len(words)).quote
    return Excerpt("old", start, start + len(words), quote.exact, quote.prefix, quote.suffix)


def test_what_became_of_excerpts_is_told_one_by_one() -> None:
    body = "The fleet of eleven ships left port at dawn. Nobody spoke. We are ready."
    later = "The fleet of eleven ships left port at noon. We are ready."
    wanted = [
        excerpt(body, words)
        for words in ("The fleet of eleven ships left port at dawn", "Nobody spoke", "We are ready")
    ]
    altered, gone, same = left_behind(wanted, body, later)
    assert altered.now is not None and altered.is_altered(later)
    assert (
        later[altered.now.start : altered.now.end] == "The fleet of eleven ships left port at noon"
    )
    assert gone.now is None and not gone.is_altered(later)
    assert same.now == Passage(45, 57) and not same.is_altered(later)


CROWD = "The mission has five hundred people, most of them from Australia, Finland and Sweden"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Sweden", "Norway"),
        ("The mission", "This force"),
        ("Finland", "Denmark"),
        ("Sweden", "Norway, as planned"),
        ("people", "women and men"),
    ],
)
def test_of_an_altered_passage_the_first_and_the_last_words_count_too(was: str, now: str) -> None:
    body = f"Ships left.\n{CROWD}. It was agreed in July."
    later = f"New at the top.\n{body}".replace(was, now)
    (altered,) = left_behind([excerpt(body, CROWD)], body, later)
    assert altered.now is not None
    assert later[altered.now.start : altered.now.end] == CROWD.replace(was, now)


def test_sentences_that_came_in_place_of_the_last_word_are_not_taken_along() -> None:
    body = f"{CROWD}."
    later = body.replace("Sweden", "others who wished not to be named. Ships left the port at dawn")
    (altered,) = left_behind([excerpt(body, CROWD)], body, later)
    assert altered.now is not None
    assert "Ships" not in later[altered.now.start : altered.now.end]


def test_an_altered_passage_of_a_paragraph_that_moved_is_found_where_it_went() -> None:
    body = f"{CROWD}. It was agreed.\nShips left.\nNobody spoke of it."
    later = f"Ships left.\nNobody spoke of it.\n{CROWD.replace('Finland', 'Denmark')}. It was so."
    (altered,) = left_behind([excerpt(body, CROWD)], body, later)
    assert altered.now is not None
    found = later[altered.now.start : altered.now.end]
    assert found == CROWD.replace("Finland", "Denmark")
