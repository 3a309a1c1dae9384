"""Near-identical articles are found, whatever was undone, deleted or imported since."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.analysis.overlap import fingerprint
from briefing_app.domain.article import Article, Original
from briefing_app.domain.fingerprint import shared_part
from briefing_app.store import fingerprints
from tests.benchmarks.measuring import articles

ARTICLES = list(articles(30))


def add(store, texts, is_marked=True):
    with store.change("Import"):
        for article in texts:
            marks = {article.id: fingerprint(article.body)} if is_marked else None
            data = article.body.encode()
            store.articles.add(Original("a.txt", "text/plain", data), [article], marks)


def found(store, text):
    return [one.article_id for one in store.articles.similar(fingerprint(text))]


def test_a_cut_copy_is_found_and_says_how_much_is_shared(store):
    add(store, ARTICLES)
    body = ARTICLES[7].body
    [one] = store.articles.similar(fingerprint(body[: len(body) * 6 // 10]))
    assert one.article_id == ARTICLES[7].id
    assert one.shared == shared_part(fingerprint(body), fingerprint(body[: len(body) * 6 // 10]))
    assert one.shared > 0.9
    assert store.articles.similar(fingerprint("Something else entirely happened here.")) == []
    assert store.articles.similar(()) == []


def test_the_most_alike_comes_first_and_the_bound_can_be_moved(store):
    body = ARTICLES[0].body
    lines = body.split("\n")
    half = Article("Half", "\n".join(lines[:4] + ARTICLES[1].body.split("\n")[4:]))
    add(store, [half, ARTICLES[0]])
    shared = store.articles.similar(fingerprint(body), 0.1)
    assert [one.article_id for one in shared] == [ARTICLES[0].id, half.id]
    assert shared[0].shared == 1.0 > shared[1].shared > 0.1
    assert found(store, body) == [ARTICLES[0].id]


def test_undo_redo_and_deleting_keep_the_index_in_step(store):
    add(store, ARTICLES[:20])
    add(store, ARTICLES[20:])
    store.undo()
    assert found(store, ARTICLES[25].body) == []
    assert found(store, ARTICLES[5].body) == [ARTICLES[5].id]
    store.redo()
    assert found(store, ARTICLES[25].body) == [ARTICLES[25].id]
    store.articles.remove([ARTICLES[25].id])
    assert found(store, ARTICLES[25].body) == []
    store.undo()
    assert found(store, ARTICLES[25].body) == [ARTICLES[25].id]
    assert store.check() == []


@pytest.mark.parametrize("kept", [0, 3, 20])
def test_taking_out_many_at_once_leaves_the_rest_indexed(store, monkeypatch, kept):
    monkeypatch.setattr(fingerprints, "MANY", 5)
    add(store, ARTICLES[:kept])
    add(store, ARTICLES[20:])
    store.undo()
    assert [found(store, a.body) for a in ARTICLES[:kept]] == [[a.id] for a in ARTICLES[:kept]]
    assert not any(found(store, a.body) for a in ARTICLES[20:])
    assert store.check() == []


def test_articles_without_a_fingerprint_can_be_given_one_later(store):
    add(store, ARTICLES[:3], is_marked=False)
    steps = store.steps()
    assert store.articles.without_fingerprint(2) == [ARTICLES[2].id, ARTICLES[1].id]
    assert found(store, ARTICLES[1].body) == []
    marks = {a.id: fingerprint(a.body) for a in ARTICLES[:3]}
    store.articles.add_fingerprints(marks | {"gone": (1, 2, 3)})
    store.articles.add_fingerprints(marks)
    assert store.articles.without_fingerprint() == []
    assert found(store, ARTICLES[1].body) == [ARTICLES[1].id]
    assert (store.steps(), store.check()) == (steps, [])
    store.undo()
    assert found(store, ARTICLES[1].body) == []
    store.redo()
    assert found(store, ARTICLES[1].body) == [ARTICLES[1].id]


def test_a_stock_phrase_in_very_many_articles_costs_no_more_and_hides_nothing(store, monkeypatch):
    monkeypatch.setattr(fingerprints, "COMMONPLACE", 5)
    stock = " ".join(next(iter(articles(1))).headline.split() + ARTICLES[29].body.split()[:100])
    add(store, [replace(a, body=f"{a.body}\n{stock}") for a in ARTICLES[:29]])
    assert found(store, ARTICLES[0].body) == [ARTICLES[0].id]
    assert 5 <= len(found(store, stock)) <= fingerprints.CANDIDATES


def test_a_fingerprint_is_stored_as_it_is():
    for hashes in ((), (0,), (1, 2**31, 2**32 - 1)):
        assert fingerprints.unpacked(fingerprints.packed(hashes)) == hashes
    assert fingerprints.words((255, 2**32 - 1)) == "000000ff ffffffff"


def test_an_index_that_lacks_a_fingerprint_is_found_by_the_check(store):
    add(store, ARTICLES[:2])
    assert store.check() == []
    store.close()
    from briefing_app.store import connection

    other = connection.connect(store.path, "rw")
    other.execute("DELETE FROM fingerprint WHERE n = 1")
    other.close()
    assert store.check() == ["The index of similar texts does not agree with the articles."]


def test_what_is_new_is_soon_not_looked_up_and_what_is_there_always_found(store, monkeypatch):
    monkeypatch.setattr(fingerprints, "SOON", 12)
    add(store, ARTICLES[:25])
    asked = []
    rows = store._journal.rows
    monkeypatch.setattr(
        store._journal, "rows", lambda sql, values=(): asked.append(sql) or rows(sql, values)
    )

    def look_up(text):
        asked.clear()
        ids = found(store, text)
        return ids, sum("MATCH" in sql for sql in asked), sum("count" in sql for sql in asked)

    new = ARTICLES[25].body
    assert look_up(new) == ([], fingerprints.TRIED, 1)  # too early to go through all
    assert look_up(new) == ([], fingerprints.TRIED, 0)
    assert look_up(new) == ([], 0, 1)
    assert look_up(ARTICLES[3].body) == ([ARTICLES[3].id], fingerprints.TRIED, 0)
    add(store, ARTICLES[25:])
    assert look_up(new) == ([ARTICLES[25].id], fingerprints.TRIED, 0)
