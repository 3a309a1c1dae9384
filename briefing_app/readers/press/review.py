"""Press reviews: articles that somebody put one after the other, each with outlet and date above.

What divides them is a line of dashes, or in a document each headline's being a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing_app.domain.article import SetAside
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.dates import (
    find_date,
    is_date_line,
    unsure_date,
    unsure_place,
)
from briefing_app.readers.press.clipping import Clipping, blocks_of, has_prose, is_prose
from briefing_app.readers.press.signed import signed

_RULE = re.compile(r"[\s]*[_=*~#–—-]{5,}[\s]*|(?:[*_–—-]\s?){5,}")
_RULE_WITHIN = re.compile(r"^[ \t]*[_=*~#–—-]{5}", re.M)
_DEPTH = 6
"""Lines at the top of an article among which outlet, date and author stand."""

_FEWEST = 2
_LEAST_TELLING = 0.6
"""Share of the articles that have an author, or an outlet that is known, with their date."""

_LONGEST_LINE = 220
_COVER_LENGTH = 400
"""Characters of sentences above the first article that are a text of their own."""

_NUMBER = re.compile(r"\d{1,3}[.)]\s+(?=\S)")
_BEFORE_DATE = re.compile(r"(?P<name>[^\W\d_].{1,60}?)\s*(?:[,;|·(–—-]|\s-)\s*(?=[^,]*\d)")
_DAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w+tag|\w+di|published|posted)\b", re.I
)
_PLACE = "head of the article"


@dataclass
class _Head:
    """What stands above an article's text, and how many of its lines that is.

    unsure  a line whose date reads in two ways
    """

    headline: str = ""
    deck: str = ""
    outlet: str = ""
    date: str = ""
    unsure: str = ""
    byline: str = ""
    lines: int = 0
    marks: list[str] = field(default_factory=list)

    @property
    def is_telling(self) -> bool:
        """Whether it cannot well be anything but the head of an article."""
        return bool(self.byline) or _is_known(self.outlet)


def may_be_review(text: str) -> bool:
    """Whether a plain text has lines that may divide articles."""
    return ("____" in text or "----" in text or "====" in text or "****" in text) and len(
        _RULE_WITHIN.findall(text)
    ) >= _FEWEST - 1


def read_review(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order; none where the lines are no review, or cannot be divided for sure."""
    return _clippings(_between_rules(lines)) or _clippings(_below_headings(lines))


def _is_rule(line: Line) -> bool:
    return bool(_RULE.fullmatch(line.text)) and len(line.text) < _LONGEST_LINE


def _between_rules(lines: Sequence[Line]) -> list[list[str]]:
    chunks: list[list[str]] = [[]]
    for line in lines:
        if _is_rule(line):
            chunks.append([])
        else:
            chunks[-1].append(line.text)
    return chunks if len(chunks) >= _FEWEST else []


def _below_headings(lines: Sequence[Line]) -> list[list[str]]:
    """The lines of each heading near which outlet and date stand; others are within an article."""
    chunks: list[list[str]] = [[]]
    if sum(line.is_heading for line in lines) < _FEWEST:
        return []
    for i, line in enumerate(lines):
        if line.is_heading and _head_of([other.text for other in lines[i : i + 3 * _DEPTH]]):
            chunks.append([])
        chunks[-1].append(line.text)
    return chunks


