"""The popover writes conditions into the search, and keeps those with a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from briefing_app.gui.library.filter_popover import FilterPopover
from briefing_app.gui.library.pane import LibraryPane
from briefing_app.gui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def popover(pane: LibraryPane) -> Iterator[FilterPopover]:
    pane.show_search("restraint")
    QTest.mouseClick(pane.filters.more_button, LEFT)
    yield pane.popover
    pane.popover.hide()


def saved(popover: FilterPopover) -> list[QWidget]:
    return [popover.saved.itemAt(at).widget() for at in range(popover.saved.count())]


def test_choices_become_words_of_the_search(popover: FilterPopover, pane: LibraryPane) -> None:
    assert popover.isVisible()
    popover.outlet.setCurrentText("Bloomberg")
    QTest.keyClick(popover.outlet, Qt.Key.Key_Return)
    assert pane.search_field.text() == "outlet:Bloomberg restraint"
    assert pane.table.rowCount() == 1
    QTest.mouseClick(popover.states["is", "unread"], LEFT)
    QTest.mouseClick(popover.states["-is", "earlier"], LEFT)
    assert pane.search_field.text() == "outlet:Bloomberg is:unread -is:earlier restraint"
    QTest.mouseClick(popover.states["is", "unread"], LEFT)
    popover.outlet.setCurrentText("")
    QTest.keyClick(popover.outlet, Qt.Key.Key_Return)
    assert pane.search_field.text() == "-is:earlier restraint"


def test_dates_are_taken_as_people_write_them(popover: FilterPopover, pane: LibraryPane) -> None:
    QTest.keyClicks(popover.first_day, "5 Jan 2020")
    QTest.keyClick(popover.first_day, Qt.Key.Key_Return)
    assert pane.search_field.text() == "date:2020-01-05.. restraint"
    QTest.keyClicks(popover.last_day, "2020-01-06")
    QTest.keyClick(popover.last_day, Qt.Key.Key_Return)
    assert pane.search_field.text() == "date:2020-01-05..2020-01-06 restraint"
    popover.last_day.clear()
    QTest.keyClicks(popover.last_day, "soon")
    QTest.keyClick(popover.last_day, Qt.Key.Key_Return)
    assert "is no date" in popover._note.text()
    assert pane.search_field.text() == "date:2020-01-05..2020-01-06 restraint"


def test_it_shows_what_the_search_says(popover: FilterPopover, session: Session) -> None:
    popover.show_search('outlet:Reuters section:"Cyber" date:<2020-02 is:tagged language:fa x')
    assert popover.outlet.currentText() == "Reuters"
    assert popover.section.currentText() == "Cyber"
    assert (popover.first_day.text(), popover.last_day.text()) == ("", "2020-02")
    assert popover.language.currentData() == "fa"
    assert [s for s, tick in popover.states.items() if tick.isChecked()] == [("is", "tagged")]


def test_it_offers_what_there_is(popover: FilterPopover) -> None:
    outlets = [popover.outlet.itemText(n) for n in range(popover.outlet.count())]
    assert outlets == ["", "Bloomberg", "Ledger", "Reuters"]
    assert popover.section.findText("Cyber") > 0


def test_a_filter_is_saved_chosen_and_deleted(
    popover: FilterPopover, pane: LibraryPane, session: Session
) -> None:
    QTest.keyClicks(popover.name, "Calls for calm")
    QTest.keyClick(popover.name, Qt.Key.Key_Return)
    [kept] = session.store.saved_filters.all()
    assert (kept.title, kept.wanted) == ("Calls for calm", "restraint")
    pane.show_search("oil")
    pane.open_filters()
    [row] = saved(popover)
    QTest.mouseClick(row.findChild(QPushButton), LEFT)
    assert pane.search_field.text() == "restraint"
    QTest.mouseClick(row.findChild(QToolButton), LEFT)
    assert session.store.saved_filters.all() == [] and saved(popover) == []
    session.undo()
    assert len(session.store.saved_filters.all()) == 1


def test_every_control_is_named(popover: FilterPopover) -> None:
    controls = [
        popover.outlet, popover.section, popover.language, popover.first_day, popover.last_day,
        popover.name, popover.save, *popover.states.values(),
    ]  # fmt: skip
    assert all(control.accessibleName() and control.toolTip() for control in controls)


def test_without_a_filter_there_is_nothing_to_save_and_that_is_said(
    popover: FilterPopover, pane: LibraryPane, session: Session
) -> None:
    popover.hide()
    pane.show_search("")
    pane.open_filters()
    QTest.keyClicks(popover.name, "To read")
    QTest.keyClick(popover.name, Qt.Key.Key_Return)
    assert "choose a filter" in popover._note.text()
    assert popover._note.isVisible()
    assert session.store.saved_filters.all() == []
    QTest.mouseClick(popover.states["is", "unread"], LEFT)
    assert not popover._note.isVisible()
    QTest.keyClick(popover.name, Qt.Key.Key_Return)
    assert [kept.title for kept in session.store.saved_filters.all()] == ["To read"]
