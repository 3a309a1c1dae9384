"""Exports of press databases: one file, many articles, each with its own particulars."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from types import ModuleType

from briefing_app.domain.article import Article
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.particulars.metadata import complete
from briefing_app.readers.press import (
    ebsco,
    factiva,
    gale,
    genios,
    lexis,
    newsbank,
    nexis,
    proquest,
)
from briefing_app.readers.press.clipping import Clipping
from briefing_app.readers.press.review import may_be_review, read_review

_DATABASES: tuple[ModuleType, ...] = (
    nexis, lexis, factiva, proquest, genios, newsbank, ebsco, gale,
)  # fmt: skip
_SOUND = 0.6
"""Share of the articles that must have headline and outlet, else the file was misunderstood."""

_HINTS = ("document", "dokument", "документ", "文档", "文書", "문서", "وثيقة", "full text",
          "load-date", "record number", "accession number", "newsbank", "language:",
          "sprache:", "langue:", "idioma:", "lingua:", "taal:")  # fmt: skip
"""In lower case; every export has one of them, in a line that ends an article or names a field."""

_FEWEST_WORDS = 50
_SHORT, _LONG = 0.6, 1.6
_NAMED = 5
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]")

Join = Callable[[Sequence[list[str]]], list[list[str]]]
"""Makes paragraphs of the lines of several texts, "" being an empty one; what `as_they_are` does
where they are some."""


def as_they_are(texts: Sequence[list[str]]) -> list[list[str]]:
    """The lines of a format that knows paragraphs."""
    return [[line for line in lines if line] for lines in texts]


def may_be_export(text: str) -> bool:
    """Whether a text has words that every export has, which a glance tells and most texts lack."""
    lower = text.lower()
    return any(hint in lower for hint in _HINTS) or may_be_review(text)


def is_export(lines: Sequence[Line]) -> bool:
    """Whether the lines look like an export."""
    return _database_of(lines) is not None


def _database_of(lines: Sequence[Line]) -> ModuleType | None:
    return next((database for database in _DATABASES if database.knows(lines)), None)


def read_export(lines: Sequence[Line], join: Join = as_they_are) -> tuple[list[Article], list[str]]:
    """The articles of an export, and words for the user; no articles where it is none.

    Where it looks like one and cannot be divided with confidence, there are only the words.
    """
    database = _database_of(lines)
    if database is None:
        return _reviewed(read_review(lines), join)
    clippings = database.split(lines)
    return articles_of(database.NAME, clippings, database.announced(lines), join)


def _reviewed(clippings: Sequence[Clipping], join: Join) -> tuple[list[Article], list[str]]:
    """The articles of a press review, each with its own particulars, and a word on it."""
    if not clippings:
        return [], []
    full = [article for _, article in _completed(clippings, join) if article.body]
    return full, [f"This is a press review; its {len(full)} texts came in one by one."]


def _completed(clippings: Sequence[Clipping], join: Join) -> list[tuple[Clipping, Article]]:
    bodies = join([clipping.lines for clipping in clippings])
    return [
        (clipping, complete(clipping.found, body, clipping.aside))
        for clipping, body in zip(clippings, bodies, strict=True)
    ]


def articles_of(
    name: str, clippings: Sequence[Clipping], announced: int = 0, join: Join = as_they_are
) -> tuple[list[Article], list[str]]:
    """The articles of a database's clippings, and words for the user, as `read_export`.

    announced  how many articles the export speaks of, 0 where it does not
    """
    articles = _completed(clippings, join)
    sound = sum(bool(article.headline and article.publisher) for _, article in articles)
    full = [pair for pair in articles if pair[1].body]
    if sound < _SOUND * len(articles) or not full:
        return [], [
            f"This looks like an export of {name}, but its articles could not be told apart; "
            "it was kept as one document."
        ]
    warnings = _count_warnings(articles, announced)
    return [article for _, article in full], warnings + _length_warnings(full)


def _count_warnings(articles: Sequence[tuple[Clipping, Article]], announced: int) -> list[str]:
    warnings = []
    if announced > len(articles):
        warnings.append(
            f"The export speaks of {announced} articles, and {len(articles)} are in the file."
        )
    empty = [article.headline or "without headline" for _, article in articles if not article.body]
    if empty:
        warnings.append(f"Entries without text were left out: {_some(empty)}.")
    return warnings


def _length_warnings(articles: Sequence[tuple[Clipping, Article]]) -> list[str]:
    """What the lengths that the export states say; nothing of scripts without spaces."""
    short, long = [], []
    for clipping, article in articles:
        count, stated = _words(article), clipping.words
        if stated < _FEWEST_WORDS or _UNSPACED.search(article.body):
            continue
        told = f"“{article.headline}” ({count} of {stated} words)"
        if count < _SHORT * stated:
            short.append(told)
        elif count > _LONG * stated + _FEWEST_WORDS:
            long.append(told)
    warnings = []
    if short:
        warnings.append(
            f"Text may be missing, by the length that the export states: {_some(short)}."
        )
    if long:
        warnings.append(
            "There is more text than the export states, perhaps of the article that follows: "
            f"{_some(long)}."
        )
    return warnings


def _words(article: Article) -> int:
    return len(article.body.split())


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
