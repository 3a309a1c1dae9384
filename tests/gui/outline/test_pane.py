from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.nodes import Node
from briefing_app.gui.outline.pane import OutlinePane
from briefing_app.gui.outline.pieces import Part
from briefing_app.gui.session import Session
from briefing_app.store import Store
from tests.gui.outline.filled import LEDGER, entry, shape, titled
from tests.gui.outline.hands import click, double_click, key, press_button, row

Key = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def field(pane: OutlinePane) -> QLineEdit:
    """The field in which a title is edited."""
    found = pane.view.viewport().findChildren(QLineEdit)
    assert len(found) == 1
    return found[0]


def type_title(pane: OutlinePane, text: str, last: Key = Key.Key_Return) -> None:
    QTest.keyClicks(field(pane), text)
    press_in_title(pane, last)


def press_in_title(pane: OutlinePane, pressed: Key) -> None:
    QTest.keyClick(field(pane), pressed)
    QApplication.processEvents()  # the delegate takes the title once the key is dealt with


def is_shown(pane: OutlinePane, node: Node) -> bool:
    return not pane.view.visualRect(pane.tree.index_of(node.id)).isEmpty()


def test_a_click_on_a_card_shows_its_passage(pane, session, qtbot):
    card = entry(pane.tree, "The port").card
    with qtbot.waitSignal(session.passage_shown) as shown:
        click(pane, entry(pane.tree, "The port"))
    assert shown.args == [card.excerpt_ids[0]]
    assert session.article_id == LEDGER.id
    assert pane.current_entry_id() == card.entry.id


def test_a_click_on_own_text_only_selects_it(pane, session, qtbot):
    with qtbot.assertNotEmitted(session.passage_shown):
        click(pane, entry(pane.tree, "In short"))
    assert pane.current_entry_id() == entry(pane.tree, "In short").id


def test_a_click_on_a_section_makes_it_the_target(pane, session):
    click(pane, titled(pane.tree, "Law"))
    assert session.target_id == titled(pane.tree, "Law").id
    assert pane.current_entry_id() == ""


def test_a_click_with_ctrl_adds_to_the_selection_and_goes_nowhere(pane, session, qtbot):
    click(pane, entry(pane.tree, "“We"))
    with qtbot.assertNotEmitted(session.passage_shown):
        click(pane, entry(pane.tree, "The port"), CTRL)
    assert [node.card.entry.text[:8] for node in pane.view.chosen()] == ["“We will", "The port"]


def test_an_entry_to_show_is_selected_and_its_section_opened(pane, session):
    fact = entry(pane.tree, "nobody")
    pane.collapse_all()
    session.show_entry(fact.id)
    assert pane.current_entry_id() == fact.id
    assert is_shown(pane, fact)
    assert pane.view.viewport().rect().contains(row(pane, fact).toRect())


def test_the_chevron_and_the_arrow_keys_fold_a_section(pane):
    background, fact = titled(pane.tree, "Background"), entry(pane.tree, "The port")
    press_button(pane, background, Part.CHEVRON)
    assert not is_shown(pane, fact)
    click(pane, background)
    key(pane, Key.Key_Right)
    assert is_shown(pane, fact)


def test_del_deletes_what_is_selected_and_the_notice_undoes_it(pane, session, notices):
    before = shape(pane.tree)
    click(pane, entry(pane.tree, "“We"))
    click(pane, entry(pane.tree, "The port"), SHIFT)
    key(pane, Key.Key_Delete)
    assert shape(pane.tree) == [before[0], *before[3:]]
    assert session.store.undo_label == "Delete entries"
    assert (notices[-1].text, notices[-1].action) == ("2 entries deleted", "Undo")
    assert pane.current_entry_id() == entry(pane.tree, "In short").id
    notices[-1].run()
    assert shape(pane.tree) == before


def test_del_on_a_section_takes_all_in_it_without_a_question(pane, session, notices):
    before = shape(pane.tree)
    click(pane, titled(pane.tree, "Position"))
    key(pane, Key.Key_Delete)
    assert shape(pane.tree) == [*before[:4], "2 Outlook"]
    assert notices[-1].text == "Section “Position” and 2 entries deleted"
    assert session.store.undo_label == "Delete section"
    session.undo()
    assert shape(pane.tree) == before


