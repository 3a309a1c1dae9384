"""What the outline draws of entries, and the reading pane of passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from briefing_app.domain.outline import Entry, Kind, Stance
from briefing_app.domain.sourcing import origin_key
from briefing_app.store import rows
from briefing_app.store.journal import Journal


@dataclass(frozen=True)
class Card:
    """An entry with what it rests on.

    excerpt_ids    all its evidence, in order
    speaker, article_id, publisher, published  of its first supporting excerpt, "" without one
    sources, contradicting  how many articles support it, and how many speak against it
    origins        how many independent origins the supporting articles have
    """

    entry: Entry
    excerpt_ids: tuple[str, ...]
    speaker: str
    article_id: str
    publisher: str
    published: str
    sources: int
    contradicting: int
    origins: int = 0


@dataclass(frozen=True)
class Wording:
    """A passage that supports a quote, and the article's text around it."""

    exact: str
    around: str


@dataclass(frozen=True)
class Mark:
    """A passage of an article, in code points, that an entry rests on."""

    excerpt_id: str
    entry_id: str
    section_id: str
    start: int
    end: int
    kind: Kind


def cards(journal: Journal, section_ids: Iterable[str], ids: Iterable[str] | None) -> list[Card]:
    """The cards of the entries in these sections, by section in the order given, then position.

    `ids` narrows them down to those entries.
    """
    order = {id: index for index, id in enumerate(section_ids)}
    where, values = "entry.section_id IN (SELECT value FROM json_each(?))", [rows.id_list(order)]
    if ids is not None:
        where += " AND entry.id IN (SELECT value FROM json_each(?))"
        values.append(rows.id_list(ids))
    found = journal.rows(
        f"SELECT {rows.ENTRY}, excerpt_id, stance, speaker, article_id, publisher, published, "
        "origin FROM entry LEFT JOIN evidence ON evidence.entry_id = entry.id "
        "LEFT JOIN excerpt ON excerpt.id = evidence.excerpt_id "
        "LEFT JOIN article ON article.id = excerpt.article_id "
        f"WHERE {where} ORDER BY entry.section_id, entry.position, entry.n, "
        "evidence.position, evidence.n",
        values,
    )
    made = [_card(list(group)) for _, group in groupby(found, key=lambda row: row[0])]
    return sorted(made, key=lambda card: order[card.entry.section_id])


def _card(found: list[tuple]) -> Card:
    entry = rows.entry(found[0][: rows.ENTRY_COLUMNS])
    evidence = [row[rows.ENTRY_COLUMNS :] for row in found]
    ties = [tie for tie in evidence if tie[0] is not None]
    supporting = [tie for tie in ties if tie[1] == Stance.SUPPORTING]
    against = {tie[3] for tie in ties if tie[1] == Stance.CONTRADICTING}
    first = supporting[0] if supporting else ("",) * 7
    _, _, speaker, article_id, publisher, published, _ = first
    return Card(
        entry,
        tuple(tie[0] for tie in ties),
        speaker,
        article_id,
        publisher,
        published,
        len({tie[3] for tie in supporting}),
        len(against),
        len({origin_key(tie[6], tie[3]) for tie in supporting}),
    )


def wordings(
    journal: Journal, entry_ids: Iterable[str], nearby: int
) -> dict[str, tuple[Wording, ...]]:
    """Entry id -> the passages that support it, with `nearby` characters on either side.

    Entries without such a passage are left out.
    """
    found = journal.rows(
        "SELECT entry_id, exact, substr(body, max(0, start - ?1) + 1, "
        '"end" + ?1 - max(0, start - ?1)) '
        "FROM evidence JOIN excerpt ON excerpt.id = excerpt_id "
        "JOIN article ON article.id = article_id JOIN article_text ON article_text.n = article.n "
        "WHERE stance = ?2 AND entry_id IN (SELECT value FROM json_each(?3)) "
        "ORDER BY evidence.position, evidence.n",
        [nearby, Stance.SUPPORTING.value, rows.id_list(entry_ids)],
    )
    passages: dict[str, tuple[Wording, ...]] = {}
    for entry_id, exact, around in found:
        passages[entry_id] = (*passages.get(entry_id, ()), Wording(exact, around))
    return passages


def marks(journal: Journal, article_id: str, memo_id: str) -> list[Mark]:
    """The passages of an article that a memo rests on, in order; one for each entry."""
    found = journal.rows(
        'SELECT excerpt.id, entry.id, section.id, excerpt.start, excerpt."end", entry.kind '
        "FROM excerpt JOIN evidence ON evidence.excerpt_id = excerpt.id "
        "JOIN entry ON entry.id = evidence.entry_id "
        "JOIN section ON section.id = entry.section_id "
        "WHERE excerpt.article_id = ? AND section.memo_id = ? "
        'ORDER BY excerpt.start, excerpt."end", entry.n',
        [article_id, memo_id],
    )
    return [
        Mark(excerpt_id, entry_id, section_id, start, end, Kind(kind))
        for excerpt_id, entry_id, section_id, start, end, kind in found
    ]
