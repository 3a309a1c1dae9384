"""First lines that are the headline, and those that are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers.particulars.headline import goes_on, is_dated_title, is_kind

Lines = Callable[..., Article]
BODY = "The alliance met in Brussels on Monday, and the talks went on until late at night."


@pytest.mark.parametrize(
    "line",
    ["FOR IMMEDIATE RELEASE", "Press Release", "Pressemitteilung:", "SC/14070", "S/2020/13",
     "[computer translated] [computer selected]", "(Excerpt)", "BBC Monitoring Middle East"],
)  # fmt: skip
def test_a_line_that_names_the_kind_of_document_is_no_headline(
    read_lines: Lines, line: str
) -> None:
    article = read_lines(line, "The trainers leave", BODY)
    assert (article.headline, article.body) == ("The trainers leave", BODY)
    assert [(item.kind, item.text) for item in article.set_aside] == [("note", line)]


@pytest.mark.parametrize(
    "line",
    ["Press release angers ministers", "US/Iran talks resume", "Statement of intent",
     "[Exclusive] The trainers leave", "BBC Monitoring staff leave Caversham for good, all 300"],
)  # fmt: skip
def test_a_headline_may_begin_like_one(line: str) -> None:
    assert not is_kind(line)


def test_a_section_below_the_name_of_bbc_monitoring_is_no_headline(read_lines: Lines) -> None:
    article = read_lines("BBC Monitoring Middle East", "Political", "Daily urges caution", BODY)
    assert article.headline == "Daily urges caution"


def test_a_greeting_is_no_headline(read_lines: Lines) -> None:
    article = read_lines("Dear all,", "please find the review below.", BODY)
    assert article.headline == ""
    assert article.paragraphs == ("Dear all,", "please find the review below.", BODY)


def test_a_briefing_has_its_date_in_the_headline(read_lines: Lines) -> None:
    title = "Department Press Briefing – January 6, 2020"
    article = read_lines(title, "Ned Sample, Spokesperson", "January 6, 2020", BODY)
    assert (article.headline, article.published) == (title, "2020-01-06")
    assert not is_dated_title("Harbor Ledger – January 6, 2020")
    assert not is_dated_title("January 6, 2020 – Press briefing")


def test_a_headline_on_two_lines_is_one(read_lines: Lines) -> None:
    article = read_lines("Press conference", "by the Secretary General following the meeting", BODY)
    assert article.headline == "Press conference by the Secretary General following the meeting"
    article = read_lines("What becomes of the", "Training Mission", "By Jane Doe", BODY)
    assert (article.headline, article.byline) == (
        "What becomes of the Training Mission",
        "Jane Doe",
    )


@pytest.mark.parametrize(
    ("headline", "line"),
    [
        ("The trainers leave", "by Jane Doe"),
        ("Die Ausbilder gehen", "von unserem Korrespondenten Ole Petersen"),
        ("The trainers leave", "updated 3 hours ago by the editors"),
        ("The trainers leave", "iPhone news"),
        ("The trainers leave", "and nobody knows whether they will come back."),
        ("What to look out for", "The Week Ahead"),
        ("Will they leave?", "or will they stay where they were"),
        ("The trainers leave", "The first have crossed the border"),
        ("The trainers leave", "[](https://ledger.example/picture)"),
        ("The trainers leave", "for a while. They will be back in the"),
    ],
)
def test_another_line_is_no_part_of_the_headline(headline: str, line: str) -> None:
    assert not goes_on(headline, line, BODY)


def test_lines_that_all_go_on_are_of_a_text(read_lines: Lines) -> None:
    lines = ("This is a note on the", "lists that we have written", "and on those still to come.")
    assert read_lines(*lines, BODY).paragraphs[-3:] == (*lines[1:], BODY)
