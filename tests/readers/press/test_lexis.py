"""Exports of LexisNexis as it was: text with "1 of 2 DOCUMENTS", and the web page of the same."""

from __future__ import annotations

import textwrap

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
