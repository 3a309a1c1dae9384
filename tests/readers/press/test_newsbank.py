"""Exports of NewsBank."""

from __future__ import annotations

from briefing_app.readers import read, read_bytes
from tests.readers.press.test_exports import FOLDER

PROSE = (
    "The alliance will pause its courses in Iraq and withdraw nobody for the time being, it said."
)


def test_the_article_of_a_name_stands_before_it() -> None:
    first, second = read(FOLDER / "newsbank-two-articles.txt").articles
    assert first.publisher == "The Sample Courier"
    assert [(x.kind, x.text) for x in first.set_aside if x.kind == "caption"] == [
        ("caption", "A class outside Baghdad in December.")
    ]
    assert second.print_page == "3"


def test_a_day_first_date_and_no_labels_above_the_text() -> None:
    text = (
        f"Trainers stay\n\nSample Courier (London, England) - 7 January 2020\n\n{PROSE}\n\n"
        f"{PROSE}\n\nRecord Number: 1\n"
    )
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert (article.headline, article.published) == ("Trainers stay", "2020-01-07")
    assert article.body == f"{PROSE}\n{PROSE}"
