"""The memo as the staffer arranges it: sections in a tree, entries in order, evidence beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefing_app.domain.identity import new_id


class Kind(StrEnum):
    """What an entry is: someone's words, a checkable statement, or own prose."""

    QUOTE = "quote"
    FACT = "fact"
    TEXT = "text"


class Layout(StrEnum):
    """How a section prints its entries.

    judgments    numbered, with the words of likelihood in bold
    positions    a table of actor, position and source
    differences  what sources say against one another, side by side
    options      lettered, to choose from
    """

    BULLETS = "bullets"
    QUOTES = "quotes"
    NUMBERED = "numbered"
    JUDGMENTS = "judgments"
    TABLE = "table"
    POSITIONS = "positions"
    DIFFERENCES = "differences"
    OPTIONS = "options"
    PARAGRAPHS = "paragraphs"
    TIMELINE = "timeline"


class Stance(StrEnum):
    """Whether an excerpt bears an entry out or speaks against it."""

    SUPPORTING = "supporting"
    CONTRADICTING = "contradicting"


FIELDS = ("to", "from", "date", "cutoff", "handling", "subject")
"""Header fields of the information memo, in the order in which they print."""

OPTIONS = ("language", "citation", "scheme", "template")
"""Options of a memo: BCP 47 tag of its own words; citation style; marking scheme; path of the
office's own Word template."""


@dataclass(frozen=True)
class Memo:
    """A memo's form, header fields and bottom line; its outline hangs below it.

    fields    what stands in the header, by the field's name in the form
    options   how the memo is made, by name (see OPTIONS); what is missing has the form's default
    marking   portion mark of the bottom line, "" for none
    previous_id  the memo that this one continues (yesterday's), "" for none
    """

    title: str
    id: str = field(default_factory=new_id)
    form: str = "information"
    fields: Mapping[str, str] = field(default_factory=dict)
    bottom_line: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    marking: str = ""
    previous_id: str = ""


@dataclass(frozen=True)
class Section:
    """A heading of the memo. `position` orders it among those with the same parent."""

    memo_id: str
    title: str
    id: str = field(default_factory=new_id)
    parent_id: str | None = None
    position: int = 0
    layout: Layout = Layout.BULLETS


@dataclass(frozen=True)
class Entry:
    """One thing that a section says; `position` orders it there, `note` is not printed.

    translation  of the text into the memo's language, "" for none; translator: whose it is
    marking      portion mark, "" for none
    """

    section_id: str
    kind: Kind
    text: str
    id: str = field(default_factory=new_id)
    position: int = 0
    note: str = ""
    translation: str = ""
    translator: str = ""
    marking: str = ""


@dataclass(frozen=True)
class Evidence:
    """The tie from an entry to an excerpt; `position` orders the ties of one entry."""

    entry_id: str
    excerpt_id: str
    id: str = field(default_factory=new_id)
    stance: Stance = Stance.SUPPORTING
    position: int = 0


@dataclass(frozen=True)
class Placed:
    """A section at its place in the tree: depth from 0, number as printed ("2" or "2.1")."""

    section: Section
    depth: int
    number: str


def arrange(sections: Iterable[Section]) -> tuple[Placed, ...]:
    """Put a memo's sections into reading order (depth first), numbered from 1.

    A section whose parent is missing counts as a top-level one.
    """
    known = {section.id: section for section in sections}
    children: dict[str | None, list[Section]] = {}
    for section in known.values():
        parent = section.parent_id if section.parent_id in known else None
        children.setdefault(parent, []).append(section)

    def walk(parent: str | None, depth: int, prefix: str) -> Iterator[Placed]:
        ordered = sorted(children.get(parent, ()), key=lambda s: (s.position, s.id))
        for index, section in enumerate(ordered, 1):
            number = f"{prefix}{index}"
            yield Placed(section, depth, number)
            yield from walk(section.id, depth + 1, f"{number}.")

    return tuple(walk(None, 0, ""))
