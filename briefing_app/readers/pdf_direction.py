"""The order of letters in lines from right to left, told from where they stand on the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
_OPENING = {mark: opening for opening, closing in _BRACKETS.items() for mark in (opening, closing)}
_WITHIN_NUMBERS = frozenset(".,:/-+٫٬")
_BESIDE_NUMBERS = frozenset("%+-$€£°")
_SPACE = 0.12
"""Part of a line's height; a wider gap is a space."""


class Letter(NamedTuple):
    """A character and where it stands, in points."""

    text: str
    left: float
    right: float


def has_right_to_left(text: str) -> bool:
    """Whether a letter of a right-to-left script is in the text."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def logical_text(letters: Sequence[Letter], height: float) -> str:
    """The text in reading order, of letters in any order that keeps ligatures together.

    A line is taken to run from right to left; words of other scripts and numbers in it run from
    left to right, and the marks among these with them.
    """
    order = _from_the_right(letters, height)
    kinds = [_kind(letter) for letter in order]
    text: list[str] = []
    position = 0
    while position < len(order):
        end = _end_of_island(order, kinds, position)
        text += reversed(order[position:end])
        position = end
    return _with_brackets("".join(text))


def _from_the_right(letters: Sequence[Letter], height: float) -> list[str]:
    """Characters from the right: each with the marks on it after it, spaces where gaps are."""
    groups: list[list[Letter]] = []
    for letter in letters:
        is_mark = unicodedata.combining(letter.text) or letter.right <= letter.left
        if letter.text.isspace():
            continue
        if groups and is_mark:
            groups[-1].append(letter)
        else:
            groups.append([letter])
    groups.sort(key=lambda group: -(group[0].left + group[0].right))
    order: list[str] = []
    for before, group in pairwise([None, *groups]):
        if before and group and before[0].left - group[0].right > _SPACE * height:
            order.append(" ")
        order += [letter.text for letter in group or ()]
    return order


def _end_of_island(order: Sequence[str], kinds: Sequence[str], start: int) -> int:
    """Where the stretch from left to right ends that begins at `start`; after one, for none."""
    end = start + 1
    if order[start] in _BESIDE_NUMBERS and kinds[start + 1 : start + 2] == ["N"]:
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
            if not words and not set(between) <= _WITHIN_NUMBERS:
                break
            end = position + 1
    if kinds[end - 1] == "N" and end < len(order) and order[end] in _BESIDE_NUMBERS:
        end += 1
    return end


def _kind(text: str) -> str:
    """The direction that a character has of itself: "R", "L", "N" of digits, "" for none."""
    found = unicodedata.bidirectional(text[:1] or " ")
    if found in ("R", "AL"):
        return "R"
    return {"L": "L", "EN": "N", "AN": "N"}.get(found, "")


def _with_brackets(text: str) -> str:
    """The text with each bracket turned as its place asks: files differ in what they call it."""
    return "".join(_turned_brackets(text))


def _turned_brackets(text: str) -> Iterator[str]:
    is_open: set[str] = set()
    for position, mark in enumerate(text):
        opening = _OPENING.get(mark)
        if opening is None:
            yield mark
            continue
        before = _is_of_a_word(text[position - 1 : position])
        after = _is_of_a_word(text[position + 1 : position + 2])
        opens = after if before != after else opening not in is_open
        (is_open.add if opens else is_open.discard)(opening)
        yield opening if opens else _BRACKETS[opening]


def _is_of_a_word(text: str) -> bool:
    return bool(text) and unicodedata.category(text)[0] in "LMN"
