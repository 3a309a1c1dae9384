"""Queries in SQL: which articles and which entries they mean."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from briefing_app.domain.name_variants import Groups
from briefing_app.domain.outline import Kind
from briefing_app.domain.query import All, Either, Node, Not, Query, Term
from briefing_app.store import conditions
from briefing_app.store.conditions import NONE, Clause, Rows

EVERYTHING = Clause("1")

MOST_ENTRIES = 200
"""Entries that are found at once."""


@dataclass(frozen=True)
class Found:
    """Ids of the articles that a query means, in order, and how many more articles hold its
    words but do not meet its conditions."""

    ids: list[str]
    hidden: int = 0


@dataclass(frozen=True)
class EntryHit:
    """An entry that was found. `field` says where: "text", "note" or "translation"; "" when its
    words do not matter. `shown` is that field's text."""

    entry_id: str
    section_id: str
    memo_id: str
    kind: Kind
    field: str
    shown: str


@dataclass(frozen=True)
class _Index:
    """A full-text index and the table that it is of."""

    name: str
    number: str
    meeting: conditions.Compiler


ARTICLES = _Index("article_index", "article.n", conditions.of_article)
ENTRIES = _Index("entry_index", "entry.n", conditions.of_entry)


def match_expression(node: Node) -> str:
    """A node for FTS5's MATCH, "" when it cannot be said there; words are quoted, so nothing in
    them is an operator."""
    if isinstance(node, Term):
        return _phrases(node)
    if isinstance(node, Either):
        parts = [match_expression(part) for part in node.parts]
        return f"({' OR '.join(parts)})" if all(parts) else ""
    if isinstance(node, All):
        wanted = [match_expression(part) for part in node.parts if not isinstance(part, Not)]
        unwanted = [match_expression(part.part) for part in node.parts if isinstance(part, Not)]
        if not wanted or not all(wanted) or not all(unwanted):
            return ""
        joined = f"({' AND '.join(wanted)})"
        return f"({joined} NOT ({' OR '.join(unwanted)}))" if unwanted else joined
    return ""


def _phrases(term: Term) -> str:
    if not term.words:
        return ""
    star = "*" * term.is_open
    phrases = [f'"{" ".join(term.words)}"{star}']
    phrases += [f'"{" ".join(words)}"' for words in term.variants]
    return f"({' OR '.join(phrases)})" if len(phrases) > 1 else phrases[0]


def split(query: Query) -> tuple[str, list[Node]]:
    """The part of a query that the index can answer at one go, and the rest, all to be met."""
    if query.root is None:
        return "", []
    parts = query.root.parts if isinstance(query.root, All) else (query.root,)
    said = [part for part in parts if match_expression(part)]
    rest = [part for part in parts if part not in said]
    if said:
        said += [n for n in rest if isinstance(n, Not) and match_expression(n.part)]
        rest = [part for part in rest if part not in said]
    return (match_expression(All(tuple(said))) if said else ""), rest


def clause(source: Rows, query: Query, groups: Groups, index: _Index = ARTICLES) -> Clause:
    """What a query demands of the rows of the index's table; of an empty query: nothing."""
    matched, rest = split(query)
    parts = [_matched(matched, index)] if matched else []
    parts += [_clause(source, node, groups, index) for node in rest]
    return _joined(parts, " AND ") if parts else EVERYTHING


def _matched(expression: str, index: _Index) -> Clause:
    # As JSON the numbers come in half the time; "+" has the rows come in their order, with a look
    # for each among the numbers: to sort what was found takes longer.
    numbers = f"SELECT json_group_array(rowid) FROM {index.name} WHERE {index.name} MATCH ?"
    return Clause(f"+{index.number} IN (SELECT value FROM json_each(({numbers})))", (expression,))


def _clause(source: Rows, node: Node, groups: Groups, index: _Index) -> Clause:
    if expression := match_expression(node):
        return _matched(expression, index)
    if isinstance(node, Not):
        sql, values = _clause(source, node.part, groups, index)
        return Clause(f"NOT {sql}", values)
    if isinstance(node, All | Either):
        joiner = " AND " if isinstance(node, All) else " OR "
        return _joined((_clause(source, part, groups, index) for part in node.parts), joiner)
    return NONE if isinstance(node, Term) else index.meeting(source, node, groups)


def _joined(parts: Iterable[Clause], joiner: str) -> Clause:
    known = list(parts)
    sql = joiner.join(part.sql for part in known)
    return Clause(f"({sql})", tuple(value for part in known for value in part.values))


