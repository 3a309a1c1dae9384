"""Exports of ProQuest as text."""

from __future__ import annotations

import pytest

from briefing_app.readers import read, read_bytes
from tests.readers.press.test_exports import FOLDER

RULE = "_" * 60
TEXT = "The alliance met in Brussels on Monday and spoke about the mission in Iraq at length."


def test_the_sample_has_names_as_newspapers_print_them() -> None:
    first, second = read(FOLDER / "proquest-two-articles.txt").articles
    assert first.byline == "Peter Ashdown, Leila Karim"
    assert (first.publisher, first.published) == ("The Sample Courier", "2020-01-07")
    assert (first.print_page, first.news_section) == ("A.9", "World")
    assert (second.headline, len(second.paragraphs)) == (
        "Insurers raise the price of a voyage through the Gulf", 4,
    )  # fmt: skip
    assert [p.place for p in second.proposals if p.field == "url"] == ["database link"]


def test_labels_in_another_case_and_a_headline_without_label() -> None:
    text = (
        f"{RULE}\n\nThe headline\n\nFull Text: {TEXT}\n\n{TEXT}\n\nPublication title: X\n\n"
        f"Publication date: 2020 Jan 7\n\nProQuest document ID: 1\n\n{RULE}\n"
    )
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert (article.headline, article.body) == ("The headline", f"{TEXT}\n{TEXT}")


def test_organisations_stay_as_they_are() -> None:
    text = (
        f"Title: The headline\n\nAuthor: Anonymous; Doe, Jane, Jr.\n\nFull text: {TEXT}\n\n"
        f"Publication title: X\n\nProQuest document ID: 1\n\n{RULE}\n"
    )
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert article.byline == "Anonymous, Doe, Jane, Jr"


def shown(headline: str, author: str, outlet: str, date: str, more: str = "") -> str:
    """An article as ProQuest saves it in a page and sends it: a whole page within its text."""
    fields = {
        "Author": author, "Publication info": f"{outlet} ; London [London]06 Jan 2020: A.2.",
        "": "<a href='https://search.example.com/1'>ProQuest document link</a>",
        "Abstract": "<body></p><p>What the article says in short.</p><p></body>",
        "Links": "<a href='http://links.example.org/'>Get it</a>",
        "Full text": f"<Text WordCount='34'><html> <head> <title></title> </head> <body>{more}"
                     f"<p>{TEXT}</p> <p>{TEXT}</p></body> </html></Text>",
        "Subject": "Armed forces", "Publication title": f"{outlet},  Late Edition (East); London",
        "Pages": "A.2", "Publication date": date, "Dateline": "2020-01-06 @ 20:51",
        "Section": "World", "Language of publication": "English", "ProQuest document ID": "1",
        "Document URL": "<a href='https://search.example.com/1'>https://search.example.com/1</a>",
        "Copyright": f"(Copyright (c) 2020 {outlet})", "Last updated": "2020-11-07",
        "Database": "Major Dailies",
    }  # fmt: skip
    rows = "".join(
        f"<p><strong>{label}{':  ' if label else ''}</strong>{value}</p>"
        for label, value in fields.items()
    )
    return f"<div><a name='DocID'></a><p></p><p>{headline}</p>{rows}</div>"


def page() -> str:
    picture = "<div><img alt='View Image - '><a href='x'>Enlarge this image.</a></div>"
    first = shown("Trainers to stay in Iraq", "Mercer-Hale, Daniel", "The Meridian", "Jan 6, 2020")
    second = shown("A long stay", "Doe, Jane; Roe, Rick", "The Courier", "Jan 7, 2020", picture)
    return (
        "<html><head><title>ProQuest Export</title></head><body><table><tr><td>All documents are "
        "reproduced with the permission of the copyright owner.<br>Please do not reply directly "
        "to this email.</td></tr></table><div>A. Staffer sent you the following:</div>"
        f"<p>Email 4 of 5</p>{first}{second}<p>Contact ProQuest</p></body></html>"
    )


def mail() -> str:
    return (
        "From: <noreply@proquest.com>\nTo: <a@company.example>\nSubject: Your ProQuest Research\n"
        'MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\n'
        f"Date: Sun, 5 Jul 2020 01:02:03 -0400\n\n{page()}\n"
    )


@pytest.mark.parametrize(("name", "text"), [("a.html", page()), ("a.eml", mail())])
def test_every_article_of_a_page_or_a_mail_comes_in(name: str, text: str) -> None:
    first, second = read_bytes(name, text.encode()).articles
    assert (first.headline, first.byline) == ("Trainers to stay in Iraq", "Daniel Mercer-Hale")
    assert (first.publisher, first.published) == ("The Meridian", "2020-01-06")
    assert (second.headline, second.byline) == ("A long stay", "Jane Doe, Rick Roe")
    assert (second.publisher, second.published) == ("The Courier", "2020-01-07")
    for article in (first, second):
        assert (article.news_section, article.print_page, article.dateline) == ("World", "A.2", "")
        assert article.paragraphs == (TEXT, TEXT)


def test_paragraphs_that_begin_like_fields_stay() -> None:
    paragraphs = (TEXT, "Location: a hut.", "Database: he had none.", TEXT, "Source: a friend.")
    text = (
        f"{RULE}\n\nThe headline\n\nFull text: {chr(10).join(f'{p}{chr(10)}' for p in paragraphs)}"
        f"{TEXT}\n\nSubject: War\n\nPublication title: X\n\nProQuest document ID: 1\n\n{RULE}\n"
    )
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert article.paragraphs == (*paragraphs, TEXT)
    assert article.publisher == "X"
