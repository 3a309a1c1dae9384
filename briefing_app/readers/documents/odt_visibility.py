"""Which text of an OpenDocument file is not shown: hidden, white on white, or as small as a dot."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from briefing_app.readers.documents.office_zip import attribute
from briefing_app.readers.xml_tree import local_name

_WHITE = ("#ffffff", "#fff", "white")
_NO_SHADE = (*_WHITE, "transparent", "")
_TINY = re.compile(r"(0?\.\d+|[01](\.0+)?)pt")
_PARAGRAPHS = ("p", "h")
_SHAPES = ("text-box", "custom-shape", "rect", "ellipse", "frame")
_STEPS = 20
"""Styles that a style is based on, one upon the other."""


@dataclass(frozen=True)
class Styles:
    """What the styles of a file say of their text, by name.

    hidden       those whose text is not shown at all
    faint        whether their text is white or tiny, as far as they say; empty where none is
    shaded       those that put a colour behind it
    may_be_dark  whether the pages have a colour of their own
    """

    hidden: frozenset[str]
    faint: Mapping[str, bool]
    shaded: frozenset[str]
    may_be_dark: bool

    def hides_text_in(self, node: etree._Element) -> bool:
        """Whether text directly in an element of a paragraph is white on white, or tiny."""
        if not self.faint or self.may_be_dark:
            return False
        is_faint = None
        for around in (node, *node.iterancestors()):
            name, style = local_name(around), attribute(around, "style-name")
            if name in _SHAPES or style in self.shaded:
                return False
            is_faint = self.faint.get(style) if is_faint is None else is_faint
            if not is_faint and name in _PARAGRAPHS:
                return False
        return bool(is_faint)


def read_styles(*roots: etree._Element) -> Styles:
    """The styles in the parts of a file that have some."""
    hidden, shaded = set(), set()
    own: dict[str, bool] = {}
    parents: dict[str, str] = {}
    for root in roots:
        for style in root.iter("{*}style", "{*}default-style"):
            name = attribute(style, "name")
            parents[name] = attribute(style, "parent-style-name")
            for properties in style:
                if attribute(properties, "display") == "none":
                    hidden.add(name)
                if attribute(properties, "background-color") not in _NO_SHADE:
                    shaded.add(name)
                if local_name(properties) == "text-properties":
                    own |= _faintness(name, properties)
    faint = {name: _inherited(name, own, parents) for name in parents}
    said = {name: value for name, value in faint.items() if value is not None}
    pages = (page for root in roots for page in root.iter("{*}page-layout-properties"))
    is_dark = any(attribute(page, "background-color") not in _NO_SHADE for page in pages)
    return Styles(
        frozenset(hidden), said if any(said.values()) else {}, frozenset(shaded), is_dark
    )  # fmt: skip


def _faintness(name: str, properties: etree._Element) -> dict[str, bool]:
    colour, size = attribute(properties, "color").lower(), attribute(properties, "font-size")
    if colour in _WHITE or _TINY.fullmatch(size):
        return {name: True}
    return {name: False} if colour else {}


def _inherited(name: str, own: Mapping[str, bool], parents: Mapping[str, str]) -> bool | None:
    for _ in range(_STEPS):
        if name in own or name not in parents:
            return own.get(name)
        name = parents[name]
    return None
