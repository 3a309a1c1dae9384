from __future__ import annotations

import pytest

from briefing_app.gui.outline.carried import Carried, Landing
from briefing_app.gui.outline.moving import Mover
from briefing_app.gui.outline.tree import OutlineTree
from tests.gui.outline.filled import entry, shape, titled


@pytest.fixture
def tree(session) -> OutlineTree:
    """A tree that follows the session."""
    tree = OutlineTree(session)
    tree.load()
    session.changed.connect(tree.follow)
    return tree


@pytest.fixture
def mover(session, tree) -> Mover:
    """What is tested."""
    return Mover(session, tree)


def starts(tree: OutlineTree, title: str) -> list[str]:
    return [node.card.entry.text[:7] for node in titled(tree, title).entries]


def test_a_scattered_choice_is_first_gathered_at_its_upper_end(mover, tree):
    mover.step_entries([entry(tree, "“We"), entry(tree, "In short")], -1)
    assert starts(tree, "Background") == ["“We wil", "In shor", "The por"]


def test_a_choice_over_two_sections_goes_to_the_end_that_it_moves_to(mover, tree):
    chosen = [entry(tree, "In short"), entry(tree, "A crane")]
    mover.step_entries(chosen, 1)
    assert starts(tree, "Position") == ["In shor", "A crane"]
    mover.step_entries(chosen, -1)
    assert starts(tree, "Background") == ["“We wil", "The por", "In shor", "A crane"]


@pytest.mark.parametrize(("index", "order"), [(0, "213"), (1, "123"), (2, "123"), (3, "132")])
def test_a_landing_counts_places_as_they_were_before_the_move(mover, tree, session, index, order):
    second = entry(tree, "The port")
    place = Landing(titled(tree, "Background").id, index)
    mover.land(Carried(str(session.store.path), (second.id,), False), place)
    names = {"1": "“We wil", "2": "The por", "3": "In shor"}
    assert starts(tree, "Background") == [names[digit] for digit in order]


def test_a_section_lands_among_its_siblings_as_counted_before_the_move(mover, tree, session):
    path = str(session.store.path)
    mover.land(Carried(path, (titled(tree, "Background").id,), True), Landing("", 2))
    assert [line for line in shape(tree) if line[0].isdigit()] == [
        "1 Position",
        "2 Background",
        "3 Outlook",
    ]


def test_the_first_section_cannot_be_nested_nor_a_top_one_un_nested(mover, tree):
    before = shape(tree)
    mover.nest(titled(tree, "Background"))
    mover.unnest(titled(tree, "Position"))
    assert shape(tree) == before
