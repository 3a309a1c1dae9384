"""Lines put together: where a space belongs between them, and which hyphens at their ends stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from briefing_app.readers.pdf.pieces import LINE_END_HYPHEN

_HYPHENS = frozenset({"-", "\u00ad", LINE_END_HYPHEN})
_AROUND_WORDS = f".,;:!?…()[]“”„‟‘’«»'\"–—{LINE_END_HYPHEN}"

_CHINESE = re.compile("[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
"""Chinese and Japanese letters and their punctuation; Korean words have spaces between them."""

_CODE = re.compile(r"[\dA-Z-]{5}\n|\n[\dA-Z-]{5}")
"""At the end of a line, or the beginning of the next: longer than a year, as tables have them."""

_CLOSED = "—/–"
"""Signs that stand between two words, or years, without a space if there is none on one side."""

_SUSPENDED = re.compile(r"(to|and|or|bis|und|oder|à|et|ou|a|y|e|o|и|или|до)\b", re.I)
"""Words after a hyphen that stands for a part of another compound."""

_HEAD, _TAIL = re.compile(r"[\w-]+$"), re.compile(r"\w+")

_FIRST = frozenset({
    "all", "cross", "eight", "fifty", "five", "forty", "four", "full", "half", "high", "hard",
    "ill", "left", "long", "low", "middle", "near", "new", "nine", "ninety", "one", "quasi",
    "right", "second", "self", "seven", "seventy", "short", "single", "six", "sixty", "third",
    "thirty", "three", "twenty", "two", "vice", "well", "year", "zero",
})  # fmt: skip
"""First parts of compounds that have their hyphen, before whole words."""

_SECOND = frozenset({
    "affiliated", "aged", "armed", "backed", "based", "born", "bound", "called", "controlled",
    "elect", "friendly", "funded", "held", "known", "led", "level", "linked", "made", "minded",
    "off", "owned", "profile", "ranking", "related", "run", "scale", "sponsored", "standing",
    "term", "torn", "trained", "up", "wing", "ce", "ci", "elle", "ils", "il", "là", "même", "nous",
    "vous", "то", "нибудь", "либо",
})  # fmt: skip
"""Second parts of such compounds."""

_PREFIXED = re.compile(
    r"(re|pre|de)-e|(anti|semi)-i|non-(?!sens|fict|prof|chal|e)|"
    r"ex-(president|minister|prime|premier|chancellor|soldier|general|leader|king|wife|husband|"
    r"combatant|official)|anti-(?!biotic|bod(y|ies)\b|c[iy]|dot|fung|gen|hist|oxid|path|q|sep|"
    r"thes|tox|trust|vir)"
)
"""Prefixes that have their hyphens before such beginnings of words."""

_OPEN = frozenset({"co", "neo", "pan", "post", "semi", "ultra"})
"""Prefixes that have hyphens in some documents and none in others."""

_WITHIN = frozenset({
    "and", "by", "de", "des", "en", "in", "la", "le", "of", "on", "the", "to", "und", "up",
})  # fmt: skip
"""In the middle of compounds: "face-to-face"."""

_ENDING = re.compile(
    r"[bcdfghlmnprstvz]{0,2}(ions?|ional|ments?|ness|ings?|e?ne[dr]s?|ening|e[dnr]s?|ership|est|"
    r"[ae]nces?|ages?|it(y|ies)|[ai]bl[ey]|ives?|[ao]ry|al(ly|s)?|[ae]nts?|ures?|ies|ists?|isms?|"
    r"i[sz]e[ds]?|ish|ate[ds]?|ly|ous|comers?|comings?|fall|ful(ly)?|hand|hood|lands?|less|"
    r"light\w*|over|roads?|ship|teen(th)?|ty|ware|ward|ways?)"
)
"""What is left of a word after a syllable."""

_SELDOM = 0.03
"""Of the lines of a document; in one that parts words more of them end with a hyphen."""

_ONE_WORD = frozenset({
    "any", "every", "her", "him", "how", "mean", "not", "other", "our", "out", "over", "some",
    "them", "there", "through", "under", "what", "when", "where", "with", "your",
})  # fmt: skip
"""Beginnings of words like "without", both parts of which are words."""


class Lines(Protocol):
    """A paragraph: its lines, each with the page on which it stands."""

    @property
    def parts(self) -> Sequence[tuple[int, str]]: ...


def put_together(paragraph: Lines, words: frozenset[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a paragraph, and where in it each of its pages begins: (page, code point).

    words  of the whole document, in lower case; they decide which line-end hyphens stay
    """
    page, text = paragraph.parts[0]
    starts = [(page, 0)]
    for page, line in paragraph.parts[1:]:
        if parts_word(text):
            text = text[:-1] + ("-" if _hyphen_stays(text[:-1], line, text[-1], words) else "")
        elif not _are_joined(text, line):
            text += " "
        if page != starts[-1][0]:
            starts.append((page, len(text)))
        text += line
    return text.replace(LINE_END_HYPHEN, "-"), starts


