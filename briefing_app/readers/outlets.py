"""Names of outlets: how a memo prints them, whatever a page calls itself (data: outlets.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Outlets:
    """Three ways to the printed name: by domain, by name (as _key makes it), by agency mark."""

    by_domain: Mapping[str, str]
    by_name: Mapping[str, str]
    by_mark: Mapping[str, str]


@cache
def outlets() -> Outlets:
    """The known outlets."""
    table = tomllib.loads(files(__package__).joinpath("outlets.toml").read_text("utf-8"))
    domains: dict[str, str] = {}
    names: dict[str, str] = {}
    marks: dict[str, str] = {}
    for outlet in table["outlet"]:
        name = outlet["name"]
        domains.update(dict.fromkeys(outlet.get("domains", ()), name))
        names.update((_key(alias), name) for alias in (name, *outlet.get("aliases", ())))
        marks.update(dict.fromkeys(outlet.get("marks", ()), name))
    return Outlets(domains, names, marks)


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


def of_mark(mark: str) -> str:
    """The agency that signs its datelines with `mark`, "" where it is none that we know."""
    return outlets().by_mark.get(mark.strip(), "")


def _key(name: str) -> str:
    return name.strip(" .").casefold()
