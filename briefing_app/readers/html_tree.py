"""Markup as a tree, and its text divided into lines as a browser divides it."""

from __future__ import annotations

import re
from html import unescape

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import one_line

_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no tree may hold; the parser lets them through, and writing them fails."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|code|dd|details|div|dl|dt|fieldset|figcaption|figure|"
    "footer|h[1-6]|head|header|hr|html|item|lb|li|list|main|ol|option|p|pre|quote|row|section|"
    "summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_OVERLONG_TAG = re.compile(r"<([a-zA-Z][\w:-]*)[^<>]{20000,}>")
"""Tags with thousands of attributes: the parser's time grows with the square of their number."""


def parse(text: str) -> HtmlElement:
    """The tree of a page or of a piece of one.

    Raises UnreadableFile: there is nothing in it that the parser takes for markup or text.
    """
    text = _DECLARATION.sub("", _CONTROLS.sub("", text)).strip()
    text = _OVERLONG_TAG.sub(r"<\1>", text)
    try:
        parser = HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
        return document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFile(
            "this is not a readable web page.", "Open it in a browser and save it again."
        ) from error


def is_deeper_than(tree: HtmlElement, levels: int) -> bool:
    """Whether nodes have more than so many around them; the parser loses what is below 2,048."""
    return bool(tree.xpath("boolean(//*[count(ancestor::*) > $levels])", levels=levels))


def lines(root: etree._Element) -> list[str]:
    """The text below `root`, divided where a browser would begin a new line."""
    parts: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        is_block = isinstance(node.tag, str) and bool(_BLOCK.fullmatch(node.tag))
        if event == "start":
            parts.append(("\0" if is_block else "") + (node.text or ""))
            if node.tag in ("td", "th", "cell") and node.getprevious() is not None:
                parts.insert(-1, " ")
        if event != "start" and node is not root:
            parts.append(("\0" if is_block else "") + (node.tail or ""))
    return [line for line in map(one_line, "".join(parts).split("\0")) if line]


def lines_without_tree(source: str) -> list[str]:
    """The lines of markup that is nested too deeply for a tree."""
    seen = re.sub(r"(?is)<(script|style|template|noscript)\b.*?</\1\s*>|<!--.*?-->", " ", source)
    found = re.split(r"(?i)<(?:/?(?:p|div|li|h[1-6]|tr|br)\b)[^<>]*>", seen)
    return [line for line in (one_line(unescape(_TAG.sub("", line))) for line in found) if line]


def remove(node: HtmlElement) -> None:
    """Take a node out of its tree; the text after it stays."""
    if node.getparent() is not None:
        node.drop_tree()
