"""Who wrote an article, as the databases print it."""

from __future__ import annotations

import re

from briefing_app.readers.particulars import agency, outlets
from briefing_app.readers.particulars.authors import in_order

_BY = re.compile(r"(?:di|door|av|af|por|автор:?|текст:?)\s+(?P<names>.+)", re.I)
_CHINESE = re.compile(r"\w{0,8}?(?:记者|記者)[:：\s]*(?P<names>[\u4e00-\u9fff·]{2,5})")
_KOREAN = re.compile(r"(?P<names>[\uac00-\ud7af]{2,4})\s?기자")
_HELPED = re.compile(r"\bcontribut(?:ed|ing)\b|\bmitarbeit\b|\bavec\b", re.I)
_OFFICE = re.compile(
    r",\s*(?:[\w&’'-]+ ){0,4}(?:writers?|reporters?|correspondents?|columnists?|editors?|staff|"
    r"bureau chief|korrespondent(?:in)?|redakteur(?:in)?)(?: (?:in|at|for) [\w .-]{2,40})?$", re.I
)  # fmt: skip
_FAMILY_FIRST = re.compile(r"[^\W\d_][^\W\d_'’-]+(?:[-'’][^\W\d_]+)*, [^\W\d_]+(?:-[^\W\d_]+)?")


_SMALL_FIRST = re.compile(
    r"(?P<family>(?:von|van|de|zu)(?: (?:der|den|dem|la|zu))? [^\W\d_][\w'’-]+), "
    r"(?P<given>[^\W\d_][\w.-]+)"
)
"""A family name with its small word: no "von" of a byline."""


def signed(line: str) -> str:
    """The names in a line that says that they wrote the article, "" for another line."""
    names = agency.byline(line)
    match = None if names else _BY.fullmatch(line)
    if match:
        names = agency.byline(f"By {match['names']}")
    asian = _CHINESE.fullmatch(line) or _KOREAN.fullmatch(line)
    return asian["names"] if asian else names


def authors(value: str) -> str:
    """The names in a database's field: "Doe, Jane; Roe, Rick" is "Jane Doe, Rick Roe"."""
    family = _SMALL_FIRST.fullmatch(value)
    if family:
        return f"{family['given']} {family['family']}"
    names = signed(value)
    if names:
        return names
    parts = (_without_office(_OFFICE.sub("", part.strip())) for part in value.split(";"))
    return ", ".join(_name(part) for part in parts if part and not _HELPED.search(part))


def _without_office(part: str) -> str:
    """ "Jane Doe" of "Jane Doe, CNN"."""
    name, _, behind = part.rpartition(", ")
    return name if " " in name and agency.is_office(behind) else part


def _name(part: str) -> str:
    return in_order(part) if _is_family_first(part) else signed(part) or part


def _is_family_first(name: str) -> bool:
    """Whether a name is "Doe, Jane" and not "Reuters, Berlin"."""
    family = name.partition(",")[0]
    known = outlets.of_mark(family) or family.casefold() in outlets.outlets().by_name
    return bool(_FAMILY_FIRST.fullmatch(name)) and not known and name[0].isupper()
