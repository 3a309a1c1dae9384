"""What sections say, in order, and what it rests on."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import Kind, Stance


@pytest.fixture
def section(store):
    return store.sections.add(store.memos.all()[0].id, "Section")


@pytest.fixture
def texts(store):
    return lambda section: "".join(e.text for e in store.entries.of_section(section))


@pytest.fixture
def abcd(store, section):
    return [store.entries.add(section, Kind.TEXT, letter) for letter in "abcd"]


def test_filing_makes_excerpt_entry_and_evidence_in_one_step(work):
    entry = work.store.entries.get(work.quote)
    [tie] = work.store.entries.evidence(work.quote)
    excerpt = work.store.excerpts.get(tie.excerpt_id)
    assert (entry.kind, entry.text, entry.section_id) == (
        Kind.QUOTE, "“We are ready,”", work.sections[0],
    )  # fmt: skip
    assert (tie.stance, excerpt.exact, excerpt.speaker) == (
        Stance.SUPPORTING, entry.text, "the admiral",
    )  # fmt: skip
    assert work.store.steps()[-3:] == ["File quote", "File fact", "Add entry"]


def test_undoing_a_filing_leaves_nothing_of_it(store, section, import_article):
    article = import_article(store)
    entry = store.entries.file(section, Kind.FACT, article, 0, 9, text="Own words", cue="said")
    assert store.entries.get(entry).text == "Own words"
    store.undo()
    assert store.entries.of_section(section) == []
    assert store.excerpts.of_article(article) == []


def test_filing_outside_the_article_leaves_nothing(store, section, import_article):
    article = import_article(store)
    steps = store.steps()
    with pytest.raises(ValueError, match="passage"):
        store.entries.file(section, Kind.FACT, article, 0, 10_000)
    with pytest.raises(KeyError):
        store.entries.file("nothing", Kind.FACT, article, 0, 9)
    assert store.steps() == steps
    assert store.excerpts.of_article(article) == []


@pytest.mark.parametrize(
    ("index", "expected"),
    [(None, "abcdX"), (0, "Xabcd"), (2, "abXcd"), (4, "abcdX"), (99, "abcdX")],
)
def test_an_entry_is_added_where_told(store, section, abcd, texts, index, expected):
    store.entries.add(section, Kind.TEXT, "X", index=index, note="why")
    assert texts(section) == expected
    store.undo()
    assert texts(section) == "abcd"


def test_entries_added_into_gaps_keep_the_order(store, section, abcd, texts):
    store.entries.remove([abcd[1]])
    for letter in "xyz":
        store.entries.add(section, Kind.TEXT, letter, index=1)
    assert texts(section) == "azyxcd"


@pytest.mark.parametrize(
    ("which", "index", "expected"),
    [
        ([0], 3, "bcda"),
        ([3], 0, "dabc"),
        ([0, 2], 1, "bacd"),
        ([2, 0], 0, "cabd"),
        ([1], None, "acdb"),
    ],
)
def test_moved_entries_keep_the_order_given_among_the_others(
    store, section, abcd, texts, which, index, expected
):
    store.entries.move([abcd[i] for i in which], section, index)
    assert texts(section) == expected
    store.undo()
    assert texts(section) == "abcd"


def test_entries_move_to_another_section(store, section, abcd, texts):
    other = store.sections.add(store.memos.all()[0].id, "Other")
    store.entries.add(other, Kind.TEXT, "X")
    store.entries.move([abcd[3], abcd[1]], other, 0)
    assert (texts(section), texts(other)) == ("ac", "dbX")
    assert store.undo() == "Move entries"
    assert (texts(section), texts(other)) == ("abcd", "X")


def test_a_move_to_where_it_is_makes_no_step(store, section, abcd):
    steps = store.steps()
    store.entries.move([abcd[1]], section, 1)
    assert store.steps() == steps


def test_only_what_is_given_changes(work):
    store = work.store
    store.entries.update(work.fact, text="Vienna hosted talks.", note="check")
    store.entries.update(work.fact, kind=Kind.TEXT)
    entry = store.entries.get(work.fact)
    assert (entry.text, entry.note, entry.kind) == ("Vienna hosted talks.", "check", Kind.TEXT)
    steps = store.steps()
    store.entries.update(work.fact, kind=Kind.TEXT, note="check")
    assert store.steps() == steps


def test_removing_an_entry_takes_excerpts_that_serve_no_other(work):
    store = work.store
    shared = store.entries.evidence(work.quote)[0].excerpt_id
    store.entries.add_evidence(work.fact, shared, Stance.CONTRADICTING)
    store.entries.remove([work.quote])
    assert store.excerpts.get(shared).id == shared
    assert [e.id for e in store.entries.of_excerpt(shared)] == [work.fact]
    store.entries.remove([work.fact])
    for article in work.articles:
        assert store.excerpts.of_article(article) == []
    store.undo()
    assert [tie.stance for tie in store.entries.evidence(work.fact)] == [
        Stance.SUPPORTING, Stance.CONTRADICTING,
    ]  # fmt: skip


def test_evidence_is_untied_and_tied_again(work):
    store = work.store
    [tie] = store.entries.evidence(work.quote)
    with pytest.raises(ValueError, match="already"):
        store.entries.add_evidence(work.quote, tie.excerpt_id)
    store.entries.remove_evidence(tie.id)
    assert store.entries.evidence(work.quote) == []
    with pytest.raises(KeyError):
        store.excerpts.get(tie.excerpt_id)
    store.undo()
    assert store.entries.evidence(work.quote) == [tie]


def test_entries_are_counted_by_kind(work):
    counts = work.store.entries.counts(work.memo)
    assert counts == {Kind.QUOTE: 1, Kind.FACT: 1, Kind.TEXT: 1}
    assert set(work.store.entries.counts("nothing").values()) == {0}


def test_a_memo_knows_whether_it_says_anything(work):
    entries = work.store.entries
    assert entries.has_any(work.memo)
    entries.remove([card.entry.id for card in entries.cards(work.memo)])
    assert not entries.has_any(work.memo)
    assert not entries.has_any("nothing")


def test_missing_rows_are_key_errors(work):
    entries = work.store.entries
    for ask in (
        lambda: entries.get("nothing"),
        lambda: entries.update("nothing", text="x"),
        lambda: entries.add("nothing", Kind.TEXT, "x"),
        lambda: entries.move([work.text], "nothing", 0),
        lambda: entries.move(["nothing"], work.sections[0], 0),
        lambda: entries.add_evidence("nothing", "nothing"),
        lambda: entries.add_evidence(work.text, "nothing"),
    ):
        with pytest.raises(KeyError):
            ask()


def test_evidence_changes_sides_in_one_step(work):
    store = work.store
    [tie] = store.entries.evidence(work.quote)
    store.entries.set_stance(tie.id, Stance.CONTRADICTING)
    assert store.entries.evidence(work.quote)[0].stance is Stance.CONTRADICTING
    assert store.undo() == "Edit evidence"
    assert store.entries.evidence(work.quote) == [tie]
    steps = store.steps()
    store.entries.set_stance(tie.id, Stance.SUPPORTING)
    assert store.steps() == steps
