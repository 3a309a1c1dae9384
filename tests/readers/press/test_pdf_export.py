"""Exports of press databases that come as PDF: short lines that stand close are lines apart."""

from __future__ import annotations

from briefing_app.readers.pdf.paragraphs import Paragraph
from briefing_app.readers.press.pdf_export import read_export_pdf

LINES = (
    "The alliance met in Brussels on Monday and spoke about the mission in",
    "Iraq at length. Nobody wanted to say afterwards what had been decided,",
    "but two diplomats spoke of a good mood.",
)


def paragraphs(*texts: str | tuple[str, ...]) -> list[Paragraph]:
    return [
        Paragraph(9.0, [(0, line) for line in ((text,) if isinstance(text, str) else text)])
        for text in texts
    ]


def test_headline_and_outlet_are_told_apart_and_the_text_is_joined() -> None:
    articles, warnings = read_export_pdf(
        paragraphs(
            ("The headline of the article", "The Example Times"),
            "January 8, 2020 Wednesday",
            ("Section: World", "Length: 32 words"),
            "Body",
            LINES,
            "Load-Date: January 8, 2020",
            "End of Document",
        )
    )
    (article,) = articles
    assert warnings == []
    assert (article.headline, article.publisher) == (
        "The headline of the article", "The Example Times",
    )  # fmt: skip
    assert (article.published, article.news_section) == ("2020-01-08", "World")
    assert article.body == " ".join(LINES)


def test_other_pdf_files_are_no_export() -> None:
    assert read_export_pdf(paragraphs("The headline", LINES)) == ([], [])
    assert read_export_pdf([]) == ([], [])


def printed(headline: str, author: str, outlet: str, day: int) -> list[str | tuple[str, ...]]:
    return [
        headline, f"Author: {author}",
        f"Publication info: {outlet} ; Brussels [Brussels]. 0{day} Jan 2020: A.4.",
        "ProQuest document link", "ABSTRACT (ENGLISH)", "What the article says in short.",
        "FULL TEXT", LINES, "DETAILS", "Subject: Armed forces",
        f"Publication title: {outlet}; Brussels", f"Publication date: Jan {day}, 2020",
        "Document type: News", f"ProQuest document ID: 233{day}", "Database: Example Central",
        "LINKS", "Check for full text via Example Library",
    ]  # fmt: skip


def test_articles_that_proquest_sets_for_printing_come_in_each() -> None:
    first, second = read_export_pdf(
        paragraphs(
            *printed("Trainers to stay in Iraq", "Doe, Jane", "The Meridian", 6),
            *printed("Oil climbs again", "Roe, Rick", "The Courier", 7),
        )
    )[0]
    assert (first.headline, first.byline) == ("Trainers to stay in Iraq", "Jane Doe")
    assert (first.publisher, first.published) == ("The Meridian", "2020-01-06")
    assert (second.headline, second.byline) == ("Oil climbs again", "Rick Roe")
    assert first.body == second.body == " ".join(LINES)
