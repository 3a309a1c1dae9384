"""Passages filed into sections, and what is said and remembered of it."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import Kind, Stance
from briefing_app.gui.reading.filing import Filing
from briefing_app.gui.reading.passage import Passage
from tests.gui.reading.texts import PLAIN


@pytest.fixture
def filing(session):
    session.open_article(PLAIN.id)
    return Filing(session, session)


def test_a_passage_becomes_an_entry_of_the_section(filing, session):
    section = session.sections()[1].section.id
    assert filing.file(Passage(0, 9), Kind.QUOTE, "Somebody", section) == section
    (entry,) = session.store.entries.of_section(section)
    (tie,) = session.store.entries.evidence(entry.id)
    excerpt = session.store.excerpts.get(tie.excerpt_id)
    assert (excerpt.start, excerpt.end, excerpt.speaker) == (0, 9, "Somebody")
    assert entry.text == PLAIN.body[:9]


def test_a_new_section_and_its_first_entry_are_one_step(filing, session):
    before = session.store.steps()
    section = filing.file(Passage(0, 9), Kind.FACT, "", "", new_title="Reactions")
    assert [placed.section.title for placed in session.sections()][-1] == "Reactions"
    assert len(session.store.entries.of_section(section)) == 1
    session.undo()
    assert session.store.steps() == before
    assert "Reactions" not in [placed.section.title for placed in session.sections()]


def test_the_section_filed_into_last_is_first_among_the_recent_ones(filing, session):
    heard = []
    session.notified.connect(heard.append)
    first, second = (placed.section.id for placed in session.sections()[:2])
    for section in (first, second, first):
        filing.file(Passage(0, 9), Kind.FACT, "", section)
        filing.conclude(section, Kind.FACT)
    assert filing.recent == [first, second]
    assert session.target_id == first
    assert heard[-1].text == "Fact added to 1 Background"
    assert heard[-1].offers_undo


def test_a_passage_that_an_entry_rests_on_already_is_not_added_again(filing, session):
    heard = []
    session.notified.connect(heard.append)
    section = session.sections()[0].section.id
    session.mark_entry(session.store.entries.add(section, Kind.TEXT, "Talks go on."))
    assert filing.add_evidence(Passage(0, 9), Stance.SUPPORTING)
    assert heard[-1].text == "Added as evidence for “Talks go on.”"
    assert filing.add_evidence(Passage(0, 9), Stance.SUPPORTING)
    assert heard[-1].text == "“Talks go on.” rests on that passage already"
    assert len(session.store.entries.evidence(session.entry_id)) == 1


def test_an_entry_that_is_gone_gets_nothing(filing, session):
    section = session.sections()[0].section.id
    session.mark_entry(session.store.entries.add(section, Kind.TEXT, "Talks go on."))
    session.undo()
    assert filing.entry_text() == ""
    assert not filing.add_evidence(Passage(0, 9), Stance.SUPPORTING)
