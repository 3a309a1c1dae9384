"""Memos about whatever articles there are: every section of a form says something about each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import cycle
from pathlib import Path

from briefing_app import resources
from briefing_app.domain.article import Article
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.outline import Kind, Layout, Stance
from briefing_app.errors import BriefingError
from briefing_app.memo import form as forms
from briefing_app.readers import find_files, read
from tests.memo.briefings import FIELDS, Draft

SHARED = Path(__file__).resolve().parents[3] / "shared" / "seeds"
PASSAGE = 240
MOST_ARTICLES = 12
"""Letters of a passage; articles of a memo, each in another language while there are some."""


@cache
def seed_sets() -> dict[str, tuple[Article, ...]]:
    """Articles by the name of their set: those of the project and, where they are, real ones."""
    found = {"seeds": tuple(_articles(resources.seeds_folder()))}
    if SHARED.is_dir():
        found["shared"] = tuple(_articles(SHARED))
    return found


def seed_memo(articles: Sequence[Article], form: str, language: str) -> Briefing:
    """A memo in a form and a language, with entries of each kind that its layouts print."""
    draft = Draft(bottom_line="Nothing is decided. Everybody waits.", **FIELDS)
    for article in articles:
        draft.articles[article.id] = article
    passages = cycle(list(_passages(articles)))
    for section in forms.load(form, language).sections:
        draft.section(section.title, section.layout)
        for number in range(3):
            article, words = next(passages)
            judged = {"event_time": f"2020-01-{number + 3:02}", "speaker": article.byline}
            excerpt = draft.excerpt(article.id, words, **judged)
            kind = Kind.QUOTE if section.layout is Layout.QUOTES else Kind.FACT
            id = draft.entry(kind, words, excerpt)
            if section.layout is Layout.DIFFERENCES:
                other, against = next(passages)
                draft.tie(id, draft.excerpt(other.id, against), Stance.CONTRADICTING)
        draft.entry(Kind.TEXT, "Watch: whether it lasts.")
    draft.memo = replace(draft.memo, form=form, options={"language": language})
    return draft.done()


def _articles(folder: Path) -> Iterator[Article]:
    found: list[Article] = []
    for path in find_files([folder]):
        try:
            found += read(path).articles
        except BriefingError:
            continue
    found = [article for article in found if article.body]
    first = {article.language: article for article in reversed(found)}
    rest = [article for article in found if article not in first.values()]
    for number, article in enumerate([*first.values(), *rest][:MOST_ARTICLES]):
        yield replace(article, id=f"a{number}")


def _passages(articles: Sequence[Article]) -> Iterator[tuple[Article, str]]:
    """In turn from every article, paragraph by paragraph."""
    longest = max(len(article.paragraphs) for article in articles)
    for line in range(min(longest, 4)):
        for article in articles:
            if line < len(article.paragraphs):
                yield article, article.paragraphs[line][:PASSAGE]
