"""The numbers that an OpenDocument text sets before the items of its lists.

They stand in no text, only how they are counted: OpenDocument 1.3, part 3, 5.3 and 16.30.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefing_app.readers.documents.office_zip import attribute
from briefing_app.readers.figures import figure
from briefing_app.readers.xml_tree import local_name

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
          "I": "upperRoman"}  # fmt: skip
_HIGHEST = 5_000
"""Items of a list; what counts further is no list."""

_DEEPEST, _LONGEST_NUMBER = 10, 9


@dataclass(frozen=True)
class _Level:
    """How a level counts; `form` is "" for a dot, and `shown` of how many levels it prints."""

    form: str = ""
    before: str = ""
    behind: str = ""
    shown: int = 1
    start: int = 1


@dataclass
class _List:
    """A list that is open; `levels` by depth, from 1."""

    levels: Mapping[int, _Level]
    count: int = 0
    waits: bool = False


@dataclass
class Numbers:
    """Counts through a document: tell it where lists and items begin and end, in order."""

    styles: Mapping[str, Mapping[int, _Level]]
    _open: list[_List] = field(default_factory=list)
    _ended: dict[str, int] = field(default_factory=dict)
    _names: list[str] = field(default_factory=list)

    def enter(self, node: etree._Element, name: str) -> None:
        """A list or an item of one begins."""
        if name == "list":
            self._open_list(node)
        elif name == "list-item" and self._open:
            own = self._open[-1]
            own.count = _number(node, "start-value", own.count + 1)
            own.waits = True

    def leave(self, name: str) -> None:
        """A list or an item of one ends."""
        if name == "list-item" and self._open:
            self._open[-1].waits = False
        elif name == "list" and self._open:
            ended = self._open.pop()
            style = self._names.pop()
            if not self._open:
                self._ended[style] = ended.count

    def label(self) -> str:
        """What stands before the paragraph that begins now: "3.", "" for nothing or a dot."""
        if not self._open or not self._open[-1].waits:
            return ""
        self._open[-1].waits = False
        depth = len(self._open)
        own = self._open[-1].levels.get(depth, _Level())
        if not own.form or self._open[-1].count > _HIGHEST:
            return ""
        shown = range(max(1, depth - own.shown + 1), depth + 1)
        figures = [
            figure(self._open[level - 1].count, self._open[-1].levels.get(level, own).form)
            for level in shown
        ]
        return f"{own.before}{'.'.join(filter(None, figures))}{own.behind}".strip()

    def _open_list(self, node: etree._Element) -> None:
        name = attribute(node, "style-name")
        levels = self.styles.get(name) if name else None
        if levels is None:
            levels = self._open[-1].levels if self._open else {}
            name = name or (self._names[-1] if self._names else "")
        start = levels.get(len(self._open) + 1, _Level()).start - 1
        goes_on = attribute(node, "continue-numbering") == "true" or (
            attribute(node, "continue-list") != ""
        )
        if goes_on and not self._open:
            start = self._ended.get(name, start)
        self._open.append(_List(levels, start))
        self._names.append(name)


def read_numbers(*roots: etree._Element) -> Numbers:
    """How the lists of a file count, from the parts that say so."""
    styles = {
        attribute(style, "name"): _levels(style)
        for root in roots
        for style in root.iter("{*}list-style")
    }
    return Numbers(styles)


def _levels(style: etree._Element) -> dict[int, _Level]:
    found = {}
    for node in style:
        depth = _number(node, "level", 0)
        if not 1 <= depth <= _DEEPEST:
            continue
        is_number = local_name(node) == "list-level-style-number"
        found[depth] = _Level(
            _FORMS.get(attribute(node, "num-format"), "") if is_number else "",
            attribute(node, "num-prefix"),
            attribute(node, "num-suffix"),
            _number(node, "display-levels", 1),
            _number(node, "start-value", 1),
        )
    return found


def _number(node: etree._Element, name: str, otherwise: int) -> int:
    """The number in an attribute, or what it is otherwise."""
    value = attribute(node, name)
    return int(value) if value.isdecimal() and len(value) < _LONGEST_NUMBER else otherwise
