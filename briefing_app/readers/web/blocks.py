"""Blocks of text under the names by which the search for the article knows them.

It takes whatever stands in a figure or a footer for no text, joins boxes within a block quote,
and all paragraphs within an element that should hold nothing but words.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.readers.web.furniture import names_what_is_beside

_BLOCK = re.compile(r"(?<![-\w])display\s*:\s*block", re.I)
_FOR_WORDS = {"span", "font", "strong", "em", "b", "i", "u"}
_IN_QUOTES = etree.XPath("//blockquote//footer | //blockquote//div[not(p or div or ul or ol "
                         "or blockquote or table or figure or h2 or h3 or h4)]")  # fmt: skip
_QUOTES_IN_FIGURES = etree.XPath("//figure[.//blockquote]")


def name_blocks(tree: HtmlElement) -> None:
    """Rename elements of a page so that each paragraph of it is one for the search too."""
    for node in list(tree.iter("span")):
        style = node.get("style")
        if (
            style and _BLOCK.search(style) and "float" not in style
        ):  # as the large first letter of a text
            node.tag = "div"
    for node in {paragraph.getparent() for paragraph in tree.iter("p")}:
        while node is not None and node.tag in _FOR_WORDS:
            node.tag = "div"
            node = node.getparent()
    if next(tree.iter("blockquote"), None) is None:
        return
    for node in _IN_QUOTES(tree):
        node.tag = "p"
    for node in _QUOTES_IN_FIGURES(tree):
        if not names_what_is_beside(node):
            node.tag = "div"
