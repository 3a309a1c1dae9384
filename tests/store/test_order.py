"""Positions among siblings: ascending, with as few rows rewritten as need be."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import Kind
from briefing_app.store.order import make_room, renumber


@pytest.fixture
def placed(store):
    """Three entries at positions 0, 1, 2; reads them back as (text, position)."""
    section = store.sections.add(store.memos.all()[0].id, "S")
    for text in "abc":
        store.entries.add(section, Kind.TEXT, text)
    return lambda: [(e.text, e.position) for e in store.entries.of_section(section)]


@pytest.fixture
def siblings(store, placed):
    return store._journal.rows("SELECT id, position FROM entry ORDER BY position")


@pytest.mark.parametrize(
    ("index", "position", "after"), [(0, 0, [1, 2, 3]), (1, 1, [0, 2, 3]), (3, 3, [0, 1, 2])]
)
def test_room_is_made_by_moving_the_later_ones(store, placed, siblings, index, position, after):
    with store.change("Room"):
        assert make_room(store._journal, "entry", siblings, index) == position
    assert [p for _, p in placed()] == after


def test_a_gap_is_used_without_moving_anything(store, placed, siblings):
    with store.change("Gap"):
        store._journal.write("UPDATE entry SET position = 9 WHERE text = 'c'")
    gapped = [*siblings[:2], (siblings[2][0], 9)]
    with store.change("Room"):
        assert make_room(store._journal, "entry", gapped, 2) == 8
    assert placed() == [("a", 0), ("b", 1), ("c", 9)]


def test_the_first_of_its_kind_is_at_zero(store):
    assert make_room(store._journal, "entry", [], 5) == 0


def test_only_rows_out_of_place_are_renumbered(store, placed, siblings):
    heard = []
    store.subscribe(heard.append)
    a, b, c = siblings
    with store.change("Swap"):
        renumber(store._journal, "entry", [a, c, b])
    assert placed() == [("a", 0), ("c", 1), ("b", 2)]
    assert heard[0].rows["entry"] == {b[0], c[0]}
