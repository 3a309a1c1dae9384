"""What a web page says of its article in its head: JSON-LD, OpenGraph, meta tags, links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from briefing_app.readers.canonical import one_line
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.authors import people
from briefing_app.readers.particulars.dates import iso_date
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.metadata import Particulars, clean_address
from briefing_app.readers.web.headline import headings, headline_in, is_about
from briefing_app.readers.web.json_ld import article_fields
from briefing_app.readers.web.page_elements import offer_elements, propose_address_date

_TAGS = (
    ("publisher", "OpenGraph", ("og:site_name",)),
    ("publisher", "meta tag", ("dc.publisher", "application-name", "publisher")),
    ("headline", "OpenGraph", ("og:title",)),
    ("headline", "meta tag", ("twitter:title", "dc.title", "parsely-title", "sailthru.title")),
    ("published", "OpenGraph", ("article:published_time", "og:article:published_time")),
    ("published", "meta tag", ("datepublished", "dc.date.issued", "dcterms.created", "pubdate",
                               "publishdate", "publish-date", "publication_date", "date",
                               "dc.date", "sailthru.date", "parsely-pub-date")),
    ("updated", "OpenGraph", ("article:modified_time", "og:article:modified_time",
                              "og:updated_time")),
    ("updated", "meta tag", ("datemodified", "dcterms.modified", "last-modified", "lastmod")),
    ("news_section", "OpenGraph", ("article:section", "og:article:section")),
    ("news_section", "meta tag", ("articlesection", "section", "parsely-section",
                                  "prism.section")),
    ("print_page", "meta tag", ("prism.startingpage", "citation_firstpage", "print-page")),
    ("byline", "OpenGraph", ("article:author", "og:article:author")),
    ("byline", "meta tag", ("author", "dc.creator", "byl", "parsely-author", "sailthru.author")),
)  # fmt: skip
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)", re.I)
_DATES = ("published", "updated")


def read_page(found: Particulars, tree: HtmlElement) -> tuple[str, str]:
    """Offer what the markup of a page says of its article; nothing is taken from its text.

    Returns the article's text and its deck as the head states them, "" for none: whether they
    are what the page shows has to be seen from the page.
    """
    scripts = [
        node.text
        for node in tree.iter("script")
        if "ld+json" in (node.get("type") or "").lower() and node.text
    ]
    stated = article_fields(scripts)
    tags = _meta_tags(tree)
    _offer_address(found, tree, stated.pop("url", ""), tags)
    stated_names = (stated.get("publisher", ""), *tags.get("og:site_name", ()))
    if not any(outlets.is_printed(outlets.printed_name(name)) for name in stated_names if name):
        found.offer("publisher", outlets.of_address(found.get("url")), "address")
    found.offer("publisher", stated.pop("publisher", ""), "JSON-LD")
    _offer_language(found, tree, stated.pop("language", ""), tags)
    body = stated.pop("body", "")
    deck = stated.pop("deck", "") or next(iter(tags.get("og:description", ())), "")
    title, shown = one_line(tree.findtext(".//title") or ""), headings(tree)
    name = stated.pop("name", "")
    if not is_about(stated.get("headline", ""), (title, *tags.get("og:title", ()), *shown[:1])):
        stated["headline"] = name
    for field, value in stated.items():
        _offer_tag(found, shown, field, value, "JSON-LD")
    for field, place, tag_names in _TAGS:
        for values in (tags[name] for name in tag_names if name in tags):
            for value in [people(values)] if field == "byline" else values:
                _offer_tag(found, shown, field, value, place)
    offer_elements(found, tree)
    _offer_title(found, title, shown)
    propose_address_date(found)
    return body, deck


def _offer_title(found: Particulars, title: str, shown: Sequence[str]) -> None:
    """Offer a page's title where nothing better is known, and what may be the headline in it."""
    if not found.get("headline"):
        title = headline_in(title, shown, found.get("publisher"), found.get("url"))
        found.offer("headline", title, "page title")
        parts = re.split(r"\s+[|–—-]\s+|\s+:\s+", title)
        found.vary("headline", max(parts, key=len), "part of the page title")


def _offer_tag(
    found: Particulars, shown: Sequence[str], field: str, value: str, place: str
) -> None:
    if field in _DATES:
        value = iso_date(value)
    elif field == "headline" and not found.get("headline"):
        value = headline_in(value, shown, found.get("publisher"), found.get("url"))
    _offer(found, field, value, place)


def _offer(found: Particulars, field: str, value: str, place: str) -> None:
    """Offer a value; "updated" only if it tells more than "published" does."""
    if field != "updated" or value != found.get("published"):
        found.offer(field, value, place)


def _meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = one_line(node.get("content") or "")
        if name and content:
            tags.setdefault(name.lower(), []).append(content)
    return tags


def _offer_address(
    found: Particulars, tree: HtmlElement, stated: str, tags: dict[str, list[str]]
) -> None:
    comments = (node.text or "" for node in tree.getroottree().xpath("//comment()")[:20])
    saved = next((m[1] for m in map(_SAVED_FROM.search, comments) if m), "")
    canonical = next(
        (node.get("href") for node in tree.iter("link")
         if "canonical" in (node.get("rel") or "").lower().split() and node.get("href")), ""
    )  # fmt: skip
    places = (
        (canonical, "canonical link"),
        (next(iter(tags.get("og:url", ())), ""), "OpenGraph"),
        (stated, "JSON-LD"),
        (saved, "saved page"),
    )
    for value, place in places:
        try:
            address = clean_address(urljoin(saved or found.get("url"), value)) if value else ""
        except ValueError:
            continue
        if urlsplit(address).path.strip("/") or urlsplit(address).query:
            found.offer("url", address, place)


def _offer_language(
    found: Particulars, tree: HtmlElement, stated: str, tags: dict[str, list[str]]
) -> None:
    found.offer("language", tag_of(stated), "JSON-LD")
    found.offer("language", tag_of(tree.get("lang") or ""), "page markup")
    for name in ("content-language", "og:locale"):
        found.offer("language", tag_of(next(iter(tags.get(name, ())), "")), "meta tag")
