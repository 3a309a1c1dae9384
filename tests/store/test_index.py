"""The full-text index keeps in step with whatever a change does to articles."""

from __future__ import annotations

import pytest

from briefing_app.store import index


def test_texts_altered_in_one_change_are_indexed_as_they_end(store, import_article):
    with store.change("Several"):
        id = import_article(store, body="first words", headline="One")
        store.articles.update(id, headline="Two")
        gone = import_article(store, body="doomed words")
        store.articles.remove([gone])
        store.articles.update(id, headline="Three")
    assert [hit.headline for hit in store.search("words")] == ["Three"]
    assert (store.search("two"), store.search("doomed"), store.check()) == ([], [], [])


def test_a_number_that_is_used_again_in_one_change_is_indexed_anew(store, import_article):
    old = import_article(store, body="old words")
    with store.change("Replace"):
        store.articles.remove([old])
        new = import_article(store, body="new words")
    assert store.find("words").ids == [new]
    assert store.find("old").ids == [] and store.check() == []
    store.undo()
    assert store.find("words").ids == store.find("old").ids == [old]
    assert store.check() == []


def test_a_body_altered_behind_the_nouns_is_indexed(store, import_article):
    import_article(store, body="old words", headline="One")
    with store.change("Body"):
        store._journal.write("UPDATE article_text SET body = 'new words'")
    assert (len(store.search("new")), store.search("old"), store.check()) == (1, [], [])
    store.undo()
    assert (store.search("new"), len(store.search("old")), store.check()) == ([], 1, [])


def test_what_a_failed_change_wrote_is_not_found(store, import_article):
    with pytest.raises(ZeroDivisionError), store.change("Failing"):
        import_article(store, body="doomed words")
        raise ZeroDivisionError
    assert (store.search("doomed"), store.check()) == ([], [])


@pytest.mark.parametrize("kept", [0, 2, 20])
def test_taking_out_many_at_once_leaves_the_rest_indexed(store, import_article, monkeypatch, kept):
    monkeypatch.setattr(index, "MANY", 5)
    stay = [import_article(store, body=f"stay {n}") for n in range(kept)]
    with store.change("Import"):
        gone = [import_article(store, body=f"gone {n}") for n in range(10)]
    store.undo()
    assert (store.find("stay").ids, store.find("gone").ids) == (stay[::-1], [])
    assert store.check() == []
    store.redo()
    assert (store.find("stay").ids, store.find("gone").ids) == (stay[::-1], gone[::-1])
    assert store.check() == []
