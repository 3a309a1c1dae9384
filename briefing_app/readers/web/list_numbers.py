"""The numbers that a browser sets before the items of a list: they stand in no text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from briefing_app.readers.figures import figure
from briefing_app.readers.web.furniture import linked_length
from briefing_app.readers.web.html_tree import text_of

_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {"decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
           "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
           "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
           "upper-roman": "upperRoman", "none": "none", "disc": "bullet", "circle": "bullet",
           "square": "bullet"}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.I)
_WITHOUT = re.compile(
    r"(^|[\s_-])(list-?)?(none|unstyled|inline|plain|reset|no-?(bullets?|numbers?|style))(\s|$)",
    re.I,
)
"""Names by which a sheet that is not here takes the numbers of a list away."""

_POSTS = {"article", "section", "header", "footer", "figure", "form", "time", "h1", "h2", "h3",
          "h4", "h5", "h6"}  # fmt: skip
_BLOCKS = {"p", "div", "blockquote", "pre", "code", "center"}
_OTHER_BLOCKS = {"ol", "ul", "dl", "table", "br", "hr"}
_NUMBERED = re.compile(r"\W{0,2}(\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6})\s?([.)\]:–—-]|\s[–—-])")
_HIGHEST = 5_000
"""Items of a list; what counts further is no list."""

_LONGEST_NUMBER = 6


def write_list_numbers(tree: HtmlElement) -> None:
    """Write the numbers of numbered lists into their items.

    Not those of lists that have numbers for their order only: of links, posts and the like.
    """
    for node in tree.iter("ol"):
        items = [item for item in node if item.tag == "li"]
        form = _form(node)
        if form in ("none", "bullet") or not _are_numbered(node, items):
            continue
        for item, count in zip(items, _counts(node, items), strict=True):
            if abs(count) <= _HIGHEST:
                _write(item, f"{figure(count, _form(item) or form or 'decimal')}.")


def _form(node: HtmlElement) -> str:
    """How a list or an item of one says that it counts, "" for nothing."""
    stated = _STYLE.search(node.get("style") or "")
    for word in stated[1].lower().split() if stated else ():
        if word in _STYLES:
            return _STYLES[word]
    return _TYPES.get(node.get("type") or "", "")


def _are_numbered(node: HtmlElement, items: list[HtmlElement]) -> bool:
    """Whether a reader sees numbers, as far as the page tells, and they are no part of the text."""
    if node.get("role") or _WITHOUT.search(node.get("class") or ""):
        return False
    text = text_of(node)
    if not text.strip() or 2 * linked_length(node) > len(text):
        return False
    if any(below.tag in _POSTS for item in items for below in item.iterdescendants()):
        return False
    with_own = sum(bool(_NUMBERED.match(text_of(item).lstrip())) for item in items)
    return 2 * with_own < len(items)


def _counts(node: HtmlElement, items: list[HtmlElement]) -> Iterator[int]:
    step = -1 if node.get("reversed") is not None else 1
    count = _number(node, "start", len(items) if step < 0 else 1)
    for item in items:
        count = _number(item, "value", count)
        yield count
        count += step


def _number(node: HtmlElement, name: str, otherwise: int) -> int:
    value = (node.get(name) or "").strip()
    fits = value.removeprefix("-").isdecimal() and len(value) < _LONGEST_NUMBER
    return int(value) if fits else otherwise


def _write(item: HtmlElement, label: str) -> None:
    """Set a label before the first words of an item, unless a list or table begins it."""
    while not (item.text or "").strip():
        first = next(filter(_has_words, item), None)
        if first is None or first.tag in _OTHER_BLOCKS:
            return
        if first.tag not in _BLOCKS:
            break
        item = first
    item.text = f"{label} {(item.text or '').lstrip()}"


def _has_words(node: HtmlElement) -> bool:
    """Whether an element, or what stands right behind it, has a word: a picture has none."""
    inside = text_of(node) if isinstance(node.tag, str) else ""
    return bool((inside + (node.tail or "")).strip())
