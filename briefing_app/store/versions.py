"""Later versions of an article: both are kept, and excerpts go to the new one where they can."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing_app.domain import selector
from briefing_app.domain.excerpt import Excerpt
from briefing_app.errors import QuoteNotFound
from briefing_app.store import article_rows, excerpts
from briefing_app.store.journal import Journal


@dataclass(frozen=True)
class Reanchored:
    """What became of the excerpts of the older version, by id.

    moved    stand in the new version word for word, and belong to it now
    altered  stand there in other words, and stay with the older version
    lost     do not stand there, and stay with the older version
    """

    moved: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def make_version(journal: Journal, new_id: str, old_id: str) -> Reanchored:
    """See Articles.make_version."""
    new, old = article_rows.load(journal, new_id), article_rows.load(journal, old_id)
    if new.id == old.id or old.version_of == new.id:
        raise ValueError("an article is no later version of itself")
    fates: dict[str, list[str]] = {"moved": [], "altered": [], "lost": []}
    with journal.change("Add version"):
        journal.write("UPDATE article SET version_of = ? WHERE id = ?", [old.id, new.id])
        for excerpt in excerpts.of_article(journal, old.id):
            fate, found = _found(excerpt, new.body)
            fates[fate].append(excerpt.id)
            if found is not None:
                excerpts.write_passage(journal, replace(found, article_id=new.id))
    return Reanchored(**{fate: tuple(ids) for fate, ids in fates.items()})


def later_than(journal: Journal, id: str) -> list[str]:
    """See Articles.later_versions."""
    found = journal.rows(
        "SELECT id FROM article WHERE version_of = ? AND version_of <> '' ORDER BY n", [id]
    )
    return [row[0] for row in found]


def ties(journal: Journal) -> dict[str, str]:
    """See Articles.version_ties."""
    found = journal.rows(
        "SELECT version_of, id FROM article INDEXED BY article_version_of "
        "WHERE version_of <> '' ORDER BY n"
    )
    return dict(found)


def _found(excerpt: Excerpt, body: str) -> tuple[str, Excerpt | None]:
    """What became of an excerpt, and where it stands now if it is there word for word."""
    try:
        at = selector.locate(excerpt.selector, body)
    except QuoteNotFound:
        return "lost", None
    if body[at.start : at.end] != excerpt.exact:
        return "altered", None
    quote = selector.make(body, at.start, at.end).quote
    found = replace(excerpt, start=at.start, end=at.end, prefix=quote.prefix, suffix=quote.suffix)
    return "moved", found
