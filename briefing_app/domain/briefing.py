"""One immutable picture of a briefing: what building a memo needs, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.domain.article import Article
from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.outline import Entry, Evidence, Memo, Section


@dataclass(frozen=True)
class Briefing:
    """A memo with its outline and all that its entries rest on.

    `articles` and `excerpts` (by id) hold only those that this memo's evidence names;
    sections, entries and evidence come in no particular order: sort by position.
    """

    title: str
    memo: Memo
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    evidence: tuple[Evidence, ...]
    excerpts: Mapping[str, Excerpt]
    articles: Mapping[str, Article]
