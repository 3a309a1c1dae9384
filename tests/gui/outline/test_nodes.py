from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.outline import Placed, Section
from briefing_app.gui.outline.nodes import Node, runs, staying

ORDERS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def section(key: int) -> Node:
    return Node(key, str(key), placed=Placed(Section("memo", str(key)), 0, "1"))


def rows(parent: Node) -> list[tuple[str, int]]:
    return [(node.id, node.row) for node in (parent.child(row) for row in range(parent.size))]


@given(present=ORDERS, wanted=ORDERS)
def test_what_stays_is_in_the_same_order_in_both(present, wanted):
    kept = staying(present, wanted)
    assert [i for i in present if i in kept] == [i for i in wanted if i in kept]


@given(order=ORDERS, data=st.data())
def test_all_but_the_one_moved_stay(order, data):
    if not order:
        return
    moved = data.draw(st.sampled_from(order))
    rest = [id for id in order if id != moved]
    at = data.draw(st.integers(0, len(rest)))
    kept = staying(order, [*rest[:at], moved, *rest[at:]])
    assert len(kept) >= len(rest)


def test_entries_come_before_sections_and_rows_are_counted_over_both():
    parent = Node(0)
    parent.put(0, [section(1), section(2)])
    parent.put(0, [Node(3, "3"), Node(4, "4")])
    assert rows(parent) == [("3", 0), ("4", 1), ("1", 2), ("2", 3)]
    assert [node.id for node in parent.take(1, 1)] == ["4"]
    assert rows(parent) == [("3", 0), ("1", 1), ("2", 2)]
    assert [node.id for node in parent.take(2, 2)] == ["2"]
    assert rows(parent) == [("3", 0), ("1", 1)]


def test_a_section_is_empty_only_without_entries_and_without_sections():
    parent = section(1)
    assert parent.is_empty
    parent.put(0, [section(2)])
    assert not parent.is_empty
    parent.take(0, 0)
    parent.put(0, [Node(3, "3")])
    assert not parent.is_empty


@given(st.sets(st.integers(0, 12)))
def test_runs_cover_the_rows_without_touching_the_last_first(rows):
    found = list(runs(rows))
    assert {row for first, last in found for row in range(first, last + 1)} == rows
    assert all(later[1] + 1 < before[0] for before, later in pairwise(found))
