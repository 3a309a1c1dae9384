"""A later version: both articles stay, and excerpts move where their words still stand."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.store import Reanchored, Store

NEW_BODY = (
    "The fleet left port at dawn, sources say.\nMore ships follow.\n"
    "“We are ready,” the admiral said.\nNobody has answered them so far."
)


@pytest.fixture
def later():
    """A file and the article in it."""
    return Original("new.txt", "text/plain", b"new"), Article("Fleet leaves at dawn", NEW_BODY)


def put_later(store: Store, first: str, original: Original, article: Article) -> Reanchored:
    """Add a file's article, and make it a later version of the first."""
    [new] = store.articles.add(original, [article])
    return store.articles.make_version(new, first)


def test_excerpts_go_to_the_later_version_only_word_for_word(work, later):
    store, (first, _) = work.store, work.articles
    quote = store.entries.evidence(work.quote)[0].excerpt_id
    long = store.excerpts.add(first, 29, 62)
    altered = store.excerpts.add(first, 0, 28)
    lost = store.excerpts.add(first, 63, 79)
    told = put_later(store, first, *later)
    new = later[1].id
    assert told == Reanchored((quote, long), (altered,), (lost,))
    assert store.articles.get(new).version_of == first
    moved = store.excerpts.get(quote)
    assert (moved.article_id, moved.exact) == (new, "“We are ready,”")
    assert NEW_BODY[moved.start : moved.end] == moved.exact
    assert moved.prefix == NEW_BODY[moved.start - 32 : moved.start]
    assert [e.id for e in store.excerpts.of_article(first)] == [altered, lost]
    assert store.entries.cards(work.memo)[0].article_id == new
    assert store.check() == []


def test_a_later_version_is_one_step(work, later):
    store, (first, _) = work.store, work.articles
    before = (store.articles.count(), store.snapshot())
    with store.change("Import later version"):
        put_later(store, first, *later)
    after = store.snapshot()
    assert store.undo() == "Import later version"
    assert (store.articles.count(), store.snapshot()) == before
    store.redo()
    assert (store.articles.get(later[1].id).version_of, store.snapshot()) == (first, after)


def test_an_article_that_is_there_already_can_become_a_later_version(work, import_article):
    store, (first, _) = work.store, work.articles
    new = import_article(store, headline="New", body=NEW_BODY)
    assert len(store.articles.make_version(new, first).moved) == 1
    assert store.steps()[-1] == "Add version"
    with pytest.raises(ValueError, match="itself"):
        store.articles.make_version(new, new)
    with pytest.raises(ValueError, match="itself"):
        store.articles.make_version(first, new)
    with pytest.raises(KeyError):
        store.articles.make_version(new, "gone")


def test_later_versions_are_found_and_forgotten_with_them(work, later):
    store, (first, _) = work.store, work.articles
    assert store.articles.later_versions(first) == []
    put_later(store, first, *later)
    assert store.articles.later_versions(first) == [later[1].id]
    assert store.articles.later_versions("") == []
    store.articles.remove([later[1].id])
    assert store.articles.later_versions(first) == []
