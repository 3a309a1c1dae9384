"""Copies of entries and of memos rest on the same excerpts."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import Kind, Layout, Stance


@pytest.fixture
def article_id(store, import_article):
    return import_article(store)


@pytest.fixture
def filed(store, article_id):
    """Sections A and B of the memo, and a quote in A with an article's passage behind it."""
    memo = store.memos.all()[0]
    a = store.sections.add(memo.id, "A", layout=Layout.QUOTES)
    b = store.sections.add(memo.id, "B", parent_id=a)
    quote = store.entries.file(a, Kind.QUOTE, article_id, 0, 4, speaker="S", speaker_role="chief")
    store.entries.update(quote, translation="Vier", translator="T", marking="U", note="n")
    return memo.id, a, b, quote


def test_a_copy_says_the_same_and_rests_on_the_same(store, filed):
    _, _, b, quote = filed
    own = store.entries.add(b, Kind.TEXT, "there before")
    (copy,) = store.copy_entries([quote], b)
    assert [entry.id for entry in store.entries.of_section(b)] == [own, copy]
    before, after = store.entries.get(quote), store.entries.get(copy)
    for name in ("kind", "text", "note", "translation", "translator", "marking"):
        assert getattr(before, name) == getattr(after, name)
    (first,), (second,) = store.entries.evidence(quote), store.entries.evidence(copy)
    assert (first.excerpt_id, first.stance) == (second.excerpt_id, second.stance)
    assert first.id != second.id
    assert store.check() == []
    assert store.undo() == "Copy entry"
    assert [entry.id for entry in store.entries.of_section(b)] == [own]


def test_deleting_one_of_two_copies_keeps_the_excerpt(store, filed):
    _, _, b, quote = filed
    (copy,) = store.copy_entries([quote], b)
    (tie,) = store.entries.evidence(copy)
    store.entries.remove([quote])
    assert store.excerpts.get(tie.excerpt_id).speaker == "S"


def test_a_memo_is_continued_with_its_outline_and_entries(store, filed):
    memo_id, _, b, quote = filed
    store.memos.update(memo_id, fields={"to": "X"}, options={"language": "de"}, marking="U")
    store.entries.add(b, Kind.TEXT, "own words")
    made = store.continue_memo(memo_id, "Tomorrow")
    memo = store.memos.get(made)
    assert (memo.title, memo.previous_id, memo.marking) == ("Tomorrow", memo_id, "U")
    assert (memo.fields, memo.options) == ({"to": "X"}, {"language": "de"})
    placed = store.sections.of_memo(made)
    assert [(p.number, p.section.title, p.section.layout) for p in placed] == [
        (p.number, p.section.title, p.section.layout) for p in store.sections.of_memo(memo_id)
    ]
    texts = [e.text for p in placed for e in store.entries.of_section(p.section.id)]
    assert texts == [store.entries.get(quote).text, "own words"]
    assert len(store.snapshot(made).evidence) == 1
    assert store.check() == []
    assert store.undo() == "Continue memo"
    assert [m.id for m in store.memos.all()] == [memo_id]


def test_a_memo_is_deleted_with_excerpts_that_served_only_it(store, filed, article_id):
    memo_id, _, _, _ = filed
    made = store.continue_memo(memo_id, "Tomorrow")
    store.memos.remove(memo_id)
    assert [m.id for m in store.memos.all()] == [made]
    assert len(store.excerpts.of_article(article_id)) == 1
    assert len(store.snapshot(made).excerpts) == 1
    with pytest.raises(ValueError, match="at least one"):
        store.memos.remove(made)
    store.undo()
    assert len(store.memos.all()) == 2


def test_contradicting_evidence_stays_contradicting_in_a_copy(store, filed, article_id):
    _, _, b, quote = filed
    against = store.excerpts.add(article_id, 5, 9)
    store.entries.add_evidence(quote, against, Stance.CONTRADICTING)
    (copy,) = store.copy_entries([quote], b)
    assert [tie.stance for tie in store.entries.evidence(copy)] == [
        Stance.SUPPORTING, Stance.CONTRADICTING,
    ]  # fmt: skip


def test_roles_of_a_speaker_are_known_latest_first(store, filed, article_id):
    store.excerpts.add(article_id, 5, 9, speaker="S", speaker_role="former chief")
    assert store.excerpts.roles("S") == ["former chief", "chief"]
    assert store.excerpts.roles("nobody") == []


def test_what_is_judged_anew_leaves_the_continued_memo_alone(store, filed):
    memo_id = filed[0]
    made = store.continue_memo(memo_id, "Tomorrow")
    ((id, excerpt),) = store.snapshot(made).excerpts.items()
    store.excerpts.update(id, credibility="1", speaker="Somebody else")
    ((_, before),) = store.snapshot(memo_id).excerpts.items()
    assert (before.credibility, before.speaker) == ("", "S")
    assert (before.start, before.end) == (excerpt.start, excerpt.end)
