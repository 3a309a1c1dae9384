"""The order of letters in lines from right to left, told from where they stand on the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
_OPENING = {mark: opening for opening, closing in _BRACKETS.items() for mark in (opening, closing)}
_QUOTES = {"“": "”", "”": "“", "‘": "’", "’": "‘"}
_KINDS = {"R": "R", "AL": "R", "L": "L", "EN": "N", "AN": "N"}
_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627\u0671"
_SPACE = 0.12
"""Part of a line's height; a wider gap is a space."""

_SPACE_WITHIN = 0.3
"""The same between letters of what is one word in the file."""

_HALF_SPACE, _HALF_APART = "\u200c", 0.02
"""A zero-width non-joiner, which fonts do not draw; the gap of a line's height that it leaves."""

_PERSIAN = frozenset("پچژگکی")
_NEVER_JOINED = frozenset("اآأإٱدذرزژوؤةىء")
"""Letters that do not join the next one in any word."""

_LETTERS_OF_WORD = 7
"""Of words of a line, at most, if the file has the blanks between them."""


class Letter(NamedTuple):
    """A character and where it stands, in points.

    word  the number of the word that it is of as the file parts words, -1 if that is not known
    """

    text: str
    left: float
    right: float
    word: int = -1


def has_right_to_left(text: str) -> bool:
    """Whether a letter of a right-to-left script is in the text."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def parted(letters: Sequence[Letter], least: float) -> Iterator[list[Letter]]:
    """Letters that were written, in stretches with gaps of at least `least` between them.

    Justified lines may have wide spaces too, but then all of one line are alike.
    """
    groups = _groups(letters)
    gaps = [before[0].left - group[0].right for before, group in pairwise(groups)]
    spaces = [gap for gap in gaps if gap > least / 6]
    least = max(least, 1.6 * median(spaces)) if len(spaces) > 2 else 1.6 * least
    stretch: list[Letter] = []
    for gap, group in zip((0.0, *gaps), groups, strict=False):
        if gap > least:
            yield stretch
            stretch = []
        stretch += group
    if stretch:
        yield stretch


def numbered(letters: Sequence[Letter]) -> list[Letter]:
    """Letters with the numbers of their words; of files that lack blanks as they are."""
    blanks = [letter.text.isspace() for letter in letters]
    if len(letters) > (_LETTERS_OF_WORD + 1) * (sum(blanks) + 1):
        return list(letters)
    words = accumulate(blanks)
    new = tuple.__new__  # makes a named tuple in half the time
    return [
        new(Letter, (text, left, right, word))
        for (text, left, right, _), word in zip(letters, words, strict=True)
    ]


def logical_text(letters: Sequence[Letter], height: float) -> str:
    """The text in reading order, of letters in any order that keeps ligatures together.

    A line is taken to run from right to left; words of other scripts and numbers in it run from
    left to right, and the marks among these with them.
    """
    order = _with_quotes(_from_the_right(letters, height))
    kinds = list(map(_kind, order))
    signs = _Signs() if any(map(_is_arabic, order)) else _HEBREW_SIGNS
    text: list[str] = []
    position = 0
    while position < len(order):
        if kinds[position] == "R":
            text.append(order[position])
            position += 1
            continue
        end = _end_of_island(order, kinds, position, signs)
        text += reversed(order[position:end])
        position = end
    return _with_brackets("".join(text))


def _from_the_right(letters: Sequence[Letter], height: float) -> list[str]:
    """Characters from the right, with spaces where there are gaps, and half-spaces in Persian."""
    order: list[str] = []
    last: Letter | None = None
    persian = not _PERSIAN.isdisjoint(letter.text for letter in letters)
    for group in _groups(letters):
        if last and _are_apart(last, group[0], height):
            order.append(" ")
        elif last and persian and _are_half_apart(last, group[0], height):
            order.append(_HALF_SPACE)
        order += [letter.text for letter in group]
        last = group[0]
    return order


def _are_apart(last: Letter, letter: Letter, height: float) -> bool:
    """Whether a space is between two letters: those that do not join have a gap there too."""
    gap = last.left - letter.right
    if last.word == letter.word != -1 and last.text.isalpha() and letter.text.isalpha():
        return gap > _SPACE_WITHIN * height
    return gap > _SPACE * height


def _are_half_apart(last: Letter, letter: Letter, height: float) -> bool:
    """Whether two letters of a word do not join although they could."""
    if last.word == -1 or not (_is_arabic(last.text) and _is_arabic(letter.text)):
        return False
    if not (last.text.isalpha() and letter.text.isalpha()) or last.text in _NEVER_JOINED:
        return False
    return last.left - letter.right > _HALF_APART * height


def _with_quotes(order: list[str]) -> list[str]:
    """The characters with the quotation marks that were written.

    pdfium takes them for brackets and turns those that stand between letters of which one at
    least is of a right-to-left script.
    """
    for position, mark in enumerate(order):
        if mark in _QUOTES:
            before = next((k for k in map(_kind, order[position::-1]) if k in ("L", "R")), "R")
            after = next((k for k in map(_kind, order[position:]) if k in ("L", "R")), "R")
            if "R" in (before, after):
                order[position] = _QUOTES[mark]
    return order


def _groups(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Letters from the right, each with the marks on it."""
    groups: list[list[Letter]] = []
    marks: list[Letter] = []
    for letter in letters:
        text, left, right, _ = letter
        if text.isspace():
            continue
        if right > left:
            if unicodedata.combining(text[0]):
                marks.append(letter)
            else:
                groups.append([letter])
        elif groups:
            groups[-1].append(letter)
    groups.sort(key=lambda group: -(group[0].left + group[0].right))
    for before, group in pairwise(groups):
        # Of a ligature both letters have its place; files give them in either order.
        first, second = before[0], group[0]
        if second.text == _LAM and first.text in _ALEFS and first[1:] == second[1:]:
            before[0], group[0] = second, first
    for mark in marks:
        middle = mark.left + mark.right
        nearest = min(groups, key=lambda g: abs(g[0].left + g[0].right - middle), default=None)
        if nearest:
            nearest.append(mark)
    return groups


