"""How the length of a memo is told."""

from __future__ import annotations

import pytest

from briefing_app.gui.memo.limits import Measure, headline, measures
from briefing_app.memo.extent import Extent
from briefing_app.memo.form import load

FORM = load("information")


def told(words: int, lines: int, reckoned: float, notes: int = 2, pages: int = 0) -> list[Measure]:
    return measures(Extent(words, lines, reckoned), FORM, notes, pages)


def test_everything_is_counted_against_its_limit() -> None:
    assert [measure.text for measure in told(1, 3, 1.44, 1)] == [
        "1 word", "Bottom line 3 of 4 lines", "about 1.4 of 2 pages", "1 note",
    ]  # fmt: skip


def test_what_is_over_is_marked_and_comes_first() -> None:
    measured = told(1200, 5, 2.4)
    assert [measure.is_over for measure in measured] == [False, True, True, False]
    first = headline(measured)
    assert first == Measure("Bottom line 5 of 4 lines · about 2.4 of 2 pages", True)


def test_within_the_limits_the_pages_matter() -> None:
    assert headline(told(100, 2, 0.3)) == Measure("about 0.3 of 2 pages")


def test_a_little_over_never_reads_as_within() -> None:
    assert told(900, 2, 2.02)[2] == Measure("about 2.1 of 2 pages", True)


@pytest.mark.parametrize(("pages", "is_over"), [(2, False), (3, True)])
def test_counted_pages_stand_for_reckoned_ones(pages: int, is_over: bool) -> None:
    assert told(900, 2, 1.9, pages=pages)[2] == Measure(f"{pages} of 2 pages", is_over)


def test_a_memo_without_a_bottom_line_says_nothing_of_it() -> None:
    assert len(told(10, 0, 0.1)) == 3
