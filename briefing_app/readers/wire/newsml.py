"""NewsML-G2 of the news agencies (https://iptc.org/standards/newsml-g2/), with NITF in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from briefing_app.domain.article import Article
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.dates import iso_date
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.metadata import Particulars, clean_address, complete
from briefing_app.readers.wire.news_item import (
    FORMS,
    ITEMS,
    Body,
    authors,
    best_body,
    left_out,
    markup_body,
    no_text,
    offer_deck,
    plain_body,
    printed_outlet,
    state_warnings,
)
from briefing_app.readers.wire.nitf import body_of_nitf, byline, dateline, head_text
from briefing_app.readers.xml_tree import (
    XML_LANGUAGE,
    children,
    descendants,
    local_name,
    parse,
    text_of,
)

_PLACE = "NewsML-G2"
_AUTHOR = re.compile(
    r"(?:autor(?:/in|en)?|author|auteur)\s*:\s*(?P<names>[^(@:]+?)\s*(?:\(|,|$).*", re.I
)
"""A note to the desks that names the author."""


def read_newsml(file: Incoming) -> Contents:
    """Read an item or a message with several: an article for every item with text.

    Raises UnreadableFile: damaged, or nothing in it has text.
    """
    root = parse(file.data)
    items = [root] if local_name(root) == "newsItem" else list(descendants(root, "newsItem"))
    articles: list[Article] = []
    warnings: list[str] = []
    for item in islice(items, ITEMS):
        article = _article(item)
        if article.body:
            articles.append(article)
            warnings += _warnings(item, article.headline)
    if not articles:
        raise no_text(list(_kinds(root, items)))
    return Contents(articles, warnings + left_out(len(items), len(articles)))


def _kinds(root: etree._Element, items: list[etree._Element]) -> Iterator[str]:
    for item in items:
        for meta in children(item, "itemMeta"):
            yield from map(_code, children(meta, "itemClass"))
    yield local_name(root)
    yield from (local_name(node) for node in descendants(root, "packageItem", "planningItem"))


def _warnings(item: etree._Element, headline: str) -> Iterator[str]:
    meta = _below(item, "itemMeta")
    embargo = iso_date(_text(meta, "embargoed"))
    return state_warnings(headline, _code(_below(meta, "pubStatus")), embargo)


def _article(item: etree._Element) -> Article:
    meta, content = _below(item, "itemMeta"), _below(item, "contentMeta")
    found = Particulars()
    paragraphs, captions = _body(_below(item, "contentSet"))
    nitf = next(descendants(_below(item, "contentSet"), "body.head"), None)
    for headline in (_text(content, "headline"), head_text(nitf, "hl1"), _text(meta, "title")):
        found.offer("headline", headline, _PLACE)
    _offer_outlet(found, item, meta, content)
    by = _text(content, "by") or byline(nitf, found.get("publisher"))
    names = [_name(node) for node in children(content, "creator")]
    outlet = found.get("publisher")
    found.offer("byline", authors([by], outlet) or authors(names, outlet), _PLACE)
    for note in map(_AUTHOR.fullmatch, map(text_of, children(meta, "edNote"))):
        found.propose("byline", authors([note["names"]], outlet) if note else "", "note to editors")
    place = _text(content, "dateline") or head_text(nitf, "location", "dateline")
    found.offer("dateline", dateline(place), _PLACE)
    found.offer("url", clean_address(_address(item, meta)), _PLACE)
    _offer_dates(found, meta, content)
    language = _below(content, "language").get("tag") or item.get(XML_LANGUAGE) or ""
    found.offer("language", tag_of(language), _PLACE)
    summary = next((node for node in children(content, "description")
                    if _code(node, "role") in ("summary", "")), None)  # fmt: skip
    offer_deck(found, text_of(summary) or head_text(nitf, "hl2", "abstract"), paragraphs, _PLACE)
    body, aside = take_head(found, paragraphs)
    return complete(found, body, [*captions, *aside])


def _offer_outlet(
    found: Particulars, item: etree._Element, meta: etree._Element, content: etree._Element
) -> None:
    provider = _below(meta, "provider")
    rights = _below(_below(item, "rightsInfo"), "copyrightHolder")
    credit = _text(content, "creditline")
    known = outlets.of_mark(_code(provider)) or outlets.of_address(provider.get("uri") or "")
    sources = map(_name, children(content, "infoSource"))
    names = (_name(provider), known, credit, _name(rights), *sources)
    found.offer("publisher", printed_outlet(names), _PLACE)


def _offer_dates(found: Particulars, meta: etree._Element, content: etree._Element) -> None:
    stated = [
        iso_date(date)
        for date in (
            _text(content, "contentCreated"),
            _text(meta, "firstCreated"),
            _text(content, "contentModified"),
            _text(meta, "versionCreated"),
        )
    ]
    created, first, modified, version = stated
    published = created or first or modified or version
    found.offer("published", published, _PLACE)
    updated = modified or version
    found.offer("updated", updated if updated != published else "", _PLACE)


def _address(item: etree._Element, meta: etree._Element) -> str:
    """The address of the item's page, or its identifier where that is one."""
    for link in children(meta, "link"):
        kind = link.get("contenttype") or ""
        if "html" in kind and link.get("href"):
            return link.get("href") or ""
    return item.get("guid") or ""


def _body(content: etree._Element) -> Body:
    """The longest of the forms in which the text is given."""
    marked_up: list[Body] = []
    plain: list[Body] = []
    for node in islice(children(content, "inlineXML"), FORMS):
        marked_up.append(body_of_nitf(node))
    for node in islice(children(content, "inlineData"), FORMS):
        text = "".join(str(part) for part in node.itertext(etree.Element, etree.Entity))
        if "html" in (node.get("contenttype") or ""):
            marked_up.append(markup_body(text))
        elif not node.get("encoding"):
            plain.append(plain_body(text))
    return best_body(marked_up, plain)


def _below(node: etree._Element, name: str) -> etree._Element:
    """The first child of this name, an empty element where there is none."""
    return next(children(node, name), etree.Element("none"))


def _text(node: etree._Element, name: str) -> str:
    return next(filter(None, map(text_of, children(node, name))), "")


def _name(party: etree._Element) -> str:
    return _text(party, "name") or party.get("literal") or ""


def _code(node: etree._Element, attribute: str = "qcode") -> str:
    """The term of a code like "stat:canceled" or of the address in its stead."""
    code = node.get(attribute) or node.get("uri") or ""
    return code.rstrip("/").replace("/", ":").rpartition(":")[2]
