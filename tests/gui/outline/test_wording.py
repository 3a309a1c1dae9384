from __future__ import annotations

import pytest

from briefing_app.domain.outline import Entry, Kind
from briefing_app.gui.outline.wording import counted, short_date, source_line, spoken_card, warning
from briefing_app.store.cards import Card


def card(kind: Kind = Kind.FACT, sources: int = 1, against: int = 0, **more: str) -> Card:
    ids = tuple(str(n) for n in range(sources + against))
    outlet, day = more.get("publisher", "Wire"), more.get("published", "2020-01-06")
    entry = Entry("section", kind, "It is so.", note=more.get("note", ""))
    return Card(entry, ids, more.get("speaker", ""), "article", outlet, day, sources, against)


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2020-01-06", "6 Jan"),
        ("2020-01", "Jan 2020"),
        ("2020", "2020"),
        ("", ""),
        ("soon", "soon"),
    ],
)
def test_a_full_date_loses_its_year_on_a_card(iso, shown):
    assert short_date(iso) == shown


def test_what_is_unknown_of_a_source_is_left_out():
    assert source_line(card()) == "Wire, 6 Jan"
    assert source_line(card(published="")) == "Wire"
    assert source_line(card(publisher="")) == "6 Jan"
    assert source_line(card(publisher="", published="")) == "no outlet, no date"
    assert source_line(card(sources=3)) == "3 sources"


def test_only_own_text_may_stand_without_a_source():
    assert warning(card(sources=0)) == "No source"
    assert warning(card(Kind.TEXT, sources=0)) == ""
    assert warning(card(against=2)) == "2 against"
    assert warning(card()) == ""


def test_a_screen_reader_hears_everything_that_is_drawn():
    told = spoken_card(card(Kind.QUOTE, speaker="A. Kovac", against=1, note="check"))
    assert told == "Quote, A. Kovac: It is so., Wire 6 Jan, 1 against, has a note"
    assert spoken_card(card()) == "Fact: It is so., Wire 6 Jan"


def test_counts_agree_in_number():
    assert [counted(n, "entry", "entries") for n in (0, 1, 2000)] == [
        "0 entries",
        "1 entry",
        "2,000 entries",
    ]
