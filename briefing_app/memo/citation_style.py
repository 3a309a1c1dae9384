"""In which manner sources are cited, read from a data file."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass

from briefing_app import resources

FOLDER = "templates/citations"
DEFAULT = "house"


@dataclass(frozen=True)
class CitationStyle:
    """A file of resources/templates/citations.

    order      of "byline", "headline", "publisher", "date", "url", "reliability"
    date       pattern with {day}, {month} and {year} for a full date, "" for the memo's own
    """

    title: str
    order: tuple[str, ...]
    separator: str
    is_comma_inside: bool
    date: str


def names() -> list[str]:
    """The styles that there are; the default one is first."""
    found = {file.stem for file in resources.path(FOLDER).glob("*.toml")}
    return [DEFAULT, *sorted(found - {DEFAULT})]


@functools.cache
def load(name: str) -> CitationStyle:
    """The style of that name. Raises FileNotFoundError: there is none."""
    data = tomllib.loads(resources.path(f"{FOLDER}/{name}.toml").read_text(encoding="utf-8"))
    return CitationStyle(
        title=data["title"],
        order=tuple(data["order"]),
        separator=data["separator"],
        is_comma_inside=data["comma"] == "inside",
        date=data["date"],
    )
