"""What the mouse points at."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.highlight_painter import Shape
from briefing_app.gui.reading.highlights import Highlight
from briefing_app.gui.reading.pointing import Pointing


def shape(start: int, end: int, name: str) -> Shape:
    lines = (QRectF(start, 0, end - start, 20),)
    return Shape(
        Highlight(start, end, Kind.QUOTE, name, name, "1"), lines, QRectF(-40, 0, 20, 20), QRectF()
    )


def test_clicks_go_round_among_overlapping_passages_the_shortest_first() -> None:
    pointing = Pointing()
    pointing.shapes = [shape(0, 90, "long"), shape(10, 30, "short"), shape(50, 60, "other")]
    at = QPointF(20, 10)
    chosen = [pointing.click(at) for _ in range(3)]
    assert [h.entry_id for h in chosen if h] == ["short", "long", "short"]


def test_a_click_elsewhere_begins_anew() -> None:
    pointing = Pointing()
    pointing.shapes = [shape(0, 90, "long"), shape(10, 30, "short")]
    pointing.click(QPointF(20, 10))
    assert pointing.click(QPointF(200, 10)) is None
    again = pointing.click(QPointF(20, 10))
    assert again is not None and again.entry_id == "short"


def test_hovering_tells_only_of_changes_and_the_marker_counts() -> None:
    pointing = Pointing()
    pointing.shapes = [shape(0, 90, "long")]
    assert pointing.hover(QPointF(5, 5))
    assert not pointing.hover(QPointF(-30, 5))
    assert pointing.hovered == "long"
    assert pointing.hover(None)
    assert pointing.hovered == ""


def test_a_tooltip_tells_of_what_is_meant_and_of_what_overlaps_it() -> None:
    pointing = Pointing()
    pointing.shapes = [shape(0, 90, "long"), shape(10, 30, "short")]
    assert pointing.words == ""
    pointing.hover(QPointF(80, 10))
    assert pointing.words == "1: Quote"
    pointing.hover(QPointF(20, 10))
    assert pointing.words.split("\n")[2:] == ["Click again for what overlaps it:", "1: Quote"]


def test_after_a_click_the_one_that_was_clicked_is_meant() -> None:
    pointing = Pointing()
    pointing.shapes = [shape(0, 90, "long"), shape(10, 30, "short")]
    at = QPointF(20, 10)
    pointing.click(at)
    pointing.click(at)
    assert pointing.hovered == "long"
    assert not pointing.hover(QPointF(21, 10))
    assert pointing.hover(QPointF(80, 10)) is False
    pointing.hover(None)
    assert pointing.chosen is None
