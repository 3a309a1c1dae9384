"""The sentences in which a search is found, ready to be filed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.analysis.kinds import propose_kind
from briefing_app.analysis.sentences import sentence_around
from briefing_app.analysis.speakers import propose_speaker
from briefing_app.domain.article import Article
from briefing_app.domain.outline import Kind
from briefing_app.domain.query import Query
from briefing_app.store import Store
from briefing_app.store.search import places

MOST = 200
"""Sentences that are offered at once."""


@dataclass(frozen=True)
class HitSentence:
    """Code points [start, end) of an article, with what was found there; `is_filed`: a memo
    rests on just this passage already."""

    article_id: str
    start: int
    end: int
    text: str
    headline: str
    publisher: str
    published: str
    is_filed: bool = False


def sentences(store: Store, query: Query, article_ids: Sequence[str]) -> list[HitSentence]:
    """The sentences around everything found in these articles, up to MOST, in their order."""
    found: list[HitSentence] = []
    for id in article_ids:
        found += _of_article(store, query, store.articles.get(id))
        if len(found) >= MOST:
            break
    return found[:MOST]


def _of_article(store: Store, query: Query, article: Article) -> list[HitSentence]:
    spans = [sentence_around(article.body, *place) for place in places(query, article.body)]
    filed = {(excerpt.start, excerpt.end) for excerpt in store.excerpts.of_article(article.id)}
    return [
        HitSentence(
            article.id, start, end, article.body[start:end], article.headline,
            article.publisher, article.published, (start, end) in filed,
        )
        for start, end in dict.fromkeys(spans)
    ]  # fmt: skip


def file(
    store: Store, section_id: str, hits: Sequence[HitSentence], kind: Kind | None, label: str
) -> None:
    """File sentences into a section as one step; `kind` None: each as it reads.

    Quotes get the speaker whom the article names.
    """
    with store.change(label):
        for hit in hits:
            as_kind = kind or propose_kind(hit.text)
            speaker = ""
            if as_kind == Kind.QUOTE:
                body = store.articles.body(hit.article_id)
                speaker = propose_speaker(body, hit.start, hit.end)
            store.entries.file(
                section_id, as_kind, hit.article_id, hit.start, hit.end, speaker=speaker
            )
