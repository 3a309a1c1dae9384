"""What changed from one memo to the next: entries that are new, gone, reworded or judged anew."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.outline import Entry, Kind, arrange

ALIKE = 0.6
"""Least similarity (0..1) at which an entry counts as another one reworded."""


@dataclass(frozen=True)
class Changed:
    """An entry as it was, and as it is now."""

    before: Entry
    now: Entry


@dataclass(frozen=True)
class Rerated:
    """An entry whose rating changed: reliability and credibility, e.g. "B3" and "B1"."""

    now: Entry
    rating_before: str
    rating_now: str


@dataclass(frozen=True)
class Comparison:
    """All that changed, in the order of the later memo (of the earlier one for `dropped`)."""

    new: tuple[Entry, ...]
    dropped: tuple[Entry, ...]
    reworded: tuple[Changed, ...]
    rerated: tuple[Rerated, ...]

    @property
    def is_empty(self) -> bool:
        """True when the memos say the same."""
        return not (self.new or self.dropped or self.reworded or self.rerated)


def compare(before: Briefing, now: Briefing) -> Comparison:
    """Compare two memos, each as a snapshot of its own.

    An entry is the same if it rests on the same passages, or has the same words; else the one
    most alike of the same kind.
    """
    old, new = _Side(before), _Side(now)
    pairs = _pairs(old, new)
    matched = {entry.id for pair in pairs for entry in pair}
    changed = (Changed(*pair) for pair in pairs)
    ratings = (Rerated(now, old.rating(was), new.rating(now)) for was, now in pairs)
    return Comparison(
        new=tuple(entry for entry in new.entries if entry.id not in matched),
        dropped=tuple(entry for entry in old.entries if entry.id not in matched),
        reworded=tuple(c for c in changed if c.before.text.strip() != c.now.text.strip()),
        rerated=tuple(r for r in ratings if r.rating_before != r.rating_now),
    )


class _Side:
    """One memo: its entries in reading order, and what each rests on."""

    def __init__(self, briefing: Briefing) -> None:
        places = {place.section.id: n for n, place in enumerate(arrange(briefing.sections))}
        known = (entry for entry in briefing.entries if entry.section_id in places)
        self.entries = sorted(known, key=lambda e: (places[e.section_id], e.position, e.id))
        self._excerpts: dict[str, list[Excerpt]] = {}
        self._articles = briefing.articles
        for tie in briefing.evidence:
            self._excerpts.setdefault(tie.entry_id, []).append(briefing.excerpts[tie.excerpt_id])

    def passages(self, entry: Entry) -> frozenset[tuple[str, int, int]]:
        """Articles and places that an entry rests on; empty for own prose."""
        excerpts = self._excerpts.get(entry.id, ())
        return frozenset((e.article_id, e.start, e.end) for e in excerpts)

    def rating(self, entry: Entry) -> str:
        """The ratings of an entry's evidence, "" where nobody has judged any."""
        excerpts = self._excerpts.get(entry.id, ())
        told = {f"{self._articles[e.article_id].reliability}{e.credibility}" for e in excerpts}
        return ", ".join(sorted(told - {""}))


def _pairs(old: _Side, new: _Side) -> list[tuple[Entry, Entry]]:
    """Entries of the later memo with what they were, in the order of the later one."""
    found: dict[str, Entry] = {}
    left = list(old.entries)
    for key in (_everything, _kind_and_passages):
        waiting: dict[Hashable, list[Entry]] = {}
        for entry in left:
            waiting.setdefault(key(old, entry), []).append(entry)
        for entry in new.entries:
            twins = waiting.get(key(new, entry), []) if entry.id not in found else []
            if twins and key(new, entry) is not None:
                found[entry.id] = twins.pop(0)
        taken = {entry.id for entry in found.values()}
        left = [entry for entry in left if entry.id not in taken]
    for entry in new.entries:
        if entry.id not in found:
            twin = next((was for was in left if _is_alike(was, entry)), None)
            if twin is not None:
                left.remove(twin)
                found[entry.id] = twin
    return [(found[entry.id], entry) for entry in new.entries if entry.id in found]


def _everything(side: _Side, entry: Entry) -> Hashable:
    return entry.kind, entry.text.strip(), side.passages(entry)


def _kind_and_passages(side: _Side, entry: Entry) -> Hashable:
    """None for an entry that rests on nothing: such entries are not the same for that."""
    passages = side.passages(entry)
    return (entry.kind, passages) if passages else None


def _is_alike(old: Entry, new: Entry) -> bool:
    if (old.kind is Kind.QUOTE) is not (new.kind is Kind.QUOTE):
        return False
    matcher = SequenceMatcher(None, old.text, new.text, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
