"""Articles to put into a briefing, and a briefing that holds some work already."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.store import Store

BODY = "The fleet left port at dawn.\n“We are ready,” the admiral said.\nNobody answered."

Importer = Callable[..., str]


@pytest.fixture
def import_article() -> Importer:
    """import_article(store, body, headline=..., **particulars) -> the article's id."""

    def put(store: Store, body: str = BODY, headline: str = "Fleet leaves", **fields: str) -> str:
        original = Original("fleet.txt", "text/plain", f"{headline}\n{body}".encode())
        [id] = store.articles.add(original, [Article(headline, body, **fields)])
        return id

    return put


@dataclass(frozen=True)
class Work:
    """A briefing with two articles, and two sections with a quote, a fact and own text."""

    store: Store
    memo: str
    articles: tuple[str, str]
    sections: tuple[str, str]
    quote: str
    fact: str
    text: str


@pytest.fixture
def work(store: Store, import_article: Importer) -> Work:
    first = import_article(store, publisher="Reuters", published="2020-01-06")
    second = import_article(store, headline="Talks resume", body="Talks resumed in Vienna.")
    memo = store.memos.all()[0].id
    naval, talks = store.sections.add(memo, "Naval"), store.sections.add(memo, "Talks")
    quote = store.entries.file(naval, Kind.QUOTE, first, 29, 44, speaker="the admiral")
    fact = store.entries.file(talks, Kind.FACT, second, 0, 13)
    text = store.entries.add(naval, Kind.TEXT, "More is expected.")
    return Work(store, memo, (first, second), (naval, talks), quote, fact, text)


@pytest.fixture
def digest() -> Callable[[Path], str]:
    """digest(path) -> what the bytes of the file are, and of its journal."""

    def of(path: Path) -> str:
        journal = path.with_name(f"{path.name}-journal")
        parts = [file.read_bytes() for file in (path, journal) if file.exists()]
        return " ".join(hashlib.sha256(part).hexdigest() for part in parts)

    return of
