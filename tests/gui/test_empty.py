"""The first step of an empty briefing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from briefing_app.gui.empty import EmptyState
from briefing_app.gui.theme import Theme


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Choose files…", "files_requested"),
        ("Paste text", "paste_requested"),
        ("Open the sample briefing", "sample_requested"),
    ],
)
def test_each_button_asks_for_what_it_says(qtbot, text: str, signal: str) -> None:
    empty = EmptyState(Theme())
    qtbot.addWidget(empty)
    button = next(b for b in empty.findChildren(QPushButton) if b.text() == text)
    with qtbot.waitSignal(getattr(empty, signal)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
