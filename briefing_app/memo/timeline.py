"""The annex of dated events, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.domain.memo import Emphasis, Run, Table
from briefing_app.domain.outline import Entry, Kind, Stance
from briefing_app.memo import citation
from briefing_app.memo.form import Form
from briefing_app.memo.sources import Sources
from briefing_app.memo.wording import hold_together, sentence

FEWEST = 3
"""Dated events below which no timeline is drawn."""


def timeline(sources: Sources, printed: Sequence[tuple[str, Entry]], form: Form) -> Iterator[Table]:
    """The facts whose event is dated, as a table; nothing where they are fewer than FEWEST."""
    dated = [(when(sources, entry), section, entry) for section, entry in printed]
    dated = [item for item in dated if item[0] and item[2].kind is Kind.FACT]
    if len(dated) < FEWEST:
        return
    rows = tuple(
        (
            (Run(citation.long_date(day, form) or form.labels["unrated"], Emphasis.LEAD),),
            (Run(hold_together(sentence(entry.text), form.months)),),
            sources.column(entry, section),
        )
        for day, section, entry in sorted(dated, key=lambda item: item[0])
    )
    header = tuple(form.columns[name] for name in ("date", "event", "source"))
    description = form.sentences["timeline_table"]
    yield Table(form.labels["timeline"], description, (0.19, 0.62, 0.19), header, rows)


def when(sources: Sources, entry: Entry) -> str:
    """ISO 8601 date or time of what an entry tells, "" where nobody has entered one."""
    excerpts = sources.excerpts(entry, Stance.SUPPORTING)
    return next((e.event_time for e in excerpts if e.event_time), "")
