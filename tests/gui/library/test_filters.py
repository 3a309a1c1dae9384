"""The row of filters and the menu of orders."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from briefing_app.gui.library.filters import FilterRow
from briefing_app.gui.theme import Theme


@pytest.fixture
def row(theme: Theme, qtbot) -> FilterRow:
    row = FilterRow(theme)
    qtbot.addWidget(row)
    row.show_counts({"all": 1200, "unread": 4, "tagged": 3, "incomplete": 2})
    return row


def button(row: FilterRow, start: str) -> QPushButton:
    return next(b for b in row.findChildren(QPushButton) if b.text().startswith(start))


def test_counts_stand_on_the_buttons_and_in_their_tips(row: FilterRow) -> None:
    assert button(row, "Unread").text() == "Unread 4"
    assert button(row, "All").text().replace(",", "") == "All 1200"
    assert button(row, "Incomplete").toolTip().endswith(": 2")
    assert button(row, "Tagged").accessibleName() == "Tagged, 3"


def test_a_click_chooses_one_filter(row: FilterRow, qtbot) -> None:
    with qtbot.waitSignal(row.chosen):
        QTest.mouseClick(button(row, "Tagged"), Qt.MouseButton.LeftButton)
    assert row.filter == "tagged"
    assert button(row, "Tagged").isChecked() and not button(row, "All").isChecked()


def test_choosing_the_same_again_says_nothing(row: FilterRow, qtbot) -> None:
    with qtbot.assertNotEmitted(row.chosen):
        QTest.mouseClick(button(row, "All"), Qt.MouseButton.LeftButton)
    assert row.filter == "all"


def test_the_menu_orders_the_list_and_the_button_says_how(row: FilterRow, qtbot) -> None:
    order = next(a for a in row.sort_button.menu().actions() if a.text() == "By outlet")
    with qtbot.waitSignal(row.chosen):
        order.trigger()
    assert row.sort == "outlet"
    assert row.sort_button.toolTip() == "Order: By outlet"
    assert [a.text() for a in row.sort_button.menu().actions() if a.isChecked()] == ["By outlet"]
