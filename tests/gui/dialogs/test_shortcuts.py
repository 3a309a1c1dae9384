"""All keys on one sheet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QLabel, QScrollArea

from briefing_app.gui import actions
from briefing_app.gui.dialogs.shortcuts import ShortcutSheet
from briefing_app.gui.theme import Theme


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_every_line_is_there_and_none_is_cut_off(theme: Theme, qtbot, scale: float) -> None:
    theme.set(scale=scale)
    lines = actions.shortcut_sheet()
    sheet = ShortcutSheet(lines)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert {text for _, _, text in lines} <= set(words)
    assert {group for group, _, _ in lines} <= set(words)
    area = sheet.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_keys_are_written_as_this_computer_writes_them(theme: Theme, qtbot) -> None:
    sheet = ShortcutSheet([("File", "Ctrl+I", "Import"), ("Article", "J", "Next")])
    qtbot.addWidget(sheet)
    keys = [label.text() for label in sheet.findChildren(QLabel) if label.property("look") == "key"]
    assert keys == ["Ctrl+I", "J"]


def test_the_sheet_prints_every_line(theme: Theme, qtbot, tmp_path) -> None:
    lines = actions.shortcut_sheet()
    sheet = ShortcutSheet(lines)
    qtbot.addWidget(sheet)
    assert sheet.print_button.text() == "Print…"
    document = sheet.document()
    words = document.toPlainText()
    assert all(text in words for _, _, text in lines)
    writer = QPdfWriter(str(tmp_path / "keys.pdf"))
    document.print_(writer)
    del writer
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")


def test_no_lines_make_an_empty_sheet(theme: Theme, qtbot) -> None:
    sheet = ShortcutSheet([])
    qtbot.addWidget(sheet)
    sheet.show()
    assert sheet.windowTitle() == "Keyboard shortcuts"
