"""The first line of a text: whether it is the headline, what kind of document it names instead."""

from __future__ import annotations

import re

from briefing_app.readers.particulars import agency
from briefing_app.readers.particulars.dates import find_date, is_date_line

_KIND = re.compile(
    r"(?:for )?immediate release\W*|release|statement|"
    r"(?:press|news|media) (?:release|statement|advisory)s?\W*|"
    r"pressemitteilung\W*|presseinformation\W*|communiqué(?: de presse)?\W*|"
    r"comunicado(?: de prensa)?\W*|comunicato stampa\W*|persbericht\W*|basın açıklaması\W*|"
    r"пресс-релиз\W*|بيان صحفي|embargo(?:ed)? (?:until|till)\b.{0,60}|supplied by bbc .{0,40}|"
    r"bbc monitoring(?: [a-z/ ]{3,40})?|(?:\[[^\[\]]{1,80}\]\s*)+|"
    r"\((?:excerpts?|corrected|updated|unofficial translation)\)",
    re.I,
)
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9.]{1,12}){1,4}\*{0,2}")
"""Of a document of the United Nations: SC/14070, S/2020/13."""

_OCCASION = re.compile(
    r"briefing|conference|remarks|transcript|readout|statement|hearing|press review", re.I
)
_BEFORE_DATE = re.compile(r"(?P<words>\S+(?: \S+){1,12}?)(?: [-–—]|:) .*\d")
_GOES_ON = re.compile(
    r"[^\W\d].*\b(?:of|the|and|an|der|das|des|und|von|de|la|le|les|du|des|et|el|del|y)", re.I
)
"""How no headline ends; with "on", "in" or "for" many do."""

_SENTENCE_END = re.compile(r"[.!?:;…][”\"’»)]?$")
_NO_PART = re.compile(r"[/\\=(){}<>_]|[^\W\d_]{2}[.;!?] |,$|[.!?:;…][”\"’»)]?$")
_RELATIVE = re.compile(
    r"\d|\b(?:ago|updated|published|posted|yesterday|today|gestern|hier|ayer)\b", re.I
)
_OUR_OWN = re.compile(
    r"(?:by our|from our|von unser\w*|(?:par|de) (?:notre|nos)|de nuestr\w+|dal nostro|van onze)\b"
)
"""How a line begins that says which correspondent wrote the text."""

_LONGEST = 200
_LOWER_WORD = re.compile(r"(?<!^)\b[^\W\d_A-ZÀ-Þ]{4,}")


def is_kind(line: str, above: str = "") -> bool:
    """Whether a line says what kind of document it heads, or how it came: no headline.

    above  the line over it that was set aside: BBC Monitoring has "Political" below its name
    """
    if line.isalpha() and line.isascii() and above.startswith("BBC Monitoring"):
        return True
    return len(line) <= 160 and bool(_KIND.fullmatch(line) or _SYMBOL.fullmatch(line))


def is_dated_title(line: str) -> bool:
    """Whether a line with a date is a headline: "Department Press Briefing – January 6, 2020"."""
    if not _OCCASION.search(line) or not is_date_line(line):
        return False
    match = _BEFORE_DATE.fullmatch(line)
    return bool(match and _OCCASION.search(match["words"]) and not find_date(match["words"]))


def goes_on(headline: str, line: str, below: str) -> bool:
    """Whether a headline was printed on two lines, and `line` is the second.

    below  the line after it: lines of which one after the other goes on are of a text
    """
    is_open = _GOES_ON.fullmatch(headline) is not None
    if not (is_open or line[0].islower()) or below[0].islower():
        return False
    if len(headline) + len(line) >= _LONGEST or not line[0].isalnum() or _NO_PART.search(line):
        return False
    if _SENTENCE_END.search(headline) or agency.byline(line) or is_date_line(line):
        return False
    first, *others = line.split()
    begins = first.islower() and len(others) > 1 and _LOWER_WORD.search(line) is not None
    return is_open or (begins and not _OUR_OWN.match(line) and not _RELATIVE.search(line))
