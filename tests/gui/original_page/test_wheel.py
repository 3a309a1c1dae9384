"""The wheel at an end of the page."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from briefing_app.gui.original_page.wheel import EndOfPage
from tests.gui.reading.hands import wheel


@pytest.fixture
def area(qtbot) -> QScrollArea:
    """With more below than there is room for."""
    area = QScrollArea()
    qtbot.addWidget(area)
    inner = QWidget()
    inner.setFixedSize(100, 1000)
    area.setWidget(inner)
    area.resize(150, 200)
    area.show()
    return area


@pytest.fixture
def passed(area: QScrollArea) -> tuple[EndOfPage, list[int]]:
    """What takes the wheel, and the turns that it has told of."""
    end = EndOfPage(area)
    heard: list[int] = []
    end.passed.connect(heard.append)
    return end, heard


def test_within_the_page_the_wheel_scrolls(area, passed) -> None:
    end, heard = passed
    assert not end.take(wheel(area, -120))
    area.verticalScrollBar().setValue(50)
    assert not end.take(wheel(area, 120))
    assert heard == []


def test_at_its_ends_a_notch_turns_the_page(area, passed, qtbot) -> None:
    end, heard = passed
    assert end.take(wheel(area, 120))
    assert heard == [-1]
    qtbot.waitUntil(lambda: not end._rest.isActive())
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert end.take(wheel(area, -120))
    assert heard == [-1, 1]


def test_small_steps_of_a_touchpad_add_up_and_its_swing_turns_no_second_page(area, passed) -> None:
    end, heard = passed
    for _ in range(7):
        end.take(wheel(area, 15))
    assert heard == []
    end.take(wheel(area, 15))
    assert heard == [-1]
    for _ in range(20):
        end.take(wheel(area, 60))
    assert heard == [-1]
