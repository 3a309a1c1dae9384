"""A page that is looked at closely and moved about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.gui.original_page.canvas import LARGEST_PIXELS, MARGIN_PX, PageCanvas
from briefing_app.gui.original_page.drawing import Asked, as_drawn
from briefing_app.gui.original_page.zoom import Fit, Zoom
from briefing_app.gui.theme import Theme
from briefing_app.readers.original_page import page_picture
from briefing_app.readers.pdf.pages import WHOLE
from tests.gui.reading.hands import drag, wheel
from tests.readers.pdf_samples import Text, column, make_pdf

DATA = make_pdf([[Text(50, 780, "Ministers", 20), *column(["words"] * 40, 50, 740, 10)]])
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def canvas(theme: Theme, qtbot) -> PageCanvas:
    """Shows the page sharply, as wide as there is room."""
    canvas = PageCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(500, 600)
    canvas.show()
    draw(canvas)
    return canvas


def draw(canvas: PageCanvas) -> list[Asked]:
    """Give it the pictures that it wants, until it wants none; returns those."""
    given = []
    while asked := canvas.wanted(1):
        given.append(asked)
        canvas.put(as_drawn(asked, page_picture("a.pdf", DATA, *asked)))
        assert len(given) < 4
    return given


def test_the_page_is_as_wide_as_there_is_room_and_sharp(canvas: PageCanvas) -> None:
    bar = canvas.verticalScrollBar().sizeHint().width()
    assert canvas.paper().width() == 500 - bar - 2 * MARGIN_PX
    assert canvas.wanted(1) is None
    assert canvas.verticalScrollBar().maximum() > 0
    assert canvas.horizontalScrollBar().maximum() == 0


def test_the_whole_page_can_be_seen(canvas: PageCanvas) -> None:
    canvas.set_zoom(Zoom(Fit.PAGE))
    assert canvas.part_in_sight() == WHOLE
    assert canvas.verticalScrollBar().maximum() == 0
    assert [asked.part for asked in draw(canvas)] == [WHOLE]


def test_its_picture_is_stretched_until_the_sharp_one_is_there(canvas: PageCanvas) -> None:
    canvas.zoom_in()
    assert canvas.is_drawn
    [asked] = draw(canvas)
    assert asked.width_px == canvas.paper().width() * canvas.devicePixelRatioF()


def test_of_a_very_large_page_only_what_is_in_sight_is_drawn(canvas: PageCanvas) -> None:
    canvas.set_zoom(Zoom(Fit.NOTHING, 5.0))
    whole, part = draw(canvas)
    assert whole.part == WHOLE
    assert whole.width_px**2 * canvas.paper().height() / canvas.paper().width() <= LARGEST_PIXELS
    assert part.width_px == canvas.paper().width()
    seen = canvas.part_in_sight()
    assert all(part.part[at] <= seen[at] for at in (0, 1))
    assert all(part.part[at] >= seen[at] for at in (2, 3))
    bar = canvas.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    assert canvas.wanted(1) is None, "a little further there is some left"
    bar.setValue(bar.maximum())
    assert [asked.width_px for asked in draw(canvas)] == [part.width_px]


def test_after_a_close_look_the_small_page_is_as_clean_as_before(canvas: PageCanvas) -> None:
    canvas.set_zoom(Zoom(Fit.NOTHING, 0.25))
    draw(canvas)
    before = canvas.grab().toImage()
    words = QPointF(172, 100)
    canvas.set_zoom(Zoom(Fit.NOTHING, 5.0), words)
    assert [asked.part != WHOLE for asked in draw(canvas)] == [False, True]
    canvas.set_zoom(Zoom(Fit.NOTHING, 0.25))
    draw(canvas)
    canvas.go_to_edge()
    assert canvas.grab().toImage() == before


def test_the_wheel_zooms_at_the_pointer(canvas: PageCanvas) -> None:
    middle = QPointF(canvas.viewport().rect().center())

    def pointed_at() -> float:
        paper = canvas.paper()
        return (middle.y() - paper.top()) / paper.height()

    before, scale = pointed_at(), canvas.scale
    QApplication.sendEvent(canvas.viewport(), wheel(canvas, 240, CONTROL))
    assert canvas.scale > 1.2 * scale
    assert canvas.zoom.fit is Fit.NOTHING
    assert pointed_at() == pytest.approx(before, abs=0.01)
    QApplication.sendEvent(canvas.viewport(), wheel(canvas, -240, CONTROL))
    assert canvas.scale == pytest.approx(scale, rel=0.01)


def test_the_wheel_scrolls_and_turns_the_page_at_its_end(canvas: PageCanvas, qtbot) -> None:
    bar = canvas.verticalScrollBar()
    QApplication.sendEvent(canvas.viewport(), wheel(canvas, -120))
    assert bar.value() > 0
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(canvas.turn_requested) as heard:
        QApplication.sendEvent(canvas.viewport(), wheel(canvas, -120))
    assert heard.args == [1]


def test_a_drag_moves_the_page_and_a_click_chooses_it(canvas: PageCanvas, qtbot) -> None:
    canvas.set_zoom(Zoom(Fit.NOTHING, 2.0))
    across, down = canvas.horizontalScrollBar(), canvas.verticalScrollBar()
    across.setValue(100)
    down.setValue(100)
    with qtbot.assertNotEmitted(canvas.clicked):
        drag(canvas, QPoint(200, 300), QPoint(150, 260))
    assert (across.value(), down.value()) == (150, 140)
    with qtbot.waitSignal(canvas.clicked):
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 300))


def test_a_click_beside_the_page_chooses_nothing(canvas: PageCanvas, qtbot) -> None:
    with qtbot.assertNotEmitted(canvas.clicked):
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 300))


def test_zooming_ends_at_the_largest_and_the_smallest_size(canvas: PageCanvas) -> None:
    for _ in range(30):
        canvas.zoom_in()
    assert canvas.scale == pytest.approx(5.0, rel=0.01)
    for _ in range(30):
        canvas.zoom_out()
    assert canvas.scale == pytest.approx(0.25, rel=0.01)


def test_a_page_of_another_shape_is_fitted_anew(canvas: PageCanvas) -> None:
    wide = make_pdf([[Text(50, 300, "x")]]).replace(b"595 842", b"842 595")
    canvas.clear(other_file=True)
    assert not canvas.is_drawn
    asked = canvas.wanted(1)
    assert asked is not None
    canvas.put(as_drawn(asked, page_picture("a.pdf", wide, *asked)))
    paper = canvas.paper()
    assert paper.height() / paper.width() == pytest.approx(595 / 842, abs=0.02)


@pytest.mark.parametrize("box", [b"[0 0 4000 1]", b"[0 0 1 4000]"])
def test_a_page_that_is_a_mere_line_can_be_looked_at(canvas: PageCanvas, box: bytes) -> None:
    odd = make_pdf([[Text(0, 0, "x")]]).replace(b"[0 0 595 842]", box)
    canvas.clear(other_file=True)
    for fit in (Fit.WIDTH, Fit.PAGE, Fit.NOTHING):
        canvas.set_zoom(Zoom(fit, 3.0))
        asked = canvas.wanted(1)
        if asked is not None:
            canvas.put(as_drawn(asked, page_picture("a.pdf", odd, *asked)))
        assert canvas.paper().width() >= 1 and canvas.paper().height() >= 1
    assert not canvas.grab().isNull()


def test_from_right_to_left_the_page_is_not_mirrored(theme: Theme, mirrored, qtbot) -> None:
    canvas = PageCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(500, 600)
    canvas.show()
    canvas.set_zoom(Zoom(Fit.NOTHING, 2.0))
    bar = canvas.horizontalScrollBar()
    bar.setValue(0)
    assert canvas.part_in_sight()[0] == 0.0
    bar.setValue(bar.maximum())
    assert canvas.part_in_sight()[2] == 1.0


def test_two_fingers_zoom_on_a_touchpad(canvas: PageCanvas) -> None:
    before, place = canvas.scale, QPointF(200, 300)
    pinch = QNativeGestureEvent(
        *(Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2),
        *(place, place, place, 0.25, QPointF()),
    )
    QApplication.sendEvent(canvas.viewport(), pinch)
    assert canvas.scale == pytest.approx(1.25 * before, rel=0.01)
