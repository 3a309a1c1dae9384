"""Large letters at the beginning of a text."""

from __future__ import annotations

from briefing_app.readers.pdf.initials import with_initials
from briefing_app.readers.pdf.pieces import Piece

INITIAL = Piece(50, 660, 75, 700, "T")
LINES = ("he ministers of the alliance", "meet in Brussels and talk", "about the mission in")


def lines(first: float = 78) -> list[Piece]:
    return [
        Piece(first if row == 0 else 78, 688 - 12 * row, 250, 698 - 12 * row, text)
        for row, text in enumerate(LINES)
    ]


BELOW = Piece(50, 652 - 12, 250, 662 - 12, "Iraq.")


def test_the_letter_begins_the_first_line_and_the_others_start_below_it() -> None:
    found = with_initials([INITIAL, *lines(), BELOW])
    assert [piece.text for piece in found] == [f"T{LINES[0]}", *LINES[1:], BELOW.text]
    assert {piece.left for piece in found} == {50}


def test_a_letter_that_is_a_word_stays_one() -> None:
    found = with_initials([INITIAL._replace(text="A"), *lines(first=81)])
    assert found[0].text == f"A {LINES[0]}"


def test_a_letter_of_the_size_of_the_text_is_none() -> None:
    block = [Piece(50, 688, 56, 698, "A"), *lines()]
    assert with_initials(block) == block


def test_a_large_letter_beside_nothing_is_none() -> None:
    block = [INITIAL, BELOW]
    assert with_initials(block) == block
