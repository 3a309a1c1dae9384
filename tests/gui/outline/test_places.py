"""Sections on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from briefing_app.domain.outline import Kind
from briefing_app.gui.outline.pane import OutlinePane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


@pytest.fixture
def pane(session: Session, theme: Theme, qtbot) -> OutlinePane:
    second = session.sections()[1].section.id
    for number in range(3):
        session.store.entries.add(second, Kind.TEXT, f"Entry {number}")
    pane = OutlinePane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(400, 700)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def middle(pane: OutlinePane, id: str) -> QPoint:
    row = pane.view.visualRect(pane.tree.index_of(id))
    return pane.view.viewport().mapToGlobal(row.center())


def test_a_heading_is_its_section(pane: OutlinePane, session: Session) -> None:
    section = session.sections()[0].section
    place = pane.places.at(middle(pane, section.id))
    assert place is not None
    assert (place.id, place.title) == (section.id, section.title)
    assert pane.places.area().contains(place.frame)


def test_an_entry_belongs_to_the_section_around_it(pane: OutlinePane, session: Session) -> None:
    section = session.sections()[1].section
    entries = session.store.entries.of_section(section.id)
    places = {pane.places.at(middle(pane, entry.id)) for entry in entries}
    (place,) = places
    assert place is not None and place.id == section.id
    assert place.frame.contains(middle(pane, section.id))
    assert all(place.frame.contains(middle(pane, entry.id)) for entry in entries)


def test_beside_the_sections_there_is_none(pane: OutlinePane) -> None:
    pane.resize(400, 1400)
    area = pane.places.area()
    assert pane.places.at(area.bottomLeft() - QPoint(0, 2)) is None
    assert pane.places.at(area.topLeft() - QPoint(20, 20)) is None


def test_a_hidden_outline_has_no_places(pane: OutlinePane, session: Session) -> None:
    point = middle(pane, session.sections()[0].section.id)
    pane.hide()
    assert pane.places.area().isEmpty()
    assert pane.places.at(point) is None


def test_near_an_edge_the_outline_scrolls(pane: OutlinePane, qtbot) -> None:
    pane.resize(400, 220)
    bar = pane.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 50)
    area = pane.places.area()
    pane.places.come_near(area.center())
    assert bar.value() == 0
    pane.places.come_near(area.bottomLeft() + QPoint(40, -4))
    down = bar.value()
    assert down > 0
    pane.places.come_near(area.topLeft() + QPoint(40, 4))
    assert bar.value() < down
