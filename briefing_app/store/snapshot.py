"""One picture of a memo with all that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Memo
from briefing_app.store import rows

_SECTIONS = "(SELECT id FROM section WHERE memo_id = ?)"
_ENTRIES = f"(SELECT id FROM entry WHERE section_id IN {_SECTIONS})"
_EXCERPTS = f"(SELECT excerpt_id FROM evidence WHERE entry_id IN {_ENTRIES})"
_ARTICLES = f"(SELECT article_id FROM excerpt WHERE id IN {_EXCERPTS})"


def take(rows_of: Callable[[str, Sequence[Any]], list[tuple]], title: str, memo: Memo) -> Briefing:
    """Read everything that building `memo` needs; `rows_of` answers a query with all its rows."""
    key = [memo.id]
    found = rows_of(f"SELECT {rows.EXCERPT} FROM excerpt WHERE id IN {_EXCERPTS}", key)
    excerpts = {row[0]: rows.excerpt(row) for row in found}
    found = rows_of(
        f"SELECT {rows.ARTICLE} FROM article JOIN article_text USING (n) "
        f"WHERE article.id IN {_ARTICLES}",
        key,
    )
    articles = {row[0]: rows.article(row) for row in found}
    found = rows_of(f"SELECT {rows.SECTION} FROM section WHERE memo_id = ?", key)
    sections = tuple(map(rows.section, found))
    found = rows_of(f"SELECT {rows.ENTRY} FROM entry WHERE section_id IN {_SECTIONS}", key)
    entries = tuple(map(rows.entry, found))
    found = rows_of(f"SELECT {rows.EVIDENCE} FROM evidence WHERE entry_id IN {_ENTRIES}", key)
    evidence = tuple(map(rows.evidence, found))
    return Briefing(title, memo, sections, entries, evidence, excerpts, articles)
