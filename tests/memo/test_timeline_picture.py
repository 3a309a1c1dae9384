"""The drawn timeline."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from briefing_app.domain.memo import Picture, Point
from briefing_app.memo.timeline_picture import (
    A_ROW,
    DPI,
    MOST_ROWS,
    ROW_IN,
    WIDTH_IN,
    _font,
    fits,
    has_letters,
    is_drawable,
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


needs_letters = pytest.mark.skipif(not has_letters(), reason="needs one of FONTS")


@needs_letters
@pytest.mark.parametrize(
    ("text", "drawable"),
    [("Élysée, Süden – “ok” …", True), ("Афины и Αθήνα", True), ("جزیره", False), ("大坝", False)],
)
def test_letters_are_drawn_that_the_font_has(text: str, drawable: bool) -> None:
    assert is_drawable(text) is drawable


@needs_letters
def test_no_letter_is_a_box() -> None:
    font = _font(11)

    def drawn(char: str) -> bytes:
        return bytes(font.getmask(char))

    boxed = drawn("\uffff")
    letters = "ÄÖÜäöüßÀÂÇÉÈÊËÎÏÔŒÙÛÜàâçéèêëîïôœùûü’“”„«»–—…€ąčęłńőřšžЖяЩЫ\u00a0"
    assert [letter for letter in letters if drawn(letter) == boxed] == []
