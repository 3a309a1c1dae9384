"""The lines of a page as pieces: parted where columns may be, and as high as their fonts are.

Asking pdfium costs more than anything done with the answer: each question is put for all lines
of a page in one go, and none that the answers so far make needless.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, count, islice, pairwise
from math import hypot
from operator import add
from statistics import median
from typing import NamedTuple, Protocol

from briefing_app.readers.pdf.direction import (
    Letter,
    has_right_to_left,
    logical_text,
    numbered,
    parted,
)

LINE_END_HYPHEN = "\ufffe"
"""What pdfium makes of a hyphen that parts a word at a line's end."""

NOTHING = "\x1f"
"""Stands for a character of a page's text that is left out. It is a blank for str.isspace()."""

POSSESSIVE = "\x0e"
"""Stands for an apostrophe with a space after it."""

_LINE = re.compile(f"[^\n {NOTHING}](?:.*[^\n {NOTHING}])?")
"""Without blanks around it."""

_PARTED_LINE = re.compile(
    f"[^\n\ufffe {NOTHING}](?:[^\n\ufffe]*[^\n\ufffe {NOTHING}])?(?: *\ufffe)?"
)
"""The same where there may be a LINE_END_HYPHEN: after it the next line may follow at once."""

_SPACE = re.compile(" .")

_DESCENT, _HEIGHT = 0.22, 1.11
"""Of common fonts, in parts of their size."""

_CROWDED, _FEWEST_LETTERS = 0.7, 8
"""Of the usual width of a letter; and letters of a line that may be two in one place."""

_ODD = 0.08
"""Of the usual height of a page's lines: another one is looked at more closely."""

_GAP_SIZES = 0.7
"""Heights of a line; a wider gap within one may be the space between two columns."""


class Piece(NamedTuple):
    """Words beside one another without a gap, in the order in which they are read.

    It ends in LINE_END_HYPHEN if a word goes on.

    letters  where each stands, if there are letters of a right-to-left script among them
    """

    left: float
    bottom: float
    right: float
    top: float
    text: str
    letters: tuple[Letter, ...] = ()

    @property
    def size(self) -> float:
        """Height from the lowest to the highest letter of its font."""
        return self.top - self.bottom


class Characters(Protocol):
    """Those of a page, counted from 0, and where they stand."""

    text: str
    """One character each, NOTHING for what is left out, and one or two "\\n" after a line."""

    def boxes(self, positions: Sequence[int]) -> list[tuple[float, ...]]:
        """Left, top, right and bottom, as high as their fonts say."""

    def matrices(self, positions: Sequence[int]) -> list[tuple[float, ...]]:
        """By which they come onto the page, a to f."""

    def bases(self, positions: Sequence[int]) -> list[float]:
        """Heights of the lines on which they stand."""

    def font_sizes(self, positions: Sequence[int]) -> list[float]:
        """Before their matrices apply."""

    def strokes(self, start: int, end: int) -> int:
        """In how many goes a stretch was drawn."""

    def fills(self, positions: Sequence[int]) -> Sequence[tuple[float, ...]]:
        """Their colours: red, green, blue, and how opaque, each of 255."""

    def are_invisible(self, positions: Sequence[int]) -> list[bool]:
        """Whether they are drawn in the way that leaves no trace."""

    def darkest(self, boxes: Sequence[LineBox]) -> list[int]:
        """The darkest grey, of 255, within each of some boxes of the page as it is drawn.

        0 for all if there is a large picture on the page.
        """


LineBox = tuple[float, float, float, float]
"""Left, bottom, right and top."""

LineSpan = tuple[int, int]
"""Places of its first character and of that after its last."""

_Span = LineSpan
_Box = LineBox


Unseen = Callable[[Characters, Sequence[LineSpan], Sequence[LineBox]], set[int]]
"""See seen.unseen."""


