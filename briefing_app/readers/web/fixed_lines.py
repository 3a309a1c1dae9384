"""Text whose line ends a browser shows: plain text in markup, and posts of social networks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import Element, HtmlElement

from briefing_app.readers.canonical import canonical
from briefing_app.readers.plain.paragraphs import split_paragraphs

_SETTING = re.compile(r"white-space(?:-collapse)?\s*:\s*(pre|break-spaces)?", re.I)
_MAY_KEEP = re.compile(r"<pre\b|white-space(?:-collapse)?\s*:\s*(?:pre|break-spaces)", re.I)
_WITHIN_LINES = {"a", "abbr", "b", "em", "font", "i", "mark", "small", "span", "strong", "u"}


def may_be_in(html: str) -> bool:
    """Whether some of the markup may have such lines."""
    return _MAY_KEEP.search(html) is not None


def divide_fixed_lines(tree: HtmlElement) -> None:
    """Begin a new line or paragraph in the markup wherever the text itself begins one.

    Lines of a whole text that were wrapped are joined, as in a plain text file.
    """
    for node in list(tree.iter("pre")):
        if all(inner.tag in _WITHIN_LINES for inner in node.iterdescendants()):
            _divide(node)
    for node, is_after in list(_kept_lines(tree)):
        _break(node, is_after=is_after)


def _divide(node: HtmlElement) -> None:
    paragraphs = split_paragraphs(canonical(node.text_content()))
    for child in list(node):
        node.remove(child)
    node.tag, node.text = "div", None
    for paragraph in paragraphs:
        etree.SubElement(node, "p").text = paragraph


def _kept_lines(tree: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """The nodes with such a text inside, or (True) after them."""
    around = [False]
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            around.append(_keeps(node, otherwise=around[-1]))
            if around[-1] and "\n" in (node.text or ""):
                yield node, False
        else:
            around.pop()
            if around[-1] and "\n" in (node.tail or ""):
                yield node, True


def _keeps(node: HtmlElement, *, otherwise: bool) -> bool:
    setting = _SETTING.search(node.get("style", ""))
    if setting:
        return bool(setting[1])
    return node.tag == "pre" or otherwise


def _break(node: HtmlElement, *, is_after: bool) -> None:
    first, *others = ((node.tail if is_after else node.text) or "").split("\n")
    if is_after:
        node.tail = first
    else:
        node.text = first
    parent = node.getparent() if is_after else None
    around, at = (node, 0) if parent is None else (parent, parent.index(node) + 1)
    for line in reversed(others):
        new = Element("br")
        new.tail = line
        around.insert(at, new)
