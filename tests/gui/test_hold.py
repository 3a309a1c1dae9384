"""What the user can do while a long change is made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from briefing_app.gui.hold import Hold


@pytest.fixture
def field(qtbot) -> QPlainTextEdit:
    field = QPlainTextEdit("\n".join("abcdefghijklmnopqrstuvwxyz"))
    qtbot.addWidget(field)
    field.resize(200, 80)
    field.show()
    field.setFocus()
    return field


@pytest.fixture
def hold(qapp: QApplication) -> Iterator[Hold]:
    hold = Hold()
    hold.begin()
    yield hold
    hold.end()


def test_keys_and_clicks_and_shortcuts_do_nothing_until_it_ends(
    field: QPlainTextEdit, hold: Hold
) -> None:
    pressed = []
    QShortcut("Ctrl+U", field).activated.connect(lambda: pressed.append(True))
    before = field.toPlainText()

    def act() -> None:
        QTest.keyClicks(field, "x")
        QTest.keyClick(field, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)

    act()
    QTest.mouseDClick(field.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert (field.toPlainText(), pressed) == (before, [])
    assert not field.textCursor().hasSelection()
    hold.end()
    act()
    assert (field.toPlainText(), pressed) == (f"x{before}", [True])


def test_the_wheel_still_scrolls(field: QPlainTextEdit, hold: Hold) -> None:
    place = QPointF(10, 10)
    wheel = QWheelEvent(
        *(place, field.viewport().mapToGlobal(place), QPoint(), QPoint(0, -120)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(field.viewport(), wheel)
    assert field.verticalScrollBar().value() > 0


def test_the_pointer_says_that_the_program_is_at_work(hold: Hold) -> None:
    assert QApplication.overrideCursor().shape() == Qt.CursorShape.BusyCursor
    hold.end()
    hold.end()
    assert QApplication.overrideCursor() is None
