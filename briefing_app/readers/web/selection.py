"""A piece of a page that somebody selected: all of it is wanted, unlike of a whole page."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from briefing_app.domain.article import Article, Original, Proposal, ReadFile
from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.plain.printed_lines import without_printed_lines
from briefing_app.readers.plain.text import read_plain_text
from briefing_app.readers.reading import read_whole, tidied
from briefing_app.readers.web.fragment import clean_fragment

_FRAME = re.compile(r"<(nav|footer|aside)[\s>]|role=[\"']?navigation", re.I)
_ELEMENT = re.compile(r"<(?!meta\b)[a-z]", re.I)
_TABLE = re.compile(r"<table\b.*</table>", re.I | re.S)
_DOMAIN = re.compile(r"[\w.-]+\.[a-z]{2,}")


def read_selection(name: str, html: bytes, text: str, url: str = "") -> ReadFile:
    """The article of a selection: its markup as it came, b"" for none, and the same as text.

    `url` is that of the page; without any path it is that of its site, and tells the outlet only.
    Where everything on a page was selected, the article is looked for as in a saved page.
    Raises UnreadableFile: there is no text.
    """
    read = _read(name, html, text, url)
    return replace(read, articles=tuple(map(_without_site, read.articles)))


def _read(name: str, html: bytes, text: str, url: str) -> ReadFile:
    markup = decode(html).text if html else ""
    if _FRAME.search(markup):
        try:
            return read_whole(Incoming(name, html, url))
        except BriefingError:
            if not text.strip():
                raise
    # Of a PDF file Chromium gives its lines for markup, and without a mark where they end.
    is_bare = text.strip() and not _ELEMENT.search(markup)
    paragraphs = [] if is_bare or _are_cells(markup, text) else clean_fragment(markup)
    words = "\n\n".join(paragraphs) or without_printed_lines(text)
    if not words.strip():
        raise UnreadableFile("There is no text to import.", "Copy the article first.")
    if paragraphs:
        original = Original(name, "text/html", html)
    else:
        original = Original(name, "text/plain", text.encode("utf-8", "replace"))
    article, warnings = read_plain_text(words, url)
    articles, more = tidied([replace(article, original_id=original.id)])
    return ReadFile(original, tuple(articles), (*warnings, *more))


def _are_cells(markup: str, text: str) -> bool:
    """Whether there is nothing but cells of a table, whose rows the text has as lines."""
    outside = _TABLE.sub("", markup)
    return "\t" in text and outside != markup and not clean_fragment(outside)


def _without_site(article: Article) -> Article:
    """The article without an address that is not its own; the site may be that of its outlet."""
    site = urlsplit(article.url)
    if not site.hostname or site.path or site.query:
        return article
    provenance = {name: place for name, place in article.provenance.items() if name != "url"}
    proposals = article.proposals
    is_known = article.publisher or any(told.field == "publisher" for told in proposals)
    if not is_known and _DOMAIN.fullmatch(site.hostname):
        name = site.hostname.removeprefix("www.")
        proposals = (*proposals, Proposal("publisher", name, "address"))
    return replace(article, url="", provenance=provenance, proposals=proposals)
