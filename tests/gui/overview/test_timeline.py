"""Dated events as dots on an axis."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.domain.coverage import Event
from briefing_app.gui.overview.timeline import TimelineView

EVENTS = (
    Event("2020-01-03", "a", "A drone strike kills Qassem Soleimani"),
    Event("2020-01-06", "b", "NATO ambassadors meet"),
    Event("2020-01-06T15:00", "c", "Training is suspended"),
)


@pytest.fixture
def view(qtbot, theme):
    view = TimelineView(theme)
    qtbot.addWidget(view)
    view.show_events(EVENTS)
    view.resize(view.sizeHint())
    view.show()
    return view


def test_events_of_one_day_stand_above_one_another(view):
    first, second, third = (view.place_of(number) for number in range(3))
    assert first.x() < second.x() == third.x()
    assert third.y() < second.y()
    assert all(view.rect().contains(place.toPoint()) for place in (first, second, third))


def test_a_dot_leads_to_its_entry(view, qtbot):
    with qtbot.waitSignal(view.entry_chosen) as chosen:
        place = view.place_of(2).toPoint()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["c"]


def test_a_click_beside_the_dots_chooses_nothing(view, qtbot):
    with qtbot.assertNotEmitted(view.entry_chosen):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().topLeft())


def test_keys_go_from_event_to_event_and_readers_hear_it(view, qtbot):
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "NATO ambassadors meet" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.entry_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["c"]
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.current == 1


def test_without_events_nothing_happens(view):
    view.show_events(())
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current == 0
    assert view.accessibleDescription() == ""
