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
    assert first.byline == "Clara Whitfield"
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


def document(*blocks: str, end: str = "End of Document") -> str:
    return "\n\n".join((*blocks, end)) + "\n\n"


def only(text: str) -> Article:
    (article,) = read_texts(text)
    return article


GERMAN = ("Ausbilder bleiben", "Musterbote", "Dienstag 7. Juli 2020", "Copyright 2020 Muster GmbH",
          "Rubrik: LOKALES; S. 6", "Länge: 15 Wörter", "Autor: Hans Muster")  # fmt: skip
FRENCH = ("Les instructeurs restent", "Le Journal", "mardi 7 juillet 2020", "Rubrique: A; Pg. 6",
          "Longueur: 15 mots", "Auteur: Hans Muster")  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "begin", "loaded", "end"),
    [
        (GERMAN, "Volltext", "Ladedatum: 6. Juli 2020", "Ende des Dokuments"),
        (GERMAN, "Text", "Load-Date: July 6, 2020", "Dokumentende"),
        (FRENCH, "Corps", "Date de chargement: 6 juillet 2020", "Fin du document"),
    ],
)
def test_an_interface_in_another_language_is_read(
    heading: tuple[str, ...], begin: str, loaded: str, end: str
) -> None:
    article = only(document(*heading, begin, TEXT, loaded, end=end))
    assert (article.headline, article.publisher) == heading[:2]
    assert (article.byline, article.print_page) == ("Hans Muster", "6")
    assert (article.published, article.body) == ("2020-07-07", TEXT)


ENGLISH = ("The headline", "The Example Times", "March 22, 2010 Monday", "Section: World; Blz. 6",
           "Length: 15 words")  # fmt: skip


def test_a_note_that_a_correction_follows_is_not_the_headline() -> None:
    text = document(ENGLISH[0], "Correction Appended", *ENGLISH[1:], "Body", TEXT,
                    "http://www.example.com/2010/03/22/a.html", "Correction", "It was 300.",
                    "Correction-Date: March 24, 2010", "Graphic", "PHOTO: Taji",
                    "Load-Date: March 23, 2010")  # fmt: skip
    article = only(text)
    assert (article.headline, article.publisher) == ("The headline", "The Example Times")
    assert (article.published, article.updated) == ("2010-03-22", "2010-03-24")
    assert article.paragraphs == (TEXT, "Correction", "It was 300.")
    assert [proposal.field for proposal in article.proposals] == ["url"]


def test_who_helped_is_no_author() -> None:
    byline = "Byline: By JANE DOE and RICK ROE; Mary Poe contributed reporting from Baghdad."
    assert only(document(*ENGLISH, byline, "Body", TEXT)).byline == "JANE DOE, RICK ROE"


def test_what_a_deliverer_adds_is_no_text() -> None:
    article = only(document(*ENGLISH, "Body", "Jan 06, 2020( X: http://x.com Delivered by Newstex)",
                            TEXT, "Link to the original story.", "Notes", "The views expressed",
                            "Load-Date: March 23, 2010"))  # fmt: skip
    assert (article.body, article.print_page) == (TEXT, "6")


def test_the_hour_of_a_broadcast_stands_behind_its_name() -> None:
    article = only(document(ENGLISH[0], "EXAMPLE SHOW 6:00 AM EST", *ENGLISH[2:], "Body", TEXT))
    assert article.publisher == "EXAMPLE SHOW"
    assert article.published == "2010-03-22T06:00:00-05:00"


def test_without_a_full_date_that_of_the_database_is_proposed() -> None:
    article = only(document(*ENGLISH[:2], "Summer 2010", *ENGLISH[3:], "Body", TEXT,
                            "Load-Date: March 23, 2010"))  # fmt: skip
    assert (article.publisher, article.published) == ("The Example Times", "")
    proposals = {(proposal.field, proposal.value) for proposal in article.proposals}
    assert proposals == {("published", "2010-03-23")}


def test_headlines_and_last_paragraphs_may_begin_like_labels() -> None:
    last = "Title: a word he used."
    text = document("Notes: a scandal", *ENGLISH[1:], "Body", TEXT, last, "Load-Date: May 3, 2010")
    article = only(text)
    assert (article.headline, article.paragraphs) == ("Notes: a scandal", (TEXT, last))


def test_years_in_a_headline_are_no_date() -> None:
    text = document("Allies expect ten per cent more in", "Games 2012", *ENGLISH[1:], "Body", TEXT)
    article = only(text)
    assert (article.publisher, article.published) == ("The Example Times", "2010-03-22")
    assert article.headline == "Allies expect ten per cent more in Games 2012"


def test_articles_without_last_lines_end_with_their_labels() -> None:
    below = ("Load-Date: March 23, 2010", "Subject: IRAQ (90%)")
    one = document(*ENGLISH, "Body", TEXT, *below, end="").strip()
    other = one.replace("The headline", "Another headline")
    first, second = read_texts(f"{one}\n\n{other}")
    assert [first.headline, second.headline] == ["The headline", "Another headline"]
    assert first.body == second.body == TEXT
    assert only(one).publisher == "The Example Times"


MORE = "Nobody wanted to say afterwards what had been decided, and nobody was asked to say it."


@pytest.mark.parametrize("word", ["Classification", "Notes", "Graphic"])
def test_a_heading_in_the_text_that_is_called_like_what_is_below_it_is_text(word: str) -> None:
    (article,) = read_texts(article_lines(body=f"{TEXT}\n\n{word}\n\n{MORE}\n\n{MORE}"))
    assert article.paragraphs == (TEXT, word, MORE, MORE)


def test_classification_above_its_labels_ends_the_text() -> None:
    tail = "Classification\n\nSubject: TALKS (90%)\n\n"
    (article,) = read_texts(article_lines(tail=tail))
    assert article.body == TEXT


def test_a_label_within_the_text_is_text_where_no_line_stands_above_it() -> None:
    lines = article_lines(body=f"{TEXT}\n\nLength: the bridge has three kilometres.\n\n{MORE}")
    without = lines.replace("Highlight: A summary\nof it.\n\nBody\n\n", "")
    (article,) = read_texts(without)
    assert article.paragraphs == (TEXT, "Length: the bridge has three kilometres.", MORE)
    assert article.byline == "Jane Doe"


def test_the_last_article_of_an_export_that_was_cut_off_is_kept() -> None:
    cut = article_lines(body=f"{TEXT}\n\n{MORE}").partition("Load-Date")[0]
    assert [article.body for article in read_texts(article_lines(), cut)] == [
        TEXT, f"{TEXT}\n{MORE}"
    ]  # fmt: skip


def test_a_list_of_contents_does_not_run_into_the_first_headline() -> None:
    listed = "Documents (2)\n\n1. The headline\n\n2. Another headline\n\n"
    first, second = read_texts(article_lines(head=listed), article_lines())
    assert first.headline == second.headline == "The headline"
