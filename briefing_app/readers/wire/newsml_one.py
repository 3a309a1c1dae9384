"""NewsML 1, which agencies wrote before NewsML-G2 and some write still, NITF or XHTML in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from briefing_app.domain.article import Article
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.metadata import Particulars, complete
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
from briefing_app.readers.wire.nitf import body_of_nitf, byline, dateline, head_text, moment
from briefing_app.readers.xml_tree import XML_LANGUAGE, descendants, parse, text_of

_PLACE = "NewsML"


def read_newsml_one(file: Incoming) -> Contents:
    """Read a file of NewsML 1: an article for every item with text.

    Raises UnreadableFile: damaged, or nothing in it has text.
    """
    root = parse(file.data, may_name_type=True)
    articles: list[Article] = []
    warnings: list[str] = []
    items = list(descendants(root, "NewsItem"))
    for item in islice(items, ITEMS):
        article = _article(item, root.get(XML_LANGUAGE) or "")
        if article.body:
            articles.append(article)
            status = _formal(item, "Status").lower()
            warnings += state_warnings(article.headline, status, "")
    if not articles:
        kinds = (node.get("FormalName") or "" for node in descendants(root, "MediaType"))
        raise no_text([kind.lower() for kind in kinds])
    return Contents(articles, warnings + left_out(len(items), len(articles)))


def _article(item: etree._Element, language: str) -> Article:
    found = Particulars()
    contents = list(islice(descendants(item, "DataContent"), FORMS))
    paragraphs, captions = _body(contents)
    nitf = next((head for node in contents for head in descendants(node, "body.head")), None)
    for headline in (_text(item, "HeadLine"), head_text(nitf, "hl1"), _text(item, "NewsItemTitle")):
        found.offer("headline", headline, _PLACE)
    found.offer("publisher", printed_outlet(_outlets(item)), _PLACE)
    outlet = found.get("publisher")
    by = authors([_text(item, "ByLine")], outlet) or byline(nitf, outlet)
    found.offer("byline", by, _PLACE)
    place = _text(item, "DateLine") or head_text(nitf, "location", "dateline")
    found.offer("dateline", dateline(place), _PLACE)
    published, updated = (moment(_text(item, n)) for n in ("FirstCreated", "ThisRevisionCreated"))
    found.offer("published", published or updated, _PLACE)
    found.offer("updated", updated if published and updated != published else "", _PLACE)
    found.offer("language", tag_of(_formal(item, "Language") or language), _PLACE)
    offer_deck(found, _text(item, "SubHeadLine") or head_text(nitf, "hl2"), paragraphs, _PLACE)
    text, aside = take_head(found, paragraphs)
    return complete(found, text, [*captions, *aside])


def _body(contents: list[etree._Element]) -> Body:
    """The longest of the forms in which the text is given."""
    marked_up: list[Body] = []
    plain: list[Body] = []
    for node in contents:
        if len(node):
            marked_up.append(body_of_nitf(node))
        elif "</p>" in (node.text or ""):
            marked_up.append(markup_body(node.text or ""))
        else:
            plain.append(plain_body(node.text or ""))
    return best_body(marked_up, plain)


def _outlets(item: etree._Element) -> Iterator[str]:
    """What may be the agency's name, best first."""
    for name in ("Provider", "CreditLine", "ProviderId"):
        for node in descendants(item, name):
            yield text_of(node)
            yield from (party.get("FormalName") or "" for party in descendants(node, "Party"))


def _text(item: etree._Element, name: str) -> str:
    return next(filter(None, map(text_of, descendants(item, name))), "")


def _formal(item: etree._Element, name: str) -> str:
    """The term that the first element of this name is set to, "" for none."""
    return next((node.get("FormalName") or "" for node in descendants(item, name)), "")