def find(source: Rows, query: Query, groups: Groups, sort: str) -> Found:
    """The articles that a query means, in an order (see `ids`)."""
    found = ids(source, clause(source, query, groups), sort)
    words = query.without_conditions
    if words.root == query.root:
        return Found(found)
    sql, values = clause(source, words, groups)
    [(held,)] = source.rows(f"SELECT count(*) FROM article WHERE {sql}", values)
    return Found(found, held - len(found))


def ids(source: Rows, wanted: Clause, sort: str) -> list[str]:
    """Ids of the articles that meet a clause.

    newest, oldest   by date of publication, those without one last
    headline, outlet  alphabetical, those without one last, newest first among equals
    added            the last imported first
    """
    if sort == "added":
        return _ids(source, wanted, "n DESC")
    if sort == "newest":
        return _ids(source, wanted, "published DESC, n DESC")
    if sort == "oldest":
        dated = _joined((wanted, Clause("published > ''")), " AND ")
        undated = _joined((wanted, Clause("published = ''")), " AND ")
        return _ids(source, dated, "published, n") + _ids(source, undated, "n")
    if sort == "outlet":
        return _by_outlet(source, wanted)
    if sort != "headline":
        raise KeyError(sort)
    found = source.rows(
        f"SELECT id, headline FROM article WHERE {wanted.sql} ORDER BY published DESC, n DESC",
        wanted.values,
    )
    found.sort(key=lambda row: (not row[1], row[1].casefold()))
    return [row[0] for row in found]


def _by_outlet(source: Rows, wanted: Clause) -> list[str]:
    """One outlet after the other, as the index has them; sorting all rows takes far longer."""
    known = sorted(conditions.distinct(source, "publisher"), key=str.casefold)
    of_outlet = Clause("publisher = ?")
    found = []
    for outlet in [*known, ""]:
        meant = _joined((of_outlet._replace(values=(outlet,)), wanted), " AND ")
        found += _ids(source, meant, "published DESC, n DESC")
    return found


def _ids(source: Rows, wanted: Clause, order: str) -> list[str]:
    # As one text: 100,000 rows of one word each would take twice as long.
    [(found,)] = source.rows(
        "SELECT group_concat(id, ' ') FROM "
        f"(SELECT id FROM article WHERE {wanted.sql} ORDER BY {order})",
        wanted.values,
    )
    return found.split() if found else []


def last_imported(source: Rows, query: Query, groups: Groups, limit: int) -> list[tuple[int, str]]:
    """Number and id of the articles that a query means, the last imported first."""
    if query.root is None:
        return []
    matched, rest = split(query)
    sql, values = _joined([_clause(source, node, groups, ARTICLES) for node in rest], " AND ")
    if not rest:
        sql, values = EVERYTHING
    if not matched:
        return source.rows(
            f"SELECT n, id FROM article WHERE {sql} ORDER BY n DESC LIMIT ?", [*values, limit]
        )
    return source.rows(
        "SELECT n, id FROM article_index CROSS JOIN article ON article.n = article_index.rowid "
        f"WHERE article_index MATCH ? AND {sql} ORDER BY article_index.rowid DESC LIMIT ?",
        [matched, *values, limit],
    )


def entries(source: Rows, query: Query, groups: Groups) -> list[EntryHit]:
    """The entries of all memos that a query means, in the order written; none for conditions of
    articles alone."""
    fields = {condition.field for condition in query.conditions}
    if not query.terms and not fields & {"speaker", "section"}:
        return []
    sql, values = clause(source, query, groups, ENTRIES)
    matched, _ = split(query)
    found = source.rows(
        "SELECT entry.n, entry.id, section_id, memo_id, kind, text, note, translation "
        "FROM entry JOIN section ON section.id = entry.section_id "
        f"WHERE {sql} ORDER BY entry.n LIMIT ?",
        [*values, MOST_ENTRIES],
    )
    held = _fields(source, [row[0] for row in found], matched) if matched else {}
    hits = []
    for n, id, section_id, memo_id, kind, *texts in found:
        field = held.get(n, "text")
        shown = dict(zip(_FIELDS, texts, strict=True))[field]
        told = field if matched else ""
        hits.append(EntryHit(id, section_id, memo_id, Kind(kind), told, shown))
    return hits


_FIELDS = ("text", "note", "translation")


def _fields(source: Rows, numbers: list[int], matched: str) -> dict[int, str]:
    """Entry number -> the first field that holds all that is looked for, where one does."""
    wanted = json.dumps(numbers)
    found: dict[int, str] = {}
    for field in reversed(_FIELDS):
        rows_with_it = source.rows(
            "SELECT rowid FROM entry_index WHERE entry_index MATCH ? "
            "AND rowid IN (SELECT value FROM json_each(?))",
            [f"{{{field}}} : ({matched})", wanted],
        )
        found |= {row[0]: field for row in rows_with_it}
    return found
