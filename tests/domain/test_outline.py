from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.outline import Section, arrange


def section(id: str, parent: str | None = None, position: int = 0) -> Section:
    return Section("memo", id.upper(), id, parent, position)


def shown(*sections: Section) -> list[tuple[str, str, int]]:
    return [(place.number, place.section.id, place.depth) for place in arrange(sections)]


def test_sections_are_numbered_in_reading_order_whatever_order_they_come_in() -> None:
    assert shown(
        section("c", "b", 1),
        section("b", position=1),
        section("a", position=0),
        section("d", "b", 0),
        section("e", "d"),
    ) == [("1", "a", 0), ("2", "b", 0), ("2.1", "d", 1), ("2.1.1", "e", 2), ("2.2", "c", 1)]


def test_a_section_without_its_parent_is_a_top_level_one() -> None:
    assert shown(section("a", "gone", 5), section("b")) == [("1", "b", 0), ("2", "a", 0)]


def test_gaps_and_ties_of_positions_make_no_gaps_in_the_numbers() -> None:
    assert shown(section("b", position=7), section("a", position=7), section("c", position=99)) == [
        ("1", "a", 0),
        ("2", "b", 0),
        ("3", "c", 0),
    ]


def test_no_sections_make_an_empty_outline() -> None:
    assert arrange([]) == ()


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)), max_size=30))
def test_every_section_of_a_tree_has_its_place_once_and_after_its_parent(
    drawn: list[tuple[int, int]],
) -> None:
    sections = [
        section(str(n), str(parent) if parent < n else None, position)
        for n, (parent, position) in enumerate(drawn)
    ]
    order = [place.section.id for place in arrange(reversed(sections))]
    assert sorted(order) == sorted(s.id for s in sections)
    for child in sections:
        if child.parent_id is not None:
            assert order.index(child.parent_id) < order.index(child.id)
