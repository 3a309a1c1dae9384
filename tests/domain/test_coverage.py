"""Sections by outlets, and events by time."""

from __future__ import annotations

from briefing_app.domain.article import Article
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.coverage import coverage, events
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.outline import Entry, Evidence, Kind, Memo, Section, Stance


def briefing() -> Briefing:
    """Two sections; Reuters twice, an article without outlet once, one entry without a source."""
    articles = {
        "r": Article("R", "Ships left.", id="r", publisher="Reuters"),
        "n": Article("N", "Ships left.", id="n"),
    }
    excerpts = {
        "x1": Excerpt("r", 0, 5, "Ships", id="x1", event_time="2020-01-06T14:00"),
        "x2": Excerpt("n", 0, 5, "Ships", id="x2", event_time="2020-01-03"),
        "x3": Excerpt("r", 6, 10, "left", id="x3"),
    }
    sections = (Section("m", "A", "a"), Section("m", "B", "b", position=1))
    entries = (
        Entry("a", Kind.FACT, "first", "e1"),
        Entry("a", Kind.FACT, "second", "e2", 1),
        Entry("b", Kind.FACT, "third", "e3"),
    )
    ties = (
        Evidence("e1", "x1", "t1"),
        Evidence("e1", "x2", "t2", position=1),
        Evidence("e2", "x3", "t3"),
        Evidence("e3", "x2", "t4", Stance.CONTRADICTING),
    )
    return Briefing("B", Memo("M", "m"), sections, entries, ties, excerpts, articles)


def test_outlets_are_counted_by_section_the_most_used_first() -> None:
    found = coverage(briefing())
    assert found.outlets == ("Reuters", "")
    assert found.entries == {("a", "Reuters"): ("e1", "e2"), ("a", ""): ("e1",)}
    assert [placed.section.id for placed in found.sections] == ["a", "b"]


def test_what_is_only_contradicted_rests_on_nothing() -> None:
    assert coverage(briefing()).unsourced == {"b": ("e3",)}


def test_events_come_by_time_with_the_first_date_of_their_evidence() -> None:
    found = events(briefing())
    assert [(event.when, event.entry_id) for event in found] == [("2020-01-06T14:00", "e1")]
