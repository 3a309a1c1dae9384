"""The editor that lies on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.inline import InlineEditor, stored
from briefing_app.memo.marking import BOTTOM_LINE


@pytest.fixture
def editor(qtbot, window: MainWindow, sample: Path) -> InlineEditor:
    """The editor of the sample's page."""
    assert window.files.open(sample)
    window.show_view("memo")
    qtbot.waitUntil(lambda: window.memo_page.is_current, timeout=20_000)
    return window.memo_page.editor


def test_dates_are_kept_as_iso_and_other_words_as_written() -> None:
    assert stored("date", "6 Jan 2020") == "2020-01-06"
    assert stored("date", "this morning") == "this morning"
    assert stored("to", "6 Jan 2020") == "6 Jan 2020"


def test_it_lies_over_the_block_and_follows_the_page(
    editor: InlineEditor, window: MainWindow
) -> None:
    editor.open(BOTTOM_LINE, "Short.")
    block = window.memo_page.view.rect_of(BOTTOM_LINE)
    assert editor.geometry().intersects(block)
    top = editor.y()
    window.memo_page.view.verticalScrollBar().setValue(30)
    assert editor.y() == top - 30


def test_it_grows_with_what_is_written(editor: InlineEditor) -> None:
    editor.open("field:to", "A")
    low = editor.height()
    editor.setPlainText("The Director and everybody else who wants to know of it. " * 4)
    assert editor.height() > low


def test_a_new_line_is_made_with_shift_in_the_bottom_line_only(qtbot, editor: InlineEditor) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    editor.open("field:to", "A")
    QTest.keyClick(editor, Qt.Key.Key_Return, shift)
    assert editor.toPlainText() == "A"
    editor.give_up()
    editor.open(BOTTOM_LINE, "One.")
    QTest.keyClick(editor, Qt.Key.Key_Return, shift)
    QTest.keyClicks(editor, "Two.")
    with qtbot.waitSignal(editor.kept) as kept:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert kept.args == [BOTTOM_LINE, "One.\nTwo."]


def test_what_was_not_changed_is_not_kept(qtbot, editor: InlineEditor) -> None:
    editor.open("field:to", "A")
    with qtbot.assertNotEmitted(editor.kept):
        editor.keep()
    assert not editor.isVisible()
