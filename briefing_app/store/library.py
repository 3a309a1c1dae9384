"""What the library lists: which articles, in which order, with what said of each."""

from __future__ import annotations

import json
from collections.abc import Iterable

from briefing_app.domain.article import ArticleRow
from briefing_app.store import finding, rows
from briefing_app.store.conditions import STATES, Clause
from briefing_app.store.journal import Journal

FILTERS = {"all": "", "unread": "unread", "tagged": "tagged", "incomplete": "incomplete"}
"""Name -> the word after "is:" that says the same in a query."""

COUNTS = {
    "all": "SELECT count(*) FROM article",
    "unread": "SELECT (SELECT count(*) FROM article) - (SELECT count(*) FROM reading)",
    "tagged": "SELECT count(DISTINCT article_id) FROM excerpt",
    "incomplete": f"SELECT count(*) FROM article WHERE {STATES['incomplete']}",
}

_ENTRIES_OF_KIND = """(
    SELECT count(DISTINCT entry.id) FROM excerpt
    JOIN evidence ON evidence.excerpt_id = excerpt.id JOIN entry ON entry.id = evidence.entry_id
    WHERE excerpt.article_id = article.id AND entry.kind = '{kind}'
)"""

_HAS_LATER = (
    "EXISTS (SELECT 1 FROM article AS later "
    "WHERE later.version_of = article.id AND later.version_of <> '')"
)


def count(journal: Journal) -> int:
    """How many articles there are."""
    found = journal.row(COUNTS["all"])
    return found[0] if found else 0


def counts(journal: Journal) -> dict[str, int]:
    """How many articles each filter lets through."""
    row = journal.row("SELECT " + ", ".join(f"({sql})" for sql in COUNTS.values()))
    return dict(zip(COUNTS, row or (), strict=True))


def common(journal: Journal, ids: Iterable[str], fields: Iterable[str]) -> dict[str, str | None]:
    """Field -> the value that all these articles have, None where they differ."""
    names = list(fields)
    values = ", ".join(f"min({name}), max({name})" for name in names)
    row = journal.row(
        f"SELECT {values} FROM article WHERE id IN (SELECT value FROM json_each(?))",
        [rows.id_list(ids)],
    )
    ends = [value or "" for value in row or ()]
    return {
        name: low if low == high else None
        for name, low, high in zip(names, ends[::2], ends[1::2], strict=True)
    }


def ids(journal: Journal, filter: str, sort: str) -> list[str]:
    """Ids of the articles that `filter` (see FILTERS) lets through, in the order `sort`.

    newest, oldest   by date of publication, those without one last
    headline, outlet  alphabetical, those without one last, newest first among equals
    added            the last imported first
    """
    state = FILTERS[filter]
    return finding.ids(journal, Clause(STATES[state]) if state else finding.EVERYTHING, sort)


def listed(journal: Journal, ids: Iterable[str]) -> list[ArticleRow]:
    """What the library shows of these articles, in the order asked; gone ones left out."""
    quotes, facts = (_ENTRIES_OF_KIND.format(kind=kind) for kind in ("quote", "fact"))
    found = journal.rows(
        f"SELECT article.id, headline, publisher, published, byline, "
        f"article.n IN (SELECT n FROM reading), {quotes}, {facts}, added_at, proposals, "
        f"{_HAS_LATER} "
        f"FROM json_each(?) AS wanted CROSS JOIN article ON article.id = wanted.value "
        f"ORDER BY wanted.key",
        [rows.id_list(ids)],
    )
    return [_library_row(row) for row in found]


def _library_row(row: tuple) -> ArticleRow:
    id, headline, publisher, published, byline, is_read, quotes, facts, added_at = row[:9]
    proposals, is_earlier = row[9:]
    known = {"headline": headline, "publisher": publisher, "published": published}
    missing = tuple(name for name, value in known.items() if not value)
    told = json.loads(proposals) if proposals != "[]" and missing else ()
    return ArticleRow(
        id, headline, publisher, published, byline, bool(is_read), quotes, facts, missing, added_at,
        bool(is_earlier),
        tuple((hint["field"], hint["value"]) for hint in told if hint["field"] in missing),
    )  # fmt: skip
