"""An entry while it is edited, and how it is written into the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.outline import Kind, Stance
from briefing_app.domain.sourcing import have_one_origin, origin_key
from briefing_app.gui.dates import shown_date
from briefing_app.gui.outline.wording import outlet_and_day
from briefing_app.memo.integrity import NEARBY, difference
from briefing_app.store import Store

OF_ENTRY = ("note", "translation", "translator", "marking")
OF_EXCERPT = ("speaker", "speaker_role", "credibility", "event_time")
OF_ARTICLE = ("reliability", "origin", "relays")
"""Fields of a draft by whose they are; the first source stands for excerpt and article."""


@dataclass(frozen=True)
class Source:
    """A passage that the entry rests on.

    line    "Bloomberg, 6 Jan 2020 · Headline"
    around  the article's text near the passage, in which a quote may have been widened
    reliability, origin, relays  of its article
    """

    evidence_id: str
    excerpt: Excerpt
    line: str
    around: str
    is_against: bool
    reliability: str = ""
    origin: str = ""
    relays: str = ""


@dataclass(frozen=True)
class Draft:
    """What the editor shows and changes.

    speaker, speaker_role, credibility, event_time  of the first source, "" without sources
    reliability, origin, relays  of the first source's article
    removed               ids of evidence that the user does not want any more
    turned                ids of evidence that shall stand on the other side
    """

    kind: Kind = Kind.TEXT
    text: str = ""
    note: str = ""
    speaker: str = ""
    credibility: str = ""
    speaker_role: str = ""
    event_time: str = ""
    translation: str = ""
    translator: str = ""
    marking: str = ""
    reliability: str = ""
    origin: str = ""
    relays: str = ""
    removed: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Opened:
    """An entry as it stood when the editor opened; `entry_id` "" for one to be written.

    section_id, index  where a new one goes
    """

    draft: Draft
    sources: tuple[Source, ...] = ()
    entry_id: str = ""
    section_id: str = ""
    index: int = 0

    @property
    def main(self) -> Source | None:
        """The source whose speaker and credibility are edited."""
        return main_of(self.sources)


def main_of(sources: tuple[Source, ...]) -> Source | None:
    """The first source that bears the entry out, else the first one."""
    supporting = (source for source in sources if not source.is_against)
    return next(supporting, sources[0] if sources else None)


def opened(store: Store, entry_id: str) -> Opened:
    """Read an entry with its sources. Raises KeyError: it is gone."""
    entry = store.entries.get(entry_id)
    sources = tuple(
        _source(store, tie.id, tie.excerpt_id, tie.stance)
        for tie in store.entries.evidence(entry_id)
    )
    main = main_of(sources)
    draft = Draft(
        entry.kind,
        entry.text,
        entry.note,
        translation=entry.translation,
        translator=entry.translator,
        marking=entry.marking,
    )
    if main:
        details = {name: getattr(main.excerpt, name) for name in OF_EXCERPT}
        draft = replace(draft, **details, **{name: getattr(main, name) for name in OF_ARTICLE})
    return Opened(draft, sources, entry_id, entry.section_id)


def _source(store: Store, evidence_id: str, excerpt_id: str, stance: Stance) -> Source:
    excerpt = store.excerpts.get(excerpt_id)
    article = store.articles.get(excerpt.article_id)
    where = outlet_and_day(article.publisher, shown_date(article.published))
    line = "  ·  ".join(part for part in (where, article.headline) if part)
    around = article.body[max(0, excerpt.start - NEARBY) : excerpt.end + NEARBY]
    particulars = {name: getattr(article, name) for name in OF_ARTICLE}
    is_against = stance == Stance.CONTRADICTING
    return Source(evidence_id, excerpt, line, around, is_against, **particulars)


def rests_on_one_origin(sources: Sequence[Source], main: Source | None, origin: str) -> bool:
    """Whether all that supports an entry goes back to one origin; False without any support.

    origin  what the user says now that the main source's article rests on
    """
    edited = main.excerpt.article_id if main else ""
    keys = []
    for source in sources:
        id = source.excerpt.article_id
        if not source.is_against:
            keys.append(origin_key(origin if id == edited else source.origin, id))
    return have_one_origin(keys)


def differs(text: str, sources: Sequence[Source]) -> str:
    """What keeps a quote from being what its articles say, "" when nothing does."""
    for source in sources:
        if source.is_against:
            continue
        reason = difference(text, source.excerpt.exact) and difference(text, source.around)
        if reason:
            return reason
    return ""


def save(store: Store, before: Opened, draft: Draft) -> str:
    """Write what differs, as one step of undo; the entry's id, "" when there was nothing."""
    if not before.entry_id:
        if not draft.text.strip():
            return ""
        with store.change("Add text"):
            id = store.entries.add(
                before.section_id, draft.kind, draft.text, before.index, draft.note
            )
            store.entries.update(id, **{name: getattr(draft, name) for name in OF_ENTRY})
        return id
    text = draft.text if draft.text.strip() else before.draft.text
    with store.change("Edit entry"):
        words = {name: getattr(draft, name) for name in OF_ENTRY}
        store.entries.update(before.entry_id, text=text, kind=draft.kind, **words)
        main = before.main
        if main:
            store.excerpts.update(main.excerpt.id, **{n: getattr(draft, n) for n in OF_EXCERPT})
            particulars = {n: getattr(draft, n) for n in OF_ARTICLE}
            store.articles.update(main.excerpt.article_id, **particulars)
        for source in before.sources:
            if source.evidence_id in draft.turned:
                stance = Stance.SUPPORTING if source.is_against else Stance.CONTRADICTING
                store.entries.set_stance(source.evidence_id, stance)
        for evidence_id in draft.removed:
            store.entries.remove_evidence(evidence_id)
    return before.entry_id
