"""Marked passages: which are in sight, and where their lines lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.reading.highlights import (
    Highlight,
    HighlightIndex,
    HighlightPainter,
    passage_lines,
)
from briefing_app.gui.theme import Theme
from tests.gui.reading.texts import ARABIC, PLAIN

SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 40)), max_size=12)


def mark(start: int, end: int, name: str = "x", number: str = "1") -> Highlight:
    return Highlight(start, end, Kind.FACT, name, name, number)


def laid_out(article, theme: Theme, width: int = 500) -> ArticlePage:
    page = ArticlePage(article, theme)
    page.document.setTextWidth(width)
    page.set_margins(width)
    return page


@given(spans=SPANS, stretch=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_exactly_those_that_touch_the_stretch_are_found(spans, stretch) -> None:
    marks = [mark(at, at + size, str(n)) for n, (at, size) in enumerate(spans)]
    start, end = min(stretch), max(stretch) + 1
    expected = {m for m in marks if m.start < end and m.end > start}
    assert set(HighlightIndex(marks).between(start, end)) == expected


def test_steps_visit_every_highlight_also_two_at_one_place() -> None:
    marks = [mark(0, 5, "a"), mark(9, 20, "b"), mark(9, 12, "c")]
    index = HighlightIndex(marks)
    seen = [index.step(None, 0, back=False)]
    while following := index.step(seen[-1], 0, back=False):
        seen.append(following)
    assert seen == marks
    assert index.step(marks[0], 0, back=True) is None
    assert index.step(None, 6, back=False) == marks[1]
    assert index.step(None, 6, back=True) == marks[0]


def test_a_passage_over_two_paragraphs_has_lines_in_both(theme: Theme) -> None:
    page = laid_out(PLAIN, theme)
    break_at = PLAIN.body.index("\n")
    lines = list(passage_lines(page, break_at - 6, break_at + 6))
    assert len(lines) == 2
    assert lines[0].bottom() < lines[1].top()
    assert lines[0].left() > lines[1].left()


def test_lines_cover_the_passage_and_no_more(theme: Theme) -> None:
    page = laid_out(PLAIN, theme, width=900)
    minister = PLAIN.body.index("minister")
    before, word = (
        next(passage_lines(page, *span)) for span in ((0, minister), (minister, minister + 8))
    )
    assert abs(before.right() - word.left()) < 10
    assert 40 < word.width() < 110


def test_in_mixed_directions_one_range_is_several_stretches(theme: Theme) -> None:
    page = laid_out(ARABIC, theme, width=900)
    nato = ARABIC.body.index("NATO")
    # The last two letters of NATO and the Arabic word after it do not lie side by side.
    stretches = list(passage_lines(page, nato + 2, nato + 9))
    assert len(stretches) == 2
    assert not stretches[0].intersects(stretches[1])


def test_markers_stand_apart_in_the_margin_of_the_writing(theme: Theme) -> None:
    painter = HighlightPainter(theme)
    page = laid_out(PLAIN, theme)
    shapes = painter.shapes(page, [mark(0, 9, "a"), mark(4, 20, "b", "2.1")], 0, 40)
    first, second = (shape.marker for shape in shapes)
    assert second.top() - first.top() >= 22
    assert second.right() < shapes[0].lines[0].left()
    arabic = laid_out(ARABIC, theme)
    (shape,) = painter.shapes(arabic, [mark(0, 9)], 0, 40)
    assert shape.marker.left() > shape.lines[0].right()


def test_a_passage_without_an_entry_has_no_marker(theme: Theme) -> None:
    page = laid_out(PLAIN, theme)
    (shape,) = HighlightPainter(theme).shapes(page, [Highlight(0, 9, Kind.TEXT, "x")], 0, 40)
    assert shape.marker == QRectF()
    assert shape.holds(shape.lines[0].center())


def test_only_what_is_in_sight_is_laid_out_and_its_marker_stays_at_its_beginning(theme) -> None:
    page = laid_out(PLAIN, theme, width=300)
    whole, part = (
        HighlightPainter(theme).shapes(page, [mark(0, 120)], start, 160)[0] for start in (0, 60)
    )
    assert len(part.lines) < len(whole.lines)
    assert part.lines[-1] == whole.lines[-1]
    assert part.marker.isNull() and not whole.marker.isNull()
    assert HighlightPainter(theme).shapes(page, [mark(0, 120)], 130, 160) == []
