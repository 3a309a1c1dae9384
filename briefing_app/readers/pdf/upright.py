"""Pages that lie on their side are turned, and text that runs across to the others is told."""

from __future__ import annotations

from typing import NamedTuple

from briefing_app.readers.pdf.pieces import Characters, Piece
from briefing_app.readers.pdf.words import is_of_chinese


def upright(
    pieces: list[Piece], bounds: Box, page: Characters
) -> tuple[list[Piece], list[str], bool]:
    """Pieces of the page's own direction that are within it, the text across to them, and whether
    the page had to be turned."""
    across: list[Piece] = []
    seen: list[Piece] = []
    for piece in pieces:
        left, bottom, right, top, text, _ = piece
        if top - bottom > 2 * (right - left) and len(text) > 3:
            across.append(piece)
        elif (
            right > bounds.left
            and left < bounds.right
            and top > bounds.bottom
            and bottom < bounds.top
        ):
            seen.append(piece)
    if len(across) * 2 > len(pieces):
        turn = _turned_clockwise if _runs_upwards(page) else _turned_back
        return [turn(piece, bounds) for piece in pieces], [], True
    return seen, [piece.text for piece in across], False


def _runs_upwards(page: Characters) -> bool:
    """Whether most letters lie on their backs. Chinese ones stand, and run downwards."""
    places = [place for place, letter in enumerate(page.text) if letter.isalnum()]
    some = page.matrices(places[:: len(places) // 20 + 1])
    return 2 * sum(b > abs(a) for a, b, *_ in some) > len(some)


def _turned_clockwise(piece: Piece, bounds: Box) -> Piece:
    return Piece(
        piece.bottom, bounds.right - piece.right, piece.top, bounds.right - piece.left, piece.text
    )


def _turned_back(piece: Piece, bounds: Box) -> Piece:
    text = "".join(piece.text.split()) if any(map(is_of_chinese, piece.text)) else piece.text
    return Piece(bounds.top - piece.top, piece.left, bounds.top - piece.bottom, piece.right, text)


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    bottom: float
    right: float
    top: float
