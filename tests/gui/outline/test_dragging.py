from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from briefing_app.domain.outline import Kind, Stance
from briefing_app.gui import dragged_passage
from briefing_app.gui.dragged_passage import DraggedPassage
from briefing_app.gui.outline.carried import Carried, packed, unpacked
from briefing_app.gui.outline.spot import SpotFinder, pill
from tests.gui.outline.filled import BODY, LEDGER, entry, shape, titled
from tests.gui.outline.hands import click, drag, drop, lower, middle, row, upper

CTRL = Qt.KeyboardModifier.ControlModifier


def test_what_is_packed_comes_out_again_in_the_same_briefing_only():
    carried = Carried("a.briefing", ("one", "two"), False)
    assert unpacked(packed(carried), "a.briefing") == carried
    assert unpacked(packed(carried), "b.briefing") is None
    assert unpacked(QMimeData(), "a.briefing") is None


def test_a_card_dropped_on_the_lower_half_of_another_goes_behind_it(pane, session):
    moved, other = entry(pane.tree, "“We"), entry(pane.tree, "A crane")
    assert drag(pane, [moved], lower(pane, other))
    assert moved.parent is other.parent and moved.row == other.row + 1
    assert session.store.undo_label == "Move entry"
    assert pane.current_entry_id() == moved.id


def test_a_card_dropped_on_the_upper_half_of_another_goes_before_it(pane):
    moved, other = entry(pane.tree, "nobody"), entry(pane.tree, "The port")
    assert drag(pane, [moved], upper(pane, other))
    assert moved.parent is titled(pane.tree, "Background")
    assert (moved.row, other.row) == (1, 2)


def test_a_card_dropped_on_a_section_goes_to_its_end(pane):
    moved = entry(pane.tree, "“We")
    assert drag(pane, [moved], middle(pane, titled(pane.tree, "Position")))
    assert moved.parent is titled(pane.tree, "Position") and moved.row == 1


def test_a_card_dropped_on_the_dashed_zone_fills_the_section(pane):
    moved, outlook = entry(pane.tree, "“We"), titled(pane.tree, "Outlook")
    height = row(pane, outlook).height()
    assert drag(pane, [moved], lower(pane, outlook))
    assert moved.parent is outlook
    assert row(pane, outlook).height() < height


def test_several_cards_keep_their_order_in_one_step_of_undo(pane, session):
    before = shape(pane.tree)
    cards = [entry(pane.tree, "In short"), entry(pane.tree, "“We")]
    assert drag(pane, cards, lower(pane, entry(pane.tree, "nobody")))
    law = titled(pane.tree, "Law")
    assert [n.card.entry.text[:8] for n in law.entries] == ["nobody w", "“We will", "In short"]
    assert session.store.undo_label == "Move entries"
    assert len(pane.view.chosen()) == 2
    session.undo()
    assert shape(pane.tree) == before


def test_cards_dropped_within_their_own_section_land_where_the_line_was(pane):
    moved = entry(pane.tree, "“We")
    assert drag(pane, [moved], lower(pane, entry(pane.tree, "The port")))
    assert [line[2:10] for line in shape(pane.tree)[1:4]] == ["The port", "“We will", "In short"]


def test_a_card_dropped_where_it_is_leaves_no_step_behind(pane, session):
    steps = session.store.steps()
    drag(pane, [entry(pane.tree, "The port")], upper(pane, entry(pane.tree, "In short")))
    assert session.store.steps() == steps


def test_a_card_dropped_beneath_everything_goes_to_the_last_section(pane):
    moved = entry(pane.tree, "“We")
    assert drag(pane, [moved], QPointF(150, pane.view.viewport().height() - 5))
    assert moved.parent is titled(pane.tree, "Outlook")


@pytest.mark.parametrize("start", ["“We", "A crane", "nobody"])
def test_a_card_never_becomes_the_child_of_a_card_wherever_it_falls(pane, start):
    moved = entry(pane.tree, start)
    for y in range(2, pane.view.viewport().height(), 23):
        drag(pane, [moved], QPointF(150, y))
        assert moved.parent.is_section
        assert all(not node.size for node in pane.tree.nodes() if node.card)


