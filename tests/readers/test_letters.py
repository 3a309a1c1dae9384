"""The letters of the languages of the press."""

from __future__ import annotations

import math

import pytest

from briefing_app.readers.letters import ENCODINGS, LANGUAGES, LATIN_ENCODINGS


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_letter_of_a_language_is_in_an_encoding_of_it(tag: str) -> None:
    names = [name for name, (_, tags) in ENCODINGS.items() if tag in tags]
    lost = {
        letter
        for letter in LANGUAGES[tag].letters
        if all(letter not in letter.encode(name, "ignore").decode(name) for name in names)
    }
    assert names
    assert not lost


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_letter_is_named_twice_and_all_make_up_the_share(tag: str) -> None:
    language = LANGUAGES[tag]
    whole = sum(map(math.exp, language.likelihood.values()))
    assert len(language.likelihood) == len(language.letters)
    assert whole == pytest.approx(language.share)


def test_encodings_of_latin_letters_are_told_from_the_others() -> None:
    assert {"cp1252", "cp1250", "cp1258"} <= LATIN_ENCODINGS
    assert not {"cp1251", "cp1256", "cp874"} & LATIN_ENCODINGS
