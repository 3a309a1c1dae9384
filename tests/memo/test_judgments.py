"""Judgments: the claim in bold, words of likelihood, confidence in its own sentence."""

from __future__ import annotations

import pytest

from briefing_app.domain.memo import Emphasis, Paragraph, Run, Table
from briefing_app.domain.outline import Entry, Kind
from briefing_app.memo.form import load
from briefing_app.memo.judgments import is_on_confidence, judgment, likelihood_table, terms_in
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


def test_a_word_that_the_scale_does_not_have_is_not_taken_for_the_one_within_it() -> None:
    told = ["It is very unlikely.", "That is most likely, and not probable."]
    assert terms_in(told, BRITISH) == set()
    claim, _ = judgment("It is very unlikely that he resigns, and likely that he stays.", BRITISH)
    assert [run.text for run in claim if run.emphasis is Emphasis.STRONG] == ["likely"]


def scale_of(form: str, text: str) -> tuple[Table, Paragraph]:
    entry = Entry("s", Kind.TEXT, text, "e")
    table, note = likelihood_table([entry], load(form))
    assert isinstance(table, Table)
    assert isinstance(note, Paragraph)
    return table, note


def test_a_scale_stands_across_the_page_with_the_words_that_the_memo_uses() -> None:
    table, note = scale_of("information", "Probably.")
    assert table.header[:2] == ("almost no chance", "very unlikely")
    assert table.header[4] == "likely, probably"
    assert [cell[0].text for cell in table.rows[0]][4] == "55–80%"
    assert "ICD 203" in note.text


def test_a_scale_of_long_words_goes_down_the_page() -> None:
    entry = Entry("s", Kind.TEXT, "Es ist wahrscheinlich.", "e")
    table, _ = likelihood_table([entry], load("information", "de"))
    assert isinstance(table, Table)
    assert len(table.rows) == 7
