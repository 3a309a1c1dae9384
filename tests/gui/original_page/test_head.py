"""The row that turns the pages of an original."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from briefing_app.gui.original_page.head import PERCENT_FROM_PX, PageHead
from briefing_app.gui.original_page.zoom import Fit
from briefing_app.gui.theme import Theme


@pytest.fixture
def head(theme: Theme, qtbot) -> PageHead:
    """On page 3 of 12."""
    head = PageHead(theme)
    qtbot.addWidget(head)
    head.resize(500, 40)
    head.show()
    head.show_number(3, 12)
    head.show_zoom(Fit.WIDTH, 0.69)
    return head


def named(head: PageHead, name: str) -> QToolButton:
    return next(b for b in head.findChildren(QToolButton) if b.accessibleName() == name)


def test_a_typed_number_names_the_page(head: PageHead, qtbot) -> None:
    head.field.selectAll()
    with qtbot.waitSignal(head.page_named) as heard:
        QTest.keyClicks(head.field, "12")
        QTest.keyClick(head.field, Qt.Key.Key_Return)
    assert heard.args == [12]


def test_escape_lets_a_typed_number_go(head: PageHead, qtbot) -> None:
    head.field.setFocus()
    head.field.selectAll()
    QTest.keyClicks(head.field, "7")
    with qtbot.assertNotEmitted(head.page_named):
        QTest.keyClick(head.field, Qt.Key.Key_Escape)
        named(head, "Next page").setFocus()
    assert head.label == "3 of 12"


def test_a_field_that_is_left_empty_says_the_page_again(head: PageHead) -> None:
    head.field.setFocus()
    head.field.selectAll()
    QTest.keyClick(head.field, Qt.Key.Key_Delete)
    named(head, "Next page").setFocus()
    assert head.label == "3 of 12"


def test_what_is_no_page_is_taken_back(head: PageHead, qtbot) -> None:
    head.field.setFocus()
    head.field.selectAll()
    with qtbot.assertNotEmitted(head.page_named):
        QTest.keyClicks(head.field, "x")
        QTest.keyClick(head.field, Qt.Key.Key_Backspace)
        named(head, "Next page").setFocus()
        QTest.keyClicks(head.field, "99")
    head.show_number(3, 12)
    assert head.label == "3 of 12"


def test_a_single_page_leaves_nothing_to_turn(head: PageHead) -> None:
    head.show_number(1, 1)
    assert not head.field.isEnabled()
    assert not named(head, "Next page").isEnabled()
    assert not named(head, "Previous page").isEnabled()


def test_the_size_is_said_and_what_it_follows(head: PageHead) -> None:
    assert named(head, "As wide as there is room").isChecked()
    head.show_zoom(Fit.NOTHING, 1.5)
    assert not named(head, "As wide as there is room").isChecked()
    assert not named(head, "The whole page").isChecked()
    assert "150 %" in [label.text() for label in head.findChildren(type(head._percent))]


def test_in_little_room_the_percentage_gives_way(head: PageHead) -> None:
    assert head._percent.isVisible()
    head.resize(PERCENT_FROM_PX - 10, 40)
    assert not head._percent.isVisible()
    assert head.minimumSizeHint().width() <= PERCENT_FROM_PX


def test_every_control_has_a_name_and_a_tooltip_and_takes_tab(head: PageHead) -> None:
    for control in [head.field, *head.findChildren(QToolButton)]:
        assert control.accessibleName() and control.toolTip()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
