"""Exports of EBSCO."""

from __future__ import annotations

from briefing_app.readers import read, read_bytes
from tests.readers.press.test_exports import FOLDER

PROSE = (
    "The alliance will pause its courses in Iraq and withdraw nobody for the time being, it said."
)


def test_the_signature_below_a_text_is_no_part_of_it() -> None:
    first, _ = read(FOLDER / "ebsco-two-articles.txt").articles
    assert "~" not in first.body
    assert "By Peter" not in first.body
    assert first.headline == "Trainers stay in Iraq, for now"


def test_a_text_that_quotes_a_record_is_none() -> None:
    record = "Title: Trainers\nSource: Courier\nAccession Number: 1\nDatabase: Newspaper Source"
    text = f"How we search\n\n{PROSE}\n\n{record}\n\n{PROSE}\n\n{PROSE}\n"
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert article.headline == "How we search"
    assert article.body.count(PROSE) == 3


def test_lines_below_the_rights_are_set_aside() -> None:
    text = (
        "Title: Trainers stay\nSource: Courier. 12/01/2020, pA1.\nAccession Number: 1\n"
        f"Database: Newspaper Source\nHTML Full Text:\n\n{PROSE}\n\n{PROSE}\n\n"
        f"Copyright of Courier is theirs.\n\nA note.\n\n{PROSE} Again.\n"
    )
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert f"{PROSE} Again." in [aside.text for aside in article.set_aside]


def test_one_record_without_number_and_with_its_headline_repeated() -> None:
    text = (
        "Title: Trainers stay\nSource: Courier. 12/01/2020, pA1.\nAccession Number: 1\n"
        f"Database: Newspaper Source\nHTML Full Text:\n\nTrainers stay\n\n{PROSE}\n\n{PROSE}\n"
    )
    (article,) = read_bytes("a.txt", text.encode()).articles
    assert (article.published, article.print_page) == ("2020-12-01", "A1")
    assert article.body == f"{PROSE}\n{PROSE}"


def test_an_address_may_be_wrapped_or_stand_below_its_label() -> None:
    whole = "https://search.example/login.aspx?direct=true&db=nfh&AN=2W60&site=ehost-live"
    for printed in (f" {whole[:46]}\n{whole[46:]}", f"\n{whole[:46]}\n{whole[46:]}", f"\n{whole}"):
        text = (
            "Title: Trainers stay\nSource: Courier. 12/01/2020, pA1.\nAccession Number: 1\n"
            f"Persistent link to this record (Permalink):{printed}\n"
            f"Database: Newspaper Source\nHTML Full Text:\n\n{PROSE}\n\n{PROSE}\n"
        )
        (article,) = read_bytes("a.txt", text.encode()).articles
        assert [(p.field, p.value) for p in article.proposals] == [("url", whole)]
        assert article.body == f"{PROSE}\n{PROSE}"
