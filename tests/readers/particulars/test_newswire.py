"""Texts that services have signed."""

from __future__ import annotations

from briefing_app.domain.article import Article
from briefing_app.readers import read_bytes
from briefing_app.readers.particulars.metadata import Particulars
from briefing_app.readers.particulars.newswire import take_marks

TEXT = "The alliance will pause its courses in Iraq and withdraw nobody, a spokeswoman said Monday."


def read_text(*lines: str) -> Article:
    (article,) = read_bytes("a.txt", "\n\n".join(lines).encode()).articles
    return article


def test_a_text_of_dow_jones_says_so_at_its_end() -> None:
    article = read_text(
        "DJ Trainers Stay In Iraq, For Now", "By Peter Ashdown", f"BRUSSELS -- {TEXT}", TEXT,
        "(END) Dow Jones Newswires", "January 06, 2020 09:32 ET (14:32 GMT)",
        "Copyright (c) 2020 Dow Jones & Company, Inc.",
    )  # fmt: skip
    assert article.headline == "Trainers Stay In Iraq, For Now"
    assert article.publisher == "Dow Jones Newswires"
    assert article.published == "2020-01-06T09:32:00-05:00"
    assert article.paragraphs[-1] == TEXT


def test_the_address_at_pressreader_names_outlet_and_day() -> None:
    address = "https://www.pressreader.com/uk/the-sample-courier/20200107/281500"
    article = read_text("Trainers stay in Iraq", TEXT, f"{TEXT} Again.", address)
    assert article.published == "2020-01-07"
    assert [(p.field, p.value) for p in article.proposals] == [("publisher", "The Sample Courier")]
    assert "pressreader" not in article.body


def test_that_it_was_shared_is_no_text() -> None:
    article = read_text(
        "Trainers stay", TEXT, f"{TEXT} Again.", "This article was shared from PressReader"
    )
    assert article.paragraphs == (TEXT, f"{TEXT} Again.")


def test_the_address_of_another_article_is_not_that_of_the_text() -> None:
    other = (
        "It was first in https://www.pressreader.com/uk/the-sample-courier/20190304/281 in part."
    )
    article = read_text("Where to read us", TEXT, other, f"Shared via PressReader means: {TEXT}")
    assert (article.published, article.proposals) == ("", ())
    assert article.paragraphs == (TEXT, other, f"Shared via PressReader means: {TEXT}")


def test_who_worked_for_dow_jones_did_not_write_for_it() -> None:
    article = read_text("A life", TEXT, "He worked for Dow Jones Newswires for years.", "(END)")
    assert article.publisher == ""


def test_other_texts_stay_as_they_are() -> None:
    paragraphs = ["DJ Koze plays", TEXT, "(END)"]
    assert take_marks(Particulars(), paragraphs) == (paragraphs, [])


def test_whose_report_bbc_monitoring_translates_is_proposed() -> None:
    article = read_text(
        "BBC Monitoring Middle East", "Political", "Daily urges caution", TEXT, f"{TEXT} Again.",
        "Source: Al-Midan website, Baghdad, in Arabic 1412 gmt 5 Jan 20", "BBC Mon ME1 050120 lk",
    )  # fmt: skip
    assert (article.headline, article.publisher, article.published) == (
        "Daily urges caution", "", "",
    )  # fmt: skip
    assert {(p.field, p.value) for p in article.proposals} == {
        ("publisher", "Al-Midan website"), ("published", "2020-01-05"),
    }  # fmt: skip
    assert article.paragraphs == (TEXT, f"{TEXT} Again.")


def test_another_source_below_a_text_stays() -> None:
    source = "Source: a senior official, in Brussels"
    assert read_text("The headline", TEXT, TEXT, source).paragraphs[-1] == source
