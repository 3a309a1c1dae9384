"""Markup as a tree, and its text divided into lines as a browser divides it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import unescape

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import one_line

_CONTROL_BYTES = bytes({*range(32)} - {*b"\t\n\r"})
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no tree may hold; the parser lets them through, and writing them fails."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLOCKS = frozenset({"address", "article", "aside", "blockquote", "body", "br", "code", "dd",
                     "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
                     "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "item",
                     "lb", "li", "list", "main", "ol", "option", "p", "pre", "quote", "row",
                     "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
                     "ul"})  # fmt: skip
_CELLS = ("td", "th", "cell")
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_CLOSED_ROOT = re.compile(r"(<html\b[^<>]{0,500}?)/>", re.I)
"""The parser would take the page for ended before it began."""

_OVERLONG = 20_000
_OVERLONG_TAG = re.compile(rf"<([a-zA-Z][\w:-]*)[^<>]{{{_OVERLONG},}}>")
"""Tags with thousands of attributes: the parser's time grows with the square of their number."""


_USUAL_DEPTH = 60
_SHORT_NAME = 200
_KNOWN_NAMES = 2000


def remembering(pattern: str) -> Callable[[str], bool]:
    """A search for `pattern` in classes and ids of elements, of which pages repeat the same few.

    Letter case does not matter.
    """
    search = re.compile(pattern, re.I).search
    known = lru_cache(_KNOWN_NAMES)(lambda name: search(name) is not None)
    return lambda name: known(name) if len(name) < _SHORT_NAME else search(name) is not None


def parse(text: str) -> HtmlElement:
    """The tree of a page or of a piece of one.

    Raises UnreadableFile: there is nothing in it that the parser takes for markup or text.
    """
    if _may_hold_controls(text):
        text = _CONTROLS.sub("", text)
    text = _CLOSED_ROOT.sub(r"\1>", _DECLARATION.sub("", text).strip(), count=1)
    if _may_hold_overlong_tag(text):
        text = _OVERLONG_TAG.sub(r"<\1>", text)
    try:
        parser = HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
        return document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFile(
            "this is not a readable web page.", "Open it in a browser and save it again."
        ) from error


def _may_hold_controls(text: str) -> bool:
    data = text.encode("utf-8", "replace")
    plain = data.translate(None, _CONTROL_BYTES)
    return len(plain) < len(data) or "\ufffe" in text or "\uffff" in text


def _may_hold_overlong_tag(text: str) -> bool:
    """Whether there is a stretch of half such a tag without a beginning or end of one."""
    half = _OVERLONG // 2
    parts = (text[at : at + half] for at in range(0, len(text) - half + 1, half))
    return any("<" not in part and ">" not in part for part in parts)


def is_deeper_than(tree: HtmlElement, levels: int) -> bool:
    """Whether nodes have more than so many around them; the parser loses what is below 2,048."""
    # Nearly all pages end before the first of the steps, and all steps take as long as parsing.
    usual = _step_down(min(_USUAL_DEPTH, levels + 2))
    return bool(usual(tree) and _step_down(levels + 2)(tree))


@cache
def _step_down(steps: int) -> etree.XPath:
    # Level by level: to count what is around each node takes twenty times as long.
    return etree.XPath(f"boolean({'/*' * steps})")


def lines(root: etree._Element) -> list[str]:
    """The text below `root`, divided where a browser would begin a new line."""
    parts: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = node.tag
        if event == "start":
            if tag in _CELLS and node.getprevious() is not None:
                parts.append(" ")
            parts.append(f"\0{node.text or ''}" if tag in _BLOCKS else node.text or "")
        elif node is not root:
            parts.append(f"\0{node.tail or ''}" if tag in _BLOCKS else node.tail or "")
    return [line for line in map(one_line, "".join(parts).split("\0")) if line]


def lines_without_tree(source: str) -> list[str]:
    """The lines of markup that is nested too deeply for a tree."""
    seen = re.sub(r"(?is)<(script|style|template|noscript)\b.*?</\1\s*>|<!--.*?-->", " ", source)
    found = re.split(r"(?i)<(?:/?(?:p|div|li|h[1-6]|tr|br)\b)[^<>]*>", seen)
    return [line for line in (one_line(unescape(_TAG.sub("", line))) for line in found) if line]


def text_of(node: HtmlElement) -> str:
    """All text below a node, as `text_content` gives it."""
    # Most paragraphs have no element within, and what asks for the text of all takes far longer.
    return node.text_content() if len(node) else node.text or ""


def remove(node: HtmlElement) -> None:
    """Take a node out of its tree; the text after it stays."""
    if node.getparent() is not None:
        node.drop_tree()
