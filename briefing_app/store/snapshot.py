"""One picture of a memo with all that it rests on."""

from __future__ import annotations

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Memo
from briefing_app.store import rows
from briefing_app.store.journal import Journal

_SECTIONS = "(SELECT id FROM section WHERE memo_id = ?)"
_ENTRIES = f"(SELECT id FROM entry WHERE section_id IN {_SECTIONS})"
_EXCERPTS = f"(SELECT excerpt_id FROM evidence WHERE entry_id IN {_ENTRIES})"
_ARTICLES = f"(SELECT article_id FROM excerpt WHERE id IN {_EXCERPTS})"


def take(journal: Journal, title: str, memo: Memo) -> Briefing:
    """Read everything that building `memo` needs."""
    key = [memo.id]
    excerpts = journal.rows(f"SELECT {rows.EXCERPT} FROM excerpt WHERE id IN {_EXCERPTS}", key)
    articles = journal.rows(
        f"SELECT {rows.ARTICLE} FROM article JOIN article_text USING (n) "
        f"WHERE article.id IN {_ARTICLES}",
        key,
    )
    sections = journal.rows(f"SELECT {rows.SECTION} FROM section WHERE memo_id = ?", key)
    entries = journal.rows(f"SELECT {rows.ENTRY} FROM entry WHERE section_id IN {_SECTIONS}", key)
    evidence = journal.rows(
        f"SELECT {rows.EVIDENCE} FROM evidence WHERE entry_id IN {_ENTRIES}", key
    )
    return Briefing(
        title=title,
        memo=memo,
        sections=tuple(map(rows.section, sections)),
        entries=tuple(map(rows.entry, entries)),
        evidence=tuple(map(rows.evidence, evidence)),
        excerpts={row[0]: rows.excerpt(row) for row in excerpts},
        articles={row[0]: rows.article(row) for row in articles},
    )
