"""Canonical text: the one definition of what an article's text is."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.readers.canonical import body_of, canonical, one_line, reverses

ANY_TEXT = st.text(st.characters(categories=None), max_size=60)


@given(ANY_TEXT)
def test_canonical_text_stays_as_it_is(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


@given(ANY_TEXT)
def test_canonical_text_is_composed_and_holds_no_control_and_no_surrogate(text: str) -> None:
    made = canonical(text)
    assert unicodedata.is_normalized("NFC", made)
    assert all(c == "\n" or unicodedata.category(c) not in ("Cc", "Cs") for c in made)
    made.encode("utf-8")


@given(ANY_TEXT)
def test_one_line_is_canonical_text_on_one_line(text: str) -> None:
    assert one_line(text) == " ".join(canonical(text).split())


def test_all_line_ends_become_newlines() -> None:
    assert canonical("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_the_colours_of_a_terminal_go() -> None:
    assert canonical("a \x1b[1;31mred\x1b[0m word[0m") == "a red word[0m"


def test_no_break_spaces_become_spaces_and_runs_of_spaces_one() -> None:
    assert canonical("would\u00a0 “not\u202fhelp”\t now \n next") == "would “not help” now\nnext"


def test_characters_that_nobody_sees_go() -> None:
    assert canonical("\ufeffre\u00adsto\u200bre\0 \u202etxet\u202c\ufffe\ufdd0") == "restore txet"


def test_persian_joiners_and_direction_marks_stay() -> None:
    assert canonical("می\u200cشود\u200f.") == "می\u200cشود\u200f."


def test_towers_of_accents_are_cut_but_letters_stay() -> None:
    assert canonical("x" + "\u0336" * 50 + "y") == "x" + "\u0336" * 4 + "y"


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert canonical("a\ud800b") == "a\ufffdb"


def test_a_body_has_one_paragraph_a_line_and_no_empty_ones() -> None:
    assert body_of(["First\nhalf ", " ", "", "Second"]) == "First half\nSecond"


def test_common_letters_need_no_change_and_get_none() -> None:
    for text in (
        "“L’été à Genève…” – 5 € «Straße»",
        "قال الأمين العام، نعم",
        "می‌شود",
        "北京、東京の",
    ):
        assert canonical(text) == unicodedata.normalize("NFC", text) == text


@given(ANY_TEXT)
def test_canonical_text_reverses_nothing(text: str) -> None:
    assert reverses(f"{text}\u202e")
    assert not reverses(canonical(f"{text}\u202e"))
