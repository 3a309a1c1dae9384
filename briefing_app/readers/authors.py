"""Names of authors as feeds, agencies and lists of references write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing_app.readers import agency
from briefing_app.readers.canonical import one_line

_ADDRESS_AND_NAME = re.compile(r"\S+@\S+\s+\((?P<name>[^()]+)\)")
_NAME_AND_ADDRESS = re.compile(r"(?P<name>[^<>@]+?)\s*<\S+@\S+>")
_LONGEST = 300


def authors_line(names: Iterable[str], outlet: str = "") -> str:
    """The byline made of the names that a file gives, each once: "Jane Doe, John Roe".

    A name may come with "By" before it or a mail address beside it; an address alone is none, and
    neither is the `outlet` behind the names of people.
    """
    found: dict[str, None] = {}
    for name in map(one_line, names):
        if len(name) > _LONGEST:
            continue
        mail = _ADDRESS_AND_NAME.fullmatch(name) or _NAME_AND_ADDRESS.fullmatch(name)
        name = mail["name"] if mail else name
        if name and "@" not in name and "://" not in name:
            signed = agency.byline(name) or agency.byline(f"By {name}")
            found.update(dict.fromkeys((signed or name).split(", ")))
    people = [name for name in found if name.casefold() != outlet.casefold()]
    return ", ".join(people or found)


def in_order(name: str) -> str:
    """ "Doe, Jane" as "Jane Doe", "Doe, Jane, Jr." as "Jane Doe Jr."; other names as they are."""
    family, given, suffix = ([*(part.strip() for part in name.split(",")), "", ""])[:3]
    return " ".join(part for part in (given, family, suffix) if part)
