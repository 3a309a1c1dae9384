"""One picture of a memo with exactly what it rests on."""

from __future__ import annotations

from briefing_app.domain.outline import Kind


def test_a_snapshot_holds_what_the_memo_names_and_no_more(work, import_article):
    store = work.store
    unused = import_article(store, headline="Unused", body="Nobody quotes this.")
    store.excerpts.add(unused, 0, 6)
    briefing = store.snapshot()
    assert (briefing.title, briefing.memo) == ("Test briefing", store.memos.get(work.memo))
    assert {s.id for s in briefing.sections} == set(work.sections)
    assert {e.id for e in briefing.entries} == {work.quote, work.fact, work.text}
    assert set(briefing.articles) == set(work.articles)
    assert {t.excerpt_id for t in briefing.evidence} == set(briefing.excerpts)
    assert briefing.articles[work.articles[0]] == store.articles.get(work.articles[0])
    for excerpt in briefing.excerpts.values():
        body = briefing.articles[excerpt.article_id].body
        assert body[excerpt.start : excerpt.end] == excerpt.exact


def test_a_snapshot_of_another_memo_leaves_the_first_out(work):
    store = work.store
    other = store.memos.add("Other")
    section = store.sections.add(other, "Only")
    entry = store.entries.file(section, Kind.FACT, work.articles[1], 0, 5)
    briefing = store.snapshot(other)
    assert briefing.memo.title == "Other"
    assert [e.id for e in briefing.entries] == [entry]
    assert set(briefing.articles) == {work.articles[1]}


def test_a_snapshot_does_not_change_with_the_briefing(work):
    before = work.store.snapshot()
    again = work.store.snapshot()
    work.store.entries.remove([work.quote])
    assert before == again != work.store.snapshot()
