"""The sentence around a passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.sentences import sentence_around


def around(body: str, word: str) -> str:
    at = body.index(word)
    start, end = sentence_around(body, at, at + len(word))
    return body[start:end]


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        ("First one. The fleet left port. Third.", "fleet", "The fleet left port."),
        ("The U.S. fleet left. It sank.", "fleet", "The U.S. fleet left."),
        ("He met Gen. Qassem Soleimani. It ended.", "Soleimani", "He met Gen. Qassem Soleimani."),
        ("It rose 3.5 percent. Oil fell.", "percent", "It rose 3.5 percent."),
        ("Done. “We are ready,” he said. So?", "ready", "“We are ready,” he said."),
        ("He said “We go.” They left.", "go", "He said “We go.”"),
        ("Line one\nThe fleet left\nLine three", "fleet", "The fleet left"),
        ("هل غادر؟ نعم. غادر الأسطول الميناء. انتهى.", "الأسطول", "غادر الأسطول الميناء."),
        ("舰队离开了。港口关闭。", "港口", "港口关闭。"),
        ("One. Two fleet", "fleet", "Two fleet"),
    ],
)
def test_a_sentence_is_found(body: str, word: str, expected: str) -> None:
    assert around(body, word) == expected


def test_a_passage_of_two_sentences_brings_both() -> None:
    assert around("Nought. One is. Two is. Three.", "is. Two") == "One is. Two is."


@given(st.text("ab. ?!\nA”“؟", min_size=1, max_size=60), st.data())
def test_it_holds_the_passage_and_no_white_space_at_its_ends(body: str, data) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    found = sentence_around(body, start, end)
    assert 0 <= found[0] <= start < end <= found[1] <= len(body)
    if "\n" not in body[start:end]:
        assert "\n" not in body[slice(*found)]
