from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from briefing_app.domain.outline import Layout
from briefing_app.gui.outline.pane import OutlinePane
from briefing_app.gui.outline.pieces import Part
from briefing_app.store import Store
from tests.gui.outline.filled import entry, shape, titled
from tests.gui.outline.hands import click, press_button


def labels(menu: QMenu) -> list[str]:
    return [a.text().split("\t")[0] for a in menu.actions() if not a.isSeparator()]


def action(menu: QMenu, text: str) -> QAction:
    return next(a for a in menu.actions() if a.text().split("\t")[0] == text)


def submenu(menu: QMenu, text: str) -> QMenu:
    found = action(menu, text).menu()
    assert isinstance(found, QMenu)
    return found


def test_a_card_can_be_moved_to_any_other_section_by_its_menu(pane, session):
    fact = entry(pane.tree, "The port")
    click(pane, fact)
    menu = submenu(pane.menus.of(fact), "Move to section")
    assert labels(menu) == ["1  Background", "2  Position", "2.1  Law", "3  Outlook"]
    assert not action(menu, "1  Background").isEnabled()
    action(menu, "2.1  Law").trigger()
    assert fact.parent is titled(pane.tree, "Law")
    assert session.store.undo_label == "Move entry"


def test_the_layout_of_a_section_is_in_its_menu(pane, session):
    law = titled(pane.tree, "Law")
    menu = submenu(pane.menus.of(law), "Layout")
    assert labels(menu) == [
        "Bullets", "Quotes", "Numbered", "Key judgments", "Table", "Positions (who wants what)",
        "Where the sources differ", "Options (A, B, C)", "Paragraphs", "Timeline",
    ]  # fmt: skip
    assert action(menu, "Bullets").isChecked()
    action(menu, "Timeline").trigger()
    assert session.store.sections.get(law.id).layout == Layout.TIMELINE
    assert action(submenu(pane.menus.of(law), "Layout"), "Timeline").isChecked()
    assert session.store.undo_label == "Change layout"


def test_a_sections_menu_makes_it_the_target_and_adds_below_it(pane, session):
    position = titled(pane.tree, "Position")
    click(pane, titled(pane.tree, "Law"))
    action(pane.menus.of(position), "File here from now on").trigger()
    assert session.target_id == position.id
    click(pane, position)
    action(pane.menus.of(position), "New section below this one").trigger()
    assert "  2.2 New section" in shape(pane.tree)


def test_the_button_of_a_section_opens_its_menu(pane):
    press_button(pane, titled(pane.tree, "Law"), Part.MORE)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and "Layout" in labels(menu)
    menu.close()


def test_the_heads_menu_and_the_empty_space_fold_everything(pane: OutlinePane):
    action(pane.menus.of(None), "Collapse all").trigger()
    assert not pane.view.isExpanded(pane.tree.index_of(titled(pane.tree, "Position").id))
    QTest.mouseClick(pane.head.more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert labels(menu) == [
        "New section",
        "Write text here",
        "Sections at a glance",
        "Expand all",
        "Collapse all",
    ]
    action(menu, "Expand all").trigger()
    menu.close()
    assert pane.view.isExpanded(pane.tree.index_of(titled(pane.tree, "Position").id))


def test_a_right_click_opens_the_menu_of_what_lies_there(pane):
    at = pane.view.visualRect(pane.tree.index_of(titled(pane.tree, "Law").id)).center()
    pane.view.customContextMenuRequested.emit(at)
    menu = QApplication.activePopupWidget()
    assert "Rename" in labels(menu)
    menu.close()
    pane.view.customContextMenuRequested.emit(QPoint(100, pane.view.viewport().height() - 3))
    menu = QApplication.activePopupWidget()
    assert labels(menu) == [
        "New section",
        "Sections at a glance",
        "Expand all",
        "Collapse all",
    ]
    menu.close()


def test_space_shows_the_passage_without_the_mouse(pane, session, qtbot):
    fact = entry(pane.tree, "The port")
    pane.view.choose([fact.id])
    with qtbot.waitSignal(session.passage_shown) as shown:
        QTest.keyClick(pane.view, Qt.Key.Key_Space)
    assert shown.args == [fact.card.excerpt_ids[0]]


def test_a_read_only_briefing_only_lets_look(pane, session):
    path = session.store.path
    session.close()
    session.open(Store.open(path, read_only=True))
    menu = pane.menus.of(entry(pane.tree, "The port"))
    enabled = [a.text() for a in menu.actions() if a.isEnabled() and not a.isSeparator()]
    assert enabled == ["Show in the article", "Copy with source"]
    assert not action(pane.menus.of(titled(pane.tree, "Law")), "Layout").menu().isEnabled()


def test_a_card_can_be_copied_to_any_section_by_its_menu(pane, session):
    fact = entry(pane.tree, "The port")
    click(pane, fact)
    action(submenu(pane.menus.of(fact), "Copy to section"), "2.1  Law").trigger()
    copy = titled(pane.tree, "Law").entries[-1]
    assert copy.card.entry.text == fact.card.entry.text
    assert copy.card.excerpt_ids == fact.card.excerpt_ids
    assert pane.current_entry_id() == copy.id
    assert session.store.undo_label == "Copy entry"


def test_selected_cards_are_combined_by_menu_and_by_keys(pane, session):
    before, port = shape(pane.tree), entry(pane.tree, "The port")
    click(pane, port)
    assert "Combine into one entry" not in labels(pane.menus.of(port))
    click(pane, entry(pane.tree, "A crane"), Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane.view, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert port.card.sources == 1 and len(port.card.excerpt_ids) == 2
    assert session.store.undo_label == "Add evidence"
    session.undo()
    assert shape(pane.tree) == before
    click(pane, port)
    click(pane, entry(pane.tree, "A crane"), Qt.KeyboardModifier.ControlModifier)
    action(pane.menus.of(port), "Combine: the others speak against the first").trigger()
    assert port.card.contradicting == 1
