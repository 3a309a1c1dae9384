"""Words of an article are found again on the page that they came from."""

from __future__ import annotations

import pytest

from briefing_app.readers.pdf.found import lines_of, positions_of

PAGE = (
    "The ministers met in Brus\ufffe\nsels on Monday.\nThe o\ufb03ce said so.\nThe ministers left."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("met in Brussels on", "met in Brus\ufffe\nsels on"),
        ("The office said", "The o\ufb03ce said"),
        ("“MONDAY.”", "Monday"),
    ],
)
def test_breaks_hyphens_ligatures_and_marks_make_no_difference(words: str, found: str) -> None:
    positions = positions_of(words, PAGE)
    assert positions is not None
    assert PAGE[positions.start : positions.stop] == found


@pytest.mark.parametrize("words", ["The ministers", "the embassy", "so", "", "…"])
def test_what_is_there_twice_or_not_at_all_or_is_too_short_is_not_found(words: str) -> None:
    assert positions_of(words, PAGE) is None


def test_a_box_goes_around_the_letters_of_each_line() -> None:
    upper = [(10.0 + 5 * n, 110.0, 15.0 + 5 * n, 100.0) for n in range(4)]
    lower = [(0.0 + 5 * n, 95.0, 5.0 + 5 * n, 85.0) for n in range(3)]
    nothing = (12.0, 100.0, 12.0, 100.0)
    assert lines_of([*upper, nothing, *lower]) == [(10, 110, 30, 100), (0, 95, 15, 85)]


def test_letters_far_aside_are_another_columns() -> None:
    boxes = [(10.0, 110.0, 20.0, 100.0), (300.0, 110.0, 310.0, 100.0)]
    assert lines_of(boxes) == boxes
