"""Which text of a Word document is not shown: hidden, white on white, or as small as a dot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefing_app.readers.documents.office_zip import attribute
from briefing_app.readers.xml_tree import local_name

_OFF = ("0", "false", "off")
_WHITE = ("FFFFFF", "white")
_NO_SHADE = (*_WHITE, "auto", "none", "")
_TINY = 2
"""Half points of the largest letters that nobody can see."""

_SHADED = ("{*}shd", "{*}highlight")
_STYLED = {"r": "rStyle", "p": "pStyle", "tbl": "tblStyle"}
_STEPS = 20
"""Styles that a style is based on, one upon the other."""


Look = Mapping[str, bool]
"""What is said of text: whether it is "hidden", "white", "tiny"; what is not said is not there."""


@dataclass(frozen=True)
class Styles:
    """What the styles of a document say of their text, by id.

    shaded       those that put a colour behind it
    may_be_dark  whether the pages have a colour of their own
    """

    looks: Mapping[str, Look] = field(default_factory=dict)
    shaded: frozenset[str] = frozenset()
    may_be_dark: bool = False


def read_styles(root: etree._Element, *, may_be_dark: bool) -> Styles:
    """The styles of a document's part of styles."""
    own: dict[str, Look] = {}
    parents: dict[str, str] = {}
    shaded = set()
    for style in root:
        name = attribute(style, "styleId")
        if not name:  # nothing is in a style without an id, as some reports have one
            continue
        for node in style:
            if local_name(node) == "basedOn":
                parents[name] = attribute(node, "val")
            elif local_name(node) == "rPr":
                own[name] = _look(node)
        if any(map(_is_shade, style.iter("{*}shd", "{*}highlight"))):
            shaded.add(name)
    looks = {name: _inherited(name, own, parents) for name in {*own, *parents}}
    said = {name: look for name, look in looks.items() if any(look.values())}
    return Styles(said, frozenset(shaded), may_be_dark)


def is_hidden(run: etree._Element, styles: Styles) -> bool:
    """Whether the text of a run is not shown."""
    properties = next(run.iterchildren("{*}rPr"), None)
    look = {} if properties is None else _look(properties)
    names: list[str] = []
    if styles.looks:
        paragraph = next(run.iterancestors("{*}p"), None)
        names = [_style_of(paragraph, "pPr", "pStyle"), _style_of(run, "rPr", "rStyle")]
        look = {**styles.looks.get(names[0], {}), **styles.looks.get(names[1], {}), **look}
    if look.get("hidden"):
        return True
    faint = look.get("white") or look.get("tiny")
    return bool(faint) and not _stands_on_colour(run, styles)


def _inherited(name: str, own: Mapping[str, Look], parents: Mapping[str, str]) -> Look:
    line = [name]
    while line[-1] in parents and len(line) < _STEPS:
        line.append(parents[line[-1]])
    look: dict[str, bool] = {}
    for ancestor in reversed(line):
        look.update(own.get(ancestor, {}))
    return look


def _look(properties: etree._Element) -> dict[str, bool]:
    look: dict[str, bool] = {}
    for node in properties:
        name, value = local_name(node), attribute(node, "val")
        if name == "vanish":
            look["hidden"] = value not in _OFF
        elif name == "color":
            look["white"] = value in _WHITE
        elif name == "sz" and value.isdecimal():
            look["tiny"] = int(value) <= _TINY
    return look


def _style_of(node: etree._Element | None, properties: str, kind: str) -> str:
    """The id of the style of a paragraph or run, "" for none."""
    found = node.find(f"{{*}}{properties}/{{*}}{kind}") if node is not None and kind else None
    return "" if found is None else attribute(found, "val")


def _stands_on_colour(run: etree._Element, styles: Styles) -> bool:
    """Whether there is, or may be, a colour behind a run."""
    if styles.may_be_dark:
        return True
    for node in (run, *run.iterancestors()):
        name = local_name(node)
        kind = _STYLED.get(name, "")
        if name == "txbxContent" or _style_of(node, f"{name}Pr", kind) in styles.shaded:
            return True
        properties = node.find(f"{{*}}{name}Pr") if name in ("r", "p", "tc", "tbl") else None
        if properties is not None and any(map(_is_shade, properties.iterchildren(*_SHADED))):
            return True
    return False


def _is_shade(node: etree._Element) -> bool:
    """Whether an element puts a colour behind text."""
    if local_name(node) == "highlight":
        return attribute(node, "val") not in _NO_SHADE
    fill, theme = attribute(node, "fill"), attribute(node, "themeFill")
    return fill not in _NO_SHADE or theme not in ("", "background1", "light1")
