"""Posts copied from X and Telegram: who wrote them, when, and their text without the buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.particulars.dates import find_date, unsure_date, unsure_place
from briefing_app.readers.particulars.metadata import Particulars

_PLACE = "head of the post"
_DEPTH = 8
"""Lines from the top among which the first post names its author."""

_HANDLE = re.compile(r"@\w{2,30}(?:\s?·\s?(?P<date>.{1,30}))?")
_NAMED = re.compile(r"(?P<name>[^@]{2,60}?) @\w{2,30}\s?·\s?(?P<date>.{1,30})")
_MESSAGE = re.compile(
    r"(?P<name>.{1,80}), \[(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?: [AP]M)?)\]"
)
_PASSED_ON = re.compile(r"\[?(?:forwarded from|weitergeleitet (?:aus|von)|переслано (?:из|от))\b.*",
                        re.I)  # fmt: skip
_COUNTED = r"(?:views?|re(?:posts|tweets)|quotes?(?: tweets)?|likes?|bookmarks?|replies|comments?)"
_BUTTONS = re.compile(
    rf"·|\.{{3}}|…|[\d.,]+\s?[KMB]?|\d{{1,2}}\s?(?:[hmsd]|min)|{_COUNTED}|"
    rf"(?:[\d.,]+[KMB]?\s+{_COUNTED}[\s,·]*){{1,5}}(?:edited )?[\d:]*|"
    r"see new posts|conversation|post|thread|show more|show this thread|translate post|"
    r"replying to @\w+(?:.{0,60}@\w+)?|read \d+ repl(?:y|ies)|relevant|view quotes|"
    r"post your reply|reply|follow|subscribe|edited",
    re.I,
)
_STAMP_WORDS = 11
_WORDS_WITH_DATE = 4
"""Between the dots of a stamp, the month's name among them; what has more is said by somebody."""

_DOT = re.compile(r"\s?·\s?|\s[-–—|]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE_END = re.compile(r"[.!?…:]$")


def read_posts(found: Particulars, lines: Sequence[str]) -> tuple[list[str], list[SetAside]] | None:
    """The text of posts, and what stood around it; who wrote the first and when is offered.

    None where the lines are no posts. They have no headline: nobody gave them one.
    """
    heads = _heads(lines)
    first = min(heads, default=0)
    if not heads or not all(map(_is_around, lines[:first])):
        return None  # the author of an article, below its headline
    name = heads[first]
    found.propose("byline", name, _PLACE)
    body: list[str] = []
    aside: list[SetAside] = []
    for i, line in enumerate(lines):
        if i in heads and (body and heads[i] != name and heads[i]):
            body.append(heads[i])  # somebody else answers
        elif i < first or i in heads or _is_around(line):
            aside.append(SetAside("navigation", line))
        else:
            body.append(line)
        if i >= first:
            _offer_date(found, line)
    return (body, aside) if body else None


def _heads(lines: Sequence[str]) -> dict[int, str]:
    """Numbers of the lines that name the author of a post, with the name."""
    top = lines[: _DEPTH + 1]
    if not any("@" in line or ", [" in line or _PASSED_ON.match(line) for line in top):
        return {}
    heads: dict[int, str] = {}
    for i, line in enumerate(lines):
        match = _MESSAGE.fullmatch(line) or _NAMED.fullmatch(line)
        is_named = i + 1 < len(lines) and bool(
            _HANDLE.fullmatch(lines[i + 1]) or (not i and _PASSED_ON.fullmatch(lines[1]))
        )
        if match:
            heads[i] = match["name"]
        elif is_named and len(line) <= 60 and not _SENTENCE_END.search(line):
            heads[i] = line
    return heads if min(heads, default=_DEPTH) < _DEPTH else {}


def _is_around(line: str) -> bool:
    return bool(
        _HANDLE.fullmatch(line)
        or _BUTTONS.fullmatch(line)
        or _PASSED_ON.fullmatch(line)
        or _is_stamp(line)
    )


def _is_stamp(line: str) -> bool:
    begins = line[0].isdigit() or line[0] in "JFMASOND"
    if not begins or len(line.split()) > _STAMP_WORDS or _SENTENCE_END.search(line):
        return False
    dated = next((part for part in _DOT.split(line) if find_date(part)), "")
    return bool(dated) and len(_WORD.findall(dated)) <= _WORDS_WITH_DATE


def _offer_date(found: Particulars, line: str) -> None:
    match = _MESSAGE.fullmatch(line) or _NAMED.fullmatch(line) or _HANDLE.fullmatch(line)
    stamp = (match["date"] or "") if match else line if _is_stamp(line) else ""
    if not stamp:
        return
    found.offer("published", find_date(stamp), _PLACE)
    american = stamp.endswith("M")
    unsure = unsure_date(stamp, month_first=american)
    found.propose("published", unsure, unsure_place(stamp, _PLACE, month_first=american))
