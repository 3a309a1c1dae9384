"""Marked passages: which are in sight, and where their lines lie."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.highlights import (
    MOST_LANES,
    Highlight,
    HighlightIndex,
    passage_lines,
)
from briefing_app.gui.theme import Theme
from tests.gui.reading.laid_out import laid_out
from tests.gui.reading.texts import ARABIC, PLAIN

SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 40)), max_size=12)


def mark(start: int, end: int, name: str = "x", number: str = "1") -> Highlight:
    return Highlight(start, end, Kind.FACT, name, name, number)


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


@given(spans=SPANS)
def test_passages_in_one_lane_never_overlap_while_lanes_suffice(spans) -> None:
    index = HighlightIndex(mark(at, at + size, str(n)) for n, (at, size) in enumerate(spans[:6]))
    for one in index.all:
        for other in index.all:
            if one != other and one.start < other.end and other.start < one.end:
                assert index.lane(one).under != index.lane(other).under
                assert index.lane(one).margin != index.lane(other).margin


def test_a_lane_is_used_again_once_it_is_free_and_there_are_not_too_many() -> None:
    far = HighlightIndex([mark(0, 50, "a"), mark(20, 60, "b"), mark(900, 950, "c")])
    assert [far.lane(h).margin for h in far.all] == [0, 1, 0]
    crowd = HighlightIndex(mark(0, 50 + n, str(n)) for n in range(40))
    assert max(crowd.lane(h).margin for h in crowd.all) == MOST_LANES - 1


def test_passages_in_two_paragraphs_share_a_lane_however_near_they_are() -> None:
    body = "One line of news.\nAnother line of news."
    first, second = mark(0, 17, "a"), mark(18, 39, "b")
    assert [HighlightIndex([first, second], body).lane(h).margin for h in (first, second)] == [0, 0]
    same = HighlightIndex([first, second], body.replace("\n", " "))
    assert [same.lane(h).margin for h in (first, second)] == [0, 1]


def test_a_highlight_is_found_again_after_its_ends_have_moved() -> None:
    index = HighlightIndex([mark(3, 9, "a"), mark(20, 60, "b")])
    assert index.same(mark(0, 9, "a")) == mark(3, 9, "a")
    assert index.same(mark(0, 9, "gone")) == mark(0, 9, "gone")
