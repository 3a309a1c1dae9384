"""The last gate of every format: nothing that a text field, the store or Word could choke on.

Characters are seen to in `canonical`; here it is sizes. Positions in a body that a reader
already told, the beginnings of pages, stay true.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from briefing_app.domain.article import Article
from briefing_app.readers.particulars.metadata import HEADLINE_LENGTH, clean_address

LONGEST_WORD = 500
LONGEST_PARAGRAPH = 20_000
LONGEST_TEXT = 5_000_000
MOST_ARTICLES = 2_000
"""Limits: characters of a word, a paragraph and an article; articles of one file."""

_ENDLESS = re.compile(
    "[^ \n\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
    f"{{{LONGEST_WORD}}}(?=[^ \n])"
)
"""Scripts that part words without a space may run on as they like."""

_SENTENCE_END = re.compile("[.!?…؟۔।][\"'”’»)]* (?=[^ ])|[。！？][」』”]?(?=.)")


def tidied(articles: list[Article]) -> tuple[list[Article], list[str]]:
    """The articles of a file within all limits, and what had to be done, in whole sentences."""
    warnings: list[str] = []
    if len(articles) > MOST_ARTICLES:
        warnings.append(
            f"Of the {len(articles):,} articles in this file the first {MOST_ARTICLES:,} came in."
        )
        articles = articles[:MOST_ARTICLES]
    made = [_tidied(article, warnings) for article in articles]
    return made, list(dict.fromkeys(warnings))


def _tidied(article: Article, warnings: list[str]) -> Article:
    if len(article.body) > LONGEST_TEXT:
        article = _cut(article)
        warnings.append(f"The text was cut after {LONGEST_TEXT:,} characters.")
    if len(article.body) > LONGEST_WORD:
        article = _divided(article, warnings)
    if article.url and not article.url.startswith(("http://", "https://")):
        article = replace(article, url=clean_address(article.url))
    if len(article.headline) > HEADLINE_LENGTH:
        article = replace(article, headline=f"{article.headline[: HEADLINE_LENGTH - 1].rstrip()}…")
    return article


def _cut(article: Article) -> Article:
    end = article.body.rfind("\n", LONGEST_TEXT - LONGEST_PARAGRAPH, LONGEST_TEXT)
    body = article.body[: end if end > 0 else LONGEST_TEXT].rstrip()
    pages = tuple(start for start in article.page_starts if start < len(body))
    return replace(article, body=body, page_starts=pages)


def _divided(article: Article, warnings: list[str]) -> Article:
    """The article with words and paragraphs of bearable length.

    A part begins a new paragraph: that is the one break that cannot be taken for something
    that was written, and nothing is lost but the space at which a paragraph is parted.
    """
    body = article.body
    words = [match.end() for match in _ENDLESS.finditer(body)] if _has_endless_word(body) else []
    paragraphs = list(_paragraph_breaks(body))
    if not words and not paragraphs:
        return article
    if words:
        warnings.append(f"Words of more than {LONGEST_WORD} characters were broken.")
    if paragraphs:
        warnings.append(f"Paragraphs of more than {LONGEST_PARAGRAPH:,} characters were divided.")
    breaks = sorted({*words, *paragraphs})
    starts = [0, *breaks]
    parts = [body[start:end].removesuffix(" ") for start, end in pairwise([*starts, len(body)])]
    added = [place for place in breaks if body[place - 1] != " "]
    pages = tuple(start + bisect_right(added, start) for start in article.page_starts)
    return replace(article, body="\n".join(parts), page_starts=pages)


def _has_endless_word(body: str) -> bool:
    half = LONGEST_WORD // 2
    if all(" " in body[place : place + half] for place in range(0, len(body) - half + 1, half)):
        return False
    return max(map(len, body.split())) > LONGEST_WORD


def _paragraph_breaks(body: str) -> Iterator[int]:
    """Where the further parts of overlong paragraphs begin: at a sentence, a word, anywhere."""
    start = 0
    for paragraph in body.split("\n"):
        end = start + len(paragraph)
        while end - start > LONGEST_PARAGRAPH:
            limit = start + LONGEST_PARAGRAPH
            sentences = [
                m.end() for m in _SENTENCE_END.finditer(body, limit // 2 + start // 2, limit)
            ]
            start = sentences[-1] if sentences else body.rfind(" ", start, limit) + 1 or limit
            yield start
        start = end + 1
