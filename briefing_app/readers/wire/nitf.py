"""NITF, in which agencies and newspapers mark up a text (https://iptc.org/standards/nitf/)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from briefing_app.domain.article import Article, SetAside
from briefing_app.readers.boilerplate import same_headline
from briefing_app.readers.canonical import one_line
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.dates import iso_date
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.metadata import Particulars, clean_address, complete
from briefing_app.readers.wire.news_item import (
    Body,
    authors,
    markup_body,
    no_text,
    offer_deck,
    printed_outlet,
    state_warnings,
)
from briefing_app.readers.xml_tree import (
    XML_LANGUAGE,
    children,
    descendants,
    local_name,
    markup_of,
    parse,
    text_of,
)

_PLACE = "NITF"
_MOMENT = re.compile(r"(\d{8})T?(\d{6})?(Z|[+-]\d{2}:?\d{2})?")
_DATE_PART = re.compile(r",[^,]*\d.*")
_AS_HTML = {
    "hl1": "h1", "hl2": "h2", "block": "div", "body.content": "div", "media": "figure",
    "media-caption": "figcaption", "caption": "figcaption", "media-producer": "figcaption",
    "media-metadata": "template", "note": "aside", "hedline": "div", "bq": "blockquote",
    "header": "template", "footer": "template",
}  # fmt: skip
_MARK = re.compile(r"\s*\([^()]{2,20}\)[\s.]*[-–—]*\s*$")
"""The agency behind the place: "London (dpa) -"."""

_LEADS = ("lead_paragraph", "online_lead_paragraph")
"""Classes of blocks that only repeat how the "full_text" beside them begins."""


def read_nitf(file: Incoming) -> Contents:
    """Read a text in NITF. Raises UnreadableFile: damaged, or there is no text in it."""
    root = parse(file.data, may_name_type=True)
    article = _article(root)
    if not article.body:
        raise no_text([])
    data = next(descendants(root, "docdata"), etree.Element("none"))
    status = data.get("management-status") or ""
    release = moment(_norm(data, "date.release")) if status == "embargoed" else ""
    return Contents([article], list(state_warnings(article.headline, status, release)))


def body_of_nitf(node: etree._Element) -> Body:
    """Paragraphs and captions of whatever NITF or XHTML is in a node."""
    body = next(descendants(node, "body"), node)
    part = next(descendants(body, "body.content"), body)
    blocks = list(descendants(part, "block"))
    if any(block.get("class") == "full_text" for block in blocks):
        for block in (block for block in blocks if block.get("class") in _LEADS):
            parent = block.getparent()
            if parent is not None:
                parent.remove(block)
    return markup_body(markup_of(part, _AS_HTML))


def head_text(head: etree._Element | None, *names: str) -> str:
    """The first text of these names in the head of a body, without titles of authors and dates."""
    return next(_head_texts(head, *names), "")


def byline(head: etree._Element | None, outlet: str) -> str:
    """The authors that the head of a body names, "" for none."""
    return authors(_head_texts(head, "byline"), outlet)


def dateline(text: str) -> str:
    """The place of a dateline, without the date behind it."""
    return _DATE_PART.sub("", _MARK.sub("", text)).strip(" ,")


def moment(norm: str) -> str:
    """A date as NITF writes it, "20200106T184200+0100", in ISO 8601; "" for none.

    Midnight to the second is how a day without time is written.
    """
    match = _MOMENT.fullmatch(norm.strip())
    if not match:
        return iso_date(norm)
    day, time, zone = match.groups(default="")
    return iso_date(f"{day}T{time}{zone}" if time.strip("0") else day)


def _head_texts(head: etree._Element | None, *names: str) -> Iterator[str]:
    if head is None:
        return
    for name in names:
        for node in descendants(head, name):
            text = text_of(node)
            for title in descendants(node, "byttl", "story.date"):
                text = text.replace(text_of(title), "")
            if text.strip(" ,") and not (node.get("class") or "").startswith("normalized"):
                yield one_line(text).strip(" ,")


def _article(root: etree._Element) -> Article:
    found = Particulars()
    head = next(descendants(root, "body.head"), None)
    body = next(children(root, "body"), root)
    paragraphs, captions = body_of_nitf(body)
    title = next((text_of(node) for node in descendants(root, "title")), "")
    for headline in (head_text(head, "hl1"), head_text(head, "hedline"), title):
        found.offer("headline", headline, _PLACE)
    _offer_publication(found, root, head)
    found.offer("byline", byline(head, found.get("publisher")), _PLACE)
    found.offer("dateline", dateline(head_text(head, "location", "dateline")), _PLACE)
    _offer_dates(found, root, head)
    found.offer("language", tag_of(root.get(XML_LANGUAGE) or body.get("lang") or ""), _PLACE)
    for deck in _head_texts(head, "hl2", "abstract"):
        if not same_headline(deck, found.get("headline")):
            offer_deck(found, deck, paragraphs, _PLACE)
    end = [SetAside("credits", text_of(line)) for line in descendants(root, "tagline")]
    text, aside = take_head(found, paragraphs)
    return complete(found, text, [*captions, *aside, *end])


def _offer_publication(
    found: Particulars, root: etree._Element, head: etree._Element | None
) -> None:
    """Offer outlet, address, section and page."""
    data = list(descendants(root, "pubdata"))
    owners = (node.get("holder") or "" for node in descendants(root, "doc.copyright"))
    sources = (node.get("regsrc") or "" for node in descendants(root, "doc-id"))
    names = (node.get("name") or "" for node in data)
    agency = head_text(head, "distributor", "rights.owner")
    for name in (*names, *map(outlets.of_mark, sources)):
        found.offer("publisher", outlets.of_mark(name) or name, _PLACE)
    found.offer("publisher", printed_outlet([agency, *owners]), _PLACE)
    for node in data:
        section, page = node.get("position.section") or "", node.get("position.sequence") or ""
        is_letter = len(section) < 3
        found.offer("news_section", "" if is_letter else section, _PLACE)
        found.offer("print_page", f"{section}{page}" if page and is_letter else page, _PLACE)
        found.offer("url", clean_address(node.get("ex-ref") or ""), _PLACE)


def _offer_dates(found: Particulars, root: etree._Element, head: etree._Element | None) -> None:
    stated = [_norm(root, "date.issue")]
    stated += [node.get("date.publication") or "" for node in descendants(root, "pubdata")]
    stated += [_norm(root, "date.release"), "" if head is None else _norm(head, "story.date")]
    for date in map(moment, stated):
        found.offer("published", date, _PLACE)


def _norm(node: etree._Element, name: str) -> str:
    """The date of the first element of this name, "" for none."""
    for date in descendants(node, name):
        if local_name(date) == name and date.get("norm"):
            return date.get("norm") or ""
    return ""
