"""The conditions of a query in SQL, for articles and for entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from briefing_app.domain.name_variants import Groups, folded
from briefing_app.domain.outline import Section, arrange
from briefing_app.domain.query import Condition, dates
from briefing_app.store import rows


class Rows(Protocol):
    """What answers queries: the journal, or a reader in another thread."""

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple]:
        """All rows of a query."""


class Clause(NamedTuple):
    """Something to put after WHERE, and the values for its question marks."""

    sql: str
    values: tuple[Any, ...] = ()


NONE = Clause("0")

STATES = {
    "unread": "article.n NOT IN (SELECT n FROM reading)",
    "read": "article.n IN (SELECT n FROM reading)",
    "tagged": "article.id IN (SELECT article_id FROM excerpt)",
    "incomplete": "article.n IN (SELECT n FROM article "
    "WHERE headline = '' OR publisher = '' OR published = '')",
    "earlier": "article.id IN (SELECT version_of FROM article WHERE version_of <> '')",
}
"""Word after "is:" -> which articles are meant."""

_RESTING = (
    "article.id IN (SELECT article_id FROM excerpt "
    "JOIN evidence ON evidence.excerpt_id = excerpt.id "
    "JOIN entry ON entry.id = evidence.entry_id WHERE {})"
)
_BENEATH = (
    "entry.id IN (SELECT entry_id FROM evidence "
    "JOIN excerpt ON excerpt.id = evidence.excerpt_id "
    "JOIN article ON article.id = excerpt.article_id WHERE {})"
)


def of_article(source: Rows, condition: Condition, groups: Groups) -> Clause:
    """Which articles meet a condition, for a query of the table `article`."""
    if condition.field == "section":
        clause = _in_section(source, condition.value, groups)
        return Clause(_RESTING.format(clause.sql), clause.values)
    if condition.field == "speaker":
        clause = _by_speaker(source, condition.value, groups)
        inner = f"article.id IN (SELECT article_id FROM excerpt WHERE {clause.sql})"
        return Clause(inner, clause.values)
    if condition.field == "outlet":
        known = distinct(source, "publisher")
        return _one_of("article.publisher", _named(known, condition.value, groups))
    if condition.field == "language":
        wanted = condition.value.casefold()
        known = [tag for tag in distinct(source, "language") if tag.casefold().startswith(wanted)]
        return _one_of("article.language", known)
    if condition.field == "date":
        return _dated(condition.value)
    return Clause(STATES.get(condition.value.casefold(), NONE.sql))


def of_entry(source: Rows, condition: Condition, groups: Groups) -> Clause:
    """Which entries meet a condition, for a query of the table `entry`.

    What is said of articles holds for an entry when it holds for one that it rests on.
    """
    if condition.field == "section":
        return _in_section(source, condition.value, groups)
    if condition.field == "speaker":
        clause = _by_speaker(source, condition.value, groups)
    else:
        clause = of_article(source, condition, groups)
    return Clause(_BENEATH.format(clause.sql), clause.values)


def distinct(source: Rows, column: str) -> list[str]:
    """Every publisher or language of the articles, "" left out, in alphabetical order.

    Goes from one value to the next by the index; DISTINCT would go through all articles.
    """
    found = source.rows(
        f"WITH RECURSIVE known (value) AS (SELECT min({column}) FROM article WHERE {column} > '' "
        f"UNION ALL SELECT (SELECT min({column}) FROM article WHERE {column} > known.value) "
        "FROM known WHERE value IS NOT NULL) SELECT value FROM known WHERE value IS NOT NULL"
    )
    return [row[0] for row in found]


def speakers(source: Rows) -> list[str]:
    """Everybody who is quoted."""
    found = source.rows("SELECT DISTINCT speaker FROM excerpt WHERE speaker > ''")
    return [row[0] for row in found]


def _named(known: Iterable[str], value: str, groups: Groups) -> list[str]:
    """Those names that hold the value (or a variant of it), whatever case and diacritics."""
    wanted = {folded(value), *(folded(" ".join(way)) for way in groups.get(folded(value), ()))}
    wanted.discard("")
    return [name for name in known if any(part in folded(name) for part in wanted)]


def _one_of(column: str, values: Iterable[str]) -> Clause:
    return Clause(f"{column} IN (SELECT value FROM json_each(?))", (rows.id_list(values),))


def _by_speaker(source: Rows, value: str, groups: Groups) -> Clause:
    return _one_of("excerpt.speaker", _named(speakers(source), value, groups))


def _in_section(source: Rows, value: str, groups: Groups) -> Clause:
    """In a section of this number or with these words in its title, of any memo."""
    found = [Section(memo, title, id, parent, position) for memo, title, id, parent, position in
             source.rows("SELECT memo_id, title, id, parent_id, position FROM section "
                         "ORDER BY memo_id")]  # fmt: skip
    titled = set(_named({section.title for section in found}, value, groups))
    wanted = [section.id for section in found if section.title in titled]
    for _, sections in groupby(found, key=lambda section: section.memo_id):
        wanted += [place.section.id for place in arrange(sections) if place.number == value]
    return _one_of("entry.section_id", wanted)


def _dated(value: str) -> Clause:
    found = dates(value)
    if found is None:
        return NONE
    first, last = found
    parts = ["article.published > ''"]
    if first:
        parts.append("article.published >= ?")
    if last:
        parts.append("article.published < ?")
    # "~" stands after everything that can follow in a date.
    bounds = (first, last[:-1] if last.endswith("!") else last and f"{last}~")
    return Clause(f"({' AND '.join(parts)})", tuple(bound for bound in bounds if bound))


Compiler = Callable[[Rows, Condition, Groups], Clause]
