"""What a user's hands do to the reading view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from briefing_app.gui.reading.page_view import PageView
from briefing_app.gui.reading.passage import Passage

NONE = Qt.KeyboardModifier.NoModifier


def at(view: PageView, needle: str, offset: int = 0) -> QPoint:
    """The viewport position of the left edge of a character of the body."""
    position = view.body.index(needle) + offset
    box = view.passage_rect(Passage(position, position + 1))
    return QPoint(box.left() + 3, box.center().y())


def drag(
    view: QAbstractScrollArea, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    """Move with the left mouse button held from one viewport position to another."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    kinds = QEvent.Type
    for kind, place, button, held in (
        (kinds.MouseButtonPress, start, left, left),
        (kinds.MouseMove, end, none, left),
        (kinds.MouseButtonRelease, end, left, none),
    ):
        glob = view.viewport().mapToGlobal(place)
        event = QMouseEvent(kind, QPointF(place), QPointF(glob), button, held, modifiers)
        QApplication.sendEvent(view.viewport(), event)


def select(view: PageView, needle: str, key: Qt.Key = Qt.Key.Key_Right) -> None:
    """Select exactly these words by Shift and an arrow key (left in Arabic)."""
    start = view.body.index(needle)
    view.select(start, start)
    for _ in needle:
        QTest.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier)


def wheel(
    view: QAbstractScrollArea, turned: int, modifiers: Qt.KeyboardModifier = NONE
) -> QWheelEvent:
    """The wheel as it turns over the middle of the viewport; 120 is a notch, away from the user."""
    place = QPointF(view.viewport().rect().center())
    glob = QPointF(view.viewport().mapToGlobal(place.toPoint()))
    phase, none = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    angle = QPoint(0, turned)
    return QWheelEvent(place, glob, QPoint(), angle, none, modifiers, phase, False)
