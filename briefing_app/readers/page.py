"""What a web page says of its article: JSON-LD, OpenGraph, meta tags, and marked-up elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from briefing_app.readers import agency, outlets
from briefing_app.readers.canonical import one_line
from briefing_app.readers.dates import find_date, iso_date
from briefing_app.readers.json_ld import article_fields
from briefing_app.readers.language import tag_of
from briefing_app.readers.metadata import Particulars, clean_address

_TAGS = (
    ("publisher", "OpenGraph", ("og:site_name",)),
    ("publisher", "meta tag", ("dc.publisher", "application-name", "publisher")),
    ("headline", "OpenGraph", ("og:title",)),
    ("headline", "meta tag", ("twitter:title", "dc.title", "parsely-title", "sailthru.title")),
    ("published", "OpenGraph", ("article:published_time", "og:article:published_time")),
    ("published", "meta tag", ("datepublished", "dc.date.issued", "dcterms.created", "pubdate",
                               "publishdate", "publish-date", "publication_date", "date",
                               "dc.date", "sailthru.date", "parsely-pub-date")),
    ("byline", "OpenGraph", ("article:author", "og:article:author")),
    ("byline", "meta tag", ("author", "dc.creator", "byl", "parsely-author", "sailthru.author")),
)  # fmt: skip
_ASIDE = {"nav", "aside", "footer"}
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)", re.I)
_DATED = re.compile(
    r"publish|pub-?date|(post|article|entry|story)[-_]+date|dateline|timestamp", re.I
)
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-])")
_CHANGED = re.compile(r"modif|updat|changed|relative", re.I)


def read_page(found: Particulars, tree: HtmlElement) -> None:
    """Offer what the markup of a page says of its article; nothing is taken from its text."""
    scripts = [
        node.text
        for node in tree.iter("script")
        if "ld+json" in (node.get("type") or "").lower() and node.text
    ]
    stated = article_fields(scripts)
    tags = _meta_tags(tree)
    _offer_address(found, tree, stated.pop("url", ""), tags)
    _offer_language(found, tree, stated.pop("language", ""), tags)
    for field, value in stated.items():
        found.offer(field, iso_date(value) if field == "published" else value, "JSON-LD")
    for field, place, names in _TAGS:
        for value in (value for name in names for value in tags.get(name, ())):
            _offer_tag(found, field, value, place)
    _offer_elements(found, tree)


def _offer_tag(found: Particulars, field: str, value: str, place: str) -> None:
    if field == "published":
        value = iso_date(value)
    elif field == "headline":
        value = _without_site(value, found, place)
    elif field == "byline":
        value = "" if "://" in value or len(value) > 200 else _names(value)
    found.offer(field, value, place)


def _names(value: str) -> str:
    return agency.byline(value) or agency.byline(f"By {value}")


def _without_site(title: str, found: Particulars, place: str) -> str:
    """A title without " - Outlet" at its end."""
    if place == "title" and not found.get("publisher"):
        return title
    head, mark, tail = (re.split(r"(\s+[|–—-]\s+)(?=[^|–—]*$)", title) + ["", ""])[:3]
    known = outlets.printed_name(tail).casefold()
    is_outlet = known == found.get("publisher").casefold() or known in _known_outlets()
    return head if mark and is_outlet else title


def _known_outlets() -> set[str]:
    return {name.casefold() for name in outlets.outlets().by_name.values()}


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


def _offer_elements(found: Particulars, tree: HtmlElement) -> None:
    headings = [text for text in map(_text, tree.iter("h1")) if text]
    if len(headings) == 1:
        found.offer("headline", headings[0], "page heading")
    title = one_line(tree.findtext(".//title") or "")
    found.offer("headline", _without_site(title, found, "title"), "page title")
    found.offer("headline", headings[0] if headings else "", "page heading")
    for node in _authors(tree):
        text = _text(node)
        if len(text) < 200:
            found.offer("byline", _names(text), "byline")
            found.offer("published", find_date(text), "byline")
    for node in tree.iter("time"):
        if not _CHANGED.search(" ".join(node.values())) and not _is_beside(node):
            stated = iso_date(node.get("datetime") or "") or find_date(_text(node))
            found.offer("published", stated, "time element")
    for node in tree.xpath("//*[@itemprop='datePublished']"):
        stated = node.get("datetime") or node.get("content") or _text(node)
        found.offer("published", iso_date(stated), "page markup")
    if not found.get("published"):
        found.offer("published", _date_beside_headline(tree), "page markup")
    path_date = _PATH_DATE.search(urlsplit(found.get("url")).path)
    found.offer(
        "published", find_date("-".join(path_date.groups())) if path_date else "", "address"
    )


def _date_beside_headline(tree: HtmlElement) -> str:
    """The date in a short element whose class says that it holds the date of publication."""
    for node in tree.xpath("//*[@class][string-length() < 200]"):
        text = _text(node)
        stated = _DATED.search(node.get("class") or "") and not _CHANGED.search(text)
        if stated and len(text) < 100 and not _is_beside(node) and find_date(text):
            return find_date(text)
    return ""


def _authors(tree: HtmlElement) -> Iterator[HtmlElement]:
    marked = tree.xpath("//*[@itemprop='author' or @rel='author']")
    classed = tree.xpath("//*[contains(concat(' ',translate(@class,'-_','  '),' '),' byline ')]")
    return (node for node in [*marked, *classed] if not _is_beside(node))


def _is_beside(node: HtmlElement) -> bool:
    return any(parent.tag in _ASIDE for parent in node.iterancestors())


def _text(node: HtmlElement) -> str:
    return one_line(node.text_content())