def test_del_takes_a_section_and_its_own_entries_in_one_step(pane, session):
    before = shape(pane.tree)
    pane.view.selectAll()
    key(pane, Key.Key_Delete)
    assert shape(pane.tree) == []
    session.undo()
    assert shape(pane.tree) == before


def test_the_button_on_a_card_deletes_it(pane, notices):
    press_button(pane, entry(pane.tree, "A crane"), Part.DELETE)
    assert "- A crane fell into the basin on Monday" not in shape(pane.tree)
    assert notices[-1].text == "1 entry deleted"


def test_alt_down_takes_a_card_across_the_border_of_its_section(pane, session):
    text = entry(pane.tree, "In short")
    click(pane, text)
    key(pane, Key.Key_Down, ALT)
    assert shape(pane.tree)[3:6] == [
        "2 Position",
        "- In short, it is open.",
        "- A crane fell into the basin on Monday",
    ]
    assert session.store.undo_label == "Move entry"
    key(pane, Key.Key_Down, ALT)
    key(pane, Key.Key_Down, ALT)
    assert text.parent is titled(pane.tree, "Law") and text.row == 0
    for _ in range(3):
        key(pane, Key.Key_Up, ALT)
    assert text.parent is titled(pane.tree, "Background") and text.row == 2


def test_alt_up_moves_several_cards_as_one(pane, session):
    click(pane, entry(pane.tree, "The port"))
    click(pane, entry(pane.tree, "In short"), SHIFT)
    key(pane, Key.Key_Up, ALT)
    assert [line[2:10] for line in shape(pane.tree)[1:4]] == ["The port", "In short", "“We will"]
    assert session.store.undo_label == "Move entries"
    assert len(pane.view.chosen()) == 2


def test_alt_right_and_left_take_a_card_to_the_sections_beside(pane):
    fact = entry(pane.tree, "The port")
    click(pane, fact)
    key(pane, Key.Key_Right, ALT)
    assert fact.parent is titled(pane.tree, "Position") and fact.row == 1
    key(pane, Key.Key_Left, ALT)
    assert fact.parent is titled(pane.tree, "Background") and fact.row == 2


def test_alt_arrows_reorder_and_nest_sections(pane, session):
    click(pane, titled(pane.tree, "Outlook"))
    key(pane, Key.Key_Up, ALT)
    assert "2 Outlook" in shape(pane.tree) and "  3.1 Law" in shape(pane.tree)
    key(pane, Key.Key_Right, ALT)
    assert "  1.1 Outlook" in shape(pane.tree)
    assert session.store.undo_label == "Nest section"
    key(pane, Key.Key_Left, ALT)
    assert "2 Outlook" in shape(pane.tree)
    key(pane, Key.Key_Down, ALT)
    assert "3 Outlook" in shape(pane.tree)


def test_what_cannot_move_further_leaves_no_step_behind(pane, session):
    steps = session.store.steps()
    click(pane, titled(pane.tree, "Background"))
    key(pane, Key.Key_Up, ALT)
    key(pane, Key.Key_Right, ALT)
    key(pane, Key.Key_Left, ALT)
    click(pane, entry(pane.tree, "“We"))
    key(pane, Key.Key_Up, ALT)
    key(pane, Key.Key_Left, ALT)
    assert session.store.steps() == steps


def test_f2_renames_a_section_in_its_place(pane, session):
    click(pane, titled(pane.tree, "Position"))
    key(pane, Key.Key_F2)
    type_title(pane, "NATO position")
    assert "2 NATO position" in shape(pane.tree)
    assert session.store.undo_label == "Rename section"


def test_a_double_click_on_a_title_renames_and_esc_leaves_it(pane, session):
    steps = session.store.steps()
    double_click(pane, titled(pane.tree, "Position"))
    type_title(pane, "Something else", Key.Key_Escape)
    assert "2 Position" in shape(pane.tree)
    assert session.store.steps() == steps


def test_a_new_section_comes_after_the_present_one_and_is_named_in_one_step(pane, session):
    before = shape(pane.tree)
    click(pane, entry(pane.tree, "The port"))
    pane.add_section()
    type_title(pane, "Economy")
    assert "2 Economy" in shape(pane.tree) and "3 Position" in shape(pane.tree)
    assert session.store.undo_label == "Add section"
    session.undo()
    assert shape(pane.tree) == before


