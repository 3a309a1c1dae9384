"""The numbers that Word sets before paragraphs: they stand in no text, only how they are counted.

Office Open XML, part 1, 17.9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefing_app.readers.documents.office_zip import attribute
from briefing_app.readers.figures import figure

_STEPS = 20
"""Styles that a style is based on, one upon the other."""

_LEVELS = 9
_HIGHEST = 5_000
"""Paragraphs of a list; what counts further is no list."""


@dataclass(frozen=True)
class _Level:
    """How a level counts: `text` has “%1” for the number of the first level, and so on. A level
    that does not say where it starts does so at 0.
    """

    form: str = "decimal"
    text: str = ""
    start: int = 1
    is_legal: bool = False
    restarts: bool = True


@dataclass
class _List:
    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """Counts through a document: ask for the label of each paragraph, in order."""

    def __init__(self, numbering: etree._Element, styles: etree._Element) -> None:
        lists = {
            attribute(node, "abstractNumId"): _List(_levels(node))
            for node in numbering.iterchildren("{*}abstractNum")
        }
        self._lists: dict[str, _List] = {}
        self._starts: dict[str, dict[int, int]] = {}
        for node in numbering.iterchildren("{*}num"):
            found = lists.get(_value(node, "abstractNumId"))
            if found is not None:
                number = attribute(node, "numId")
                own = {key: found.levels.get(key, _Level()) for key in found.levels}
                for override in node.iterchildren("{*}lvlOverride"):
                    own.update(_levels(override))
                self._lists[number] = _List(own, found.counts)
                self._starts[number] = _starts(node)
        self._styled = _numbers_of_styles(styles) if self._lists else {}

    def label(self, paragraph: etree._Element) -> str:
        """What stands before a paragraph: “3.”, “(b)”; "" for nothing, or a dot."""
        if not self._lists:
            return ""
        number, level = self._place(paragraph)
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        started = self._starts[number].pop(level, None)
        if started is not None:
            found.counts[level] = started - 1
        counts = found.counts
        counts[level] = counts.get(level, found.levels[level].start - 1) + 1
        for lower in [key for key in counts if key > level]:
            if found.levels.get(lower, _Level()).restarts:
                del counts[lower]
        return _written(found, level) if counts[level] <= _HIGHEST else ""

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        properties = next(paragraph.iterchildren("{*}pPr"), None)
        if properties is None:
            return "", 0
        style = self._styled.get(_value(properties, "pStyle"), ("", 0))
        own = next(properties.iterchildren("{*}numPr"), None)
        if own is None:
            return style
        level = _value(own, "ilvl")
        return (
            _value(own, "numId") or style[0],
            int(level) if level.isdecimal() else style[1],
        )


def _written(found: _List, level: int) -> str:
    own = found.levels[level]
    if own.form in ("bullet", "none"):
        return ""
    text = own.text
    for other in range(_LEVELS):
        if f"%{other + 1}" in text:
            counted = found.levels.get(other, _Level())
            count = found.counts.get(other, counted.start)
            form = "decimal" if own.is_legal else counted.form
            text = text.replace(f"%{other + 1}", figure(count, form))
    return text.strip()


def _levels(node: etree._Element) -> dict[int, _Level]:
    found = {}
    for level in node.iterchildren("{*}lvl"):
        place, start = attribute(level, "ilvl"), _value(level, "start")
        if place.isdecimal() and int(place) < _LEVELS:
            found[int(place)] = _Level(
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText"),
                int(start) if start.isdecimal() else 0,
                next(level.iterchildren("{*}isLgl"), None) is not None,
                _value(level, "lvlRestart") != "0",
            )
    return found


def _starts(node: etree._Element) -> dict[int, int]:
    """Where a list begins anew, by its levels."""
    found = {}
    for override in node.iterchildren("{*}lvlOverride"):
        place, start = attribute(override, "ilvl"), _value(override, "startOverride")
        if place.isdecimal() and start.isdecimal():
            found[int(place)] = int(start)
    return found


def _numbers_of_styles(styles: etree._Element) -> Mapping[str, tuple[str, int]]:
    """Id of a style -> list and level of its paragraphs."""
    own: dict[str, tuple[str, int]] = {}
    parents: dict[str, str] = {}
    for style in styles.iterchildren("{*}style"):
        name = attribute(style, "styleId")
        parents[name] = _value(style, "basedOn")
        for numbered in style.iterfind("{*}pPr/{*}numPr"):
            level = _value(numbered, "ilvl")
            own[name] = (_value(numbered, "numId"), int(level) if level.isdecimal() else 0)
    found: dict[str, tuple[str, int]] = {}
    for name in parents:
        ancestor = name
        for _ in range(_STEPS):
            if ancestor in own:
                found[name] = own[ancestor]
                break
            ancestor = parents.get(ancestor, "")
    return found


def _value(node: etree._Element, name: str) -> str:
    """The value of a child of that name, "" for none."""
    child = next(node.iterchildren(f"{{*}}{name}"), None)
    return "" if child is None else attribute(child, "val")
