from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.drafts import Draft, Opened, differs, opened, save
from tests.gui.outline.filled import contradict


@pytest.fixture
def quote_id(session) -> str:
    """The quote of the filled briefing."""
    cards = session.store.entries.cards(session.memo_id)
    return next(card.entry.id for card in cards if card.entry.kind == Kind.QUOTE)


def test_an_entry_opens_with_its_sources_and_their_lines(session, quote_id):
    contradict(session.store, quote_id)
    entry = opened(session.store, quote_id)
    assert [source.line for source in entry.sources] == [
        "Harbor Ledger, 6 Jan 2020  ·  Harbour talks resume",
        "Meridian Wire, Jan 2020  ·  Officials deny figures",
    ]
    assert [source.is_against for source in entry.sources] == [False, True]
    assert entry.main is entry.sources[0]
    assert entry.draft.speaker == "Anna Kovac"


def test_words_near_the_passage_may_be_quoted_and_others_may_not(session, quote_id):
    sources = opened(session.store, quote_id).sources
    assert differs("“We will not be hurried”", sources) == ""
    assert differs("“A crane fell into the basin”", sources) == ""
    assert differs("“We will be hurried”", sources) != ""


def test_saving_what_did_not_change_writes_nothing(session, quote_id):
    steps = session.store.steps()
    entry = opened(session.store, quote_id)
    assert save(session.store, entry, entry.draft) == quote_id
    assert session.store.steps() == steps


def test_saving_one_change_touches_only_that(session, quote_id):
    heard = []
    session.store.subscribe(heard.append)
    entry = opened(session.store, quote_id)
    save(session.store, entry, replace(entry.draft, credibility="3"))
    assert [set(change.rows) for change in heard] == [{"excerpt"}]


def test_a_new_text_goes_where_it_was_asked_for(session):
    section = session.sections()[0].section.id
    place = Opened(Draft(), section_id=section, index=1)
    id = save(session.store, place, Draft(text="Between.", note="n"))
    entries = session.store.entries.of_section(section)
    assert (entries[1].id, entries[1].kind, entries[1].note) == (id, Kind.TEXT, "n")
    assert save(session.store, place, Draft(text=" ", note="n")) == ""
