"""The annex of dated events, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from briefing_app.domain.memo import Emphasis, Paragraph, Picture, Point, Role, Run, Table
from briefing_app.domain.outline import Entry, Kind, Stance
from briefing_app.memo import citation, timeline_picture
from briefing_app.memo.form import Form
from briefing_app.memo.sources import Place, Sources
from briefing_app.memo.wording import hold_together, opening, sentence

FEWEST = 3
"""Dated events below which no timeline is drawn."""


def timeline(
    sources: Sources, printed: Sequence[tuple[Place, Entry]], form: Form
) -> Iterator[Paragraph | Table | Picture]:
    """The facts whose event is dated: drawn, and as a table; nothing if fewer than FEWEST."""
    dated = [(when(sources, entry), place, entry) for place, entry in printed]
    dated = [item for item in dated if item[0] and item[2].kind is Kind.FACT]
    if len(dated) < FEWEST:
        return
    dated.sort(key=itemgetter(0))
    points = tuple(_points(dated, form))
    if timeline_picture.fits(points):
        caption = form.labels["figure"].format(number=1, title=form.labels["timeline"])
        yield Paragraph(Role.CAPTION, (Run(caption),))
        told = "; ".join(f"{point.label}{form.words.colon}{point.text}" for point in points)
        yield Picture(form.labels["timeline"], told, points)
    rows = tuple(
        (
            (Run(citation.long_date(day, form) or form.labels["unrated"], Emphasis.LEAD),),
            (Run(hold_together(sentence(entry.text), form.months)),),
            sources.column(entry, place),
        )
        for day, place, entry in dated
    )
    header = tuple(form.columns[name] for name in ("date", "event", "source"))
    description = form.sentences["timeline_table"]
    yield Table(form.labels["timeline"], description, (0.19, 0.62, 0.19), header, rows)


def _points(dated: Sequence[tuple[str, Place, Entry]], form: Form) -> Iterator[Point]:
    """One point a day."""
    pronouns = form.words.formats["pronouns"]
    year = ""
    for day, group in groupby(dated, key=lambda item: item[0][:10]):
        told = [opening(sentence(entry.text), pronouns) for _, _, entry in group]
        # Without its lead, "The commission. It met" would not say who.
        whole = (
            f"{head} {rest}" if rest.partition(" ")[0].casefold() in pronouns else rest
            for head, rest in told
        )
        text = "; ".join(words.strip().rstrip(".。") for words in whole)
        label = citation.long_date(day, form)
        if label:
            # A year is told once, with its first day.
            shown = form.words.day_of_year(day) if day[:4] == year else label
            year = day[:4]
            yield Point(day, shown or label, text)


def when(sources: Sources, entry: Entry) -> str:
    """ISO 8601 date or time of what an entry tells, "" where nobody has entered one."""
    excerpts = sources.excerpts(entry, Stance.SUPPORTING)
    return next((e.event_time for e in excerpts if e.event_time), "")
