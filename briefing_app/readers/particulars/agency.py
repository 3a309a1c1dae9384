"""Conventions by which news agencies sign plain text: datelines, contact and credits lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.dates import find_date

_DASH = r"(?:--|[-–—―])"
_SIGNED = re.compile(
    rf"(?P<place>[^\W\d_][^()\n]{{1,70}}?)?\s*\((?P<mark>[^()\n]{{2,40}})\)\s*{_DASH}\s*(?=\S)"
)
_UNSIGNED = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’./-]+(?: [A-ZÀ-Þ'’./-]+){0,3}(?:, [^–—()\n]{2,40}?)?)"
    r"(?:\s*(?:--|[–—])\s*|(?P<hyphen>\s-\s))(?=[“\"A-ZÀ-Þ])"
)
_NO_PLACE = re.compile(
    r"(UPDATE|WATCH|LIVE|VIDEO|ANALYSIS|OPINION|EXCLUSIVE|BREAKING|FACTBOX|EXPLAINER|TIMELINE|"
    r"NATO|EU|UN|US|U\.S\.|UK|READ|NEWS|INTERVIEW|CORRECTED)\b"
)
_DATE_PART = re.compile(r",\s*(?P<date>[^,]*\d[^,]*(?:,\s*\d{4})?)$")
_CONTACT = re.compile(
    r"(?P<name>[^\W\d_][^;@\d]{2,60}?)(?: in (?P<place>[^\W\d_][^;@\d]{1,40}?))?"
    r" (?:at \S+@[\w.-]+\w|on \+?\d[\d ()-]+)"
)
_REPORTING = re.compile(
    r"\W*(?:reporting|written|writing|reported)(?: and (?:writing|editing))? by (?P<names>[^;()]+)",
    re.I,
)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Vv]on|VON|Par|PAR|Por|POR|بقلم|نوشته)[: ]\s*(?P<names>[^\W\d_].{2,120})"
)
_COPYRIGHT_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©(c)]*(?:(?:19|20)\d\d)?(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s*"
    r"(?:by )?(?P<owner>[^\W\d_][^|;]*?)(?:\.?\s*all rights reserved.*|\.?\s*$)",
    re.I,
)


_PARTICLE = re.compile("da|de|del|della|der|den|van|von|zu|bin|ibn|al|el|la|le|du|of|the", re.I)
_DAYS = re.compile(
    r"(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|june|july|august|september|"
    r"october|november|december",
    re.I,
)


_BETWEEN = re.compile(r"(,)\s*(?!(?:and|und|et|y|و)\s)|,?\s+(?:and|und|et|y|و)\s+|\s*&\s*")
_FOR = re.compile(r"\s(?:in|for|at|from|aus|für|pour)\s(?=[A-ZÀ-Þ]|the\s).*|\sof\sthe\s.*")
_NO_PERSON = re.compile(
    r"\b(?:news\w*|times|ledger|journal|herald|tribune|gazette|press|agency|agence|agentur|agencia|"
    r"radio|tv|television|broadcasting|network|magazine|observer|chronicle|globe|courier|dispatch|"
    r"telegraph|guardian|independent|standard|zeitung|tageblatt|tagblatt|nachrichten|rundschau|"
    r"institute|university|centre|center|council|foundation|correspondents?|editors?|reporters?|"
    r"staff|bureau|chief|analyst|fellow|columnist|contributor|writer|professor|director|"
    r"korrespondent(?:in)?|redakteur(?:in)?|redaktion|envoyée?|corresponsal|enviado)\b",
    re.I,
)
_STAFF = re.compile(
    r"^the | (?:staff(?: writers?| reporters?)?|reporters?|writers?|newsroom|news ?desk|editors?)$",
    re.I,
)
_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_MONTH_AND_DAY = re.compile(
    rf"[\s,|]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?{_MONTHS}\.?\s*"
    rf"(?=\d)(?!\d\d?\.?\s+{_MONTHS}).*",
    re.I,
)
"""Behind a name; "May 6 January" is a name's end and a date."""


@dataclass(frozen=True)
class Dateline:
    """How a first paragraph begins: place as printed, outlet, ISO date; "" for what is missing."""

    place: str = ""
    outlet: str = ""
    published: str = ""


