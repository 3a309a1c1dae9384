"""What services print around every text that comes over them: Dow Jones Newswires, PressReader,
BBC Monitoring.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.particulars.dates import find_date
from briefing_app.readers.particulars.metadata import Particulars

_DOW_JONES = "Dow Jones Newswires"
_END = re.compile(r"\(END\) Dow Jones Newswires\.?|\(END\)", re.I)
_PREFIX = re.compile(r"^(?:(?:DJ|\*DJ|MW|PRESS RELEASE):? )(?=[A-Z“\"])")
_PRESS_READER = re.compile(
    r"https?://(?:www\.)?pressreader\.com/(?:[\w-]+/)?(?P<slug>[a-z][a-z0-9-]{2,60})/"
    r"(?P<date>20\d{6})(?:/\S*)?"
)
_SHARED = re.compile(
    r"(?:this article was )?shared (?:from|via|by) pressreader\b\W*"
    r"(?:connecting people.*|(?:app|for|on)\b.{0,40})?|pressreader",
    re.I,
)
_SOURCE = re.compile(
    r"Source: (?P<outlet>[^,]{3,60})(?:,[^,]{2,40})?, in [A-Z]\w+(?:[ /]\w+)?(?: \d{4} ?gmt)? "
    r"(?P<day>\d{1,2} [A-Z][a-z]{2,8}) (?P<year>\d{4}|\d\d)", re.I
)  # fmt: skip
_MONITORING = re.compile(r"(?:\(c\) )?BBC Mon(?:itoring)? .{4,60}|© BBC Monitoring.{0,60}")
_SMALL = {"of", "the", "de", "la", "le", "du", "des", "del", "di", "and", "und", "et", "y"}
_TAIL = 8
"""Paragraphs at the end among which services sign."""


def take_marks(found: Particulars, paragraphs: Sequence[str]) -> tuple[list[str], list[SetAside]]:
    """Take the marks of a service off a text: the paragraphs that are left, and what was taken."""
    tail = paragraphs[-_TAIL:]
    if any(map(_is_of_dow_jones, tail)) and any(map(_END.fullmatch, tail)):
        return _without_end(found, paragraphs)
    source = next(filter(None, map(_source, tail)), None)
    if source:
        return _without_source(found, paragraphs, source)
    addresses = [line for line in (*paragraphs, found.get("url")) if "pressreader.com/" in line]
    # In a sentence it is the address of another article.
    match = next(filter(None, map(_PRESS_READER.fullmatch, addresses)), None)
    is_shared = any(_SHARED.fullmatch(line) for line in tail if "pressreader" in line.lower())
    if not match and not is_shared:
        return list(paragraphs), []
    if match:
        found.propose("publisher", _name(match["slug"]), "address")
        day = match["date"]
        found.offer("published", find_date(f"{day[:4]}-{day[4:6]}-{day[6:]}"), "address")
    marks = [line for line in paragraphs if _SHARED.fullmatch(line)]
    left = [line for line in paragraphs if line not in marks]
    return left, [SetAside("navigation", line) for line in marks]


def _source(line: str) -> re.Match[str] | None:
    """The line in which BBC Monitoring names whose report it translates."""
    return _SOURCE.fullmatch(line) if line.startswith("Source: ") else None


def _without_source(
    found: Particulars, paragraphs: Sequence[str], source: re.Match[str]
) -> tuple[list[str], list[SetAside]]:
    found.propose("publisher", source["outlet"], "source line")
    year = source["year"]
    day = find_date(f"{source['day']} {year if len(year) > 2 else f'20{year}'}")
    found.propose("published", day, "source line")
    place = len(paragraphs) - 1 - list(reversed(paragraphs)).index(source[0])
    below = paragraphs[place + 1 :]
    marks = [line for line in below if _MONITORING.fullmatch(line)]
    left = [*paragraphs[:place], *(line for line in below if line not in marks)]
    return left, [SetAside("credits", line) for line in (source[0], *marks)]


def _is_of_dow_jones(line: str) -> bool:
    """Whether a line is a signature: a sentence may tell who worked there."""
    return _DOW_JONES in line and (not line.endswith(".") or bool(_END.fullmatch(line)))


def _without_end(found: Particulars, paragraphs: Sequence[str]) -> tuple[list[str], list[SetAside]]:
    found.offer("publisher", _DOW_JONES, "end of the text")
    marks = [line for line in paragraphs if _END.fullmatch(line)]
    left = [line for line in paragraphs if line not in marks]
    left[:1] = [_PREFIX.sub("", line, count=1) for line in left[:1]]
    return left, [SetAside("credits", line) for line in marks]


def _name(slug: str) -> str:
    """ "the-sample-courier" as a newspaper's name."""
    words = slug.split("-")
    return " ".join(w if w in _SMALL and i else w.capitalize() for i, w in enumerate(words))
