"""What changed from one text to the next."""

from __future__ import annotations

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
    altered, gone, same = left_behind(wanted, later)
    assert altered.now is not None and altered.is_altered(later)
    assert later[altered.now.start : altered.now.end] == "The fleet of eleven ships left port at"
    assert gone.now is None and not gone.is_altered(later)
    assert same.now == Passage(45, 57) and not same.is_altered(later)
