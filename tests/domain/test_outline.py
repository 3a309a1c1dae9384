"""Sections come into reading order, whatever order they were stored in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.outline import Section, arrange


def section(id, parent=None, position=0):
    return Section("memo", id.upper(), id, parent, position)


def test_sections_are_numbered_depth_first():
    placed = arrange(
        [
            section("c", position=5),
            section("a2", "a", 1),
            section("a", position=0),
            section("a1x", "a1"),
            section("a1", "a", 0),
        ]
    )
    assert [(p.number, p.section.id, p.depth) for p in placed] == [
        ("1", "a", 0),
        ("1.1", "a1", 1),
        ("1.1.1", "a1x", 2),
        ("1.2", "a2", 1),
        ("2", "c", 0),
    ]


def test_a_section_without_its_parent_is_a_top_level_one():
    placed = arrange([section("a", position=1), section("b", "gone", 0)])
    assert [(p.number, p.section.id) for p in placed] == [("1", "b"), ("2", "a")]


def test_no_sections_make_no_outline():
    assert arrange([]) == ()


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 3)), max_size=20), st.randoms())
def test_every_section_of_a_tree_is_placed_once_in_any_order(drawn, rnd):
    sections = [
        section(f"s{n}", f"s{parent}" if parent < n else None, position)
        for n, (parent, position) in enumerate(drawn)
    ]
    placed = arrange(sections)
    assert sorted(p.section.id for p in placed) == sorted(s.id for s in sections)
    assert all(p.number.count(".") == p.depth for p in placed)
    rnd.shuffle(sections)
    assert arrange(sections) == placed
