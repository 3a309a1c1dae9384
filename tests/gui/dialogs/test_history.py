"""The list of steps, and going back and forth in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.dialogs.history import HistorySheet


@pytest.fixture
def sheet(qtbot, session):
    for title in ("One", "Two", "Three"):
        session.store.sections.add(session.memo_id, title)
    sheet = HistorySheet(session)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def shown(sheet):
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def titles(session):
    return [placed.section.title for placed in session.sections()][5:]


def click(sheet, row):
    place = sheet.list.visualItemRect(sheet.list.item(row)).center()
    QTest.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_steps_are_listed_newest_first(sheet):
    assert shown(sheet) == ["Add section"] * 3 + ["As it was when the briefing was opened"]
    assert sheet.list.currentRow() == 0


def test_a_click_goes_back_to_a_step_and_forward_again(sheet, session):
    click(sheet, 2)
    assert titles(session) == ["One"]
    assert shown(sheet)[:3] == ["Add section (undone)", "Add section (undone)", "Add section"]
    click(sheet, 0)
    assert titles(session) == ["One", "Two", "Three"]
    click(sheet, 3)
    assert titles(session) == []


def test_enter_does_the_same(sheet, session):
    sheet.list.setCurrentRow(1)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert titles(session) == ["One", "Two"]


def test_the_list_follows_what_is_done_elsewhere(sheet, session):
    session.store.sections.add(session.memo_id, "Four")
    assert len(shown(sheet)) == 5
    session.undo()
    assert shown(sheet)[0] == "Add section (undone)"
