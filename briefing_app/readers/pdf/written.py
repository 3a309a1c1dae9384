"""A page's text as it was written: without blanks between spaced letters and marks of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import sub
from statistics import median
from string import digits

from briefing_app.readers.pdf.direction import has_right_to_left
from briefing_app.readers.pdf.pieces import NOTHING, POSSESSIVE, Characters

_SINGLE = re.compile(" \\S(?=[ \n])")
_OFTEN = 0.1
"""Of a page's words have one letter: machines that recognise text set letters apart."""

_WORD_GAP = 0.1
"""Heights of a line, more than between its letters; and times that space:"""
_WIDER = 1.6
_WIDEST_LETTER_GAP = 1.2

_LEFT_OUT = re.compile(f"{NOTHING}+")
_NUMBER = re.compile(r"\d+")
_BEFORE_NUMBERS = frozenset(" \n([$€£#/–—-")
_LEAST_RISE = 0.5
_UNIT = re.compile(r"(^|\W)([cdkm]?m|mi|ft|[^\W\d_])$")
_SYMBOLS = "\uf0b7\uf0a7\uf0d8\uf0fc"
_BULLETS = str.maketrans(_SYMBOLS, "•▪‣✓")
"""Of the fonts Symbol and Wingdings, as Word writes them into PDF files."""

_POSSESSIVE = re.compile("s’[^\\W\\d_]")
_AFTER_HYPHEN = re.compile(r"- (?<=\w- )(?=\S)")
_TURN = re.compile("(?P<breaks>\n{1,2}) *")
_RAISED = 0.12
"""Heights of a line."""

_SMALLER, _CLOSE = 0.85, 0.2
"""Times the height of a line, at most: a mark's own height, and the space before it."""


def as_written(page: Characters) -> str:
    """The text of a page with NOTHING and POSSESSIVE for characters that were not written.

    NOTHING are blanks that pdfium saw between the letters of "N A T O", and raised numbers after
    words, which refer to notes.
    """
    text = page.text
    changed = dict(_marks(page))
    changed.update((place, POSSESSIVE) for place in _possessives(page))
    changed.update((place, "\n") for place in _ends_of_lines(page))
    singles = [match.start() for match in _SINGLE.finditer(text)]
    often = len(singles) > 6 and len(singles) > _OFTEN * text.count(" ")
    spaced = any(third - first == 4 for first, third in zip(singles, singles[2:], strict=False))
    if (often or spaced) and not has_right_to_left(text):
        changed.update((place, NOTHING) for place in _false_blanks(page, 1 if often else 3))
    if changed:
        letters = list(text)
        for place, letter in changed.items():
            letters[place] = letter
        text = "".join(letters)
    return text.translate(_BULLETS) if any(map(text.__contains__, _SYMBOLS)) else text


def marks_in(text: str, written: str) -> frozenset[str]:
    """The numbers of notes that pdfium sees in a page's text and that were left out of it."""
    if NOTHING not in written:
        return frozenset()
    left_out = (text[slice(*match.span())] for match in _LEFT_OUT.finditer(written))
    return frozenset(number for part in left_out for number in _NUMBER.findall(part))


def _possessives(page: Characters) -> Iterator[int]:
    """Places of apostrophes that pdfium sees no space after: fonts set words close to them."""
    places = [match.start() + 1 for match in _POSSESSIVE.finditer(page.text)]
    if not places:
        return
    boxes = page.boxes([place for at in places for place in (at, at + 1)])
    for at, (_, top, right, bottom), (left, _, _, _) in zip(
        places, boxes[::2], boxes[1::2], strict=True
    ):
        if left - right > _WORD_GAP * (top - bottom):
            yield at


def _ends_of_lines(page: Characters) -> Iterator[int]:
    """Places of blanks after hyphens that end a line: pdfium takes "e-" for no parted word."""
    places = [match.end() - 1 for match in _AFTER_HYPHEN.finditer(page.text)]
    boxes = page.boxes([place for at in places for place in (at - 1, at + 1)]) if places else []
    for at, (left, top, _, bottom), (begin, below, _, _) in zip(
        places, boxes[::2], boxes[1::2], strict=True
    ):
        if begin < left and below < (top + bottom) / 2:
            yield at


def _false_blanks(page: Characters, least: int) -> Iterator[int]:
    """Places of blanks within words, in lines with at least so many words of one letter."""
    start = 0
    for line in page.text.split("\n"):
        words = line.split()
        if list(map(len, words)).count(1) >= least:
            singles = sum([len(word) == 1 and word.isalpha() for word in words])
            if singles >= least and (least == 1 or 2 * singles >= len(words)):
                yield from _within_words(page, start, line)
        start += len(line) + 1


