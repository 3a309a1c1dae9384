"""Who sent a message: an outlet, or somebody who writes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.metadata import Particulars

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,80}@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_OFFICE = re.compile(
    r"(no-?reply|do-?not-?reply|news(letters?|desk|room|wire)?|nl|press(e|e?stelle|office|room|"
    r"-?releases?)?|prensa|stampa|info|alerts?|updates?|briefings?|daily|weekly|morning|editors?|"
    r"editorial|redaktion|redaction|redazione|hello|hi|mail(er|ing)?|media|comm(s|unications?)|"
    r"contact|subscriptions?|digest|service|team|web(master)?|list|public-?affairs|spokes\w*)"
    r"([+._-].*)?",
    re.I,
)
_PRIVATE = re.compile(
    r"(g(oogle)?mail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|gmx|web|proton(mail)?|aol|"
    r"mail|t-online|orange|free|laposte|libero|yandex|zoho|fastmail|posteo|mailbox)\.[a-z.]{2,6}",
    re.I,
)
_PERSON_AND_OUTLET = re.compile(
    r"(?P<person>[^\W\d_][^,|@()]{3,40}?)\s*"
    r"(?:,|\||\s[-–—]\s| (?:at|from|of|via|von|bei|du|de|from the|at the) |\()"
    r"\s*(?P<outlet>[^()]{2,60}?)\)?"
)
_COMMENT = re.compile(
    r"\s*<?[^\s<>()]{1,80}(@| at )[^\s<>()]{1,80}>?\s*\((?P<name>[^()@]{2,80})\)\s*"
)
"""Address and name as in the first years of mail, and as archives of mailing lists have them."""

_OFFICE_MARK = re.compile(r"\s*(\([^()]*\)|/.*)\s*$")
"""What ministries put behind "Aarts, Lena": the office or the country."""

_TITLE = re.compile(r"([A-Z]\.?){2,5}|Md[BL]|Ph\.? ?D\.?|Jr\.?|Sr\.?|Esq\.?|ret\.?", re.I)
_RANK = re.compile(r"\s+(O[FR]-?\d|(CIV|MIL)\s+[A-Z]{2,3}\b).{0,60}$")
"""What headquarters of the alliance put behind a name: rank and country."""

_CAPITALS_FIRST = re.compile(
    r"(?P<family>[^\W\d_a-z][^\Wa-z\d_'-]+(?:[ '-][^\Wa-z\d_]+){0,2})\s"
    r"(?P<given>[^\W\d_a-z][^\W\d_A-Z]+(?:[ -][^\W\d_a-z][^\W\d_A-Z]+)?)(\s*\([^()]*\))?"
)
"""AARTS Lena (MERIDIAN), as institutions of the European Union write names."""

_OUTLET_WORDS = re.compile(
    r"\b(the|news|wire|daily|weekly|post|times|journal|gazette|tribune|herald|press|media|radio|tv|"
    r"briefing|report|review|today|tagblatt|zeitung|presse|monde|centre|center|institute?)\b",
    re.I,
)
_DESK_WORDS = re.compile(
    r"\b(alerts?|newsletters?|updates?|briefings?|digest|team|editors?|newsroom|desk|office|daily|"
    r"weekly|news|service|notifications?)\b",
    re.I,
)
_WRITES_FOR = re.compile(r" (?:from|at|of) ")
_VIA = re.compile(r"\s+(via|per|im auftrag von|on behalf of)\s.*$|\s*\[[^\]]*\]\s*$", re.I)


@dataclass(frozen=True)
class Sender:
    """A name, "" for none, and an address, "" for none."""

    name: str
    address: str
    is_passed_on: bool = field(default=False, compare=False)
    """Whether a list sent it on, and the address is that of the list."""

    @property
    def domain(self) -> str:
        """Behind the "@", in lower case."""
        return self.address.rpartition("@")[2].lower()

    @property
    def is_office(self) -> bool:
        """Whether the address is that of a desk or a machine, not of a person."""
        return bool(_OFFICE.fullmatch(self.address.partition("@")[0]))


def sender(value: str) -> Sender:
    """The first sender of a From line, as a header has it or as it is printed in a message."""
    value = value[:1000]
    comment = _COMMENT.fullmatch(value)
    if comment:
        value = f"{comment['name']} <{value.partition('(')[0].strip(' <>').replace(' at ', '@')}>"
    match = _ADDRESS.search(value)
    name = re.split(r"[<\[]", value, maxsplit=1)[0] if match or "</" in value else value
    name = name.strip(" \"'“”;,*") if match is None or match[0] not in name else ""
    shorter = _RANK.sub("", _VIA.sub("", name)).strip(" \"'“”")
    is_passed_on = bool(_VIA.search(name))
    name = "" if shorter.startswith("/") else shorter
    found = Sender(name, match[0] if match else "", is_passed_on)
    if name.count(",") == 1 and not re.search(r"[|@]", name) and not found.is_office:
        return replace(found, name=_turned(name))
    capitals = _CAPITALS_FIRST.fullmatch(name)
    is_desk = _DESK_WORDS.search(name) is not None
    if capitals and not is_desk and capitals["family"].split()[-1].lower() in found.address.lower():
        return replace(found, name=f"{capitals['given']} {capitals['family']}")
    return found


def offer_sender(
    found: Particulars, who: Sender, place: str, *, to_many: bool, among_people: bool = False
) -> None:
    """Offer outlet and author as far as the sender's name and address tell them.

    to_many       the message went to a list of readers
    among_people  who may write to that list themselves
    """
    known = outlets.of_address(f"https://{who.domain}") if who.domain else ""
    found.offer("publisher", known, place)
    if not who.name or who.name == who.address:
        pass
    elif who.is_passed_on and _is_name(who.name):
        found.offer("byline", who.name, place)
    elif who.is_office or _is_desk(who.name) or (to_many and not _is_person(who, among_people)):
        _offer_office(found, who.name, known, place)
    elif _is_outlet(who.name):
        found.offer("publisher", who.name, place)
    elif _is_name(_OFFICE_MARK.sub("", who.name)):
        found.offer("byline", _OFFICE_MARK.sub("", who.name), place)
    else:
        found.propose("byline", who.name, place)
    if who.domain and not _PRIVATE.fullmatch(who.domain):
        found.propose("publisher", who.domain, place)


def _is_desk(name: str) -> bool:
    """Whether it is the name of a newsletter, and of nobody who writes for one."""
    return bool(_DESK_WORDS.search(name)) and not _PERSON_AND_OUTLET.fullmatch(name)


def _is_person(who: Sender, among_people: bool) -> bool:
    """Whether one who writes to a list of readers does so under the own name.

    The name is in the address then; in that of a newsletter it is behind the "@" as well.
    """
    if _is_outlet(who.name) or not _is_name(who.name) or _OUTLET_WORDS.search(who.name):
        return False
    if _WRITES_FOR.search(who.name):
        return False  # "Lena Aarts from Meridian Notes", as Substack names them
    if among_people:
        return True
    words = re.findall(r"[^\W\d_]{3,}", who.name.casefold())
    mailbox, _, domain = who.address.casefold().partition("@")
    if any(word in domain for word in words):
        return False
    return any(word in mailbox for word in words)


def _offer_office(found: Particulars, name: str, known: str, place: str) -> None:
    split = _PERSON_AND_OUTLET.fullmatch(name)
    if split and not _is_outlet(name) and _is_name(split["person"].strip()):
        found.offer("byline", split["person"].strip(), place)
        found.offer("publisher", split["outlet"].strip(), place)
    elif (
        known
        and _is_name(name)
        and not _is_outlet(name)
        and not _DESK_WORDS.search(name)
        and known.casefold() not in name.casefold()
    ):
        found.offer("byline", name, place)
    else:
        found.offer("publisher", name, place)


def _turned(name: str) -> str:
    """ "Aarts, Lena" the other way round, unless what follows the comma is no given name."""
    family, _, given = (part.strip() for part in name.partition(","))
    given = _OFFICE_MARK.sub("", given)
    if " " in family and _TITLE.fullmatch(given):
        return family
    is_person = len(family.split()) <= 3 and len(given.split()) <= 3 and not _is_outlet(given)
    return f"{given} {family}" if is_person and given else name


def _is_outlet(name: str) -> bool:
    return outlets.printed_name(name) in outlets.outlets().by_name.values()


def _is_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 5 and not re.search(r"[\d@|:/]", name)
