"""Large letters at the beginning of a text that are as high as several lines beside them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.readers.pdf.pieces import Piece

_LARGER = 1.6
"""Times the size of the lines beside it."""

_SPACE = 0.12
"""Part of a line's height; if the first line begins so much later, the letter is a word."""


def with_initials(block: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces of a block, in which each such letter begins its line, and the lines beside it
    start where it does."""
    for initial in [piece for piece in block if len(piece.text) <= 2 and piece.text[-1].isalpha()]:
        beside = [piece for piece in block if _stands_beside(piece, initial)]
        if len(beside) > 1:
            block = _joined(block, initial, beside)
    return block


def _stands_beside(piece: Piece, initial: Piece) -> bool:
    size = piece.size
    within = piece.top < initial.top + 0.5 * size and piece.bottom > initial.bottom - 0.5 * size
    near = -0.2 * size < piece.left - initial.right < size
    return within and near and initial.size > _LARGER * size


def _joined(block: Sequence[Piece], initial: Piece, beside: Sequence[Piece]) -> list[Piece]:
    first = max(beside, key=lambda piece: piece.top)
    edge = min(piece.left for piece in beside)
    space = " " if first.left > edge + _SPACE * first.size else ""
    found: list[Piece] = []
    for piece in block:
        if piece is first:
            text = f"{initial.text}{space}{piece.text}"
            found.append(piece._replace(left=initial.left, text=text))
        elif piece in beside:
            found.append(piece._replace(left=initial.left))
        elif piece is not initial:
            found.append(piece)
    return found
