"""Markdown: particulars at the beginning, and the text without its marks."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers import read_bytes
from briefing_app.readers.plain.markdown import is_markdown

TEXT = "The allies met in Brussels on Monday and spoke about the mission in Iraq at length."


def only(text: str, name: str = "a.md") -> Article:
    (article,) = read_bytes(name, text.encode()).articles
    return article


CLIPPED = f"""---
title: "Allies: trainers stay"
source: "https://news.example/a?utm_source=x"
author:
  - "[[Jane Doe]]"
  - Rick Roe
published: 2020-01-06
created: 2024-02-03
description: "What they agreed on."
language: en
tags:
  - clippings
---
{TEXT}
"""


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_the_particulars_of_a_clipping_are_read(name: str) -> None:
    article = only(CLIPPED, name)
    assert (article.headline, article.byline) == ("Allies: trainers stay", "Jane Doe, Rick Roe")
    assert (article.published, article.url) == ("2020-01-06", "https://news.example/a")
    assert (article.deck, article.body) == ("What they agreed on.", TEXT)
    assert article.provenance["headline"] == "front matter"


@pytest.mark.parametrize(
    ("fields", "field", "value"),
    [
        ("author: [Jane Doe, 'Rick Roe']", "byline", "Jane Doe, Rick Roe"),
        ("source: Example Wire", "publisher", "Example Wire"),
        ("date: January 6, 2020 7:03 PM EST", "published", "2020-01-06T19:03:00-05:00"),
        ("publisher: The Courier\nurl: https://x.example/1", "publisher", "The Courier"),
        ("description: >\n  What they\n  agreed on.", "deck", "What they agreed on."),
    ],
)
def test_values_are_written_in_several_ways(fields: str, field: str, value: str) -> None:
    assert getattr(only(f"---\ntitle: A\n{fields}\n---\n{TEXT}"), field) == value


def test_other_marks_for_particulars_are_known() -> None:
    assert only(f'+++\ntitle = "A title"\ndate = 2020-01-06\n+++\n{TEXT}').headline == "A title"


MARKED = """# Allies *keep* trainers

By Jane Doe

![A soldier in Taji](https://x.example/a.jpg)

The **allies** met in [Brussels](https://x.example/b "A town") on _Monday_, he
said, and spoke of snake_case_names and 2*3*4.[^1]

> “We shall stay,” he
> told `them`.

Background
----------

- First point
- Second [[Note|point]] \\*starred\\*
1. Third

| Year | Men |
|------|----:|
| 2019 | 500 |

***

[^1]: A note.
[ref]: https://x.example/c
"""


def test_the_text_comes_without_its_marks() -> None:
    article = only(MARKED)
    assert (article.headline, article.byline) == ("Allies keep trainers", "Jane Doe")
    assert article.paragraphs == (
        "The allies met in Brussels on Monday, he said, and spoke of snake_case_names and 2*3*4.",
        "“We shall stay,” he told them.", "Background", "First point", "Second point *starred*",
        "Third", "Year Men", "2019 500",
    )  # fmt: skip
    assert ("caption", "A soldier in Taji") in {
        (item.kind, item.text) for item in article.set_aside
    }


def test_code_stays_as_it_is() -> None:
    assert only(f"{TEXT}\n\n```\n> a\nb\n```\n").paragraphs == (TEXT, "> a", "b")


def test_a_text_with_a_line_of_dashes_is_no_markdown() -> None:
    assert not is_markdown("---\nThe headline\n---\nText", ".txt")
    assert only(f"The headline\n\n---\n\n*{TEXT}", "a.txt").body == f"*{TEXT}"


def test_marks_without_end_take_no_time() -> None:
    for mark in ("[", "![", "*a ", "_a ", "`", "> ", "- - ", "|-", "[[a|", "<http://"):
        text = f"---\ntitle: A\n---\n{TEXT}\n{mark * 20_000}"
        assert TEXT in only(text).body


def test_a_line_that_begins_like_the_target_of_a_link_is_text() -> None:
    article = only(f"# A\n\n{TEXT}\n\n[Note]: this was said later.\n\n[1]: https://x.example\n")
    assert article.paragraphs == (TEXT, "[Note]: this was said later.")


def test_footnotes_are_set_aside() -> None:
    article = only(f"# A\n\n{TEXT}[^1]\n\n[^1]: As *she* told us.\n")
    assert article.body == TEXT
    assert [(item.kind, item.text) for item in article.set_aside] == [("note", "As she told us.")]


@pytest.mark.parametrize("line", ["Note: he said so later.", f"Talks: on\n{TEXT}"])
def test_text_between_two_rules_is_no_front_matter(line: str) -> None:
    assert not is_markdown(f"---\n\n{line}\n\n---\n\n{TEXT}", ".txt")


def test_properties_that_notion_prints_below_the_title_are_no_text() -> None:
    article = only(
        "# Allies keep trainers\n\nAuthor: Jane Doe\nCreated: November 22, 2026 10:11 AM\n"
        "Date: January 6, 2020\nPublication: Harbor Ledger\nTags: Iraq, NATO\n"
        f"URL: https://ledger.example/a\n\n{TEXT}\n"
    )
    assert (article.headline, article.byline) == ("Allies keep trainers", "Jane Doe")
    assert (article.publisher, article.published) == ("Harbor Ledger", "2020-01-06")
    assert article.url == "https://ledger.example/a"
    assert article.body == TEXT


def test_lines_with_colons_below_the_title_are_text_where_they_name_no_particulars() -> None:
    article = only(f"# The talk\n\nQuestion: Why?\nAnswer: Because.\n\n{TEXT}\n")
    assert article.paragraphs == ("Question: Why? Answer: Because.", TEXT)


def test_when_a_note_was_changed_is_no_update_of_the_article() -> None:
    article = only(
        "---\ntitle: A\nupdated: 2026-11-22 10:11:12Z\ncreated: 2026-11-22 10:11:12Z\n"
        f"source: https://ledger.example/a\n---\n\n{TEXT}\n"
    )
    assert (article.headline, article.updated) == ("A", "")


def test_a_summary_quoted_above_the_text_is_the_deck() -> None:
    article = only(
        "---\nsource: https://ledger.example/a\n---\n\n# A\n\n> ## Excerpt\n"
        f"> The first have\n> crossed the border.\n\n---\n{TEXT}\n"
    )
    assert (article.headline, article.deck) == ("A", "The first have crossed the border.")
    assert article.body == TEXT


def test_a_heading_within_a_quotation_stands_by_itself() -> None:
    article = only(f"# A\n\n> ## They said\n> {TEXT}\n")
    assert article.paragraphs == ("They said", TEXT)


def test_a_sign_within_a_line_is_no_mark_of_a_quotation() -> None:
    assert only(f"# A\n\nA -> B is less than 5 > 4.\n\n{TEXT}\n").paragraphs == (
        "A -> B is less than 5 > 4.", TEXT,
    )  # fmt: skip
