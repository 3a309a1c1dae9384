"""The row of filters and the menu of orders."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from briefing_app.gui.library.filters import FilterRow, with_filter
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


def test_a_click_asks_for_a_filter_and_the_search_says_whether_it_is_on(
    row: FilterRow, qtbot
) -> None:
    with qtbot.waitSignal(row.filter_chosen) as asked:
        QTest.mouseClick(button(row, "Tagged"), Qt.MouseButton.LeftButton)
    assert asked.args == ["tagged"]
    assert not button(row, "Tagged").isChecked()
    row.show_search("is:tagged iraq")
    assert button(row, "Tagged").isChecked() and not button(row, "All").isChecked()
    with qtbot.waitSignal(row.filter_chosen) as asked:
        QTest.mouseClick(button(row, "Tagged"), Qt.MouseButton.LeftButton)
    assert asked.args == [""]


def test_other_filters_are_counted_on_their_button(row: FilterRow) -> None:
    row.show_search("outlet:Reuters is:unread date:2020 iraq")
    assert row.more_button.isChecked()
    assert row.more_button.accessibleName() == "More filters: 2 in use"
    assert row.filter == "unread"
    row.show_search("outlet:Reuters")
    assert not any(row_button.isChecked() for row_button in row.findChildren(QPushButton))
    row.show_search("iraq")
    assert button(row, "All").isChecked() and not row.more_button.isChecked()


def test_a_filter_is_a_word_of_the_search() -> None:
    assert with_filter("outlet:dpa is:unread iraq", "tagged") == "outlet:dpa is:tagged iraq"
    assert with_filter("outlet:dpa is:unread iraq", "") == "outlet:dpa iraq"
    assert with_filter("outlet:dpa is:unread iraq", "all") == "iraq"


def test_the_menu_orders_the_list_and_the_button_says_how(row: FilterRow, qtbot) -> None:
    order = next(a for a in row.sort_button.menu().actions() if a.text() == "By outlet")
    with qtbot.waitSignal(row.order_chosen):
        order.trigger()
    assert row.sort == "outlet"
    assert row.sort_button.toolTip() == "Order: By outlet"
    assert [a.text() for a in row.sort_button.menu().actions() if a.isChecked()] == ["By outlet"]


def test_filters_stand_below_one_another_only_as_long_as_their_counts_need_it(
    row: FilterRow, qtbot
) -> None:
    def is_in_one_row() -> bool:
        return button(row, "Incomplete").y() == button(row, "All").y()

    row.show_counts({"all": 1, "unread": 1})
    row.setFixedWidth(row.sizeHint().width() + 10)
    row.show()
    assert is_in_one_row()
    row.show_counts({"all": 100_000, "unread": 100_000})
    qtbot.waitUntil(lambda: not is_in_one_row())
    row.show_counts({"all": 1, "unread": 1})
    qtbot.waitUntil(is_in_one_row)
