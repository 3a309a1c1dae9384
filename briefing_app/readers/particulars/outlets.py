"""Names of outlets: how a memo prints them, whatever a page calls itself (data: outlets.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_GENERAL = {"news", "online", "com", "org", "net", "de", "co", "uk", "fr", "tv", "media", "agency",
            "group", "international", "daily"}  # fmt: skip
"""What may follow the name of an outlet, and leaves it the same."""

Table = Mapping[str, Any]
"""An outlet as outlets.toml has it."""


@dataclass(frozen=True, eq=False)
class Outlets:
    """Three ways to the printed name: by domain, by name (as _key makes it), by agency mark."""

    by_domain: Mapping[str, str]
    by_name: Mapping[str, str]
    by_mark: Mapping[str, str]


_own_tables: list[Table] = []
"""The user's outlets."""


@cache
def outlets() -> Outlets:
    """The known outlets, the user's own among them."""
    shipped = tomllib.loads(files(__package__).joinpath("outlets.toml").read_text("utf-8"))
    return _gathered([*shipped["outlet"], *_own_tables])


def extend(path: Path) -> str:
    """Know the outlets in a file of the user's too; what it says goes before what is shipped.

    Returns what is wrong with the file, "" for nothing; a faulty or missing one adds nothing.
    """
    _own_tables.clear()
    outlets.cache_clear()
    try:
        if path.exists():
            tables = tomllib.loads(path.read_text("utf-8-sig")).get("outlet", [])
            _gathered(tables)
            _own_tables.extend(tables)
    except (OSError, ValueError, TypeError, LookupError, AttributeError) as error:
        return f"{path.name} is not as it must be and was left out: {error!r}"
    return ""


def _gathered(tables: Iterable[Table]) -> Outlets:
    domains: dict[str, str] = {}
    names: dict[str, str] = {}
    marks: dict[str, str] = {}
    for outlet in tables:
        name = str(outlet["name"])
        domains.update(dict.fromkeys(_lines(outlet, "domains"), name))
        names.update((_key(alias), name) for alias in (name, *_lines(outlet, "aliases")))
        marks.update(dict.fromkeys(_lines(outlet, "marks"), name))
    return Outlets(domains, names, marks)


def _lines(outlet: Table, name: str) -> list[str]:
    """The strings of a list. Raises TypeError: it is something else."""
    values = outlet.get(name, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError(f"{name} must be a list of texts")
    return values


def printed_name(name: str) -> str:
    """The name to print for what a page or a copyright line calls its outlet.

    A domain or address counts as a name too; what is unknown comes back as it is.
    """
    name = name.strip().strip("|·-–— ")
    known = outlets().by_name.get(_key(name))
    if known:
        return known
    if re.fullmatch(r"(https?://)?[\w.-]+\.[a-z]{2,}/?", name, re.I):
        return of_address(name if "//" in name else f"https://{name}") or name
    return name


def without_edition(name: str) -> str:
    """ "The Example Times" of "The Example Times, Late Edition (East Coast)"."""
    return re.sub(r",\s+(?:[\w ]+ )?edition\b.*", "", name, flags=re.I)


def of_address(url: str) -> str:
    """The outlet whose page `url` is, "" where it is none that we know."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
    while host.count("."):
        if host in outlets().by_domain:
            return outlets().by_domain[host]
        host = host.partition(".")[2]
    return ""


def is_printed(name: str) -> bool:
    """Whether `name` is that which a memo prints for some outlet, in whatever case."""
    return name.casefold() in _printed(outlets())


@lru_cache(1)
def _printed(known: Outlets) -> frozenset[str]:
    return frozenset(map(str.casefold, known.by_name.values()))


def is_same(name: str, outlet: str) -> bool:
    """Whether `name` is another name of an outlet, as "BBC News" and "bbc.co.uk" are of "BBC"."""
    mine, other = _words(printed_name(name)), _words(outlet)
    if not mine or not other:
        return False
    rest = set(mine[len(other) :] if mine[: len(other)] == other else ["?"])
    more = set(other[len(mine) :] if other[: len(mine)] == mine else ["?"])
    return "?" not in rest or more <= _GENERAL


def of_mark(mark: str) -> str:
    """The agency that signs its datelines with `mark`, "" where it is none that we know."""
    return outlets().by_mark.get(mark.strip(), "")


def _words(name: str) -> list[str]:
    words = re.findall(r"\w+", name.casefold())
    return words[1:] if words[:1] in (["the"], ["www"]) else words


def _key(name: str) -> str:
    return name.strip(" .").casefold()
