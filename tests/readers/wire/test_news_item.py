"""What agencies' formats share."""

from __future__ import annotations

import pytest

from briefing_app.readers.particulars.metadata import Particulars
from briefing_app.readers.wire.news_item import (
    authors,
    best_body,
    markup_body,
    no_text,
    offer_deck,
    plain_body,
    printed_outlet,
    state_warnings,
)


def test_a_deck_that_is_only_the_beginning_of_the_text_is_none() -> None:
    found = Particulars()
    offer_deck(found, "The ministers met", ["The ministers met on Monday."], "feed")
    assert found.get("deck") == ""
    offer_deck(found, "A long day", ["The ministers met on Monday."], "feed")
    assert found.get("deck") == "A long day"


@pytest.mark.parametrize(
    ("state", "embargo", "count"),
    [("usable", "", 0), ("", "", 0), ("canceled", "", 1), ("withheld", "2020-01-06", 2)],
)
def test_only_what_is_out_of_the_ordinary_is_said(state: str, embargo: str, count: int) -> None:
    assert len(list(state_warnings("T", state, embargo))) == count


def test_markup_goes_before_plain_text_of_the_same_length() -> None:
    marked_up, plain = markup_body("<p>One and</p><p>two.</p>"), plain_body("One and two.")
    assert best_body([marked_up], [plain]) == marked_up
    assert best_body([], [plain]) == plain
    assert best_body([markup_body("<p>One</p>")], [plain]) == plain
    assert best_body([], []) == ([], [])


def test_the_kind_of_what_has_no_text_is_named() -> None:
    assert "it is a picture" in no_text(["picture"]).message
    assert "not in this file" in no_text(["x"]).message


TYPED = """<p>(Adds comments, detail)
    * Allies keep their trainers
    * Talks go on

    By Jane Doe
    BRUSSELS, Jan 6 (Reuters) - The allies agreed on Monday to keep their
trainers in Iraq, two <b>officials</b> said after the
meeting.
    Another meeting will follow, they said, and it may be a
long one.</p>"""


def test_a_text_set_like_a_typewriters_has_paragraphs() -> None:
    lines, _ = markup_body(f"<body>{TYPED}</body>")
    assert lines == [
        "(Adds comments, detail)", "* Allies keep their trainers", "* Talks go on", "By Jane Doe",
        "BRUSSELS, Jan 6 (Reuters) - The allies agreed on Monday to keep their trainers in Iraq, "
        "two officials said after the meeting.",
        "Another meeting will follow, they said, and it may be a long one.",
    ]  # fmt: skip


def test_a_paragraph_that_is_only_indented_stays_one() -> None:
    html = "<p>The allies\n      agreed on Monday\n      to keep\n      their trainers.</p>"
    assert markup_body(html)[0] == ["The allies agreed on Monday to keep their trainers."]


def test_what_is_told_the_desks_is_set_aside() -> None:
    lines, aside = best_body([markup_body(TYPED)], [])
    assert lines[0] == "* Allies keep their trainers"
    assert [item.text for item in aside] == ["(Adds comments, detail)"]


@pytest.mark.parametrize(
    ("names", "byline"),
    [(["ab/cd"], ""), (["muster.sandra"], ""), (["gr"], ""), (["Reuters"], ""), (["dpa"], ""),
     (["Jane Doe", "ab/cd"], "Jane Doe"), (["By Jane Doe"], "Jane Doe")],
)  # fmt: skip
def test_initials_log_in_names_and_the_agency_are_no_authors(names: list[str], byline: str) -> None:
    assert authors(names, "Reuters") == byline


def test_a_known_name_of_the_agency_goes_before_its_company() -> None:
    assert printed_outlet(["Deutsche Presse-Agentur GmbH", "dpa"]) == "Deutsche Presse-Agentur"
    assert printed_outlet(["", "Example Wire Ltd", "Other"]) == "Example Wire Ltd"
    assert printed_outlet([]) == ""
