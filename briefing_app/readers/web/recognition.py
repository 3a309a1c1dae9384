"""What trafilatura takes for the article on a page, and for its headline and authors."""

from __future__ import annotations

import logging
from contextlib import suppress
from copy import copy
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

_MOST = 0.5
"""Of a page's text; where the article is less, other algorithms may find more."""

_PLAIN = frozenset({"body", "p", "head", "list", "item", "quote", "code", "table", "row", "cell",
                    "lb", "del"})  # fmt: skip
_ATTRIBUTES = etree.XPath("//@*", smart_strings=False)
_IN_PARAGRAPHS = etree.XPath("//p//text()", smart_strings=False)
_AUTHOR_MARKS = ("author", "creator", "byl", "writer", "journalist", "username", "screenname",
                 "posted-by", "submitted-by", "channel-name", "zuozhe", "bianji", "xiaobian", "bbl",
                 "+json")  # fmt: skip
"""Everything that trafilatura's expressions for authors look for, and data that may name them."""


def recognised(tree: HtmlElement) -> etree._Element | None:
    """The article as a tree of the library's own elements, None where it recognises none.

    The library compares what it found with what other algorithms find, which takes longest.
    Where they could not change anything any more, its own steps are enough.
    """
    text = tree.text_content()
    length = len(text if "  " not in text and "\n" not in text else " ".join(text.split()))
    if sum(map(len, _IN_PARAGRAPHS(tree))) >= _MOST * length:
        with suppress(Exception):  # where another version has other steps, all is left to it
            body, text = by_own_steps(tree)
            if _is_certain(body, text, length):
                return body
    return by_all_ways(tree)


def by_all_ways(tree: HtmlElement) -> etree._Element | None:
    """What the library decides for in the end, None for nothing."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(tree, options=_options())
    return found.body if isinstance(found, Document) else None


def by_own_steps(tree: HtmlElement) -> tuple[etree._Element, str]:
    """What the library finds at first, and all text in it."""
    from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
    from trafilatura.main_extractor import extract_content
    from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH

    pruned = prune_unwanted_nodes(
        copy(tree), [*RAW_TREE_PRUNE_XPATH, *REMOVE_COMMENTS_AND_LISTS_XPATH]
    )
    # While they are held, the nodes need not be made anew for every walk through the tree.
    held = [*pruned.iter()]
    cleaned = tree_cleaning(pruned, _options())
    body, text = extract_content(convert_tags(cleaned, _options()), _options())
    held.clear()
    return body, text


def may_name_authors(tree: HtmlElement) -> bool:
    """Whether there is any mark in a page by which `guessed_particulars` finds an author."""
    names = "\n".join(_ATTRIBUTES(tree)).lower()
    return any(map(names.__contains__, _AUTHOR_MARKS)) or tree.find(".//author") is not None


def guessed_particulars(tree: HtmlElement) -> tuple[str, str]:
    """Headline and authors as trafilatura guesses them, "" for none."""
    # Not extract_metadata: it looks for a date, tags and a licence too, which takes longest.
    from trafilatura.metadata import (
        examine_meta,
        extract_author,
        extract_meta_json,
        extract_title,
    )

    guess = examine_meta(tree)
    if guess.author and " " not in guess.author:
        guess.author = None
    with suppress(Exception):  # as the library does: it stumbles over odd JSON
        guess = extract_meta_json(tree, guess)
    guess.title = guess.title or extract_title(tree)
    guess.author = guess.author or extract_author(tree)
    guess.clean_and_trim()
    return guess.title or "", (guess.author or "").replace("; ", ", ")


@cache
def _options() -> Extractor:
    # Made once: reading the library's settings takes as long as reading a short page does. Only
    # the tree is wanted, and a format other than "python" leaves out its text.
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Extractor(output_format="txt", comments=False, tables=True)


def _is_certain(body: etree._Element, text: str, length: int) -> bool:
    """Whether the library would keep what it found at first, whatever others find.

    Of those it takes the text only where the first is less than half as long, very short, not
    made of paragraphs or not clean.

    length  characters on the page, more than which nothing can find
    """
    if len(text) < max(_MOST * length, _options().min_extracted_size):
        return False
    tags = [str(node.tag) for node in body.iter()]
    return tags.count("p") >= max(tags.count("table"), 1) and _PLAIN.issuperset(tags)
