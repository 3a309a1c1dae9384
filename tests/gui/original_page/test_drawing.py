"""Pictures of pages from the reading process."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import Original
from briefing_app.errors import BriefingError, PasswordNeeded
from briefing_app.gui.original_page.drawing import Asked, DrawnPage, PageDrawing
from tests.readers.pdf_samples import Text, make_pdf

FILE = Original(
    "a.pdf", "application/pdf", make_pdf([[Text(50, 700, f"page {n}")] for n in (1, 2, 3)])
)


@pytest.fixture
def drawing(qapp):
    """Draws that file."""
    drawing = PageDrawing()
    drawing.set_file(lambda: FILE)
    yield drawing
    drawing.stop()


def test_of_several_pages_that_are_asked_for_at_once_the_last_is_drawn(drawing, qtbot) -> None:
    heard: list[DrawnPage] = []
    drawing.drawn.connect(heard.append)
    with qtbot.waitSignal(drawing.drawn, timeout=20_000):
        for number in (1, 2, 3):
            drawing.ask(Asked(number, 200))
    assert [drawn.asked.number for drawn in heard] == [3]
    drawing.ask(Asked(3, 200))
    assert len(heard) == 2 and heard[0] is heard[1]


def test_a_part_is_as_sharp_as_the_whole_page_would_be(drawing, qtbot) -> None:
    with qtbot.waitSignal(drawing.drawn, timeout=20_000) as heard:
        drawing.ask(Asked(1, 2000, (0.25, 0.0, 0.5, 0.25)))
    drawn = heard.args[0]
    assert drawn.picture.part == (0.25, 0.0, 0.5, pytest.approx(0.25, abs=0.001))
    assert drawn.image.width() == 500
    assert drawn.image.height() == pytest.approx(500 * drawn.picture.page_ratio, abs=2)


def test_nothing_is_told_after_it_was_stopped(drawing, qtbot) -> None:
    drawing.ask(Asked(1, 200))
    drawing.stop()
    drawing.set_file(lambda: FILE)
    with qtbot.waitSignal(drawing.drawn, timeout=20_000) as drawn:
        drawing.ask(Asked(2, 150))
    assert drawn.args[0].asked.number == 2


def test_without_a_file_nothing_is_drawn(drawing, qtbot) -> None:
    drawing.set_file(None)
    with qtbot.assertNotEmitted(drawing.drawn, wait=200):
        drawing.ask(Asked(1, 200))


def test_what_is_no_page_is_told_of(drawing, qtbot) -> None:
    damaged = Original("a.pdf", "application/pdf", b"%PDF-1.4 no more")
    drawing.set_file(lambda: damaged)
    with qtbot.waitSignal(drawing.failed, timeout=20_000) as heard:
        drawing.ask(Asked(1, 200))
    assert isinstance(heard.args[0], BriefingError)
    assert not isinstance(heard.args[0], PasswordNeeded)


def test_words_are_found_on_a_page_and_those_sought_before_are_dropped(drawing, qtbot) -> None:
    heard: list[tuple[int, list]] = []
    drawing.found.connect(lambda number, parts: heard.append((number, parts)))
    with qtbot.waitSignal(drawing.found, timeout=20_000):
        drawing.find(1, "page 1")
        drawing.find(2, "page 2")
    [(number, parts)] = heard
    assert number == 2
    assert len(parts) == 1
