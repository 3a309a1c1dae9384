"""Exports of LexisNexis as it was: text with "1 of 2 DOCUMENTS", and the web page of the same."""

from __future__ import annotations

import textwrap

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers import read_bytes

TEXT = (
    "The alliance met in Brussels on Monday, and the talks went on until late at night. Nobody "
    "wanted to say afterwards what had been decided, but two diplomats spoke of a good mood."
)
MORE = (
    "The training mission in Iraq stays suspended until further notice, they said, and the "
    "differences over Iran were not mentioned by any of those who came out of the room first."
)


def export() -> bytes:
    """Two articles of a newspaper and one of a German one, centred and wrapped as of old."""
    first = [
        "1 of 2 DOCUMENTS".center(80), "", "", "The Example Times".center(80), "",
        "January 7, 2020 Tuesday".center(80), "Late Edition - Final".center(80), "",
        "Allies meet and say little about Iraq and about what", "will follow", "",
        "BYLINE: By JANE DOE", "", "SECTION: Section A; Column 1; Foreign", "Desk; Pg. 6", "",
        "LENGTH: 62 words", "", "DATELINE: BRUSSELS", "", textwrap.fill(TEXT, 70), "",
        textwrap.fill(MORE, 70), "", "GRAPHIC: PHOTO: The room (PHOTOGRAPH BY A. ROE)", "",
        "LOAD-DATE: January 7, 2020", "", "LANGUAGE: ENGLISH", "",
        "PUBLICATION-TYPE: Newspaper", "", "Copyright 2020 Example Limited".center(80),
        "All Rights Reserved".center(80), "", "",
    ]  # fmt: skip
    second = [
        "2 of 2 DOCUMENTS".center(80), "", "Musterzeitung".center(80), "",
        "8. Januar 2020".center(80), "", "Wenig Neues aus Brüssel", "", "AUTOR: Hans Muster", "",
        "RUBRIK: Politik; S. 3", "", "LÄNGE: 62 Wörter", "", textwrap.fill(TEXT, 70), "",
        "UPDATE: 8. Januar 2020", "", "SPRACHE: GERMAN; DEUTSCH", "",
        "Copyright 2020 Muster GmbH".center(80),
    ]  # fmt: skip
    return "\n".join([*first, *second]).encode()


def test_the_articles_of_a_text_are_told_apart() -> None:
    first, second = read_bytes("a.txt", export()).articles
    assert first.headline == "Allies meet and say little about Iraq and about what will follow"
    assert (first.publisher, first.published) == ("The Example Times", "2020-01-07")
    assert (first.byline, first.dateline, first.language) == ("JANE DOE", "BRUSSELS", "en")
    assert (first.news_section, first.print_page) == ("Section A; Foreign Desk", "6")
    assert first.paragraphs == (TEXT, MORE)
    assert second.headline == "Wenig Neues aus Brüssel"
    assert (second.byline, second.print_page, second.language) == ("Hans Muster", "3", "de")
    assert second.published == "2020-01-08"


def test_what_is_no_text_is_set_aside() -> None:
    first = read_bytes("a.txt", export()).articles[0]
    assert {item.kind for item in first.set_aside} == {"caption", "copyright"}


def test_a_text_much_shorter_than_stated_is_told() -> None:
    (warning,) = read_bytes("a.txt", export()).warnings
    assert "Wenig Neues aus Brüssel" in warning


def test_the_web_page_of_an_export_is_divided_too() -> None:
    lines = [line for line in export().decode().split("\n") if line.strip()]
    paragraphs = "".join(f"<div><p><span>{line.strip()}</span></p></div>" for line in lines)
    page = f"<html><body><!-- Hide XML section -->{paragraphs}</body></html>"
    articles = read_bytes("a.html", page.encode()).articles
    assert [article.publisher for article in articles] == ["The Example Times", "Musterzeitung"]
    assert all(TEXT[:30] in article.body for article in articles)


def only(*blocks: str) -> Article:
    """The article of these blocks, told apart by empty lines."""
    (article,) = read_bytes("a.txt", "\n\n".join(blocks).encode()).articles
    return article


GERMAN = ("1 of 1 DOCUMENTS", "Musterbote", "27. Februar 2012 Montag 9:50 PM GMT+1",
          "Ausbilder bleiben;\nSitzung ohne Erklärung", "AUTOR: Brandt-Hahn, Matthias",
          "RUBRIK: POLITIK; LAGE; S. 114 Ausg. 9", "LÄNGE: 62 Wörter",
          "HIGHLIGHT: Der Rat tagte.; http://bote.example/lage.html", TEXT,
          "UPDATE: 28. Februar 2012", "SPRACHE: GERMAN; DEUTSCH", "ZEITUNGS-CODE: mubo",
          "Copyright 2012 Muster GmbH\nAlle Rechte vorbehalten")  # fmt: skip


def test_german_fields_name_page_author_summary_and_hour() -> None:
    article = only(*GERMAN)
    assert article.headline == "Ausbilder bleiben; Sitzung ohne Erklärung"
    assert (article.byline, article.deck) == ("Matthias Brandt-Hahn", "Der Rat tagte.")
    assert (article.news_section, article.print_page) == ("POLITIK; LAGE", "114")
    assert article.published == "2012-02-27T21:50:00+01:00"
    assert [proposal.value for proposal in article.proposals] == ["http://bote.example/lage.html"]
    assert article.body == TEXT


