"""Words of the memo in each language: whole, and with the same places to fill in."""

from __future__ import annotations

import re

import pytest

from briefing_app.memo import language
from briefing_app.memo.language import Language, load

ENGLISH = load("en")
each = pytest.mark.parametrize(
    "words", [load(tag) for tag in language.names()], ids=lambda w: w.tag
)


@each
def test_a_language_has_every_word_that_english_has(words: Language) -> None:
    for part in ("titles", "descriptions", "sections", "fields", "labels", "columns", "sentences"):
        there, wanted = getattr(words, part), getattr(ENGLISH, part)
        assert set(there) == set(wanted), part
        assert all(text.strip() for text in there.values()), part


@each
def test_sentences_have_the_same_places_to_fill_in(words: Language) -> None:
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"{\w*}", text))

    for key, sentence in words.sentences.items():
        assert places(sentence) == places(ENGLISH.sentences[key]), key


@each
def test_a_year_has_twelve_months(words: Language) -> None:
    assert len(set(words.months)) == 12


def test_a_tag_with_a_country_keeps_it() -> None:
    assert load("en-GB").tag == "en-GB"
    assert load("en").tag == "en-US"


def test_a_language_without_words_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("xx")


@pytest.mark.parametrize(
    ("tag", "printed"),
    [("en", "6 January 2020"), ("de", "6. Januar 2020"), ("fr", "6 janvier 2020")],
)
def test_dates_are_put_together_as_the_language_does(tag: str, printed: str) -> None:
    assert load(tag).date("2020", 1, 6) == printed


def test_less_of_a_date_is_printed_where_less_is_known() -> None:
    assert load("de").date("2020", 3) == "März 2020"
    assert load("de").date("2020") == "2020"


def test_the_last_item_of_a_list_is_joined_by_a_word() -> None:
    assert load("de").listed(["Reuters", "BBC", "AFP"]) == "Reuters, BBC und AFP"
    assert load("en").listed(["Reuters"]) == "Reuters"
    assert load("fr").listed([]) == ""
