"""Where words of an article stand on a page of the PDF that it came from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

FEWEST_LETTERS = 4
"""Less is found by chance."""

_LINE_OVERLAP = 0.5
"""Of a letter's height: that much lies beside the line it belongs to."""

Box = tuple[float, ...]
"""Left, top, right and bottom, upwards as on the page."""


def positions_of(words: str, text: str) -> range | None:
    """Which characters of a page's text say these words.

    Only letters and digits are compared: spaces, line breaks and hyphens are not as they were.
    None: they are not there, or more than once, so that nobody knows which is meant.
    """
    wanted = "".join(letter for letter, _ in _letters(words))
    if len(wanted) < FEWEST_LETTERS:
        return None
    there = list(_letters(text))
    letters = "".join(letter for letter, _ in there)
    first = letters.find(wanted)
    if first < 0 or letters.find(wanted, first + 1) >= 0:
        return None
    return range(there[first][1], there[first + len(wanted) - 1][1] + 1)


def lines_of(boxes: Iterable[Box]) -> list[Box]:
    """One box around the characters of each line, in order; those without any extent left out."""
    lines: list[Box] = []
    for box in boxes:
        left, top, right, bottom = box
        if right <= left or top <= bottom:
            continue
        if lines and _goes_on(lines[-1], box):
            line = lines[-1]
            lines[-1] = (
                min(line[0], left), max(line[1], top), max(line[2], right), min(line[3], bottom)
            )  # fmt: skip
        else:
            lines.append(box)
    return lines


def _goes_on(line: Box, box: Box) -> bool:
    shared = min(line[1], box[1]) - max(line[3], box[3])
    height = min(line[1] - line[3], box[1] - box[3])
    is_near = box[0] - line[2] < 4 * height and line[0] - box[2] < 4 * height
    return shared > _LINE_OVERLAP * height and is_near


def _letters(text: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Its letters and digits in one case, ligatures taken apart, and where each stands."""
    for at, character in enumerate(text):
        for letter in unicodedata.normalize("NFKD", character).casefold():
            if letter.isalnum():
                yield letter, at
