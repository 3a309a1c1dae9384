"""Fields of a template that fetch something, run something or name somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from briefing_app.memo.word_xml import clean_url

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_FETCHING = frozenset((
    "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "LINK", "EMBED",
    "DATABASE", "RD", "MACROBUTTON", "ASK", "FILLIN", "AUTOTEXT", "AUTOTEXTLIST", "DOCVARIABLE",
    "DOCPROPERTY", "MERGEFIELD", "ADDRESSBLOCK", "GREETINGLINE", "NEXT", "NEXTIF", "SKIPIF",
    "HTMLCONTROL", "CONTROL", "PRINT", "PRIVATE", "ADDIN",
))  # fmt: skip
_NAMING = frozenset((
    "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "INFO", "TEMPLATE",
))  # fmt: skip


@dataclass
class _Field:
    """Marks of a field in the order of the text; `separate` and `end` may be missing."""

    begin: etree._Element
    separate: etree._Element | None = None
    end: etree._Element | None = None
    instruction: str = ""
    instructions: list[etree._Element] = field(default_factory=list)
    is_computed: bool = False

    @property
    def is_fetching(self) -> bool:
        """A field whose kind another field works out hides what it is."""
        return _is_fetching(self.instruction) or (self.is_computed and not _kind(self.instruction))


def plain_fields(root: etree._Element) -> tuple[bool, bool]:
    """Turn fields that fetch into the text that they show, take out those that name a user.

    Whether there were any of the first and of the second kind.
    """
    fetching = naming = False
    places: dict[etree._Element, int] = {}
    for found in list(_complex(root)):
        if not found.is_fetching and not _is_naming(found.instruction):
            continue
        places = places or {element: place for place, element in enumerate(root.iter())}
        is_naming = not found.is_fetching
        fetching, naming = fetching or not is_naming, naming or is_naming
        _take_out(root, found, places, with_result=is_naming)
    for simple in list(root.iter(f"{W}fldSimple")):
        instruction = simple.get(f"{W}instr", "")
        if _is_fetching(instruction):
            fetching = True
            unwrap(simple)
        elif _is_naming(instruction):
            naming = True
            remove(simple)
    return fetching, naming


def remove(element: Any) -> None:
    """Take an element out of its tree, if it is still in one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Any) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def _kind(instruction: str) -> str:
    match = re.match(r"\s*([A-Za-z]+)", instruction)
    return match[1].upper() if match else ""


def _is_fetching(instruction: str) -> bool:
    kind = _kind(instruction)
    if kind == "HYPERLINK":
        target = re.match(r'\s*\w+\s+"?([^"\s]+)', instruction)
        address = target[1] if target else "\\"
        return not address.startswith("\\") and not clean_url(address)
    return kind in _FETCHING


def _is_naming(instruction: str) -> bool:
    kind = _kind(instruction)
    return kind in _NAMING or (kind == "FILENAME" and "\\p" in instruction.lower())


def _complex(root: etree._Element) -> Iterator[_Field]:
    """Fields made of marks, each as soon as it ends; inner ones come before those around them."""
    opened: list[_Field] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}instrText":
            if opened:
                opened[-1].instruction += element.text or ""
                opened[-1].instructions.append(element)
            continue
        mark = element.get(f"{W}fldCharType")
        if mark == "begin":
            if opened and opened[-1].separate is None:
                opened[-1].is_computed = True
            opened.append(_Field(element))
        elif opened and mark == "separate":
            opened[-1].separate = element
        elif opened and mark == "end":
            opened[-1].end = element
            yield opened.pop()
    yield from reversed(opened)


def _take_out(
    root: etree._Element, found: _Field, places: dict[etree._Element, int], *, with_result: bool
) -> None:
    last = found.end if with_result or found.separate is None else found.separate
    if last is None:
        last = (found.instructions or [found.begin])[-1]
    first, until = places[found.begin], places[last]
    within = [e for e in root.iter() if first <= places.get(e, -1) <= until]
    for element in within:
        parent = element.getparent()
        if parent is not None and parent.tag == f"{W}r" and element.tag != f"{W}rPr":
            parent.remove(element)
    for mark in (found.separate, found.end):
        if mark is not None:
            remove(mark)
