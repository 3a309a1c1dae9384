"""Blocks of text under the names by which the search for the article knows them.

It takes whatever stands in a figure or a footer for no text, joins boxes within a block quote,
and all paragraphs within an element that should hold nothing but words.
"""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.readers.canonical import one_line
from briefing_app.readers.web.furniture import long_paragraphs, names_what_is_beside
from briefing_app.readers.web.html_tree import text_of

_BLOCK = re.compile(r"(?<![-\w])display\s*:\s*block", re.I)
_FOR_WORDS = {"span", "font", "strong", "em", "b", "i", "u"}
_IN_QUOTES = etree.XPath("//blockquote//footer | //blockquote//div[not(p or div or ul or ol "
                         "or blockquote or table or figure or h2 or h3 or h4)]")  # fmt: skip
_QUOTES_IN_FIGURES = etree.XPath("//figure[.//blockquote]")
_MARKS = "“”„«»‹›‘’\"' .,…"
_SHORTEST = 20
_FEWEST_ENTRIES = 3
_MOST_FIGURES = 200


def name_blocks(tree: HtmlElement) -> None:
    """Rename elements of a page so that each paragraph of it is one for the search too."""
    for node in list(tree.iter("span")):
        style = node.get("style") or ""
        # What floats is the large first letter of a text.
        if style and _BLOCK.search(style) and "float" not in style:
            node.tag = "div"
    for around in {paragraph.getparent() for paragraph in tree.iter("p")}:
        while around is not None and around.tag in _FOR_WORDS:
            around.tag = "div"
            around = around.getparent()
    for node in _entries(tree):
        node.tag = "div"
    if next(tree.iter("blockquote"), None) is None:
        return
    for node in _IN_QUOTES(tree):
        node.tag = "p"
    figures = _QUOTES_IN_FIGURES(tree)[:_MOST_FIGURES]
    whole = one_line(text_of(tree)) if figures else ""
    for node in figures:
        if not names_what_is_beside(node) and not _repeats(node, whole):
            node.tag = "div"


def _entries(tree: HtmlElement) -> list[HtmlElement]:
    """The parts of a report that is written as things happen, each an article of its own on the
    page: the search would take one. Where one is most of the text, the others are beside it.
    """
    articles = list(tree.iter("article"))
    if len(articles) < _FEWEST_ENTRIES or next(tree.iter("h1"), None) is None:
        return []
    beside = Counter(node.getparent() for node in articles)
    entries = [node for node in articles if beside[node.getparent()] >= _FEWEST_ENTRIES]
    if not entries or any(next(node.iter("h1"), None) is not None for node in entries):
        return []
    full = sum(long_paragraphs(node) > 0 for node in entries)
    lengths = [len(text_of(node)) for node in entries]
    is_one = 2 * max(lengths) > sum(lengths) or 2 * full <= len(entries)
    return [] if is_one else entries


def _repeats(figure: HtmlElement, whole: str) -> bool:
    """Whether the quote of a figure is one that the text has too, set large beside it."""
    quote = next(figure.iter("blockquote"))
    said = one_line(text_of(next(quote.iter("p"), quote))).strip(_MARKS)
    return len(said) >= _SHORTEST and whole.count(said) > 1