def test_the_heads_button_adds_a_section_at_the_end_of_an_outline_without_a_place(pane):
    pane.view.setCurrentIndex(pane.tree.index(-1, 0))
    pane.view.clearSelection()
    QTest.mouseClick(pane.head.add, Qt.MouseButton.LeftButton)
    type_title(pane, "Sources")
    assert shape(pane.tree)[-1] == "4 Sources"


def test_a_new_section_in_an_empty_outline(pane, session):
    pane.view.selectAll()
    pane.delete_current()
    pane.add_section()
    type_title(pane, "First")
    assert shape(pane.tree) == ["1 First"]
    assert session.target_id == titled(pane.tree, "First").id


def test_an_empty_title_is_not_taken(pane, session):
    click(pane, titled(pane.tree, "Position"))
    key(pane, Key.Key_F2)
    field(pane).clear()
    press_in_title(pane, Key.Key_Return)
    assert "2 Position" in shape(pane.tree)


def test_letters_typed_into_a_title_are_no_commands(pane):
    click(pane, titled(pane.tree, "Position"))
    key(pane, Key.Key_F2)
    type_title(pane, "TTT")
    assert "2 TTT" in shape(pane.tree)
    assert not pane.editor.isVisible()


def test_filing_keeps_what_is_selected_folded_and_in_sight(pane, session):
    pane.resize(380, 300)
    pane.view.collapse(pane.tree.index_of(titled(pane.tree, "Law").id))
    crane = pane.tree.index_of(entry(pane.tree, "A crane").id)
    click(pane, entry(pane.tree, "A crane"))
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    top = pane.view.visualRect(crane).top()
    session.store.entries.add(titled(pane.tree, "Background").id, Kind.TEXT, "First of all", 0)
    assert bar.maximum() > 0 and pane.view.visualRect(crane).top() == top
    assert pane.current_entry_id() == entry(pane.tree, "A crane").id
    assert not pane.view.isExpanded(pane.tree.index_of(titled(pane.tree, "Law").id))


def test_the_head_counts_entries(pane, session):
    assert pane.head.count == "5 entries"
    session.store.entries.remove([entry(pane.tree, "A crane").id])
    assert pane.head.count == "4 entries"


def test_a_briefing_that_is_read_only_offers_no_changes(pane, session, tmp_path: Path):
    path = session.store.path
    session.close()
    session.open(Store.open(path, read_only=True))
    before = shape(pane.tree)
    click(pane, entry(pane.tree, "The port"))
    for pressed, modifiers in (
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_T, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Up, ALT),
    ):
        key(pane, pressed, modifiers)
    for act in (pane.add_section, pane.add_text, pane.rename_current, pane.delete_current):
        act()
    press_button(pane, entry(pane.tree, "The port"), Part.DELETE)
    assert shape(pane.tree) == before
    assert not pane.editor.isVisible()
    assert not pane.head.add.isEnabled()
    assert pane.current_entry_id() == entry(pane.tree, "The port").id


def test_another_briefing_replaces_the_outline(pane, session, tmp_path):
    session.open(Store.create(tmp_path / "second.briefing", "Second"))
    assert shape(pane.tree) == []
    assert pane.head.count == "0 entries"


def test_every_control_has_a_name_and_a_tip(pane):
    pane._edit(entry(pane.tree, "The port").id)
    for button in pane.parentWidget().findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
            assert button.toolTip()
    assert pane.main_part is pane.view
    assert pane.view.accessibleName()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_paints_itself_at_every_text_size_and_in_both_themes(pane, theme, name, scale):
    theme.set(name=name, scale=scale)
    QTest.mouseMove(pane.view.viewport(), QPoint(150, 70))
    picture = pane.grab().toImage()
    card = row(pane, entry(pane.tree, "The port"))
    corner = pane.view.viewport().mapTo(pane, card.topLeft().toPoint())
    bar = picture.pixelColor(corner.x() + theme.px(14) + 2, corner.y() + round(card.height() / 2))
    assert bar == theme.color("fact_line")


def test_undo_takes_a_random_history_of_moves_back_to_the_start(pane, session: Session):
    start, count = shape(pane.tree), len(session.store.steps())
    nodes = pane.tree.nodes()
    keys = [Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right]
    for turn in range(60):
        click(pane, nodes[(turn * 7) % len(nodes)])
        key(pane, keys[(turn * turn + turn // 3) % 4], ALT)
    assert shape(pane.tree) != start
    while len(session.store.steps()) > count:
        session.undo()
    assert shape(pane.tree) == start
