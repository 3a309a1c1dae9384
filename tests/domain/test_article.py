"""An article knows what it lacks and where its paragraphs are."""

from __future__ import annotations

import hashlib
from dataclasses import FrozenInstanceError

import pytest

from briefing_app.domain.article import Article, Correction, Original

BODY = "First 😀.\nSecond.\nThird."


def test_an_original_is_known_by_the_digest_of_its_bytes():
    original = Original("a.txt", "text/plain", b"abc\r\n")
    assert original.sha256 == hashlib.sha256(b"abc\r\n").hexdigest()
    assert original.id != Original("a.txt", "text/plain", b"abc\r\n").id


@pytest.mark.parametrize(
    ("particulars", "missing"),
    [
        ({}, ("headline", "publisher", "published")),
        ({"headline": "H", "published": "2020"}, ("publisher",)),
        ({"publisher": "P", "byline": "B"}, ("headline", "published")),
        ({"headline": "H", "publisher": "P", "published": "2020-01-06"}, ()),
    ],
)
def test_what_a_citation_lacks_is_named_in_order(particulars, missing):
    assert Article(**{"headline": "", "body": BODY} | particulars).missing == missing


def test_paragraphs_are_the_lines_of_the_body():
    assert Article("H", BODY).paragraphs == ("First 😀.", "Second.", "Third.")
    assert Article("H", "").paragraphs == ()
    assert Article("H", "One").paragraphs == ("One",)


def test_every_position_belongs_to_the_paragraph_that_holds_it():
    article = Article("H", BODY)
    for number, paragraph in enumerate(article.paragraphs, 1):
        start = BODY.index(paragraph)
        for position in range(start, start + len(paragraph)):
            assert article.paragraph_at(position) == number
    assert article.paragraph_at(len(BODY)) == 3


def test_articles_cannot_be_altered():
    with pytest.raises(FrozenInstanceError):
        Article("H", BODY).headline = "Other"


def test_a_position_knows_its_page() -> None:
    article = Article("H", "First page.\nSecond page.", page_starts=(0, 12))
    assert [article.page_at(position) for position in (0, 11, 12, 23)] == [1, 1, 2, 2]
    assert Article("H", "No pages.").page_at(3) == 0


def test_the_imported_text_comes_back_from_its_corrections() -> None:
    corrections = (Correction(4, "trops", "troops"), Correction(0, "The ", ""))
    article = Article("H", "troops left.", corrections=corrections)
    assert article.imported_body == "The trops left."
