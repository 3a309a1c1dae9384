"""From an article to the words of a note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.article import Article
from briefing_app.domain.memo import Emphasis
from briefing_app.memo import citation, citation_style
from briefing_app.memo.form import load

FORM = load("information")


def cited(**particulars: str) -> str:
    article = Article(particulars.pop("headline", "Ferries stand still"), "Text.", **particulars)  # type: ignore[arg-type]
    return citation.plain(article, FORM).replace("\u00a0", " ")


def test_all_particulars_are_cited() -> None:
    found = cited(byline="Nils Berg", publisher="Harbor Ledger", published="2021-03-07")
    assert found == "Nils Berg, “Ferries stand still,” Harbor Ledger, 7 March 2021."


@pytest.mark.parametrize(
    ("particulars", "said"),
    [
        ({}, "“Ferries stand still,” outlet and author not recorded, date not recorded."),
        (
            {"byline": "Nils Berg"},
            "Nils Berg, “Ferries stand still,” outlet not recorded, date not recorded.",
        ),
        (
            {"publisher": "Harbor Ledger", "published": "2021"},
            "“Ferries stand still,” Harbor Ledger, 2021.",
        ),
        (
            {"headline": "", "published": "2021-03"},
            "“Untitled article,” outlet and author not recorded, March 2021.",
        ),
    ],
)
def test_what_is_unknown_is_said(particulars: dict[str, str], said: str) -> None:
    assert cited(**particulars) == said


def test_a_question_in_a_headline_needs_no_comma() -> None:
    found = cited(headline="Will they talk?", byline="Nils Berg", publisher="Harbor Ledger")
    assert found.startswith("Nils Berg, “Will they talk?” Harbor Ledger")


def test_the_outlet_is_in_italics() -> None:
    runs = citation.full(Article("Ferries", "Text.", publisher="Harbor Ledger"), FORM)
    assert [run.text for run in runs if run.emphasis is Emphasis.ITALIC] == ["Harbor Ledger"]


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("2021-03-07", "7 March 2021"),
        ("2021-03-07T22:15:00+01:00", "7 March 2021"),
        ("2021-03", "March 2021"),
        ("2021", "2021"),
        ("", ""),
        ("7 March 2021", ""),
        ("2021-13-01", ""),
        ("2021-00", ""),
        ("2021/03/07", ""),
        ("20210307", ""),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(iso: str, printed: str) -> None:
    assert citation.long_date(iso, FORM).replace("\u00a0", " ") == printed


def test_a_date_does_not_break_at_a_line_end() -> None:
    assert " " not in citation.long_date("2021-03-07", FORM)


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [([3], "para. 3"), ([3, 4], "paras. 3–4"), ([5, 1, 2, 2, 3], "paras. 1–3, 5")],
)
def test_neighbouring_paragraphs_are_joined(numbers: list[int], printed: str) -> None:
    assert citation.locator(numbers, FORM).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(("numbers", "printed"), [([3], "p. 3"), ([2, 1, 5, 1], "pp. 1–2, 5")])
def test_pages_are_counted_like_paragraphs(numbers: list[int], printed: str) -> None:
    assert citation.page_locator(numbers, FORM).replace("\u00a0", " ") == printed


@pytest.mark.parametrize(
    ("article", "printed"),
    [
        (Article("Ferries", "T", publisher="Harbor Ledger"), "Harbor Ledger,"),
        (Article("Ferries stand still", "T"), "“Ferries stand still,”"),
        (Article("One two three four five", "T"), "“One two three four…,”"),
        (Article("Will they talk?", "T"), "“Will they talk?”"),
    ],
)
def test_later_notes_are_short(article: Article, printed: str) -> None:
    assert citation.again(article, FORM) == printed


def test_right_to_left_particulars_are_runs_of_their_own() -> None:
    article = Article("جزیره", "متن", byline="لیلا", publisher="پیک", published="2021")
    runs = [run.text.strip("\u200e") for run in citation.full(article, FORM)]
    assert runs == ["لیلا", ", “", "جزیره", ",” ", "پیک", ", 2021"]


REPORT = Article(
    "Ferries stand still",
    "Text.",
    byline="Nils Berg",
    publisher="Harbor Ledger",
    published="2021-03-07",
    url="https://harborledger.example/ferries",
    reliability="B",
)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("house", "Nils Berg, “Ferries stand still,” Harbor Ledger, 7 March 2021."),
        (
            "chicago",
            "Nils Berg, “Ferries stand still,” Harbor Ledger, March 7, 2021, "
            "https://harborledger.example/ferries.",
        ),
        (
            "descriptor",
            "Harbor Ledger; 7 March 2021; “Ferries stand still”; Nils Berg; usually reliable.",
        ),
    ],
)
def test_the_manner_of_citing_is_data(style: str, printed: str) -> None:
    form = load("information", "", style)
    assert citation.plain(REPORT, form).replace("\u00a0", " ") == printed


@pytest.mark.parametrize("style", citation_style.names())
def test_every_style_says_what_is_unknown(style: str) -> None:
    form = load("information", "", style)
    told = citation.plain(Article("", "Text."), form)
    for label in ("untitled", "no_outlet_no_author", "no_date"):
        assert form.labels[label] in told


def test_an_outlet_that_repeats_another_is_named_after_it() -> None:
    repeating = replace(REPORT, relays="Northern Wire", publisher="Island Digest")
    printed = citation.plain(repeating, FORM).replace("\u00a0", " ")
    assert "Northern Wire, as quoted by Island Digest, 7 March 2021" in printed


def test_a_german_memo_has_german_marks() -> None:
    printed = citation.plain(REPORT, load("information", "de")).replace("\u00a0", " ")
    assert printed == "Nils Berg, „Ferries stand still“, Harbor Ledger, 7. März 2021."


def test_a_british_memo_has_its_commas_outside_of_the_marks() -> None:
    printed = citation.plain(REPORT, load("submission")).replace("\u00a0", " ")
    assert printed == "Nils Berg, “Ferries stand still”, Harbor Ledger, 7 March 2021."


def test_names_in_other_letters_are_in_the_language_of_the_article() -> None:
    article = replace(REPORT, byline="山田太郎", publisher="朝日新聞", language="ja")
    told = {run.text: run.language for run in citation.full(article, FORM)}
    assert told["山田太郎"] == told["朝日新聞"] == told["Ferries stand still"] == "ja"
    assert told[", 7\u00a0March\u00a02021"] == ""


@pytest.mark.parametrize(
    ("byline", "printed"),
    [
        ("Jane Doe, John Roe", "Jane Doe and John Roe"),
        ("Jane Doe, J. A. Roe, Ida Ó Néill", "Jane Doe, J. A. Roe and Ida Ó Néill"),
        ("Jane Doe", "Jane Doe"),
        ("Jane Doe, Brussels", "Jane Doe, Brussels"),
        ("Jane Doe, Diplomatic Correspondent", "Jane Doe, Diplomatic Correspondent"),
        ("Jane Doe, head of desk", "Jane Doe, head of desk"),
    ],
)
def test_several_authors_are_joined_and_what_else_stands_there_stays(
    byline: str, printed: str
) -> None:
    assert citation.authors(byline, FORM) == printed


def test_a_short_title_does_not_end_in_a_little_word() -> None:
    article = Article("Five questions for the alliance after the missiles", "Text.")
    assert citation.short(article, FORM) == "“Five questions…”"
