"""ninjs, the news agencies' JSON (https://iptc.org/standards/ninjs/), versions 1 to 3."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from briefing_app.domain.article import Article
from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import one_line
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.authors import authors_line
from briefing_app.readers.particulars.dates import iso_date
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.metadata import Particulars, clean_address, complete
from briefing_app.readers.web.fragment import clean_fragment
from briefing_app.readers.wire.news_item import (
    ITEMS,
    Body,
    best_body,
    markup_body,
    no_text,
    offer_deck,
    plain_body,
    state_warnings,
)

_PLACE = "ninjs"
_DEEPEST = 6
Item = Mapping[str, Any]


def read_ninjs(file: Incoming) -> Contents:
    """Read one item, a list of them, or a package: an article for every item with text.

    Raises UnreadableFile: damaged, or nothing in it has text.
    """
    items = list(islice(_items(parse_json(file.data), 0), ITEMS))
    articles: list[Article] = []
    warnings: list[str] = []
    for item in items:
        article = _article(item)
        if article.body:
            articles.append(article)
            state, embargo = _text(item, "pubstatus"), iso_date(_text(item, "embargoed"))
            warnings += state_warnings(article.headline, state, embargo)
    if not articles:
        raise no_text([_text(item, "type") for item in items])
    return Contents(articles, warnings)


def parse_json(data: bytes) -> Any:
    """The value of a JSON file.

    Raises UnreadableFile: it is none, or nested too deeply.
    """
    try:
        return json.loads(decode(data).text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            "this is not readable JSON.", "Ask for the article as a web page, PDF or text."
        ) from error


def _items(value: Any, depth: int) -> Iterator[Item]:
    """The items of a file with those associated to them, names of fields in lower case."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for member in value:
            yield from _items(member, depth + 1)
    elif isinstance(value, dict):
        item = {name.lower(): member for name, member in value.items()}
        yield item
        associated = item.get("associations")
        inside = associated.values() if isinstance(associated, dict) else associated
        yield from _items(list(inside or ()) if not isinstance(inside, str) else [], depth + 1)


def _article(item: Item) -> Article:
    found = Particulars()
    paragraphs, captions = _body(item)
    for headline in _several(item, "headline"):
        found.offer("headline", " ".join(clean_fragment(headline)), _PLACE)
    found.offer("headline", _text(item, "title"), _PLACE)
    found.offer("dateline", _text(item, "dateline") or _text(item, "located"), _PLACE)
    found.offer("url", clean_address(_text(item, "uri")), _PLACE)
    for name in _outlets(item):
        found.offer("publisher", outlets.of_mark(name) or name, _PLACE)
    by = _text(item, "byline") or _text(item, "by")
    found.offer("byline", authors_line([by], found.get("publisher")), _PLACE)
    _offer_dates(found, item)
    found.offer("language", tag_of(_text(item, "language")), _PLACE)
    for deck in (*_several(item, "subheadline"), *_several(item, "description")):
        offer_deck(found, " ".join(clean_fragment(deck)), paragraphs, _PLACE)
    body, aside = take_head(found, paragraphs)
    return complete(found, body, [*captions, *aside])


def _offer_dates(found: Particulars, item: Item) -> None:
    created = iso_date(_text(item, "contentcreated")) or iso_date(_text(item, "firstcreated"))
    version = iso_date(_text(item, "versioncreated"))
    found.offer("published", created or version, _PLACE)
    found.offer("updated", version if created and version != created else "", _PLACE)


def _outlets(item: Item) -> Iterator[str]:
    yield _text(item, "provider")
    for source in _listed(item, "infosources"):
        yield _text(source, "name") or _text(source, "literal")
    yield _text(item, "copyrightholder")
    yield _text(item, "source")


def _several(item: Item, field: str) -> Iterator[str]:
    """The values of a field that may be plain ("headline"), named by its kind ("headline_main",
    version 1) or one of a list ("headlines", versions 2 and 3), the main one first.
    """
    yield _text(item, field)
    values = _listed(item, f"{field}s")
    for value in sorted(values, key=lambda value: value.get("role") != "main"):
        yield _text(value, "value")
    for name in sorted(item):
        if name.startswith(f"{field}_"):
            yield _text(item, name)


def _body(item: Item) -> Body:
    marked_up: list[Body] = []
    plain: list[Body] = []
    for kind, text in _bodies(item):
        if "html" in kind:
            marked_up.append(markup_body(text))
        elif "xml" not in kind and "nitf" not in kind:
            plain.append(plain_body(text))
    return best_body(marked_up, plain)


def _bodies(item: Item) -> Iterator[tuple[str, str]]:
    """Kind ("body_xhtml", "text/plain") and text of each form of the body."""
    for name, value in item.items():
        if (name == "body" or name.startswith("body_")) and isinstance(value, str):
            yield name, value
    for body in _listed(item, "bodies"):
        text = body.get("value")
        kind = f"{body.get('contenttype')} {body.get('role')}".lower()
        yield kind.replace("xhtml+xml", "xhtml"), text if isinstance(text, str) else ""


def _listed(item: Item, field: str) -> list[Item]:
    """The objects in a list, names of their fields in lower case."""
    value = item.get(field)
    members = value if isinstance(value, list) else []
    return [
        {name.lower(): part for name, part in member.items()}
        for member in members
        if isinstance(member, dict)
    ]


def _text(item: Item, field: str) -> str:
    value = item.get(field)
    return one_line(value) if isinstance(value, str) else ""