def _within_words(page: Characters, start: int, line: str) -> Iterator[int]:
    places = [start + place for place, letter in enumerate(line) if letter != " "]
    if len(places) < 3:
        return
    lefts, tops, rights, bottoms = zip(*page.boxes(places), strict=True)
    height = max(map(sub, tops, bottoms))
    gaps = list(map(sub, lefts[1:], rights))
    usual = median(gaps)
    if usual > _WIDEST_LETTER_GAP * height:
        return
    least = max(_WIDER * usual, usual + _WORD_GAP * height)
    for (place, following), gap in zip(pairwise(places), gaps, strict=True):
        if following > place + 1 and gap <= least:
            yield from range(place + 1, following)


def _marks(page: Characters) -> Iterator[tuple[int, str]]:
    """Places of raised numbers after words, and of line breaks that pdfium sees around them.

    Each with what is to stand there.
    """
    pairs = list(_ends_of_numbers(page.text))
    if not pairs:
        return
    bases = page.bases([place for pair in pairs for place in pair])
    for (before, last), low, high in zip(pairs, bases[::2], bases[1::2], strict=True):
        if high - low < _LEAST_RISE or not _is_raised(page, before, last):
            continue
        start = last
        while page.text[start - 1].isdigit() and _is_raised(page, before, start - 1):
            start -= 1
        if page.text[start - 1] in " \n" and not _is_close(page, before, start):
            continue
        if not _is_power(page.text, start):
            yield from _of_mark(page, start - 1, start)


def _ends_of_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Numbers that may be raised: the character before and the first digit, or first and last."""
    if text.isascii() and not any(map(text.__contains__, digits)):
        return
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if end - start > 2:
            yield start, end - 1
        before = start - 1
        if text[before] == "\n" and text[end : end + 1] in ("\n", "", ","):
            before -= 1 + (text[before - 1] == "\n")
        elif text[before] == " ":
            before -= 1
        if before >= 0 and end - start < 4 and text[before] not in _BEFORE_NUMBERS:
            yield before, start


def _of_mark(page: Characters, before: int, start: int) -> Iterator[tuple[int, str]]:
    text = page.text
    while text[before] in "\n ":
        before -= 1
    end = start
    while text[end : end + 1].isdigit() or (
        text[end : end + 1] in (",", "-", "–", "*") and _is_raised(page, before, end)
    ):
        end += 1
    if begun := _begun(page, end):
        # The number of an isotope, or above the line of a fraction.
        yield from ((place, NOTHING) for place in range(end, begun))
        return
    yield from ((place, NOTHING) for place in range(before + 1, end))
    turn = _TURN.match(text, end)
    if turn and turn.end() < len(text) and _goes_on(page, before, turn.end()):
        yield from ((place, NOTHING) for place in range(end, turn.end("breaks")))
        (_, top, right, bottom), (left, _, _, _) = page.boxes([end - 1, turn.end()])
        if text[turn.end() - 1] == "\n" and left - right > _WORD_GAP * (top - bottom):
            yield end, " "


def _begun(page: Characters, end: int) -> int:
    """Where the word or fraction goes on that a raised number begins, 0 if it begins none."""
    following = _TURN.match(page.text, end)
    place = following.end() if following else end
    if place == len(page.text) or not (page.text[place].isalpha() or page.text[place] in "/⁄"):
        return 0
    (_, top, right, bottom), (left, _, _, _) = page.boxes([end - 1, place])
    return place if -1 < left - right < _WORD_GAP * (top - bottom) else 0


def _is_close(page: Characters, before: int, start: int) -> bool:
    """Whether a raised number that a blank parts from a word may be a mark all the same.

    In recognised text, and that of typewriters, numbers stand a little higher than words.
    """
    (_, top, right, bottom), (left, high, _, low) = page.boxes([before, start])
    smaller = high - low < _SMALLER * (top - bottom)
    return smaller and left - right < _CLOSE * (top - bottom)


def _is_power(text: str, start: int) -> bool:
    """Whether a raised number is none of a note but one of a unit or a formula."""
    before = text[max(start - 6, 0) : start].removesuffix("\n")
    return _UNIT.search(before) is not None or before.split()[-1:] == ["10"]


def _is_raised(page: Characters, before: int, place: int) -> bool:
    low, high = page.bases([before, place])
    rise = high - low
    if rise < _LEAST_RISE:
        return False
    (_, _, right, _), (left, _, _, _) = page.boxes([before, place])
    height = _height(page, before)
    return _RAISED * height < rise < height and -1 < left - right < 4 * height


def _goes_on(page: Characters, before: int, place: int) -> bool:
    """Whether a character stands on the same line as another, a short way after it."""
    low, high = page.bases([before, place])
    if abs(high - low) > _LEAST_RISE:
        return False
    (_, _, right, _), (left, _, _, _) = page.boxes([before, place])
    return 0 < left - right < 3 * _height(page, before)


def _height(page: Characters, place: int) -> float:
    _, top, _, bottom = page.boxes([place])[0]
    return max(top - bottom, 1.0)
