"""The drawn timeline."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from briefing_app.domain.memo import Picture, Point
from briefing_app.memo.drawn_letters import font_for
from briefing_app.memo.timeline_picture import (
    A_ROW,
    DPI,
    MOST_ROWS,
    ROW_IN,
    WIDTH_IN,
    _drawn,
    _wrapped,
    fits,
    size_in,
    to_png,
)


def picture(count: int, text: str = "NATO suspends training in Baghdad") -> Picture:
    points = tuple(
        Point(f"2020-01-{day:02}", f"{day} January 2020", text) for day in range(1, count + 1)
    )
    return Picture("Timeline", "days", points)


@pytest.mark.parametrize(("days", "rows"), [(1, 1), (A_ROW, 1), (A_ROW + 1, 2), (18, 3)])
def test_the_picture_has_a_row_for_every_few_days(days: int, rows: int) -> None:
    assert size_in(picture(days)) == (WIDTH_IN, ROW_IN * rows)
    image = Image.open(io.BytesIO(to_png(picture(days))))
    assert image.size == (round(WIDTH_IN * DPI), round(ROW_IN * rows * DPI))


def test_too_many_days_are_not_drawn() -> None:
    assert fits(picture(A_ROW * MOST_ROWS).points)
    assert not fits(picture(A_ROW * MOST_ROWS + 1).points)
    assert not fits(())


def test_the_same_days_give_the_same_bytes() -> None:
    assert to_png(picture(4)) == to_png(picture(4))


def test_something_is_drawn_and_nothing_touches_the_edges() -> None:
    image = Image.open(io.BytesIO(to_png(picture(6, "A very long text " * 8)))).convert("L")
    dark = image.point(lambda value: 255 * (value < 128)).getbbox()
    assert dark is not None
    left, top, right, bottom = dark
    assert left > 20
    assert top > 20
    assert right < image.width - 20
    assert bottom < image.height - 10


@pytest.mark.parametrize(
    ("first", "second", "is_broken"),
    [("2018-10", "2020-01-03", True), ("2020-01-01", "2020-01-03", False)],
)
def test_the_axis_is_broken_where_much_time_lies_between(
    first: str, second: str, is_broken: bool
) -> None:
    points = (Point(first, "one", ""), Point(second, "two", ""))
    image = Image.open(io.BytesIO(to_png(Picture("T", "d", points)))).convert("L")
    across, axis = image.width // 2, round(0.5 * DPI)
    middle = image.crop((across - 4, axis - 3, across + 4, axis + 3))
    has_axis = min(middle.tobytes()) < 128
    assert has_axis is not is_broken


def lines(text: str) -> list[str]:
    font = font_for(text, 20)
    if font is None:
        pytest.skip("no font has the letters")
    return _wrapped(text, 200, font)


def test_lines_of_words_end_between_words() -> None:
    told = lines("NATO suspends the training of soldiers in Baghdad")
    assert " ".join(told) == "NATO suspends the training of soldiers in Baghdad"


def test_lines_of_chinese_end_between_letters_and_not_before_a_mark() -> None:
    text = "双方在十一月之前不会恢复谈判，因为都在等待（US）。"
    told = lines(text)
    assert "".join(told) == text
    assert len(told) > 1
    assert not any(line[0] in "，。）" for line in told)


def test_what_no_font_draws_leaves_the_date_alone() -> None:
    unknown = "\U0010fffd"
    assert _drawn(Point("2020-01-03", "3 January", unknown)) == ("3 January", "")
    assert _drawn(Point("2020-01-03", unknown, "A day")) == ("2020-01-03", "A day")
