"""Each section in figures, so that its gaps are seen at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.outline import Kind, Layout, Stance
from briefing_app.domain.sourcing import have_one_origin, needs_source, origin_key
from briefing_app.store.journal import Journal


@dataclass(frozen=True)
class Glance:
    """What a section has of its own; what is below its sub-sections does not count.

    origins, outlets  independent origins and publishers that support its entries
    oldest            ISO 8601 day, month or year of its oldest source, "" for none
    single_source     facts of which all support goes back to one origin
    unsourced         entries that need a source (see domain.sourcing) and have none
    """

    entries: int = 0
    origins: int = 0
    outlets: int = 0
    oldest: str = ""
    single_source: int = 0
    unsourced: int = 0

    @property
    def is_empty(self) -> bool:
        """True while nothing is filed in the section itself."""
        return not self.entries


def glances(journal: Journal, memo_id: str) -> dict[str, Glance]:
    """Section id -> its figures, for every section of a memo."""
    found = journal.rows(
        "SELECT section.id, layout, entry.id, kind, article.id, origin, publisher, published "
        "FROM section LEFT JOIN entry ON entry.section_id = section.id "
        "LEFT JOIN evidence ON evidence.entry_id = entry.id AND stance = ? "
        "LEFT JOIN excerpt ON excerpt.id = evidence.excerpt_id "
        "LEFT JOIN article ON article.id = excerpt.article_id WHERE memo_id = ?",
        [Stance.SUPPORTING.value, memo_id],
    )
    by_section: dict[str, list[tuple]] = {}
    for section_id, *rest in found:
        by_section.setdefault(section_id, []).append(tuple(rest))
    return {section_id: _glance(rows) for section_id, rows in by_section.items()}


def _glance(found: list[tuple]) -> Glance:
    kinds: dict[str, tuple[str, str]] = {}
    support: dict[str, set[str]] = {}
    outlets, days = set(), set()
    for layout, entry_id, kind, article_id, origin, publisher, published in found:
        if entry_id is None:
            continue
        kinds[entry_id] = kind, layout
        keys = support.setdefault(entry_id, set())
        if article_id is not None:
            keys.add(origin_key(origin, article_id))
            outlets.add(publisher)
            days.add(published[:10])
    bare = [kinds[id] for id, keys in support.items() if not keys]
    return Glance(
        len(kinds),
        len(set().union(*support.values())),
        len(outlets - {""}),
        min(days - {""}, default=""),
        sum(kinds[id][0] == Kind.FACT and have_one_origin(keys) for id, keys in support.items()),
        sum(needs_source(Kind(kind), Layout(layout)) for kind, layout in bare),
    )
