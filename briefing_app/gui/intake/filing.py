"""A selection that fell on a section: what came in is filed there, in the same step."""

from __future__ import annotations

import re

from briefing_app.analysis.kinds import propose_kind
from briefing_app.analysis.speakers import propose_speaker
from briefing_app.domain.article import Article
from briefing_app.domain.outline import Kind
from briefing_app.store import Store


def file_selection(store: Store, section_id: str, article_id: str, text: str) -> Kind | None:
    """File what was selected as one entry at the end of the section; None where nothing could be.

    `text` is the selection as the other program put it; where the article has it in other words
    (the beginning became its headline), all of its text is filed.
    """
    article = store.articles.get(article_id)
    start, end = find_selection(article, text)
    if start == end:
        return None
    kind = propose_kind(article.body[start:end])
    speaker = propose_speaker(article.body, start, end) if kind is Kind.QUOTE else ""
    store.entries.file(section_id, kind, article_id, start, end, speaker=speaker)
    return kind


def find_selection(article: Article, text: str) -> tuple[int, int]:
    """Code points of the body where the selected text stands, white space aside; else all of it."""
    body = article.body
    words = text.split()
    if words:
        found = re.search(r"\s*".join(map(re.escape, words)), body)
        if found:
            return found.span()
    return 0, len(body)
