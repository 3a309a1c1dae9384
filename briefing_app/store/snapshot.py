"""One picture of a memo with all that it rests on."""

from __future__ import annotations

from collections.abc import Generator

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
    reading = in_steps(journal, title, memo)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            taken: Briefing = end.value
            return taken


def in_steps(journal: Journal, title: str, memo: Memo) -> Generator[None, None, Briefing]:
    """The same in portions, for who must not wait; returns the picture after the last one.

    A write between two portions makes the picture worthless.
    """
    key = [memo.id]
    rows_of = journal.rows
    found = rows_of(f"SELECT {rows.EXCERPT} FROM excerpt WHERE id IN {_EXCERPTS}", key)
    yield
    excerpts = {row[0]: rows.excerpt(row) for row in found}
    yield
    found = rows_of(
        f"SELECT {rows.ARTICLE} FROM article JOIN article_text USING (n) "
        f"WHERE article.id IN {_ARTICLES}",
        key,
    )
    yield
    articles = {row[0]: rows.article(row) for row in found}
    found = rows_of(f"SELECT {rows.SECTION} FROM section WHERE memo_id = ?", key)
    sections = tuple(map(rows.section, found))
    yield
    found = rows_of(f"SELECT {rows.ENTRY} FROM entry WHERE section_id IN {_SECTIONS}", key)
    entries = tuple(map(rows.entry, found))
    yield
    found = rows_of(f"SELECT {rows.EVIDENCE} FROM evidence WHERE entry_id IN {_ENTRIES}", key)
    evidence = tuple(map(rows.evidence, found))
    return Briefing(title, memo, sections, entries, evidence, excerpts, articles)