@pytest.mark.parametrize(
    ("author", "expected"),
    [("Doe, Jane", "Jane Doe"), ("Reuters, Berlin", "Reuters, Berlin"), ("MF Tokio", "MF Tokio"),
     ("Doe, Jane; Roe, Rick", "Jane Doe, Rick Roe"), ("By Jane Doe", "Jane Doe")],
)  # fmt: skip
def test_a_family_name_before_the_comma_is_put_behind(author: str, expected: str) -> None:
    assert only(*GERMAN[:4], f"AUTOR: {author}", *GERMAN[5:]).byline == expected


DUTCH = ("Copyright 2002 De Voorbeeldbode", "De Voorbeeldbode", "24. September 2002",
         "September 24, 2002", "LENGTE: 62 words", "KOP: Opleiders blijven in het land",
         "AUTEUR: JANSEN, FRED", "TEKST:", "DEN HAAG, dinsdag", TEXT, "PUB-TYPE: Paper",
         "TAAL: Dutch / Nederlands", "LOAD-DATE: September 26, 2002")  # fmt: skip
SPANISH = ("El Diario Ejemplo", "11 Enero 2010 Lunes", "Los instructores se quedan",
           "AUTOR: Ana López", "SECCIÓN: INTERNACIONAL; Pág. 6", "LONGITUD: 62 palabras", TEXT,
           "FECHA-CARGA: 11 de Enero de 2010", "IDIOMA: SPANISH; ESPAÑOL",
           "TIPO-PUBLICACION: Periódico",
           "Copyright 2010 El Diario\nTodos los Derechos Reservados")  # fmt: skip
FRENCH = ("Le Journal", "17 mai 2003", "Les instructeurs restent", "AUTEUR: Sophie MARTIN",
          "RUBRIQUE: MONDE", "LONGUEUR: 62 mots", "ENCART: Un résumé.", TEXT,
          "DATE-CHARGEMENT: 4 novembre 2003", "LANGUE: FRENCH; FRANÇAIS",
          "TYPE-PUBLICATION: Quotidien", "SUJET: DEFENSE (90%)", "CODE-REVUE: JOUR")  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "headline", "publisher", "byline", "published", "language"),
    [
        (DUTCH, "Opleiders blijven in het land", "De Voorbeeldbode", "FRED JANSEN", "2002-09-24",
         "nl"),
        (SPANISH, "Los instructores se quedan", "El Diario Ejemplo", "Ana López", "2010-01-11",
         "es"),
        (FRENCH, "Les instructeurs restent", "Le Journal", "Sophie MARTIN", "2003-05-17", "fr"),
    ],
    ids=["Dutch", "Spanish", "French"],
)  # fmt: skip
@pytest.mark.parametrize("start", ["2 of 2 DOCUMENTS", "Dokument 2 von 2", ""])
def test_fields_are_read_in_the_language_of_the_source(
    blocks: tuple[str, ...], headline: str, publisher: str, byline: str, published: str,
    language: str, start: str,
) -> None:  # fmt: skip
    article = only(*filter(None, (start,)), *blocks)
    assert (article.headline, article.publisher) == (headline, publisher)
    assert (article.byline, article.published, article.language) == (byline, published, language)
    assert article.paragraphs[-1] == TEXT
    assert not any(words in article.body for words in ("Dutch", "Paper", "DEFENSE", "Reserv"))


def test_a_paragraph_that_begins_like_a_label_stays() -> None:
    more = ("UPDATE: the ministers meet again in March.", "COMPANY: none was named.", MORE)
    article = only(*GERMAN[:9], *more, *GERMAN[9:])
    assert article.paragraphs == (TEXT, *more)


def test_a_headline_may_begin_like_a_label() -> None:
    article = only(*GERMAN[:3], "INTERVIEW: the envoy speaks", *GERMAN[4:])
    assert article.headline == "INTERVIEW: the envoy speaks"


def test_short_texts_are_joined_by_the_width_of_the_whole_export() -> None:
    short = "\n".join([TEXT[:82].strip(), "ended."])
    long = textwrap.fill(f"{TEXT} {MORE}", 84)
    export = [(f"{n} of 2 DOCUMENTS", *GERMAN[1:8], text, *GERMAN[9:])
              for n, text in enumerate((short, long), 1)]  # fmt: skip
    text = "\n\n".join(block for blocks in export for block in blocks)
    first, second = read_bytes("a.txt", text.encode()).articles
    assert second.body == f"{TEXT} {MORE}"
    assert len(first.paragraphs) == 1


def test_paragraphs_that_begin_like_what_is_below_the_text_are_text() -> None:
    paragraphs = (
        "Copyright law in the country is strict, they said, and hardly anybody there knows it.",
        "LANGUAGE: the minister spoke French with everybody whom he met in the room that day.",
        MORE,
    )
    text = export().decode().replace(textwrap.fill(MORE, 70), "\n\n".join(paragraphs))
    first = read_bytes("a.txt", text.encode()).articles[0]
    assert first.paragraphs == (TEXT, *paragraphs)
    assert first.language == "en"
