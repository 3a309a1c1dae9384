"""Press reviews: several articles one after the other."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing_app.domain.article import Article
from briefing_app.readers import read_bytes
from briefing_app.readers.documents.flow import Line, lines_of
from briefing_app.readers.press.review import may_be_review, read_review

PROSE = (
    "The alliance will pause its courses in Iraq and withdraw nobody for the time being, it said."
)
MORE = "“We shall stay as long as Baghdad wants us,” the envoy told reporters after the meeting."
RULE = "_" * 30
COVER = "Dear all,\n\nplease find the review of today below.\n\n1. Trainers leave\n2. Was nun?"
FIRST = f"Harbor Ledger, 7 January 2020\nTrainers leave\nBy Jane Doe\n\n{PROSE}\n\n{MORE}"
SECOND = f"2. Was aus der Mission wird\nLe Monde, 06/01/2020\n\n{PROSE}\n\n{MORE}"
THIRD = f"Allies meet again\nBy Ole Petersen\nReuters\n8 January 2020\n\n{MORE}\n\n{PROSE}"
END = "Best regards,\nThe monitoring team"
REVIEW = f"\n\n{RULE}\n\n".join((COVER, FIRST, SECOND, f"{THIRD}\n\n{END}"))


def articles_of(text: str) -> tuple[Article, ...]:
    return read_bytes("a.txt", text.encode()).articles


def test_each_article_comes_in_with_its_own_particulars() -> None:
    first, second, third = articles_of(REVIEW)
    assert [(a.headline, a.byline, a.publisher, a.published) for a in (first, second, third)] == [
        ("Trainers leave", "Jane Doe", "", "2020-01-07"),
        ("Was aus der Mission wird", "", "Le Monde", ""),
        ("Allies meet again", "Ole Petersen", "Reuters", "2020-01-08"),
    ]
    assert [(p.field, p.value) for p in first.proposals] == [("publisher", "Harbor Ledger")]
    assert [(p.field, p.value) for p in second.proposals] == [("published", "2020-01-06")]
    assert "2020-06-01" in second.proposals[0].place
    assert first.paragraphs == second.paragraphs == (PROSE, MORE)
    assert third.paragraphs == (MORE, PROSE)


def test_what_stands_around_the_articles_is_kept_beside_them() -> None:
    first, _, third = articles_of(REVIEW)
    aside = [item.text for item in (*first.set_aside, *third.set_aside)]
    assert {"Dear all,", "1. Trainers leave", "Best regards,", "The monitoring team"} <= {*aside}


def test_the_user_is_told() -> None:
    read = read_bytes("a.txt", REVIEW.encode())
    assert read.warnings == ("This is a press review; its 3 texts came in one by one.",)


def test_a_summary_above_the_articles_is_a_text_of_its_own() -> None:
    cover = "\n\n".join((PROSE, MORE) * 3)
    cover_text, first, _, _ = articles_of(REVIEW.replace(COVER, cover))
    assert cover_text.paragraphs == (PROSE, MORE) * 3
    assert (cover_text.byline, cover_text.published) == ("", "")
    assert first.headline == "Trainers leave"


def test_a_mail_may_be_one() -> None:
    mail = EmailMessage()
    mail["From"] = "Press Desk <press@hq.example>"
    mail["Subject"] = "Press review"
    mail["Date"] = "Wed, 08 Jan 2020 08:15:00 +0100"
    mail.set_content(REVIEW)
    articles = read_bytes("a.eml", mail.as_bytes()).articles
    assert [article.published for article in articles] == ["2020-01-07", "", "2020-01-08"]


@pytest.mark.parametrize(
    "text",
    [
        f"Trainers leave\nBy Jane Doe\n7 January 2020\n\n{PROSE}\n\n{RULE}\n\n{MORE}\n\n{PROSE}",
        f"{FIRST}\n\n{RULE}\n\n{MORE}\n\n{RULE}\n\n{THIRD}",
        f"Day one\nBrussels, 7 January 2020\n\n{PROSE}\n\n{RULE}\n\n"
        f"Day two\nBaghdad, 8 January 2020\n\n{MORE}",
        f"From: Jane Doe\nSent: Monday, 6 January 2020 09:42\n\n{PROSE}\n\n{RULE}\n\n"
        f"From: John Roe\nSent: Monday, 6 January 2020 08:42\n\n{MORE}",
    ],
    ids=["a rule within", "a part without head", "a diary", "letters"],
)
def test_another_text_with_rules_stays_one(text: str) -> None:
    assert read_review(lines_of(text)) == []


def test_headings_of_a_document_divide_as_well() -> None:
    def article(headline: str, outlet: str) -> list[Line]:
        return [Line(headline, is_heading=True), Line(outlet), Line("By Jane Doe"), Line(PROSE),
                Line("Background", is_heading=True), Line(MORE)]  # fmt: skip

    lines = [
        Line("Press review", is_heading=True),
        *article("Trainers leave", "Reuters, 7 January 2020"),
        *article("Allies meet", "Le Monde, 8 January 2020"),
    ]
    clippings = read_review(lines)
    assert [clipping.found.get("headline") for clipping in clippings] == [
        "Trainers leave", "Allies meet",
    ]  # fmt: skip
    assert clippings[0].lines == [PROSE, "Background", MORE]


def test_a_text_without_rules_is_not_looked_at() -> None:
    assert not may_be_review(f"{FIRST}\n\n{THIRD}")
    assert not may_be_review(f"{PROSE} ---- {PROSE}")
    assert may_be_review(REVIEW)