def words_of(paragraphs: Iterable[Lines]) -> frozenset[str]:
    """The words of the document that no line end parts; none where no word is parted."""
    lines = [text for paragraph in paragraphs for _, text in paragraph.parts]
    parted = [number for number, line in enumerate(lines) if parts_word(line)]
    if not parted:
        return frozenset()
    halves = [_halves(lines[n][:-1], lines[n + 1]) for n in parted if n + 1 < len(lines)]
    for number in parted:
        lines[number] = lines[number].rpartition(" ")[0]
        if number + 1 < len(lines):
            lines[number + 1] = lines[number + 1].partition(" ")[2] or "-"
    raw = set(" ".join(lines).lower().split())
    words = frozenset(word if word.isalpha() else word.strip(_AROUND_WORDS) for word in raw)
    return words | _compounds(halves, words) if len(parted) <= _SELDOM * len(lines) else words


def parts_word(line: str) -> bool:
    """Whether a line ends with a hyphen that a letter stands before."""
    return line[-1] in _HYPHENS and line[-2:-1].isalpha()


def is_of_chinese(letter: str) -> bool:
    """Whether a letter is of a script that has no spaces between words."""
    return letter >= "\u2e80" and _CHINESE.match(letter) is not None


def _are_joined(text: str, line: str) -> bool:
    """Whether no space belongs between the end of a text and the line that goes on with it."""
    last, first = text[-1], line[0]
    if last in _CLOSED:
        return text[-2:-1].isalnum() and first.isalnum() and (last != "–" or first.isdigit())
    if last in _HYPHENS:
        # "a 20-year-old", but "the 20- to 30-year-olds".
        return text[-2:-1].isdigit() and first.isalnum() and not _SUSPENDED.match(line)
    if first == "—":
        return line[1:2].isalpha() and last != " "
    if last < "\u2000" and first < "\u2000":
        return False
    if is_of_chinese(last) and is_of_chinese(first):
        return True
    if _CODE.search(f"{text[-8:]}\n{line[:8]}"):
        return False
    if is_of_chinese(last) or is_of_chinese(first):
        return True
    return any(map(is_of_chinese, text[-3:])) and any(map(is_of_chinese, line[:3]))


def _halves(before: str, after: str) -> tuple[str, str]:
    """The parts of a word that a line end parts, as they are written; "" for none."""
    first, second = _HEAD.search(before), _TAIL.match(after)
    return first[0] if first else "", second[0] if second else ""


def _compounds(halves: Iterable[tuple[str, str]], words: frozenset[str]) -> frozenset[str]:
    """Words that have their hyphens in a document that does not part any at line ends."""
    lower = [(head.lower(), tail.lower()) for head, tail in halves if head and tail]
    if any(head + tail in words for head, tail in lower):
        return frozenset()
    return frozenset(
        f"{head}-{tail}"
        for head, tail in lower
        if len(tail) > 4 and tail in words and not _ENDING.fullmatch(tail)
    )


def _hyphen_stays(before: str, after: str, mark: str, words: frozenset[str]) -> bool:
    """Whether a word parted after `before` is written with a hyphen."""
    first, second = _halves(before, after)
    if mark == "\u00ad" or not first or not second:
        return mark != "\u00ad"
    head, tail = first.lower(), second.lower()
    if head + tail in words:
        return False
    if f"{head}-{tail}" in words or not second[0].islower():
        return True
    last = head.rpartition("-")[2]
    if len(last) == 1 or last[-2:-1].isdigit() or _PREFIXED.match(f"{last}-{tail}"):
        return True
    if last in _OPEN and any(word.startswith(f"{last}-{tail[0]}") for word in words):
        return True
    if _is_compound(first, last, tail):
        return True
    both = last in words and tail in words and len(last) > 2 and len(tail) > 2
    return both and last not in _ONE_WORD


def _is_compound(first: str, last: str, tail: str) -> bool:
    """Whether a word is one that is always written with a hyphen: "US-led", "long-term"."""
    if first.isupper() and len(first) > 1:
        return True
    if (last in _FIRST and not _ENDING.fullmatch(tail)) or ("-" in first and last in _WITHIN):
        return True
    return tail in _SECOND and last not in _ONE_WORD and (len(last) > 2 or last == "so")