def pieces_of(page: Characters, unseen: Unseen | None = None) -> list[Piece]:
    """The pieces of a page in the order in which they were drawn."""
    spans = _lines(page.text, 0, len(page.text))
    if not spans:
        return []
    boxes = _boxes(page, spans)
    if again := _begun_again(page, spans, boxes):
        spans = again
        boxes = _boxes(page, spans)
    if unseen and (hidden := unseen(page, spans, boxes)):
        spans = [span for number, span in enumerate(spans) if number not in hidden]
        boxes = [box for number, box in enumerate(boxes) if number not in hidden]
    # Four lines are the least that make a column: one of four tells whether there are gaps.
    known = dict(zip(range(0, len(spans), 4), _gaps(page, spans[::4]), strict=False))
    are_parted = any(known.values())
    bases = page.bases([start for start, _ in spans[::8]])
    even = all(map(_is_even, bases, boxes[::8]))
    boxes = _alike(page, spans, boxes) if even else _evened(page, spans, boxes)
    pieces = _pieces(page, spans, boxes)
    spreads = _spreads(spans, boxes)
    # Headlines above columns are few: in what is larger or wider than usual, gaps are sought.
    wide = 0.0 if are_parted else 1.15 * median(spreads)
    mixed = has_right_to_left("".join([p.text for p in pieces if not p.text.isascii()]))
    if not mixed and max(spreads) <= wide:
        return pieces
    turned = {n for n, p in enumerate(pieces) if has_right_to_left(p.text)} if mixed else set()
    sought = [n for n, spread in enumerate(spreads) if spread > wide and n not in turned]
    unknown = [n for n in sought if n not in known]
    known.update(zip(unknown, _gaps(page, [spans[n] for n in unknown]), strict=True))
    parts: dict[int, Iterable[Piece]] = {}
    parts.update(_divided(page, spans, {n: known[n] for n in sought if known[n]}, even))
    parts.update((n, _right_to_left_pieces(page, spans[n], pieces[n])) for n in turned)
    return [part for n, piece in enumerate(pieces) for part in parts.get(n, (piece,))]


def _lines(text: str, start: int, end: int) -> list[_Span]:
    line = _PARTED_LINE if LINE_END_HYPHEN in text else _LINE
    return [match.span() for match in line.finditer(text, start, end)]


def _spreads(spans: Sequence[_Span], boxes: Sequence[_Box]) -> list[float]:
    """Widths of lines for each of their letters."""
    return [
        (right - left) / (end - start)
        for (start, end), (left, _, right, _) in zip(spans, boxes, strict=True)
    ]


def _begun_again(page: Characters, spans: Sequence[_Span], boxes: Sequence[_Box]) -> list[_Span]:
    """The lines, with those parted that pdfium took for one as they are in one place.

    [] where there are none. Such a line has more letters than its width has room for.
    """
    spreads = _spreads(spans, boxes)
    least = _CROWDED * median(spreads)
    if min(spreads) > least:
        return []
    again = {
        n: _returns(page, span, boxes[n])
        for n, span in enumerate(spans)
        if spreads[n] <= least and span[1] - span[0] >= _FEWEST_LETTERS
    }
    if not any(again.values()):
        return []
    found = [
        part
        for n, (start, end) in enumerate(spans)
        for first, last in pairwise((start, *again.get(n, ()), end))
        for part in _lines(page.text, first, last)
    ]
    return found if len(found) > len(spans) else []


def _returns(page: Characters, span: _Span, box: _Box) -> list[int]:
    """Where in a line letters stand far to the left of those before them, at the same height."""
    left, _, right, _ = box
    places = [place for place in range(*span) if not page.text[place].isspace()]
    letters = page.boxes(places)
    return [
        place
        for place, before, after in zip(places[1:], letters, letters[1:], strict=False)
        if before[0] - after[0] > 0.5 * (right - left)
        and abs(before[3] - after[3]) < 0.3 * (before[1] - before[3])
    ]


