"""Which lines of a page nobody sees: below others, white on white, or too small to read.

Invisible text alone is the text of a picture, and is what there is to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from briefing_app.readers.pdf.pieces import Characters, LineBox, LineSpan

_TOP = itemgetter(3)

_READABLE = 2.6
"""Points from the lowest to the highest letter, at least."""

_COMMON = 0.6
"""Of the lower height and the lesser width: lines that have more in common are in one place."""

_LARGER = 2.5
"""Times as high: no print of the text that a machine recognised there."""

_WHITE = 235
"""Of 255."""


def unseen(page: Characters, spans: Sequence[LineSpan], boxes: Sequence[LineBox]) -> set[int]:
    """Numbers of the lines that are not seen."""
    hidden = set(_covered(page, spans, boxes))
    small = {n for n, (_, low, _, high) in enumerate(boxes) if high - low < _READABLE}
    if small and len(small) < len(boxes):
        hidden |= small
    white = [
        n
        for n, (red, green, blue, _) in enumerate(page.fills([start for start, _ in spans]))
        if red >= _WHITE and green >= _WHITE and blue >= _WHITE
    ]
    if white:
        darkest = page.darkest([boxes[n] for n in white])
        # Of a page on which nothing is seen, all is taken: then it is the page that is odd.
        faint = {n for n, grey in zip(white, darkest, strict=True) if grey >= _WHITE}
        if len(faint | hidden) < len(boxes):
            hidden |= faint
    return hidden


def _covered(
    page: Characters, spans: Sequence[LineSpan], boxes: Sequence[LineBox]
) -> Iterator[int]:
    """Of two lines in one place the invisible one, or the later of two that are alike."""
    for first, second in _in_one_place(boxes):
        invisible = page.are_invisible([spans[first][0], spans[second][0]])
        if invisible[0] != invisible[1]:
            if not _alike(boxes[first], boxes[second]):
                continue  # A stamp or watermark across a page of recognised text.
            yield second if invisible[1] else first
        elif _letters(page, spans[first]) == _letters(page, spans[second]):
            yield second


def _alike(a: LineBox, b: LineBox) -> bool:
    """Whether lines are about equally high."""
    low, high = sorted((a[3] - a[1], b[3] - b[1]))
    return high < _LARGER * max(low, 0.1)


def _letters(page: Characters, span: LineSpan) -> str:
    return "".join(page.text[slice(*span)].split())


def _in_one_place(boxes: Sequence[LineBox]) -> Iterator[tuple[int, int]]:
    from_top = sorted(boxes, key=_TOP, reverse=True)
    if not any(b[3] > a[1] and _overlap(a, b, 1) for a, b in pairwise(from_top)):
        return
    order = sorted(range(len(boxes)), key=[-box[3] for box in boxes].__getitem__)
    for place, above in enumerate(order):
        box = boxes[above]
        left, low, right, _ = box
        for below in order[place + 1 :]:
            other = boxes[below]
            if other[3] <= low:
                break
            if other[2] <= left or other[0] >= right:
                continue  # Most are beside one another.
            if _overlap(box, other, 1) and _overlap(box, other, 0):
                yield min(above, below), max(above, below)


def _overlap(a: LineBox, b: LineBox, side: int) -> bool:
    """Whether two lines have most of the lower one's height in common; for 0, of the width."""
    common = min(a[side + 2], b[side + 2]) - max(a[side], b[side])
    return common > _COMMON * max(min(a[side + 2] - a[side], b[side + 2] - b[side]), 0.1)
