from __future__ import annotations

import random

import pytest

from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.rows import OpenRows, open_nodes
from tests.gui.outline.filled import titled


def test_rows_lie_one_below_the_other_and_are_found_by_their_place():
    nodes = [Node(key) for key in range(1, 301)]
    heights = {node.key: random.Random(node.key).randint(1, 90) for node in nodes}
    rows = OpenRows(nodes, heights.values())
    y = 0
    for number, node in enumerate(nodes):
        assert rows.number(node) == number
        assert rows.span(number) == (y, y + heights[node.key])
        assert rows.at(y) == rows.at(y + heights[node.key] - 1) == number
        y += heights[node.key]
    assert rows.height == y
    assert rows.at(-1) == rows.at(y) == -1


@pytest.mark.parametrize(
    ("top", "bottom", "found"),
    [(0, 9, [0]), (9, 10, [0, 1]), (-50, 5, [0]), (25, 900, [2]), (-5, -1, []), (30, 40, [])],
)
def test_the_rows_that_touch_a_stretch_are_told_by_number(top, bottom, found):
    rows = OpenRows([Node(key) for key in (1, 2, 3)], [10, 10, 10])
    assert list(rows.between(top, bottom)) == found


def test_no_rows_have_no_height_and_no_place():
    rows = OpenRows()
    assert rows.height == 0 and rows.at(0) == -1
    assert rows.number(None) == rows.number(Node(1)) == -1
    assert list(rows.between(0, 100)) == []


def test_what_is_in_a_folded_section_is_no_open_row(pane):
    position = titled(pane.tree, "Position")
    shown = list(open_nodes(pane.tree.root, lambda section: section is not position))
    assert position in shown
    assert set(pane.tree.nodes()) - set(shown) == set(position.within())
