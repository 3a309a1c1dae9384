"""How marked passages and their markers are laid out."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.reading.highlight_painter import HighlightPainter, Shape
from briefing_app.gui.reading.highlights import Highlight, HighlightIndex
from briefing_app.gui.theme import Theme
from tests.gui.reading.laid_out import laid_out
from tests.gui.reading.texts import ARABIC, PLAIN


def mark(start: int, end: int, name: str = "x", number: str = "1") -> Highlight:
    return Highlight(start, end, Kind.FACT, name, name, number)


def shapes(page: ArticlePage, theme: Theme, start: int, end: int, *marks: Highlight) -> list[Shape]:
    return HighlightPainter(theme).shapes(page, HighlightIndex(marks), start, end)


def test_markers_of_passages_side_by_side_stand_beside_one_another(theme: Theme) -> None:
    page = laid_out(PLAIN, theme)
    first, second = shapes(page, theme, 0, 40, mark(0, 9, "a"), mark(4, 20, "b", "2.1"))
    assert second.marker.right() < first.marker.left()
    assert first.marker.right() < first.lines[0].left()
    assert first.marker.top() == second.marker.top()


def test_markers_that_the_margin_has_no_room_for_shift_down(theme: Theme) -> None:
    page = laid_out(PLAIN, theme)
    marks = [mark(0, 9 + n, str(n)) for n in range(6)]
    markers = [shape.marker for shape in shapes(page, theme, 0, 40, *marks)]
    assert all(marker.left() >= 0 for marker in markers)
    assert not any(one.intersects(other) for one in markers for other in markers if one != other)


def test_the_stripe_goes_down_as_far_as_the_passage(theme: Theme) -> None:
    page = laid_out(PLAIN, theme, width=300)
    long, short = shapes(page, theme, 0, 160, mark(0, 120, "a"), mark(130, 135, "b"))
    assert short.stripe.isNull()
    assert long.stripe.top() > long.marker.bottom()
    assert abs(long.stripe.bottom() - long.lines[-1].bottom()) < 1
    assert long.holds(long.stripe.center()) and long.holds(long.marker.center())
    assert not short.holds(long.stripe.center())


def test_the_marker_of_an_arabic_passage_is_in_the_right_margin(theme: Theme) -> None:
    arabic = laid_out(ARABIC, theme)
    (shape,) = shapes(arabic, theme, 0, 40, mark(0, 9))
    assert shape.marker.left() > shape.lines[0].right()


def test_a_passage_without_an_entry_has_no_marker(theme: Theme) -> None:
    page = laid_out(PLAIN, theme)
    (shape,) = shapes(page, theme, 0, 40, Highlight(0, 9, Kind.TEXT, "x"))
    assert shape.marker == QRectF() and shape.stripe == QRectF()
    assert shape.holds(shape.lines[0].center())


def test_only_what_is_in_sight_is_laid_out_and_its_marker_stays_at_its_beginning(theme) -> None:
    page = laid_out(PLAIN, theme, width=300)
    whole, part = (shapes(page, theme, start, 160, mark(0, 120))[0] for start in (0, 60))
    assert len(part.lines) < len(whole.lines)
    assert part.lines[-1] == whole.lines[-1]
    assert part.marker.isNull() and not whole.marker.isNull()
    assert part.stripe.top() == part.lines[0].top()
    assert shapes(page, theme, 130, 160, mark(0, 120)) == []