def test_a_card_dropped_with_ctrl_leaves_a_copy_that_rests_on_the_same(pane, session):
    before, fact, law = shape(pane.tree), entry(pane.tree, "The port"), titled(pane.tree, "Law")
    assert drag(pane, [fact], lower(pane, entry(pane.tree, "nobody")), CTRL)
    assert shape(pane.tree) == [*before[:8], "  - " + fact.card.entry.text, *before[8:]]
    copy = law.entries[1]
    assert copy.card.excerpt_ids == fact.card.excerpt_ids
    assert session.store.undo_label == "Copy entry"
    assert pane.current_entry_id() == copy.id
    session.undo()
    assert shape(pane.tree) == before


def chosen_of(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def dropped_on(pane, target, cargo: QMimeData, keys=Qt.KeyboardModifier.NoModifier) -> QMenu:
    """Drop something on the middle of a card, and answer the menu that asks what it is."""
    assert drop(pane, cargo, middle(pane, target), keys)
    menu = pane.view.findChild(QMenu)
    assert menu.isVisible()
    return menu


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Supports this entry", Stance.SUPPORTING),
        ("Speaks against this entry", Stance.CONTRADICTING),
    ],
)
def test_a_card_dropped_on_another_becomes_its_evidence(pane, session, notices, answer, stance):
    before, port, crane = (
        shape(pane.tree),
        entry(pane.tree, "The port"),
        entry(pane.tree, "A crane"),
    )
    menu = dropped_on(pane, port, pane.tree.mimeData([pane.tree.index_of(crane.id)]))
    chosen_of(menu, answer).trigger()
    assert [tie.stance for tie in session.store.entries.evidence(port.id)][1:] == [stance]
    assert pane.tree.find(crane.id) is None and not port.size
    assert pane.current_entry_id() == port.id
    assert notices[-1].text == "1 passage added as evidence"
    notices[-1].run()
    assert shape(pane.tree) == before


def test_a_card_dropped_on_another_with_ctrl_stays(pane, session):
    port, crane = entry(pane.tree, "The port"), entry(pane.tree, "A crane")
    cargo = pane.tree.mimeData([pane.tree.index_of(crane.id)])
    chosen_of(dropped_on(pane, port, cargo, CTRL), "Supports this entry").trigger()
    assert pane.tree.find(crane.id) is crane
    assert port.card.excerpt_ids[1:] == crane.card.excerpt_ids


def test_a_drop_on_a_card_that_is_thought_better_of_changes_nothing(pane, session):
    before, steps = shape(pane.tree), session.store.steps()
    cargo = pane.tree.mimeData([pane.tree.index_of(entry(pane.tree, "A crane").id)])
    chosen_of(dropped_on(pane, entry(pane.tree, "The port"), cargo), "Cancel").trigger()
    assert (shape(pane.tree), session.store.steps()) == (before, steps)


def test_the_menu_at_a_drop_has_support_ready(pane):
    cargo = pane.tree.mimeData([pane.tree.index_of(entry(pane.tree, "A crane").id)])
    menu = dropped_on(pane, entry(pane.tree, "The port"), cargo)
    assert menu.activeAction().text() == "Supports this entry"


def passage(text: str) -> QMimeData:
    data = QMimeData()
    start = BODY.index(text)
    dragged_passage.put(data, DraggedPassage(LEDGER.id, start, start + len(text)))
    return data


def test_a_passage_dropped_on_a_card_becomes_its_evidence(pane, session):
    port = entry(pane.tree, "The port")
    menu = dropped_on(pane, port, passage("in the harbour"))
    chosen_of(menu, "Speaks against this entry").trigger()
    assert (port.card.sources, port.card.contradicting) == (1, 1)
    assert session.store.undo_label == "Add evidence"


def test_a_passage_that_an_entry_rests_on_already_is_told_so(pane, session, notices):
    steps, port = session.store.steps(), entry(pane.tree, "The port")
    menu = dropped_on(pane, port, passage(port.card.entry.text))
    chosen_of(menu, "Supports this entry").trigger()
    assert notices[-1].text == "The entry rests on that passage already"
    assert session.store.steps() == steps


def test_a_passage_dropped_between_cards_is_filed_there(pane, session):
    assert drop(
        pane, passage("“We will not be hurried,”"), lower(pane, entry(pane.tree, "A crane"))
    )
    position = titled(pane.tree, "Position")
    assert position.entries[1].card.entry.kind == Kind.QUOTE
    assert position.entries[1].card.speaker == "Anna Kovac"
    assert session.store.undo_label == "File passage"
    assert drop(pane, passage("in the harbour"), middle(pane, titled(pane.tree, "Outlook")))
    assert titled(pane.tree, "Outlook").entries[0].card.entry.kind == Kind.FACT


