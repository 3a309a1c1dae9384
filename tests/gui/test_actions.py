"""The table of commands."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from briefing_app.gui import actions
from briefing_app.gui.theme import Theme


def test_no_keys_are_bound_twice() -> None:
    keys = [QKeySequence(c.keys).toString() for c in actions.COMMANDS if c.keys]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_every_command_has_a_menu_and_a_name_of_its_own() -> None:
    names = [c.name for c in actions.COMMANDS if c.name]
    assert len(names) == len(set(names))
    assert {c.menu for c in actions.COMMANDS} == {name for name, _ in actions.MENUS}


def test_menus_show_every_command_in_order(qtbot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = actions.make_actions(window, Theme())
    menus = actions.fill_menus(window.menuBar(), made)
    shown = [a.objectName() for menu in menus.values() for a in menu.actions() if a.objectName()]
    in_table = [c.name for name, _ in actions.MENUS for c in actions.COMMANDS if c.menu == name]
    assert shown == [name for name in in_table if name]


def test_keys_of_a_pane_are_shown_but_not_bound_again(qtbot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = actions.make_actions(window, Theme())
    actions.fill_menus(window.menuBar(), made)
    assert made["next"].shortcut().isEmpty()
    assert made["next"].text().endswith("\tJ")


def test_tooltips_name_the_keys(qtbot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    made = actions.make_actions(window, Theme())
    assert made["export"].toolTip() == "Export to Word (Ctrl+E)"
    assert made["about"].toolTip() == "About Briefing App"


def test_the_sheet_lists_all_keys() -> None:
    sheet = actions.shortcut_sheet()
    assert ("Edit", "Ctrl+Z", "Undo") in sheet
    assert ("Reading", "1–9", "File into that section") in sheet
    commands = sum(bool(c.keys) for c in actions.COMMANDS)
    assert ("Original page", "W", "As wide as there is room") in sheet
    assert len(sheet) == commands + len(actions.READING_KEYS) + len(actions.PAGE_KEYS)
    assert ("Original page", "←/→", "Previous, next page") in sheet


def test_the_sheet_of_an_interface_from_right_to_left_has_the_next_page_on_the_left(
    mirrored: QApplication,
) -> None:
    assert ("Original page", "→/←", "Previous, next page") in actions.shortcut_sheet()
