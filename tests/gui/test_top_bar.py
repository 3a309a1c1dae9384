"""The bar at the top: the name in its room, the commands as buttons, Read or Memo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QToolButton

from briefing_app.gui import actions
from briefing_app.gui.theme import Theme
from briefing_app.gui.top_bar import TopBar

LONG = "NATO Iraq mission and Iran escalation, January 2020, with all that followed from it"


@pytest.fixture
def commands(qtbot, theme: Theme) -> Iterator[dict[str, QAction]]:
    parent = QMainWindow()
    qtbot.addWidget(parent)
    yield actions.make_actions(parent, theme)


@pytest.fixture
def bar(qtbot, theme: Theme, commands: dict[str, QAction]) -> TopBar:
    bar = TopBar(commands, theme)
    qtbot.addWidget(bar)
    bar.resize(1440, 48)
    bar.show()
    return bar


def fits(bar: TopBar) -> bool:
    words = QFontMetrics(bar.name.font()).horizontalAdvance(bar.name.text())
    return words < bar.name.width() and bar.name.sizeHint().width() <= bar.name.width()


def test_a_short_name_is_shown_whole(bar: TopBar) -> None:
    bar.set_name("Harbour talks")
    assert bar.name.text() == "Harbour talks"
    assert bar.name.toolTip() == "Harbour talks"


@pytest.mark.parametrize("width", [1000, 1100, 1440])
def test_a_long_name_is_cut_to_its_room_and_whole_in_the_tooltip(
    qtbot, bar: TopBar, width: int
) -> None:
    bar.set_name(LONG)
    bar.resize(width, 48)
    qtbot.waitUntil(lambda: fits(bar))
    assert bar.name.text().endswith("…")
    assert bar.name.text().rstrip("…").strip() in LONG
    assert bar.name.toolTip() == LONG


def test_a_name_gets_its_room_back(qtbot, bar: TopBar) -> None:
    bar.set_name(LONG)
    wide = bar.name.text()
    bar.resize(1000, 48)
    assert len(bar.name.text()) < len(wide)
    bar.resize(1440, 48)
    assert bar.name.text() == wide


def test_a_name_is_cut_anew_when_the_text_grows(qtbot, bar: TopBar, theme: Theme) -> None:
    bar.set_name(LONG)
    bar.resize(1100, 48)
    before = len(bar.name.text())
    theme.set(scale=1.5)
    qtbot.waitUntil(lambda: len(bar.name.text()) < before)


def test_an_ampersand_in_a_name_is_no_key(bar: TopBar) -> None:
    bar.set_name("Trade & tariffs")
    assert bar.name.text() == "Trade && tariffs"


def test_the_name_opens_its_menu(bar: TopBar) -> None:
    menu = QMenu(bar)
    menu.addAction("Rename briefing…")
    bar.set_name_menu(menu)
    assert bar.name.menu() is menu
    assert bar.name.popupMode() is QToolButton.ToolButtonPopupMode.InstantPopup


@pytest.mark.parametrize("view", ["read", "memo"])
def test_read_and_memo_are_chosen_and_shown(qtbot, bar: TopBar, view: str) -> None:
    bar.set_view("memo" if view == "read" else "read")
    button = next(b for b in bar.findChildren(QPushButton) if b.text().lower() == view)
    assert not button.isChecked()
    with qtbot.waitSignal(bar.view_chosen) as chosen:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == [view]
    assert button.isChecked()


@pytest.mark.parametrize("name", ["import", "undo", "redo", "dark", "keys"])
def test_a_button_carries_out_its_command(
    qtbot, bar: TopBar, commands: dict[str, QAction], name: str
) -> None:
    buttons = bar.findChildren(QToolButton)
    button = next(b for b in buttons if b.defaultAction() is commands[name])
    with qtbot.waitSignal(commands[name].triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    commands[name].setEnabled(False)
    assert not button.isEnabled()


def test_export_is_one_click_away(qtbot, bar: TopBar, commands: dict[str, QAction]) -> None:
    with qtbot.waitSignal(commands["export"].triggered):
        QTest.mouseClick(bar.export, Qt.MouseButton.LeftButton)


def test_the_picture_of_the_theme_button_shows_where_it_leads(bar: TopBar, theme: Theme) -> None:
    button = next(b for b in bar.findChildren(QToolButton) if "Dark" in b.accessibleName())
    light = button.icon().cacheKey()
    theme.set(name="dark")
    assert button.icon().cacheKey() != light
    assert button.icon().pixmap(18).toImage() == theme.icon("sun").pixmap(18).toImage()
