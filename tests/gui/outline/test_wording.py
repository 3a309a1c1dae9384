from __future__ import annotations

from briefing_app.domain.outline import Entry, Kind, Layout, Placed, Section
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.wording import (
    counted,
    own_words,
    source_line,
    spoken_card,
    told_glance,
    warning,
)
from briefing_app.store.cards import Card
from briefing_app.store.glances import Glance


def card(kind: Kind = Kind.FACT, sources: int = 1, against: int = 0, **more) -> Card:
    ids = tuple(str(n) for n in range(sources + against))
    outlet, day = more.get("publisher", "Wire"), more.get("published", "2020-01-06")
    entry = Entry("section", kind, "It is so.", note=more.get("note", ""))
    origins = more.get("origins", sources)
    speaker = more.get("speaker", "")
    return Card(entry, ids, speaker, "article", outlet, day, sources, against, origins)


def row(card: Card, layout: Layout = Layout.BULLETS) -> Node:
    section = Section("memo", "Title", layout=layout)
    parent = Node(1, section.id, Placed(section, 0, "1"))
    return Node(2, card.entry.id, card=card, parent=parent)


def test_what_is_unknown_of_a_source_is_left_out():
    assert source_line(card()) == "Wire, 6 Jan"
    assert source_line(card(published="")) == "Wire"
    assert source_line(card(publisher="")) == "6 Jan"
    assert source_line(card(publisher="", published="")) == "no outlet, no date"
    assert source_line(card(sources=3)) == "3 sources"


def test_sources_of_fewer_origins_say_so():
    assert source_line(card(sources=3, origins=1)) == "3 sources, 1 origin"
    assert source_line(card(sources=3, origins=2)) == "3 sources, 2 origins"


def test_only_own_text_may_stand_without_a_source_but_no_judgment():
    assert warning(row(card(sources=0))) == "No source"
    own = card(Kind.TEXT, sources=0)
    assert warning(row(own)) == ""
    assert own_words(row(own)) == "Own text, no source"
    assert own_words(row(own, Layout.PARAGRAPHS)) == "Own text"
    assert warning(row(own, Layout.JUDGMENTS)) == "No source"
    assert own_words(row(own, Layout.JUDGMENTS)) == ""


def test_a_card_warns_of_what_speaks_against_it_and_of_other_words():
    assert warning(row(card())) == ""
    assert warning(row(card(against=2))) == "2 against"
    assert warning(row(card(sources=0, against=1))) == "No source, 1 against"
    assert warning(row(card(Kind.QUOTE)), "the article does not say “so”") == "Differs"


def test_a_screen_reader_hears_everything_that_is_drawn():
    told = spoken_card(row(card(Kind.QUOTE, speaker="A. Kovac", against=1, note="check")))
    assert told == "Quote, A. Kovac: It is so., Wire 6 Jan, 1 against, has a note"
    assert spoken_card(row(card())) == "Fact: It is so., Wire 6 Jan"
    assert spoken_card(row(card(Kind.TEXT, 0, publisher="", published=""))) == (
        "Text: It is so., Own text, no source"
    )


def test_a_section_tells_its_figures_and_its_gaps():
    assert told_glance(Glance()) == "Nothing filed here yet"
    assert told_glance(Glance(1, 1, 1, "2020-01-06")) == (
        "1 entry · 1 origin · 1 outlet\nOldest source: 6 Jan 2020"
    )
    assert told_glance(Glance(4, 2, 0, "", 1, 2)) == (
        "4 entries · 2 origins · 0 outlets\n1 fact of one origin · 2 without source"
    )


def test_counts_agree_in_number():
    assert [counted(n, "entry", "entries") for n in (0, 1, 2000)] == [
        "0 entries",
        "1 entry",
        "2,000 entries",
    ]
