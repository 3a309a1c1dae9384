"""What a selection is, and where it begins and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.analysis.kinds import propose_kind, word_bounds
from briefing_app.domain.outline import Kind


@pytest.mark.parametrize(
    "text",
    ["“We are united,” he said.", '"We are united"', "„Wir sind einig“", "«Nous sommes unis»",
     "‹Wir›", "「我们团结」", "«نزاعا جديدا»", "the ‘train-and-advise’ mission", "said ''yes''",
     "“Iran took measures", "to de-escalate,”", "'We are united,' he said."],
)  # fmt: skip
def test_quotation_marks_of_any_script_make_a_quote(text: str) -> None:
    assert propose_kind(text) is Kind.QUOTE


@pytest.mark.parametrize(
    "text",
    ["NATO suspended its training mission.", "Iran’s answer", "the allies' mission in the '90s",
     "don't and won't", "", "5'10 tall", "rock ’n’ roll isn’t dead",
     "No one was killed. “Iran took", "to de-escalate,” he said"],
)  # fmt: skip
def test_text_without_a_quotation_is_a_fact(text: str) -> None:
    assert propose_kind(text) is Kind.FACT


def snapped(text: str, part: str) -> str:
    start = text.index(part)
    start, end = word_bounds(text, start, start + len(part))
    return text[start:end]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("lliance’s chi", "alliance’s chief"),
        (" said that ", "said that"),
        ("’s chief", "alliance’s chief"),
        ("alliance’", "alliance’s"),
        ("-escala", "de-escalation"),
        ("“We", "“We"),
        ("We need", "We need"),
        (" ", ""),
    ],
)
def test_a_selection_snaps_to_words_and_sheds_white_space(part: str, expected: str) -> None:
    assert snapped("The alliance’s chief said that “We need de-escalation” soon.", part) == expected


def test_quotation_marks_and_full_stops_are_neither_added_nor_taken() -> None:
    text = "He said: “We are united.” Then he left the U.S. for Norway."
    assert snapped(text, "e are unite") == "We are united"
    assert snapped(text, "“We are united.”") == "“We are united.”"
    assert snapped(text, "the U.S.") == "the U.S."


def test_arabic_words_with_marks_and_joiners_stay_whole() -> None:
    assert snapped("كتب مُحَمَّد رسالة", "حَم") == "مُحَمَّد"
    assert snapped("این را می\u200cشود گفت", "شود") == "می\u200cشود"


def test_scripts_without_spaces_are_cut_where_the_selection_cuts_them() -> None:
    assert snapped("政府表示谈判将继续", "谈判") == "谈判"


@given(st.text(max_size=40), st.integers(-5, 45), st.integers(-5, 45))
def test_snapping_twice_changes_nothing_more(text: str, start: int, end: int) -> None:
    once = word_bounds(text, start, end)
    assert 0 <= once[0] <= once[1] <= len(text)
    assert word_bounds(text, *once) == once
