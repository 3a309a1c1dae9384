"""Panes hand the keyboard on and leave all their controls within reach of Tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from briefing_app.gui.pane import Pane


@pytest.fixture
def window(qtbot) -> QWidget:
    """A button, and a pane of a line and of the button that the pane is there for."""
    window, pane = QWidget(), Pane()
    row = QHBoxLayout(pane)
    pane.main_part = QPushButton("main")
    row.addWidget(QLineEdit())
    row.addWidget(pane.main_part)
    column = QHBoxLayout(window)
    column.addWidget(QPushButton("before"))
    column.addWidget(pane)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_pane_gives_the_keyboard_to_its_main_part(window: QWidget) -> None:
    pane = window.findChild(Pane)
    pane.setFocus()
    assert pane.main_part.hasFocus()


def test_tab_stops_at_everything_in_a_pane(window: QWidget) -> None:
    window.findChild(QPushButton).setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.findChild(QLineEdit).hasFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.findChild(Pane).main_part.hasFocus()


def test_while_its_main_part_is_hidden_another_part_takes_the_keyboard(window: QWidget) -> None:
    pane = window.findChild(Pane)
    pane.take_keyboard()
    assert pane.main_part.hasFocus()
    pane.main_part.hide()
    pane.take_keyboard()
    assert window.findChild(QLineEdit).hasFocus()