def dateline(paragraph: str) -> Dateline:
    """Read "BRUSSELS (Reuters) - " and its kin from the start of a paragraph."""
    match = _SIGNED.match(paragraph) if "(" in paragraph else None
    if match:
        outlet = outlets.of_mark(match["mark"])
        place, published = _place_and_date((match["place"] or "").strip(" ,"))
        if outlet or (place and _in_capitals(place) and _looks_like_outlet(match["mark"])):
            return Dateline(place, outlet or match["mark"].strip(), published)
        return Dateline()
    match = _UNSIGNED.match(paragraph)
    if match and not _NO_PLACE.match(match["place"]):
        line = Dateline(*_unsigned(match["place"]))
        # A hyphen stands after many words in capitals; after a place with a date it is a dash.
        return line if line.published or not match["hyphen"] else Dateline()
    return Dateline()


def contact(line: str) -> tuple[str, str]:
    """Reporters and their city from "To contact the reporter on this story: ...", else ("", "")."""
    if not re.match(r"to contact the (reporters?|authors?)\b", line, re.I):
        return "", ""
    rest = line.partition(":")[2]
    found = list(_CONTACT.finditer(rest))
    place = next((match["place"] for match in found if match["place"]), "")
    names = (re.sub("^(?:and|,) ", "", match["name"].strip(" ,")) for match in found)
    return ", ".join(names), place.strip()


def credited(line: str) -> str:
    """Reporters from "Reporting by ...; Editing by ...", else ""."""
    match = _REPORTING.match(line)
    return _names(match["names"]) if match else ""


def byline(line: str) -> str:
    """The authors from a line "By Jane Doe, Brussels", else ""."""
    match = _BYLINE.fullmatch(line)
    if not match or len(line.split()) > 16:
        return ""
    names = _MONTH_AND_DAY.sub("", match["names"])
    names = re.split(r"\s*[|•·]\s*|,\s*\d|\s+[-–—]\s+|\d", names)[0]
    names = re.split(r"\b(?:Published|Updated|Posted)\b", names)[0]
    return "" if names.rstrip().endswith(tuple(".:!?")) else _names(names)


def outlet_of_staff(names: str) -> str:
    """The outlet for which "Al Jazeera Staff" writes, or that signs for itself; "" for people."""
    name = outlets.printed_name(_STAFF.sub("", names))
    return name if name in outlets.outlets().by_name.values() else ""


def copyright_owner(line: str) -> str:
    """The known outlet that a copyright line names, else ""."""
    match = _COPYRIGHT_OWNER.match(line)
    if not match:
        return ""
    owner = match["owner"].strip()
    name = outlets.printed_name(owner)
    return name if name in outlets.outlets().by_name.values() else ""


def _names(text: str) -> str:
    """The people of a list; what stands behind their names is an outlet, an office or a place."""
    if ";" in text:
        return ", ".join(filter(None, map(_names, text.split(";"))))
    parts = _BETWEEN.split(text.strip(" .,"))
    names = [_behind_name(part) for part in parts[::2]]
    people = [name for name in names if _is_name(name)]
    if len(people) > 1 and any(" " in name for name in people):
        last_comma = max((i for i, mark in enumerate(parts[1::2]) if mark == ","), default=-1)
        are_joined = any(mark != "," for mark in parts[1 : 2 * last_comma : 2])
        if are_joined and last_comma == len(names) - 2 and names[-1] == parts[-1].strip():
            people = [name for name in people if name != names[-1]]  # "A and B, Somewhere"
        people = [
            name for i, name in enumerate(people) if not i or (" " in name and not is_office(name))
        ]
    return ", ".join(people)


def _behind_name(part: str) -> str:
    """A name without what its owner writes for, or from where."""
    return _FOR.sub("", part).strip()


def is_office(name: str) -> bool:
    """Whether what stands behind a name is an outlet, or what its owner does there."""
    return (
        bool(_NO_PERSON.search(name))
        or outlets.printed_name(name) in outlets.outlets().by_name.values()
        or bool(outlets.of_mark(name))
    )


def _is_name(text: str) -> bool:
    words = [word for word in text.split() if not _PARTICLE.fullmatch(word)]
    capital = bool(words) and not any(word[0].islower() for word in words)
    return capital and len(words) <= 5 and not _DAYS.fullmatch(words[0])


def _in_capitals(place: str) -> bool:
    letters = [c for c in place.partition(",")[0] if c.isalpha()]
    return len(letters) > 2 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def _looks_like_outlet(mark: str) -> bool:
    words = mark.split()
    return len(words) <= 4 and all(word[0].isupper() for word in words if word[0].isalpha())


def _place_and_date(text: str) -> tuple[str, str]:
    match = _DATE_PART.search(text)
    if not match:
        return text, ""
    return text[: match.start()].strip(), find_date(match["date"])


def _unsigned(place: str) -> tuple[str, str, str]:
    name, published = _place_and_date(place.strip())
    return name, "", published
