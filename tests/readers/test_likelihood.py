"""Which encoding of one byte a letter is the likeliest."""

from __future__ import annotations

import pytest

from briefing_app.readers.likelihood import guess, is_letter
from tests.readers.language_samples import CASES, cuts, sample

ONE_BYTE = [case for case in CASES if case[0] not in ("ja", "ko", "zh", "zh-Hant")]


def test_ascii_leads_to_no_guess() -> None:
    assert guess(b"The vote is on Monday.") is None


@pytest.mark.parametrize(("tag", "encoding"), ONE_BYTE)
def test_a_short_report_leaves_no_doubt(tag: str, encoding: str) -> None:
    text, data = sample(tag, encoding)
    found = guess(data)
    assert found is not None
    assert data.decode(found.encoding) == text


@pytest.mark.parametrize("tag", ["ru", "uk", "be", "bg", "sr", "mk", "el", "he", "ar", "fa", "th"])
def test_what_fits_is_likely_letter_by_letter(tag: str) -> None:
    encoding = next(name for language, name in CASES if language == tag)
    found = guess(sample(tag, encoding)[1])
    assert found is not None
    assert found.mean > -4.3


@pytest.mark.parametrize("case", [case for case in CASES if case not in ONE_BYTE])
def test_what_has_two_bytes_a_letter_is_unlikely_in_all_of_them(case: tuple[str, str]) -> None:
    for text in cuts(sample(*case)[0].replace("\n", " "), 30):
        found = guess(text.encode(case[1]))
        assert found is not None
        assert found.mean < -4.3


@pytest.mark.parametrize(("char", "is_one"), [("é", True), ("\u0301", True), ("่", True),
                                               ("“", False), ("5", False)])  # fmt: skip
def test_marks_above_letters_are_of_the_word(char: str, is_one: bool) -> None:
    assert is_letter(char) == is_one