def _clippings(chunks: Sequence[list[str]]) -> list[Clipping]:
    heads = [_head_of(chunk) for chunk in chunks]
    full = [i for i, chunk in enumerate(chunks) if has_prose(chunk)]
    first = next((i for i in full if heads[i]), len(chunks))
    own = [i for i in full if i >= first]
    found = [(head, chunks[i]) for i in own if (head := heads[i])]
    if len(found) < _FEWEST or len(found) < len(own):
        return []
    if sum(head.is_telling for head, _ in found) < _LEAST_TELLING * len(found):
        return []
    clippings = [_clipping(head, chunk) for head, chunk in found]
    rest = [text for i, chunk in enumerate(chunks) if i > first and i not in full for text in chunk]
    _set_aside_end(clippings[-1], rest)
    cover = [text for chunk in chunks[:first] for text in chunk if text]
    if sum(map(len, filter(is_prose, cover))) >= _COVER_LENGTH:
        return [Clipping(lines=[text for chunk in chunks[:first] for text in chunk]), *clippings]
    clippings[0].aside += [SetAside("covering note", text) for text in cover]
    return clippings


def _head_of(chunk: Sequence[str]) -> _Head | None:
    """The head of an article, None where the lines begin with none."""
    top = [(i, text) for i, text in enumerate(chunk) if text][:_DEPTH]
    head = _Head()
    last = -1
    others: list[tuple[int, str]] = []
    for place, (_, text) in enumerate(top):
        if is_prose(text) or len(text) > _LONGEST_LINE:
            break
        if _takes(head, text):
            head.marks.append(text)
            last = place
        else:
            others.append((place, text))
    above = [text for place, text in others if place < last]
    if not above:
        above = [text for place, text in others if place == last + 1]
        last += len(above)
    if (
        not (head.date or head.unsure)
        or not above
        or len(above) > 2
        or above[0].endswith((".", ",", ":", ";"))
    ):
        return None
    head.headline, head.deck = _NUMBER.sub("", above[0], count=1), " ".join(above[1:])
    head.lines = top[last][0] + 1
    return head if has_prose(chunk[head.lines :]) else None


def _takes(head: _Head, text: str) -> bool:
    """Whether a line says who wrote an article, when or where; what it says is kept."""
    names = signed(text)
    if names:
        head.byline = head.byline or names
        head.date = head.date or find_date(text)
        return True
    is_unsure = text.count(" ") < _DEPTH and bool(unsure_date(text, month_first=False))
    if is_unsure or is_date_line(text):
        head.unsure = text if is_unsure else head.unsure
        before = _BEFORE_DATE.match(text)
        if before and not find_date(before["name"]) and not _DAY.match(before["name"]):
            head.outlet = head.outlet or _NUMBER.sub("", before["name"])
        head.date = head.date or find_date(text)
        return True
    if _is_known(_NUMBER.sub("", text)):
        head.outlet = head.outlet or _NUMBER.sub("", text)
        return True
    return False


def _is_known(name: str) -> bool:
    return name.casefold() in outlets.outlets().by_name


def _clipping(head: _Head, chunk: Sequence[str]) -> Clipping:
    clipping = Clipping(lines=list(chunk[head.lines :]))
    clipping.take("headline", head.headline, _PLACE)
    clipping.take("deck", head.deck, _PLACE)
    clipping.found.offer("published", head.date, _PLACE)
    clipping.found.propose(
        "published",
        unsure_date(head.unsure, month_first=False),
        unsure_place(head.unsure, _PLACE, month_first=False),
    )
    clipping.take("byline", head.byline, _PLACE)
    if _is_known(head.outlet):
        clipping.take("publisher", head.outlet, _PLACE)
    else:
        clipping.found.propose("publisher", head.outlet, _PLACE)
    clipping.aside += [SetAside("credits", text) for text in head.marks]
    return clipping


def _set_aside_end(clipping: Clipping, rest: Sequence[str]) -> None:
    """Set aside what stands below the last article: who made the review."""
    blocks = blocks_of(clipping.lines)
    end: list[str] = []
    while len(blocks) > 1 and len(end) < _DEPTH and not is_prose(" ".join(blocks[-1])):
        end = blocks.pop() + end
    if end:
        place = len(clipping.lines) - 1 - clipping.lines[::-1].index(end[0])
        clipping.lines = clipping.lines[:place]
    clipping.aside += [SetAside("note", text) for text in (*end, *rest) if text]
