"""The tree of headings."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import Kind, Layout


@pytest.fixture
def memo(store):
    return store.memos.all()[0].id


@pytest.fixture
def outline(store, memo):
    """Titles as printed, e.g. "1.2 Fleet"."""
    return lambda: [f"{p.number} {p.section.title}" for p in store.sections.of_memo(memo)]


@pytest.fixture
def abc(store, memo):
    return [store.sections.add(memo, title) for title in "ABC"]


def test_sections_are_added_at_the_end_or_where_told(store, memo, abc, outline):
    store.sections.add(memo, "First", index=0)
    store.sections.add(memo, "Third", index=2)
    store.sections.add(memo, "Far", index=99)
    assert outline() == ["1 First", "2 A", "3 Third", "4 B", "5 C", "6 Far"]


def test_a_section_goes_below_another(store, memo, abc, outline):
    store.sections.add(memo, "Below", parent_id=abc[1], layout=Layout.QUOTES)
    assert outline() == ["1 A", "2 B", "2.1 Below", "3 C"]
    assert store.sections.of_memo(memo)[2].section.layout is Layout.QUOTES


def test_renaming_and_layout_are_steps_only_when_they_change_something(store, memo, abc):
    steps = store.steps()
    store.sections.rename(abc[0], "A")
    store.sections.set_layout(abc[0], Layout.BULLETS)
    assert store.steps() == steps
    store.sections.rename(abc[0], "New")
    store.sections.set_layout(abc[0], Layout.TIMELINE)
    section = store.sections.get(abc[0])
    assert (section.title, section.layout) == ("New", Layout.TIMELINE)
    assert store.steps() == [*steps, "Rename section", "Change layout"]


@pytest.mark.parametrize(
    ("which", "index", "expected"),
    [(0, 2, "BCA"), (2, 0, "CAB"), (0, 1, "BAC"), (1, None, "ACB"), (1, 1, "ABC"), (0, 9, "BCA")],
)
def test_the_index_of_a_move_counts_the_other_sections(store, abc, outline, which, index, expected):
    store.sections.move(abc[which], None, index)
    assert [line.split()[1] for line in outline()] == list(expected)


def test_a_move_to_where_it_is_makes_no_step(store, abc):
    steps = store.steps()
    store.sections.move(abc[1], None, 1)
    assert store.steps() == steps


def test_a_section_moves_with_all_below_it_and_back(store, memo, abc, outline):
    store.sections.add(memo, "Below", parent_id=abc[2])
    before = outline()
    store.sections.move(abc[2], abc[0], 0)
    assert outline() == ["1 A", "1.1 C", "1.1.1 Below", "2 B"]
    store.undo()
    assert outline() == before


def test_a_section_cannot_go_below_itself(store, memo, abc):
    below = store.sections.add(memo, "Below", parent_id=abc[0])
    for target in (abc[0], below):
        with pytest.raises(ValueError, match="below itself"):
            store.sections.move(abc[0], target, 0)


def test_a_parent_belongs_to_the_same_memo(store, abc):
    other = store.memos.add("Other")
    foreign = store.sections.add(other, "Foreign")
    with pytest.raises(ValueError, match="same memo"):
        store.sections.add(other, "x", parent_id=abc[0])
    with pytest.raises(ValueError, match="same memo"):
        store.sections.move(abc[0], foreign, 0)


def test_missing_sections_memos_and_parents_are_key_errors(store, memo):
    with pytest.raises(KeyError):
        store.sections.get("nothing")
    with pytest.raises(KeyError):
        store.sections.add("nothing", "x")
    with pytest.raises(KeyError):
        store.sections.add(memo, "x", parent_id="nothing")


def test_removing_a_section_takes_all_below_it_and_orphaned_excerpts(work):
    store, (naval, talks) = work.store, work.sections
    below = store.sections.add(work.memo, "Below", parent_id=naval)
    store.sections.move(talks, below, 0)
    shared = store.entries.evidence(work.quote)[0].excerpt_id
    kept = store.sections.add(work.memo, "Kept")
    tied = store.entries.add(kept, Kind.FACT, "Ready.")
    store.entries.add_evidence(tied, shared)
    before = store.snapshot()

    store.sections.remove(naval)

    assert [p.section.id for p in store.sections.of_memo(work.memo)] == [kept]
    assert [e.id for e in store.excerpts.of_article(work.articles[0])] == [shared]
    assert store.excerpts.of_article(work.articles[1]) == []
    assert store.undo() == "Delete section"
    assert store.snapshot() == before
