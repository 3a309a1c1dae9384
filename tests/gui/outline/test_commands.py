from __future__ import annotations

import pytest

from briefing_app.domain.outline import Stance
from briefing_app.gui.outline.commands import OutlineCommands
from tests.gui.outline.filled import entry, shape, titled


@pytest.fixture
def commands(pane) -> OutlineCommands:
    """The commands of the shown pane."""
    return pane.findChild(OutlineCommands)


def nowhere(pane) -> None:
    pane.view.setCurrentIndex(pane.tree.index(-1, 0))


def test_the_present_section_is_that_of_the_card_or_else_the_target(commands, pane, session):
    pane.view.choose([entry(pane.tree, "nobody").id])
    assert commands.section() is titled(pane.tree, "Law")
    nowhere(pane)
    session.move_target(titled(pane.tree, "Position").id)
    assert commands.section() is titled(pane.tree, "Position")


def test_text_is_asked_for_after_the_card_and_else_at_the_end_of_the_target(commands, pane, qtbot):
    fact = entry(pane.tree, "The port")
    pane.view.choose([fact.id])
    with qtbot.waitSignal(commands.text_requested) as asked:
        commands.add_text()
    assert asked.args == [fact.parent.id, 2]
    nowhere(pane)
    with qtbot.waitSignal(commands.text_requested) as asked:
        commands.add_text()
    assert asked.args == [titled(pane.tree, "Background").id, 3]


def test_deleting_a_section_and_the_one_in_it_is_one_step(commands, pane, session, notices):
    before = shape(pane.tree)
    commands.delete([titled(pane.tree, "Position"), titled(pane.tree, "Law")])
    assert shape(pane.tree) == [*before[:4], "2 Outlook"]
    assert notices[-1].text == "2 sections with 2 entries deleted"
    session.undo()
    assert shape(pane.tree) == before


def test_deleting_the_last_card_selects_the_one_before(commands, pane):
    commands.delete([entry(pane.tree, "In short")])
    assert pane.current_entry_id() == entry(pane.tree, "The port").id


def test_a_deleted_target_hands_over_to_the_first_section(commands, pane, session):
    session.move_target(titled(pane.tree, "Outlook").id)
    commands.delete([titled(pane.tree, "Outlook")])
    assert session.target_id == titled(pane.tree, "Background").id


def test_renaming_later_is_a_step_of_its_own(commands, pane, session):
    commands.add_subsection()
    made = next(node for node in pane.tree.nodes() if node.placed and "New" in shape_of(node))
    pane.tree.setData(pane.tree.index_of(made.id), "Named")
    pane.view.setFocus()
    pane.tree.setData(pane.tree.index_of(made.id), "Renamed")
    assert session.store.steps()[-2:] == ["Add section", "Rename section"]


def shape_of(node) -> str:
    return node.placed.section.title


def test_combining_takes_several_entries_and_says_so(commands, pane, session, notices):
    pane.view.choose([pane.tree.nodes()[1].id])
    commands.combine(Stance.SUPPORTING)
    assert "Select the entries to combine first" in notices[-1].text


def test_the_card_that_the_keyboard_is_on_gets_further_evidence(pane, session):
    section, card = pane.tree.nodes()[:2]
    pane.view.choose([card.id])
    assert session.entry_id == card.id
    pane.view.choose([section.id])
    assert session.entry_id == ""