class _Signs(NamedTuple):
    """Signs that go with numbers (UAX 9, rules W2 to W5): fewer where Arabic letters are about."""

    within: frozenset[str] = frozenset(".,:/٫٬")
    beside: frozenset[str] = frozenset()


_HEBREW_SIGNS = _Signs(frozenset(".,:/-+"), frozenset("%$€£₪°"))


def _end_of_island(order: Sequence[str], kinds: Sequence[str], start: int, signs: _Signs) -> int:
    """Where the stretch from left to right ends that begins at `start`; after one, for none."""
    end = start + 1
    if order[start] in "()" and kinds[end : end + 1] and kinds[end] in ("L", "N"):
        # The closing one of a pair of which the other is among the words.
        past = _end_of_island(order, kinds, end, signs)
        return past if sum(order[start:past].count(mark) for mark in "()") == 2 else end
    if order[start] in signs.beside and kinds[start + 1 : start + 2] == ["N"]:
        end += 1
    elif kinds[start] not in ("L", "N"):
        return end
    for position in range(end, len(order)):
        kind = kinds[position]
        if kind == "R":
            break
        if kind:
            between = order[end:position]
            words = kind == "L" or "L" in kinds[start:end]
            if not words and not set(between) <= signs.within:
                break
            end = position + 1
    if kinds[end - 1] == "N" and end < len(order) and order[end] in signs.beside:
        end += 1
    return end


@lru_cache(maxsize=1024)  # the characters of a few scripts
def _kind(text: str) -> str:
    """The direction that a character has of itself: "R", "L", "N" of digits, "" for none."""
    found = unicodedata.bidirectional(text[:1] or " ")
    return _KINDS.get(found, "")


def _is_arabic(text: str) -> bool:
    return unicodedata.bidirectional(text[0]) == "AL"


def _with_brackets(text: str) -> str:
    """The text with each bracket turned as its place asks: files differ in what they call it."""
    return text if _OPENING.keys().isdisjoint(text) else "".join(_turned_brackets(text))


def _turned_brackets(text: str) -> Iterator[str]:
    is_open: set[str] = set()
    for position, mark in enumerate(text):
        opening = _OPENING.get(mark)
        if opening is None:
            yield mark
            continue
        before, after = text[position - 1 : position], text[position + 1 : position + 2]
        opens = _opens(before, after)
        if opens is None:
            opens = opening not in is_open
        (is_open.add if opens else is_open.discard)(opening)
        yield opening if opens else _BRACKETS[opening]


def _opens(before: str, after: str) -> bool | None:
    """Whether a bracket between two characters, "" for none, opens; None if they do not tell."""
    if _is_of_a_word(before) != _is_of_a_word(after):
        return _is_of_a_word(after)
    if bool(before.strip()) != bool(after.strip()):
        return bool(after.strip())
    return None


def _is_of_a_word(text: str) -> bool:
    return bool(text) and unicodedata.category(text)[0] in "LMN"
