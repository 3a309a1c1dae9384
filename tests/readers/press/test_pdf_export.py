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
