"""Exports of Nexis: the sample, what else its articles may have, and other formats of it."""

from __future__ import annotations

import textwrap

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers import read, read_bytes
from tests.readers.press.test_exports import FOLDER

TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length."


@pytest.fixture
def sample() -> tuple[Article, ...]:
    return read(FOLDER / "nexis-three-articles.docx").articles


def test_the_articles_of_the_sample_have_their_own_particulars(
    sample: tuple[Article, ...],
) -> None:
    first, second, third = sample
    assert first.headline == "Allies search for a formula to keep trainers in Iraq"
    assert first.publisher == "The Example Times (London)"
    assert first.byline == "Clara Whitfield, Defence Editor"
    assert (first.dateline, first.published) == ("BRUSSELS", "2020-01-08")
    assert (first.news_section, first.print_page, first.language) == ("NEWS", "14", "en")
    assert (second.byline, second.language) == ("Matthias Brandt", "de")
    assert (second.print_page, second.published) == ("5", "2020-01-09")
    assert (third.dateline, third.language) == ("Madrid", "es")


def test_the_address_in_the_database_is_proposed_only(sample: tuple[Article, ...]) -> None:
    for article in sample:
        assert article.url == ""
        (proposal,) = article.proposals
        assert (proposal.field, proposal.place) == ("url", "database link")
        assert "urn:contentItem" in proposal.value


def article_lines(*, head: str = "", body: str = TEXT, tail: str = "") -> str:
    return (
        f"{head}The headline\n\nThe Example Times\n\nMarch 22, 2010 Monday 9:15 PM GMT\n\n"
        "Late Edition\n\nCopyright 2010 Example Limited\n\nAll Rights Reserved\n\n"
        f"Section: World\n\nLength: 15 words\n\nByline: By Jane Doe\n\nHighlight: A summary\n"
        f"of it.\n\nBody\n\n{body}\n\n{tail}Load-Date: March 23, 2010\n\nEnd of Document\n\n"
    )


def read_texts(*articles: str) -> tuple[Article, ...]:
    return read_bytes("a.txt", "".join(articles).encode()).articles


def test_the_same_lines_as_text_are_the_same_articles() -> None:
    article, other = read_texts(article_lines(), article_lines())
    assert article.headline == other.headline == "The headline"
    assert article.published == "2010-03-22T21:15:00+00:00"
    assert (article.byline, article.deck) == ("Jane Doe", "A summary of it.")
    assert article.body == TEXT
    assert article.provenance["byline"] == "database field"


def test_wrapped_lines_of_an_article_are_joined() -> None:
    text = " ".join([TEXT] * 4)
    wrapped = f"{textwrap.fill(text, 70)}\n\n{textwrap.fill(text, 70)}"
    (article,) = read_texts(article_lines(body=wrapped))
    assert article.paragraphs == (text, text)


def test_the_words_under_a_picture_are_set_aside() -> None:
    (article,) = read_texts(article_lines(tail="Graphic\n\nSoldiers in Taji\n\n"))
    assert article.body == TEXT
    assert ("caption", "Soldiers in Taji") in {(s.kind, s.text) for s in article.set_aside}


def test_a_label_within_the_text_is_text() -> None:
    (article,) = read_texts(article_lines(body=f"Subject: a letter he kept.\n\n{TEXT}"))
    assert article.paragraphs == ("Subject: a letter he kept.", TEXT)


def test_lines_of_the_cover_do_not_end_up_in_the_first_headline() -> None:
    cover = (
        "Date and Time: Friday\n\nJob Number: 1\n\nDocuments (2)\n\n1. The headline\n\n"
        "Client/Matter: -None-\n\nSearch Terms: nato\n\nSearch Type: Terms\n\nNarrowed by:\n\n"
        "Content Type Narrowed by\n\nNews Timeline: 2010\n\n"
    )
    read = read_bytes("a.txt", article_lines(head=cover).encode())
    assert [article.headline for article in read.articles] == ["The headline"]
    assert read.warnings == ("The export speaks of 2 articles, and 1 are in the file.",)
