"""Replacing an older version, and taking articles out again."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.importing.decisions import Replaced, replace_older, take_out
from briefing_app.importing.report import Likeness, Twin
from briefing_app.store import Store

OLD = "Allies met on Monday.\nThey called for restraint.\nNobody spoke of war."
NEW = "Allies met on Monday.\nThey called for restraint.\nTalks go on."


@pytest.fixture
def section(store: Store) -> str:
    return store.sections.add(store.memos.all()[0].id, "Position")


def add(store: Store, id: str, body: str) -> str:
    article = Article(f"Headline {id}", body, id=id)
    return store.articles.add(Original(f"{id}.txt", "text/plain", id.encode()), [article])[0]


def file(store: Store, section: str, article_id: str, words: str) -> str:
    start = store.articles.get(article_id).body.index(words)
    return store.entries.file(section, Kind.QUOTE, article_id, start, start + len(words))


def twin(new: str, old: str) -> Twin:
    return Twin(new, old, Likeness.LATER)


def test_passages_move_to_the_later_version_and_the_older_one_goes(
    store: Store, section: str
) -> None:
    add(store, "old", OLD), add(store, "new", NEW)
    file(store, section, "old", "called for restraint")
    assert replace_older(store, [twin("new", "old")]) == {"new": Replaced(moved=1)}
    assert store.articles.ids() == ["new"]
    assert [e.exact for e in store.excerpts.of_article("new")] == ["called for restraint"]
    assert store.undo_label == "Replace article"
    store.undo()
    assert sorted(store.articles.ids()) == ["new", "old"]
    assert len(store.excerpts.of_article("old")) == 1


def test_an_older_version_keeps_passages_that_are_not_in_the_later_one(
    store: Store, section: str
) -> None:
    add(store, "old", OLD), add(store, "new", NEW)
    file(store, section, "old", "called for restraint")
    file(store, section, "old", "Nobody spoke of war")
    assert replace_older(store, [twin("new", "old")]) == {"new": Replaced(moved=1, left=1)}
    assert sorted(store.articles.ids()) == ["new", "old"]
    assert store.articles.get("new").version_of == "old"


def test_several_are_replaced_in_one_step_and_gone_ones_left_out(store: Store) -> None:
    for id in ("old1", "new1", "old2", "new2"):
        add(store, id, OLD + id)
    twins = [twin("new1", "old1"), twin("gone", "old1"), twin("new2", "old2")]
    assert set(replace_older(store, twins)) == {"new1", "new2"}
    assert sorted(store.articles.ids()) == ["new1", "new2"]
    store.undo()
    assert store.articles.count() == 4


def test_what_was_replaced_takes_the_place_of_nothing_itself(store: Store, section: str) -> None:
    for id in ("oldest", "old", "new"):
        add(store, id, OLD)
    file(store, section, "oldest", "called for restraint")
    assert set(replace_older(store, [twin("new", "old"), twin("old", "oldest")])) == {"new"}
    assert sorted(store.articles.ids()) == ["new", "oldest"]
    assert len(store.excerpts.of_article("oldest")) == 1


def test_articles_are_taken_out_in_one_step_but_none_that_is_used(
    store: Store, section: str
) -> None:
    for id in ("a", "b", "c"):
        add(store, id, OLD + id)
    file(store, section, "b", "called for restraint")
    assert take_out(store, ["a", "b", "c"]) == ["a", "c"]
    assert store.articles.ids() == ["b"]
    assert store.undo_label == "Skip 2 articles"
    store.undo()
    assert store.articles.count() == 3


def test_nothing_to_take_out_makes_no_step(store: Store) -> None:
    steps = store.steps()
    assert take_out(store, []) == []
    assert store.steps() == steps