def _pieces(page: Characters, spans: Sequence[_Span], boxes: Sequence[_Box]) -> list[Piece]:
    text = page.text
    if NOTHING in text or POSSESSIVE in text:
        return [
            Piece(left, bottom, right, top, _spelt_out(text[start:end]))
            for (start, end), (left, bottom, right, top) in zip(spans, boxes, strict=True)
        ]
    new = tuple.__new__  # makes a named tuple in half the time
    return [
        new(Piece, (*box, text[start:end], ()))
        for (start, end), box in zip(spans, boxes, strict=True)
    ]


def _spelt_out(text: str) -> str:
    return text.replace(NOTHING, "").replace(POSSESSIVE, "’ ")


def _boxes(page: Characters, spans: Sequence[_Span]) -> list[_Box]:
    """From the first to the last character of lines."""
    places = [start for start, _ in spans]
    if LINE_END_HYPHEN in page.text:
        text = page.text
        places += [end - 2 if text[end - 1] == LINE_END_HYPHEN else end - 1 for _, end in spans]
    else:
        places += [end - 1 for _, end in spans]
    found = page.boxes(places)
    for number, (start, _) in enumerate(spans):
        if page.text[start].isdigit():
            # The sign of a note is smaller than the note, and raised.
            left, _, right, _ = found[number]
            _, top, _, bottom = found[len(spans) + number]
            found[number] = left, top, right, bottom
    return [
        (
            left if left < first else first,
            bottom if bottom < low else low,
            right if right > last else last,
            top if top > high else high,
        )
        for (left, top, right, bottom), (first, high, last, low) in zip(
            found, found[len(spans) :], strict=False
        )
    ]


def _is_even(base: float, box: _Box) -> bool:
    """Whether the line reaches below its base as far as letters do.

    Of fonts that do not state their height, pdfium gives that of the single letter.
    """
    _, bottom, _, top = box
    return base - bottom > 0.1 * (top - bottom)


def _evened(page: Characters, spans: Sequence[_Span], boxes: Sequence[_Box]) -> list[_Box]:
    """Boxes of lines as high as their fonts' sizes say."""
    starts = [
        start if not page.text[start].isdigit() else _ends(page, (start, end))[1]
        for start, end in spans
    ]
    sizes, matrices = page.font_sizes(starts), page.matrices(starts)
    found: list[_Box] = []
    for start, (left, bottom, right, top), size, (_, b, c, d, _, base) in zip(
        starts, boxes, sizes, matrices, strict=True
    ):
        size = abs(size) * hypot(c, d)
        if 1 < size < 500 and top - bottom <= 2 * size:
            if b or not base:
                (base,) = page.bases([start])
            bottom = base - _DESCENT * size
            top = bottom + _HEIGHT * size
        found.append((left, bottom, right, top))
    return found


