"""What trafilatura takes for the article on a page, and for its headline and authors."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement

if TYPE_CHECKING:
    from trafilatura.settings import Document, Extractor

_MOST = 0.5
"""Of a page's text; where the article is less, other algorithms may find more."""

_PLAIN = frozenset({"body", "p", "head", "list", "item", "quote", "code", "table", "row", "cell",
                    "lb", "del"})  # fmt: skip
_HAS_TEASERS = etree.XPath("boolean(//@class[contains(., 'easer')] | //@id[contains(., 'easer')])")
_ATTRIBUTES = etree.XPath("//@*", smart_strings=False)
_IN_PARAGRAPHS = etree.XPath("//p//text()", smart_strings=False)
_AUTHOR_MARKS = ("author", "creator", "byl", "writer", "journalist", "username", "screenname",
                 "posted-by", "submitted-by", "channel-name", "zuozhe", "bianji", "xiaobian", "bbl",
                 "+json")  # fmt: skip
"""Everything that trafilatura's expressions for authors look for, and data that may name them."""


def recognised(tree: HtmlElement) -> etree._Element | None:
    """The article as a tree of the library's own elements, None where it recognises none.

    The library compares what it found with what two other algorithms find, which takes longest.
    Where they could not change anything any more they are not asked.
    """
    text = tree.text_content()
    length = len(text if "  " not in text and "\n" not in text else " ".join(text.split()))
    written = sum(map(len, _IN_PARAGRAPHS(tree)))
    # Teasers it treats otherwise on the quick way.
    if written >= _MOST * length and not _HAS_TEASERS(tree):
        found = _extracted(tree, _options(fast=True))
        if found is not None and _is_certain(found, length):
            return found.body
    found = _extracted(tree, _options(fast=False))
    return None if found is None else found.body


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


def _extracted(tree: HtmlElement, options: Extractor) -> Document | None:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(tree, options=options)
    return found if isinstance(found, Document) else None


@cache
def _options(*, fast: bool) -> Extractor:
    # Made once: reading the library's settings takes as long as reading a short page does. Only
    # the tree is wanted, and a format other than "python" leaves out its text.
    from trafilatura.settings import Extractor

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return Extractor(output_format="txt", comments=False, tables=True, fast=fast)


def _is_certain(found: Document, length: int) -> bool:
    """Whether the library would keep what its quick way found, whatever others find.

    Of those it takes the text only where the first is less than half as long, very short, not
    made of paragraphs or not clean.

    length  characters on the page, more than which nothing can find
    """
    text = found.raw_text or ""
    if len(text) < max(_MOST * length, _options(fast=True).min_extracted_size):
        return False
    tags = [str(node.tag) for node in found.body.iter()]
    # Its last resort, all paragraphs of a page, tells them apart by line breaks.
    is_last_resort = tags.count("p") < 2 or text != " ".join(found.body.itertext()).strip()
    return not is_last_resort and tags.count("p") >= tags.count("table") and _PLAIN.issuperset(tags)
