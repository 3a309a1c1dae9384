"""Pages that lie on their side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing_app.readers.pdf.pieces import Piece
from briefing_app.readers.pdf.upright import Box, upright

PAGE = Box(0, 0, 600, 800)
ACROSS = Piece(50, 700, 300, 710, "The alliance meets")


class _Letters:
    """Letters of a page that are all turned alike."""

    text = "The alliance meets"

    def __init__(self, turned: float) -> None:
        self._turned = turned

    def matrices(self, positions: Sequence[int]) -> list[tuple[float, ...]]:
        return [(0.0, self._turned, -self._turned, 0.0, 0.0, 0.0) for _ in positions]


def turned(pieces: list[Piece], by: float = 1) -> tuple[list[Piece], list[str], bool]:
    return upright(pieces, PAGE, _Letters(by))  # type: ignore[arg-type]


def test_a_line_up_the_side_is_told_from_the_others() -> None:
    side = Piece(10, 100, 20, 400, "Photo: Example")
    assert turned([ACROSS, ACROSS, side]) == ([ACROSS, ACROSS], ["Photo: Example"], False)


def test_what_is_outside_of_the_page_is_left_out() -> None:
    assert turned([ACROSS, ACROSS._replace(left=700, right=900)])[0] == [ACROSS]


@pytest.mark.parametrize(("by", "place"), [(1, (100, 100, 400, 110)), (-1, (400, 490, 700, 500))])
def test_a_page_on_its_side_is_turned(by: float, place: tuple[float, ...]) -> None:
    line = Piece(490, 100, 500, 400, "The alliance meets")
    found, across, is_turned = turned([line], by)
    assert (*found[0][:4],) == place
    assert is_turned and not across
