"""Feeds (RSS 0.9 to 2.0, RSS 1.0, Atom): every item that has text is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from lxml import etree

from briefing_app.domain.article import Article, SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import one_line
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.authors import authors_line
from briefing_app.readers.particulars.dates import iso_date
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.metadata import (
    HEADLINE_LENGTH,
    Particulars,
    clean_address,
    complete,
)
from briefing_app.readers.web.fragment import clean_fragment, split_fragment
from briefing_app.readers.wire.news_item import offer_deck
from briefing_app.readers.xml_tree import (
    XML_LANGUAGE,
    children,
    descendants,
    local_name,
    markup_of,
    parse,
    text_of,
)

ITEMS = 2_000

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_ORIGINAL_LINK = "{http://rssnamespace.org/feedburner/ext/1.0}origLink"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_OWN = re.compile(r"(\{(http://purl\.org/rss/1\.0/|http://my\.netscape\.com/rdf/simple/0\.9/|"
                  r"http://www\.w3\.org/2005/Atom|http://purl\.org/atom/ns#|"
                  r"http://backend\.userland\.com/rss2?)\})?(?P<name>\w+)")  # fmt: skip
_FULL_TEXT_LENGTH = 1_500
"""Characters; a description that is shorter is a teaser."""
_GOES_ON = re.compile(
    r"(\[?(…|\.\.\.|&hellip;)\]?|(read|continue|show) (more|reading)|read (the )?(full|whole) "
    r"(story|article)|weiterlesen|mehr lesen|lire la suite|leer m[aá]s|seguir leyendo|"
    r"continua a leggere|اقرأ المزيد|ادامه مطلب|ادامه)\W*$",
    re.I,
)
_SIGNATURE = re.compile(
    r"the post .{1,300} (appeared first|first appeared) on .{1,120}|"
    r"(comments|permalink|source|via)\s*:?\W*|\[?(link|comments)\]?( \[?comments\]?)?",
    re.I,
)


@dataclass(frozen=True)
class _Channel:
    """What a feed says of all its items."""

    outlet: str
    language: str
    authors: str
    base: str


def read_feed(file: Incoming) -> Contents:
    """Read a feed: an article for every item that has text.

    Raises UnreadableFile: damaged, or no item has text.
    """
    root = parse(file.data)
    channel = _channel(root, file.url)
    articles: list[Article] = []
    teasers: list[str] = []
    is_entry = local_name(root) == "entry"
    items = [root] if is_entry else list(descendants(root, "item", "entry"))
    for item in items[:ITEMS]:
        article, is_whole = _article(item, channel)
        if article.body:
            articles.append(article)
        if article.body and not is_whole:
            teasers.append(article.headline)
    if not articles:
        raise UnreadableFile(
            "there is no article text in this feed.",
            "Open the articles in a browser, save the pages and import those files.",
        )
    return Contents(articles, list(_warnings(len(items), len(articles), teasers)))


def _warnings(items: int, articles: int, teasers: Sequence[str]) -> Iterator[str]:
    if teasers:
        shown = "; ".join(f"“{headline}”" for headline in teasers[:3])
        more = f" and {len(teasers) - 3} more" if len(teasers) > 3 else ""
        yield f"Only the teaser is in the feed of {shown}{more}; import the page for the text."
    if items > ITEMS:
        yield f"The feed has {items:,} items; the first {ITEMS:,} were read."
    empty = min(items, ITEMS) - articles
    if empty:
        noun = "item has" if empty == 1 else "items have"
        yield f"{empty} {noun} no text and did not come in."


def _channel(root: etree._Element, url: str) -> _Channel:
    channel = next(children(root, "channel"), root)
    base = urljoin(url, channel.get(_BASE) or root.get(_BASE) or "")
    language = _first(channel, "language", f"{_DUBLIN}language")
    return _Channel(
        _outlet(_first(channel, "title")[:HEADLINE_LENGTH]),
        language or channel.get(XML_LANGUAGE) or root.get(XML_LANGUAGE) or "",
        _authors(channel),
        base,
    )


def _outlet(title: str) -> str:
    """The outlet in the title of a feed: "Reuters" of "Reuters: World News"."""
    for part in (title, *re.split(r"\s*[|»›:>]\s*|\s+[-–—]\s+", title)):
        name = outlets.printed_name(part)
        if part and name in outlets.outlets().by_name.values():
            return name
    return title


def _article(item: etree._Element, channel: _Channel) -> tuple[Article, bool]:
    """The article of an item, and whether its text is all there and not only the teaser."""
    found = Particulars()
    found.offer("headline", _plain(_child(item, "title")), "feed")
    found.offer("url", clean_address(_link(item, channel.base)), "feed")
    _offer_dates(found, item)
    found.offer("byline", _authors(item) or channel.authors, "feed")
    source = next((node for node in item if _own_name(node) == "source"), None)
    if source is not None:
        found.offer("publisher", _first(source, "title") or text_of(source), "feed")
    found.offer("publisher", channel.outlet, "title of the feed")
    language = item.get(XML_LANGUAGE) or _first(item, f"{_DUBLIN}language") or channel.language
    found.offer("language", tag_of(language), "feed")
    text, captions, teaser, is_content = _texts(item)
    offer_deck(found, _GOES_ON.sub("", " ".join(teaser)), text, "feed")
    is_whole = is_content or len("".join(text)) >= _FULL_TEXT_LENGTH
    is_whole = is_whole and not (text and _GOES_ON.search(text[-1][-60:]))
    signatures = [SetAside("navigation", line) for line in text if _SIGNATURE.fullmatch(line)]
    body, head = take_head(found, [line for line in text if not _SIGNATURE.fullmatch(line)])
    return complete(found, body, [*captions, *head, *signatures]), is_whole


def _texts(item: etree._Element) -> tuple[list[str], list[SetAside], list[str], bool]:
    """The paragraphs and captions of an item, those of a teaser beside them, and whether it has
    content, for a description may be either.
    """
    full, captions = _paragraphs(_child(item, _CONTENT, "content"))
    short, others = _paragraphs(_child(item, "description", "summary"))
    if len("".join(full)) < len("".join(short)):
        return short, others, [], False
    return full, captions, short, bool(full)


def _paragraphs(node: etree._Element | None) -> tuple[list[str], list[SetAside]]:
    if node is None:
        return [], []
    if node.get("type") == "text":
        return [line for line in map(one_line, (node.text or "").split("\n")) if line], []
    return split_fragment(markup_of(node) if len(node) else node.text or "")


def _offer_dates(found: Particulars, item: etree._Element) -> None:
    published = _date(
        _first(item, "pubDate", "published", "issued", f"{_DUBLIN}date", f"{_TERMS}issued",
               f"{_TERMS}created", "created")
    )  # fmt: skip
    updated = _date(_first(item, "updated", "modified", f"{_TERMS}modified"))
    found.offer("published", published, "feed")
    if published and updated != published:
        found.offer("updated", updated, "feed")
    elif not published:
        found.propose("published", updated, "last change in the feed")


def _date(text: str) -> str:
    """A date of RFC 822 or ISO 8601 as ISO 8601, zone kept; "" for none."""
    found = iso_date(text)
    if found or not text:
        return found
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _link(item: etree._Element, base: str) -> str:
    original = _first(item, _ORIGINAL_LINK)
    if original:
        return original
    for node in item:
        if _own_name(node) == "link" and node.get("rel", "alternate") == "alternate":
            return _joined(base, node.get("href") or text_of(node))
    guid = _child(item, "guid")
    if guid is not None and guid.get("isPermaLink", "true") == "true":
        return text_of(guid)
    return item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about") or ""


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return ""


def _authors(node: etree._Element) -> str:
    names = [text_of(child) for child in node if child.tag == f"{_DUBLIN}creator"]
    for author in (child for child in node if _own_name(child) == "author"):
        name = next(children(author, "name"), None)
        names.append(text_of(author if name is None else name))
    return authors_line(names)


def _own_name(node: etree._Element) -> str:
    """The name of an element of RSS or Atom itself; "" for one of an extension."""
    own = _OWN.fullmatch(node.tag) if isinstance(node.tag, str) else None
    return own["name"] if own else ""


def _child(node: etree._Element, *names: str) -> etree._Element | None:
    """The first child of the first of these names that it has, None where it has none."""
    for name in names:
        for child in node:
            if (child.tag if name.startswith("{") else _own_name(child)) == name:
                return child
    return None


def _first(node: etree._Element, *names: str) -> str:
    """The text of the first child that has any, of these names in their order."""
    return next(filter(None, (text_of(_child(node, name)) for name in names)), "")


def _plain(node: etree._Element | None) -> str:
    """A title without its markup, which may be escaped."""
    if node is None:
        return ""
    text = text_of(node)
    if node.get("type") != "text" and re.search(r"<\w|</|&#?\w+;", text):
        return " ".join(clean_fragment(text)) or text
    return text
