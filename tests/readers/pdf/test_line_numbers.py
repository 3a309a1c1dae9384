"""Numbers of lines are no text; those of lists and tables are."""

from __future__ import annotations

import pytest

from briefing_app.readers.pdf.line_numbers import without_line_numbers
from briefing_app.readers.pdf.pieces import Piece


def rows(count: int, x: float = 90) -> list[Piece]:
    return [
        Piece(x, 700 - 14 * row, x + 300, 710 - 14 * row, f"words of line {row}")
        for row in range(count)
    ]


def numbers(values: range, apart: int = 14) -> list[Piece]:
    return [
        Piece(70 - 5 * len(str(n)), 700 - apart * at, 70, 710 - apart * at, str(n))
        for at, n in enumerate(values)
    ]


def test_a_number_beside_each_line_is_dropped() -> None:
    text = rows(20)
    assert without_line_numbers([*numbers(range(1, 21)), *text]) == text


def test_numbers_that_begin_below_one_another_are_dropped_whole() -> None:
    text = rows(20)
    begin = [n._replace(left=60, right=60 + 6 * len(n.text)) for n in numbers(range(1, 21))]
    assert without_line_numbers([*begin, *text]) == text


def test_a_number_beside_every_fifth_line_is_dropped() -> None:
    text = rows(30)
    assert without_line_numbers([*text, *numbers(range(5, 30, 5), apart=70)]) == text


def test_numbers_of_a_list_stay() -> None:
    page = [*numbers(range(1, 11), apart=42), *rows(30)]
    assert without_line_numbers(page) == page


def test_numbers_between_columns_of_a_table_stay() -> None:
    page = [*rows(20, x=10), *numbers(range(1, 21)), *rows(20)]
    assert without_line_numbers(page) == page


def test_a_page_of_numbers_stays() -> None:
    page = numbers(range(1, 21))
    assert without_line_numbers(page) == page


def test_raised_figures_are_no_numbers_of_lines() -> None:
    page = [*(piece._replace(text="³") for piece in numbers(range(1, 11))), *rows(10)]
    assert without_line_numbers(page) == page


def test_the_ranks_of_a_table_stay() -> None:
    names = ["Finland leads again", "Denmark", "“Iceland”", "Sweden", "Israel", "Norway"] * 2
    table = [row._replace(text=name) for row, name in zip(rows(12), names, strict=True)]
    page = [*numbers(range(1, 13)), *table]
    assert without_line_numbers(page) == page


@pytest.mark.parametrize("text", ["THE COURT: YES.", "قال المتحدث إنه"])
def test_numbers_beside_capitals_or_a_script_without_them_are_dropped(text: str) -> None:
    minutes = [row._replace(text=text) for row in rows(20)]
    assert without_line_numbers([*numbers(range(1, 21)), *minutes]) == minutes
