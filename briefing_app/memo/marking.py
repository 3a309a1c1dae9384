"""Handling marks: on paragraphs, and from them on every page. An aid, not an authority.

A memo without a scheme carries no marks.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app import resources
from briefing_app.domain.briefing import Briefing
from briefing_app.domain.memo import Emphasis, Run

FOLDER = "templates/markings"
BOTTOM_LINE = "bottom line"
"""Stands for the bottom line among the ids of entries."""


@dataclass(frozen=True)
class Mark:
    """One mark of a scheme.

    name     as entries keep it; portion: before a paragraph; banner: on every page
    color    of the banner, six hexadecimal digits
    """

    name: str
    portion: str
    banner: str
    color: str


@dataclass(frozen=True)
class Scheme:
    """A file of resources/templates/markings; marks from the least to the most sensitive."""

    title: str
    needs_portions: bool
    marks: tuple[Mark, ...]

    def mark(self, name: str) -> Mark | None:
        """The mark of that name, None for "" and for a mark of another scheme."""
        return next((mark for mark in self.marks if mark.name == name), None)


def names() -> list[str]:
    """Schemes that there are."""
    return sorted(file.stem for file in resources.path(FOLDER).glob("*.toml"))


@functools.cache
def load(name: str) -> Scheme:
    """The scheme of that name. Raises FileNotFoundError: there is none."""
    data = tomllib.loads(resources.path(f"{FOLDER}/{name}.toml").read_text(encoding="utf-8"))
    marks = tuple(Mark(**mark) for mark in data["marks"])
    return Scheme(data["title"], data["needs_portions"], marks)


def scheme_of(briefing: Briefing) -> Scheme | None:
    """The scheme that the memo is marked by, None where it is unmarked."""
    name = briefing.memo.options.get("scheme", "")
    return load(name) if name else None


def highest(briefing: Briefing, scheme: Scheme) -> Mark | None:
    """The most sensitive mark inside the memo: what its banner has to say; None without any."""
    known = [mark for _, name in _portions(briefing) if (mark := scheme.mark(name)) is not None]
    return max(known, key=scheme.marks.index, default=None)


def unmarked(briefing: Briefing) -> list[str]:
    """What lacks a mark that the memo's scheme demands: BOTTOM_LINE and ids of entries."""
    scheme = scheme_of(briefing)
    if scheme is None or not scheme.needs_portions:
        return []
    return [id for id, name in _portions(briefing) if scheme.mark(name) is None]


def portion(scheme: Scheme | None, name: str) -> tuple[Run, ...]:
    """What stands before the words of a paragraph; nothing for a mark that the scheme lacks."""
    mark = scheme.mark(name) if scheme else None
    return (Run(f"{mark.portion} ", Emphasis.MARK),) if mark else ()


def _portions(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Everything that can carry a mark, with the name of the one that it has."""
    if briefing.memo.bottom_line.strip():
        yield BOTTOM_LINE, briefing.memo.marking
    for entry in briefing.entries:
        yield entry.id, entry.marking
