"""Lines that nobody sees on a page are no text; those below the picture of a page are."""

from __future__ import annotations

import pytest

from briefing_app.readers.pdf.file import PdfFile
from tests.readers.pdf_samples import Text, make_pdf

LINE = "The alliance has suspended its training mission in Iraq."
OTHER = "Ministers will meet in Brussels on Monday."
SEEN = Text(50, 700, LINE, 10)
INVISIBLE, WHITE, BLACK_BOX = "3 Tr", "1 g", "ET 0 g 40 600 500 150 re f BT 1 g"


def lines(*page: Text) -> list[str]:
    with PdfFile(make_pdf([page])) as pdf:
        return [piece.text for piece in pdf.page(0).pieces]


@pytest.mark.parametrize("first", [True, False])
def test_recognised_text_below_the_text_that_is_seen_is_left_out(first: bool) -> None:
    recognised = Text(50, 700, LINE.replace("ll", "II"), 9.9, more=INVISIBLE)
    other = Text(50, 650, OTHER, 10)
    page = [recognised, SEEN, other] if first else [SEEN, recognised, other]
    assert lines(*page) == [LINE, OTHER]


def test_invisible_text_that_stands_alone_is_kept() -> None:
    page = [Text(50, 750, "Archive 12", 10), Text(50, 700, LINE, 10, more=INVISIBLE)]
    assert lines(*page) == ["Archive 12", LINE]


def test_a_line_that_was_drawn_twice_is_taken_once() -> None:
    again = Text(51, 699.5, LINE, 10)
    assert lines(SEEN, Text(50, 650, OTHER, 10), again) == [LINE, OTHER]


def test_two_lines_in_one_place_are_both_taken_where_both_are_seen() -> None:
    assert set(lines(SEEN, Text(50, 700, OTHER, 10))) == {LINE, OTHER}


def test_white_text_on_white_is_left_out() -> None:
    assert lines(SEEN, Text(50, 650, OTHER, 10, more=WHITE)) == [LINE]


def test_white_text_on_black_is_taken() -> None:
    assert lines(Text(50, 650, OTHER, 10, more=BLACK_BOX), SEEN) == [OTHER, LINE]


def test_white_text_on_white_is_left_out_beside_white_text_on_black() -> None:
    hidden, beyond = Text(300, 100, OTHER, 10, more=WHITE), Text(10, 5, "x" * 12, 10, more=WHITE)
    assert lines(SEEN._replace(more=BLACK_BOX), hidden, beyond) == [LINE]


def test_text_too_small_to_be_read_is_left_out() -> None:
    assert lines(SEEN, Text(50, 650, OTHER, 1)) == [LINE]


@pytest.mark.parametrize(
    "page", [[Text(50, 650, OTHER, 10, more=WHITE)], [Text(50, 650, OTHER, 1)]]
)
def test_a_page_on_which_nothing_else_is_seen_is_taken_as_it_is(page: list[Text]) -> None:
    assert lines(*page) == [OTHER]


def test_recognised_text_below_a_large_stamp_is_kept() -> None:
    page = [
        Text(50, 695, "RELEASED", 50),
        Text(50, 720, LINE, 10, more=INVISIBLE),
        Text(50, 705, OTHER, 10, more=INVISIBLE),
    ]
    assert set(lines(*page)) == {LINE, OTHER, "RELEASED"}
