"""Text that has the colour of its ground, as far as the sheets inside a page tell both.

A colour that a class has says nothing by itself: the page may be dark. So text counts as unseen
only where the ground behind it is known, and no sheet from elsewhere may say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!}]+)", re.I)
_GROUND = re.compile(r"(?<![-\w])background(?:-color|-image)?\s*:\s*([^;!}]+)", re.I)
_UNSURE = re.compile(
    r"background-(image|clip)\s*:|url\(|gradient|text-shadow|mix-blend|position\s*:\s*[afs]", re.I
)
"""Pictures behind a text, outlines of it, and places elsewhere than in the flow of the page."""

_PICTURES = ("img", "picture", "video", "svg", "canvas", "iframe", "object", "embed")
_NEAR = 4
"""Elements around a text in which there is no picture that it may lie upon."""

_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.I)
_TRIPLE = re.compile(r"rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)", re.I)
_NAMED = {"white": "ffffff", "black": "000000", "snow": "fffafa", "ivory": "fffff0",
          "whitesmoke": "f5f5f5", "gray": "808080", "grey": "808080",
          "silver": "c0c0c0"}  # fmt: skip
_DEFAULT_GROUND = "ffffff"
_UNKNOWN = "?"
_NAME = re.compile(r"[.#]?[A-Za-z_][\w-]*")

Rules = Mapping[str, str]
"""Colours, as six digits or "?", by the name that is all of a selector: ".class", "#id", tag."""


def unseen_by_colour(tree: HtmlElement, css: str, always: str) -> list[HtmlElement]:
    """The elements whose text has, by a class or id, the very colour of the ground behind it.

    css     the sheets inside the page
    always  what of them holds under all conditions
    """
    if "color" not in css or _has_other_sheets(tree):
        return []
    colours, grounds = _sure(css, always, _COLOUR), _sure(css, always, _GROUND)
    coloured = [name for name, colour in colours.items() if name[0] in ".#" and colour != _UNKNOWN]
    found: list[HtmlElement] = []
    for name in coloured:
        attribute = "id" if name[0] == "#" else "class"
        for node in tree.xpath(f"//*[contains(@{attribute}, $name)]", name=name[1:]):
            own = {colours[mine] for mine in _names(node)[:-1] if mine in colours}
            if (
                own == {colours[name]} and name in _names(node) and _has_one_colour(node)
                and _ground_behind(node, grounds) == colours[name] and not _is_by_picture(node)
            ):  # fmt: skip
                found.append(node)
    return found


def _has_other_sheets(tree: HtmlElement) -> bool:
    """Whether a sheet that is not inside the page may colour it too."""
    links = (node for node in tree.iter("link") if node.get("href"))
    return any("stylesheet" in (node.get("rel") or "").lower() for node in links) or any(
        "@import" in (node.text or "") for node in tree.iter("style")
    )


def _sure(css: str, always: str, wanted: re.Pattern[str]) -> dict[str, str]:
    sure = _rules(always, wanted)
    return {
        name: value if sure.get(name) == value else _UNKNOWN
        for name, value in _rules(css, wanted).items()
    }


def _rules(css: str, wanted: re.Pattern[str]) -> dict[str, str]:
    """Colours by name; "?" where rules differ, have conditions, or say more than one colour."""
    found: dict[str, str] = {}
    for piece in css.split("}"):
        selectors, _, block = piece.rpartition("{")
        match = wanted.search(block)
        if not match:
            continue
        value = _UNKNOWN if _UNSURE.search(block) else _plain(match[1])
        for selector in selectors.rpartition("{")[2].rpartition(";")[2].split(","):
            simple = _NAME.fullmatch(selector.strip()) and "@" not in selectors
            names = ["*"] if re.search(r"[*\[]", selector) else _NAME.findall(selector)
            for name in names:
                stated = value if simple else _UNKNOWN
                found[name] = stated if found.get(name, stated) == stated else _UNKNOWN
    return found


def _plain(value: str) -> str:
    """A colour as six digits, "?" where it is none that we know."""
    value = value.strip().lower()
    if value in _NAMED:
        return _NAMED[value]
    if match := _HEX.fullmatch(value):
        digits = match[1]
        return digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    if match := _TRIPLE.fullmatch(value):
        return "".join(f"{min(int(part), 255):02x}" for part in match.groups())
    return _UNKNOWN


def _names(node: HtmlElement) -> list[str]:
    names = [f".{name}" for name in (node.get("class") or "").split()]
    return [*names, *([f"#{node.get('id')}"] if node.get("id") else []), str(node.tag)]


def _has_one_colour(node: HtmlElement) -> bool:
    """Whether nothing below or of an element itself gives any of its text another colour."""
    if "color" in (node.get("style") or ""):
        return False
    return not any(
        below.tag in ("a", "font", "mark") or below.get("class") or below.get("id")
        or "color" in (below.get("style") or "")
        for below in node.iterdescendants(etree.Element)
    )  # fmt: skip


def _ground_behind(node: HtmlElement, grounds: Rules) -> str:
    """The colour of the nearest ground behind an element, "?" where it may be any."""
    for around in (node, *node.iterancestors()):
        style = around.get("style") or ""
        if _UNSURE.search(style) or around.get("background"):
            return _UNKNOWN
        if match := _GROUND.search(style):
            return _plain(match[1])
        stated = {grounds[name] for name in _names(around) if name in grounds}
        if stated:
            return stated.pop() if len(stated) == 1 else _UNKNOWN
        if around.get("bgcolor"):
            return _plain(around.get("bgcolor") or "")
    return _UNKNOWN if "*" in grounds or "root" in grounds else _DEFAULT_GROUND


def _is_by_picture(node: HtmlElement) -> bool:
    """Whether a picture is near, on which a text of this colour may lie."""
    around = islice(node.iterancestors(), _NEAR)
    return any(next(box.iter(*_PICTURES), None) is not None for box in around if box.tag != "body")
