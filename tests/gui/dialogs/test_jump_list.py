"""A list of places to go to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.dialogs.jump_list import LONGEST, Jump, JumpList
from briefing_app.gui.theme import Theme

LINES = (
    Jump("Without a source · 2", is_heading=True, detail="Nobody can tell."),
    Jump("First <b>", "e1"),
    Jump("Second " * 100, "e2", detail="why"),
)


@pytest.fixture
def jumps(qtbot, theme: Theme) -> JumpList:
    jumps = JumpList("Places", LINES)
    qtbot.addWidget(jumps)
    jumps.resize(300, 400)
    jumps.show()
    return jumps


def test_headings_lead_nowhere_and_are_read_out(jumps: JumpList) -> None:
    assert jumps.places == ["e1", "e2"]
    assert jumps.lines[:2] == ["Without a source · 2, Nobody can tell.", "First <b>"]
    assert jumps.currentRow() == 1


def test_a_long_line_is_cut(jumps: JumpList) -> None:
    assert jumps.lines[2].startswith("Second ") and len(jumps.lines[2]) < LONGEST + 10


def test_a_click_goes_there(qtbot, jumps: JumpList) -> None:
    at = jumps.visualItemRect(jumps.item(2)).center()
    with qtbot.waitSignal(jumps.chosen) as chosen:
        QTest.mouseClick(jumps.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == ["e2"]


def test_keys_pass_headings_by_and_enter_goes_there(qtbot, jumps: JumpList) -> None:
    QTest.keyClick(jumps, Qt.Key.Key_Home)
    QTest.keyClick(jumps, Qt.Key.Key_Down)
    with qtbot.waitSignal(jumps.chosen) as chosen:
        QTest.keyClick(jumps, Qt.Key.Key_Return)
    assert chosen.args == ["e2"]


def test_a_line_is_as_high_as_its_words_need(jumps: JumpList) -> None:
    short, long = (jumps.visualItemRect(jumps.item(n)).height() for n in (1, 2))
    assert long > 3 * short
