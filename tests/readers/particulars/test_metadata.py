"""Particulars: the best is offered first, and each knows where it came from."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import SetAside
from briefing_app.readers.particulars.metadata import Particulars, clean_address, complete, sort_out


def test_what_is_offered_first_stays() -> None:
    found = Particulars()
    found.offer("published", "", "JSON-LD")
    found.offer("published", "2020-01-06", "OpenGraph")
    found.offer("published", "2020-01-07", "meta tag")
    article = found.article("Text.", [])
    assert article.published == "2020-01-06"
    assert article.provenance == {"published": "OpenGraph"}
    assert article.headline == ""


def test_values_are_one_canonical_line_and_outlets_go_by_their_name() -> None:
    found = Particulars()
    found.offer("headline", " A\u00a0headline\nin two lines\0 ", "file text")
    found.offer("publisher", "The Associated Press", "file text")
    assert found.get("headline") == "A headline in two lines"
    assert found.get("publisher") == "Associated Press"


def test_a_value_of_absurd_length_is_not_taken() -> None:
    found = Particulars()
    found.offer("headline", "word " * 1000, "OpenGraph")
    assert found.get("headline") == ""


def test_boilerplate_and_the_repeated_headline_go_aside_in_order() -> None:
    body, aside = sort_out(
        ["ADVERTISEMENT", "The head", "First.", "THE HEAD", "Second.", "© 2020 X"], "The head"
    )
    assert body == ["First.", "Second."]
    assert [item.kind for item in aside] == [
        "advertisement", "repeated headline", "repeated headline", "copyright",
    ]  # fmt: skip


def test_a_date_in_a_caption_counts_unless_the_picture_is_old() -> None:
    new = SetAside("caption", "The chief in Brussels January 6, 2020. REUTERS/A B")
    old = SetAside("caption", "FILE PHOTO: The chief in Brussels January 6, 2019. REUTERS/A B")
    assert complete(Particulars(), ["Text."], [old, new]).published == "2020-01-06"
    assert complete(Particulars(), ["Text."], [old]).published == ""


def test_an_outlet_named_in_prose_is_not_the_publisher() -> None:
    text = ['"They refused," reports Bloomberg on Monday.', "Reuters confirmed it (AP) again."]
    article = complete(Particulars(), text, [])
    assert (article.publisher, article.published, article.byline) == ("", "", "")


def test_the_address_tells_the_outlet_last() -> None:
    found = Particulars()
    found.offer("url", "https://www.reuters.com/a", "address")
    article = complete(found, ["Text."], [])
    assert article.publisher == "Reuters"
    assert article.provenance["publisher"] == "address"


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://a.example/b?utm_source=x&id=7&fbclid=q#top", "https://a.example/b?id=7"),
        ("HTTPS://a.example/b?gclid=1", "https://a.example/b"),
        ("https://a.example/b?q=Iraq+mission&lang=", "https://a.example/b?q=Iraq+mission&lang="),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("http://[bad", ""),
        ("https:///nohost", ""),
        ("", ""),
    ],
)
def test_addresses_lose_what_tracks_readers(url: str, clean: str) -> None:
    assert clean_address(url) == clean


def test_the_outlet_of_a_page_is_not_among_its_authors() -> None:
    found = Particulars()
    found.offer("publisher", "Bloomberg", "JSON-LD")
    found.offer("byline", "Jane Doe, Bloomberg News", "JSON-LD")
    assert complete(found, ["Text."], []).byline == "Jane Doe"


def test_an_agency_signs_what_another_outlet_prints() -> None:
    found = Particulars()
    found.offer("publisher", "Bloomberg", "JSON-LD")
    found.offer("byline", "Reuters", "JSON-LD")
    assert complete(found, ["Text."], []).byline == "Reuters"


GERMAN = "Die Allianz hat am Montag in der Stadt getagt und über die Mission im Irak beraten, " * 3


@pytest.mark.parametrize(
    ("stated", "known"), [("en", "de"), ("en-US", "de"), ("nl", "nl"), ("de-AT", "de-AT")]
)
def test_a_page_that_states_english_by_default_is_not_believed(stated: str, known: str) -> None:
    found = Particulars()
    found.offer("language", stated, "page markup")
    assert complete(found, [GERMAN], []).language == known