def _alike(page: Characters, spans: Sequence[_Span], boxes: list[_Box]) -> list[_Box]:
    """Boxes of which those of one size of print are equally high.

    Other fonts say other heights, and a raised letter or an initial at one end adds its own.
    """
    heights = [top - bottom for _, bottom, _, top in boxes]
    usual = sorted(heights)[len(heights) // 2]
    odd = [n for n, height in enumerate(heights) if abs(height - usual) > _ODD * usual]
    if not odd or 2 * len(odd) > len(boxes):
        return boxes
    model = heights.index(usual)
    ends = [spans[model][0], *(place for n in odd for place in _ends(page, spans[n]))]
    size, *sizes = (
        abs(size) * hypot(c, d)
        for size, (_, _, c, d, _, _) in zip(page.font_sizes(ends), page.matrices(ends), strict=True)
    )
    if usual > 2 * size:
        return boxes  # They run upwards or downwards, and are as high as they are long.
    below = page.bases(ends[:1])[0] - boxes[model][1]
    found = list(boxes)
    for number, first, last in zip(odd, sizes[::2], sizes[1::2], strict=True):
        if min(abs(first - size), abs(last - size)) < _ODD * size / 2:
            start, end = _ends(page, spans[number])
            (base,) = page.bases([start if abs(first - size) < abs(last - size) else end])
            left, _, right, _ = boxes[number]
            found[number] = (left, base - below, right, base - below + usual)
    return found


def _ends(page: Characters, span: _Span) -> _Span:
    """Places of the first and the last character of a line, but for a LINE_END_HYPHEN."""
    start, end = span
    return start, max(start, end - 1 - (page.text[end - 1] == LINE_END_HYPHEN))


def _gaps(page: Characters, spans: Sequence[_Span]) -> list[list[int]]:
    """Positions of spaces in each of some lines that are wide enough to part columns.

    Justified lines may have wide spaces too, but then all of one line are alike.
    """
    # Of what was drawn in one go: nobody draws over the space between columns.
    spaces = [_spaces(page.text, *span) if page.strokes(*span) > 1 else [] for span in spans]
    places = [place for some in spaces for place in some]
    if not places:
        return spaces
    boxes = page.boxes([place - 1 for place in places] + [place + 1 for place in places])
    widths = [
        # As max() would say, which takes most of the time.
        (gap if (gap := left - last) > (back := first - right) else back)
        / (height if (height := top - bottom) > 1 else 1)
        for (first, _, last, _), (left, top, right, bottom) in zip(
            boxes, boxes[len(places) :], strict=False
        )
    ]
    if max(widths) <= _GAP_SIZES:
        return [[] for _ in spans]
    each = iter(widths)
    return [_wide_enough(some, list(islice(each, len(some)))) for some in spaces]


def _spaces(text: str, start: int, end: int) -> list[int]:
    """Places of the spaces in a line, of two the first."""
    line = text[start:end]
    if "  " in line:
        return [match.start() for match in _SPACE.finditer(text, start + 1, end)]
    # The same in a third of the time.
    return list(map(add, accumulate(map(len, line.split(" ")[:-1])), count(start)))


def _wide_enough(spaces: Sequence[int], widths: Sequence[float]) -> list[int]:
    if not widths or max(widths) <= _GAP_SIZES:
        return []
    usual = median(widths) if len(widths) > 2 else 1
    least = max(_GAP_SIZES, 1.6 * usual)
    return [space for space, width in zip(spaces, widths, strict=True) if width > least]


def _divided(
    page: Characters, spans: Sequence[_Span], gaps: Mapping[int, Sequence[int]], even: bool
) -> dict[int, list[Piece]]:
    """Lines as the pieces between their gaps, by the numbers of the lines."""
    numbers: list[int] = []
    parts: list[_Span] = []
    for number, places in gaps.items():
        start, end = spans[number]
        for first, last in zip((start, *(gap + 1 for gap in places)), (*places, end), strict=True):
            within = _lines(page.text, first, last)
            parts += within
            numbers += [number] * len(within)
    found: dict[int, list[Piece]] = {number: [] for number in gaps}
    if parts:
        boxes = _boxes(page, parts)
        pieces = _pieces(page, parts, boxes if even else _evened(page, parts, boxes))
        for number, piece in zip(numbers, pieces, strict=True):
            found[number].append(piece)
    return found


def _right_to_left_pieces(page: Characters, span: _Span, line: Piece) -> Iterator[Piece]:
    boxes = page.boxes(range(*span))
    new = tuple.__new__  # makes a named tuple in half the time
    letters = [
        new(Letter, (character, left, right, -1))
        for character, (left, _, right, _) in zip(page.text[slice(*span)], boxes, strict=True)
    ]
    for group in parted(numbered(letters), _GAP_SIZES * line.size):
        left, right = min(p.left for p in group), max(p.right for p in group)
        words = logical_text(group, line.size)
        yield Piece(left, line.bottom, right, line.top, words, tuple(group))
