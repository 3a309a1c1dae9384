"""Exports of ProQuest as text."""

from __future__ import annotations

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
