"""The order of blocks on a page."""

from __future__ import annotations

import random

from briefing_app.readers.pdf.columns import blocks_in_order, rows_of
from briefing_app.readers.pdf.pieces import Piece


def block(left: float, top: float, rows: int, name: str, width: float = 200) -> list[Piece]:
    return [
        Piece(left, top - 12 * row - 10, left + width, top - 12 * row, f"{name}{row} {'word ' * 5}")
        for row in range(rows)
    ]


def order(pieces: list[Piece], right_to_left: bool = False) -> str:
    blocks = blocks_in_order(pieces, right_to_left)
    return "".join(piece.text[0] for found in blocks for piece in found[:1])


def test_one_column_is_one_block_whatever_space_is_in_it() -> None:
    page = [*block(50, 700, 5, "a"), *block(50, 600, 5, "b")]
    assert len(blocks_in_order(page)) == 1


def test_columns_below_a_headline_come_after_it() -> None:
    page = [
        *block(50, 600, 6, "b"), *block(300, 600, 6, "c"), *block(50, 700, 1, "a", width=450),
    ]  # fmt: skip
    assert order(page) == "abc"


def test_columns_follow_from_the_right_where_that_is_the_direction() -> None:
    page = [*block(50, 600, 6, "b"), *block(300, 600, 6, "a")]
    assert order(page, right_to_left=True) == "ab"


def test_a_wide_line_between_two_pairs_of_columns_parts_them() -> None:
    page = [
        *block(50, 700, 5, "a"), *block(300, 700, 5, "b"), *block(50, 638, 1, "c", width=450),
        *block(50, 624, 5, "d"), *block(300, 624, 5, "e"),
    ]  # fmt: skip
    random.Random(1).shuffle(page)
    assert order(page) == "abcde"


def test_a_short_last_column_of_prose_is_a_column_and_a_table_is_none() -> None:
    page = [*block(50, 700, 8, "a"), *block(300, 700, 2, "b")]
    assert order(page) == "ab"
    table = [*block(50, 700, 8, "a"), *(piece._replace(text="12") for piece in page[8:])]
    assert len(blocks_in_order(table)) == 1


def test_pieces_of_one_line_are_a_row_from_the_left() -> None:
    left, right = Piece(50, 10, 90, 20, "left"), Piece(100, 11, 150, 21, "right")
    below = Piece(50, -5, 90, 5, "below")
    assert rows_of([below, right, left]) == [[left, right], [below]]


def test_a_page_of_scattered_words_is_given_up_soon() -> None:
    chance = random.Random(5)
    places = [(chance.uniform(0, 500), chance.uniform(0, 800)) for _ in range(3000)]
    page = [Piece(x, y, x + 20, y + 9, "word") for x, y in places]
    found = blocks_in_order(page)
    assert sorted(p for part in found for p in part) == sorted(page)


def test_nothing_is_no_block() -> None:
    assert blocks_in_order([]) == []


def test_the_numbers_of_a_list_are_no_column() -> None:
    items = [
        piece
        for row in range(8)
        for piece in (
            Piece(50, 700 - 12 * row, 56, 710 - 12 * row, f"{row}."),
            Piece(80, 700 - 12 * row, 400, 710 - 12 * row, "words of an item of a list"),
        )
    ]
    assert len(blocks_in_order(items)) == 1
