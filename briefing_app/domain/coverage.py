"""Which outlets cover which sections of a memo, and what happened when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Placed, Stance, arrange


@dataclass(frozen=True)
class Coverage:
    """Sections by outlets.

    outlets  most often used first; "" stands for articles without one and comes last
    entries  (section id, outlet) -> ids of the entries that rest on it, in order; pairs without
             any are left out
    unsourced  section id -> ids of entries that rest on nothing
    """

    sections: tuple[Placed, ...]
    outlets: tuple[str, ...]
    entries: Mapping[tuple[str, str], tuple[str, ...]]
    unsourced: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Event:
    """A dated event: ISO 8601 date or time as far as known, and the entry that tells of it."""

    when: str
    entry_id: str
    text: str


def coverage(briefing: Briefing) -> Coverage:
    """Count supporting evidence by section and outlet."""
    sections = arrange(briefing.sections)
    outlets_of = _outlets_of(briefing)
    cells: dict[tuple[str, str], dict[str, None]] = {}
    unsourced: dict[str, list[str]] = {}
    used: dict[str, int] = {}
    for entry in sorted(briefing.entries, key=lambda e: (e.position, e.id)):
        for outlet in outlets_of.get(entry.id, ()):
            cells.setdefault((entry.section_id, outlet), {})[entry.id] = None
            used[outlet] = used.get(outlet, 0) + 1
        if entry.id not in outlets_of:
            unsourced.setdefault(entry.section_id, []).append(entry.id)
    ordered = sorted(used, key=lambda outlet: (not outlet, -used[outlet], outlet.casefold()))
    return Coverage(
        sections,
        tuple(ordered),
        {cell: tuple(ids) for cell, ids in cells.items()},
        {section: tuple(ids) for section, ids in unsourced.items()},
    )


def events(briefing: Briefing) -> tuple[Event, ...]:
    """The dated events that entries tell of, in the order of time; one an entry."""
    dates: dict[str, str] = {}
    for tie in sorted(briefing.evidence, key=lambda tie: (tie.position, tie.id)):
        when = briefing.excerpts[tie.excerpt_id].event_time
        if when and tie.stance is Stance.SUPPORTING:
            dates.setdefault(tie.entry_id, when)
    found = (Event(dates[e.id], e.id, e.text) for e in briefing.entries if e.id in dates)
    return tuple(sorted(found, key=lambda event: (event.when, event.entry_id)))


def _outlets_of(briefing: Briefing) -> dict[str, dict[str, None]]:
    """Entry id -> outlets that support it, in order."""
    found: dict[str, dict[str, None]] = {}
    for tie in sorted(briefing.evidence, key=lambda tie: (tie.position, tie.id)):
        if tie.stance is Stance.SUPPORTING:
            article = briefing.articles[briefing.excerpts[tie.excerpt_id].article_id]
            found.setdefault(tie.entry_id, {})[article.publisher] = None
    return found
