"""Judgments: the claim in bold, words of likelihood, confidence in its own sentence."""

from __future__ import annotations

import pytest

from briefing_app.domain.memo import Emphasis, Run
from briefing_app.memo.form import load
from briefing_app.memo.judgments import is_on_confidence, judgment, terms_in
from briefing_app.memo.wording import sentences_of

SCALE = load("information").likelihood
BRITISH = load("submission").likelihood


def test_claim_likelihood_and_confidence_stand_out_each_in_its_own_way() -> None:
    claim, confidence = judgment(
        "The stop is temporary. It is likely that training resumes. We have moderate confidence.",
        SCALE,
    )
    assert claim == [
        Run("The stop is temporary.", Emphasis.LEAD),
        Run(" It is "),
        Run("likely", Emphasis.STRONG),
        Run(" that training resumes."),
    ]
    assert confidence == [Run(" We have moderate confidence.", Emphasis.CONFIDENCE)]


def test_a_single_sentence_is_no_headline() -> None:
    claim, confidence = judgment("It is very unlikely that he resigns.", SCALE)
    assert claim[1] == Run("very unlikely", Emphasis.STRONG)
    assert all(run.emphasis is not Emphasis.LEAD for run in claim)
    assert confidence == []


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("The U.S. said no. Iran did not.", ["The U.S. said no.", "Iran did not."]),
        ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
        ("Gen. Soleimani died. Why?", ["Gen. Soleimani died.", "Why?"]),
        ("No stop", ["No stop"]),
        ("", []),
        ("ماذا حدث؟ لا شيء.", ["ماذا حدث؟", "لا شيء."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


def test_no_word_is_lost_on_the_way() -> None:
    text = "A claim. Probably so; a remote chance remains. High confidence. More confidence."
    claim, confidence = judgment(text, SCALE)
    assert "".join(run.text for run in (*claim, *confidence)) == text


def test_longer_terms_come_before_the_words_within_them() -> None:
    assert terms_in(["very unlikely", "Almost certain"], SCALE) == {
        "very unlikely",
        "almost certain",
    }
    assert terms_in(["unlikelyish, likelihood"], SCALE) == set()


def test_a_british_form_has_the_british_scale() -> None:
    assert terms_in(["a realistic possibility"], BRITISH) == {"realistic possibility"}
    assert terms_in(["a realistic possibility"], SCALE) == set()


def test_confidence_is_told_by_its_words() -> None:
    assert is_on_confidence("We have high confidence in this.", SCALE)
    assert not is_on_confidence("He told it in secret.", SCALE)