def test_a_passage_of_another_briefing_falls_nowhere(pane):
    data = QMimeData()
    dragged_passage.put(data, DraggedPassage("elsewhere", 0, 5))
    assert not drop(pane, data, middle(pane, titled(pane.tree, "Position")))


def test_own_text_is_no_evidence_and_lies_beside_the_card(pane):
    text, crane = entry(pane.tree, "In short"), entry(pane.tree, "A crane")
    assert drag(pane, [text], middle(pane, crane) + QPointF(0, 4))
    assert text.parent is crane.parent and text.row == crane.row + 1


def test_a_section_dropped_above_another_comes_before_it_with_all_in_it(pane, session):
    assert drag(pane, [titled(pane.tree, "Position")], upper(pane, titled(pane.tree, "Background")))
    assert shape(pane.tree)[:5] == [
        "1 Position",
        "- A crane fell into the basin on Monday",
        "  1.1 Law",
        "  - nobody was hurt",
        "2 Background",
    ]
    assert session.store.undo_label == "Move section"


def test_a_section_dropped_on_the_middle_of_another_goes_into_it(pane):
    assert drag(pane, [titled(pane.tree, "Outlook")], middle(pane, titled(pane.tree, "Background")))
    assert "  1.1 Outlook" in shape(pane.tree)


def test_a_section_dropped_on_a_card_comes_after_the_cards_section(pane):
    assert drag(pane, [titled(pane.tree, "Outlook")], middle(pane, entry(pane.tree, "The port")))
    assert "2 Outlook" in shape(pane.tree) and "3 Position" in shape(pane.tree)


def test_a_section_dropped_beneath_everything_comes_last(pane):
    bottom = QPointF(150, pane.view.viewport().height() - 5)
    assert drag(pane, [titled(pane.tree, "Background")], bottom)
    assert "3 Background" in shape(pane.tree)


def test_a_section_is_not_taken_by_itself_or_below_itself(pane):
    before = shape(pane.tree)
    position = titled(pane.tree, "Position")
    assert not drag(pane, [position], middle(pane, position))
    assert not drag(pane, [position], middle(pane, titled(pane.tree, "Law")))
    assert shape(pane.tree) == before


def test_files_are_not_for_the_outline(pane):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("article.txt")])
    assert not drop(pane, data, middle(pane, titled(pane.tree, "Position")))


def test_the_drag_carries_what_is_selected_on_a_small_pill(pane, theme):
    click(pane, entry(pane.tree, "“We"))
    drag_of_one = pane.view.make_drag()
    pane.view.selectAll()
    drag_of_all = pane.view.make_drag()
    path = str(pane._session.store.path)
    assert len(unpacked(drag_of_one.mimeData(), path).ids) == 1
    assert len(unpacked(drag_of_all.mimeData(), path).ids) == 5
    assert drag_of_one.pixmap().deviceIndependentSize().height() < 46
    assert drag_of_all.pixmap().width() > drag_of_one.pixmap().width()  # by its badge
    assert (drag_of_one.hotSpot().x(), drag_of_one.hotSpot().y()) == (-12, -10)
    wide = pill("word " * 60, theme).deviceIndependentSize().width()
    assert wide < 220


def test_the_line_lies_between_two_cards_and_the_fill_over_a_section(pane):
    finder = SpotFinder(pane.view, pane.tree, pane.view.delegate.pieces)
    first, second = entry(pane.tree, "“We"), entry(pane.tree, "The port")
    above, below = (
        finder.find(lower(pane, first), is_section=False),
        finder.find(upper(pane, second), is_section=False),
    )
    assert abs(above.line.top() - below.line.top()) <= 1
    assert above.frame.isEmpty()
    onto = finder.find(middle(pane, titled(pane.tree, "Law")), is_section=False)
    assert onto.line.isNull() and onto.row == -1
    assert onto.frame.height() == pane.view.delegate.pieces.section


def test_there_is_no_spot_in_an_outline_without_sections(pane):
    pane.view.selectAll()
    pane.delete_current()
    finder = SpotFinder(pane.view, pane.tree, pane.view.delegate.pieces)
    assert finder.find(QPointF(150, 50), is_section=False) is None
