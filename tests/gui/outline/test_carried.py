"""Where what is dragged may fall in the outline."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import Placed, Section
from briefing_app.gui.outline.carried import Carried, Landing, landing_in, packed, unpacked
from briefing_app.gui.outline.nodes import Node

ENTRY = Carried("a.briefing", ("e1",), is_section=False)
SECTION = Carried("a.briefing", ("s2",), is_section=True)


@pytest.fixture
def root() -> Node:
    """Section s1 with entries e1 and e2 and the section s2 below; then s3."""
    root, first, second, third = Node(0), section("s1"), section("s2"), section("s3")
    root.put(0, [first, third])
    first.put(0, [Node(11, "e1"), Node(12, "e2")])
    first.put(2, [second])
    return root


def section(id: str) -> Node:
    return Node(int(id[1:]), id, placed=Placed(Section("memo", id), 0, "1"))


@pytest.mark.parametrize(("row", "index"), [(-1, 2), (0, 0), (1, 1), (3, 2)])
def test_entries_land_among_the_entries_of_a_section(root: Node, row: int, index: int) -> None:
    assert landing_in(root.child(0), ENTRY, row) == Landing("s1", index)


def test_entries_do_not_land_outside_of_sections(root: Node) -> None:
    assert landing_in(root, ENTRY, 0) is None


@pytest.mark.parametrize(("row", "index"), [(-1, 1), (0, 0), (2, 0), (3, 1)])
def test_sections_land_below_the_entries(root: Node, row: int, index: int) -> None:
    carried = Carried("a.briefing", ("s3",), is_section=True)
    assert landing_in(root.child(0), carried, row) == Landing("s1", index)


def test_a_section_lands_on_top_but_not_below_itself(root: Node) -> None:
    assert landing_in(root, SECTION, -1) == Landing("", 2)
    assert landing_in(root.child(0).child(2), SECTION, -1) is None


def test_what_is_packed_is_unpacked_in_its_own_briefing_alone() -> None:
    assert unpacked(packed(ENTRY), "a.briefing") == ENTRY
    assert unpacked(packed(ENTRY), "b.briefing") is None
