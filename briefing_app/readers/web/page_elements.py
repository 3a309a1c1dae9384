"""What the marked-up elements of a page say of its article: headings, bylines, dates, the deck."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.readers.boilerplate import same_headline
from briefing_app.readers.canonical import one_line
from briefing_app.readers.particulars import agency, outlets
from briefing_app.readers.particulars.authors import people
from briefing_app.readers.particulars.dates import (
    find_date,
    is_day_first,
    iso_date,
    published_and_updated,
    unsure_date,
    unsure_place,
)
from briefing_app.readers.particulars.metadata import Particulars
from briefing_app.readers.web.furniture import linked_length, names_what_is_beside
from briefing_app.readers.web.headline import leads_home
from briefing_app.readers.web.html_tree import remembering, text_of

_ASIDE = {"nav", "aside", "footer", "blockquote"}
_LONG_LINK = 15
_names_byline = remembering(r"(^|[\s_-])byline([\s_-]|$)")
_names_date = remembering(
    r"publish|pub-?date|(post|article|entry|story)[-_]+date|dateline|timestamp"
)
_DATES = {"datePublished": "published", "dateModified": "updated"}
"""Properties by which elements are marked, and our fields."""
_CHANGED = re.compile(r"modif|updat|changed|relative", re.I)
_UPDATED = re.compile(r"modif|updat|changed", re.I)
_CLASSES = etree.XPath("//@class", smart_strings=False)
# By their attributes: to look for them at every element takes three times as long.
_MARKED = etree.XPath("//@class/.. | //@itemprop/.. | //@rel/..")
_MARKED_OTHERWISE = etree.XPath("//@itemprop/.. | //@rel/..")
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-])")
_DECK = re.compile(
    r"(^|[\s_-])(stand-?first|dek|deck|sub-?head(line|ing)?|sub-?title|chapo|chapeau|lede|lead|"
    r"strap-?line|intro|summary|excerpt)(-?(text|in))?([\s_-]|$)",
    re.I,
)
_DECK_LENGTHS = range(30, 600)
_LONGEST_BYLINE = 200
_DECK_DEPTH = 60
"""Elements after the headline among which a deck stands."""


def offer_elements(found: Particulars, tree: HtmlElement) -> None:
    """Offer headline, byline and dates that elements of the page are marked as, or look like."""
    _offer_headings(found, tree)
    dated: list[HtmlElement] = []
    marked: list[HtmlElement] = []
    signed: list[HtmlElement] = []
    telling = {name for name in set(_CLASSES(tree)) if _names_byline(name) or _names_date(name)}
    for node in _MARKED(tree) if telling else _MARKED_OTHERWISE(tree):
        name, marking = node.get("class") or "", node.get("itemprop")
        if marking in _DATES:
            marked.append(node)
        is_author = "author" in (node.get("rel"), marking) or _names_byline(name)
        if (is_author or name in telling) and _is_short(node) and not _is_beside(node):
            (signed if is_author else dated).append(node)
    _offer_bylines(found, signed)
    for node in tree.iter("time"):
        _offer_time(found, node)
    for node in marked:
        stated = iso_date(node.get("datetime") or node.get("content") or _text(node))
        _offer_date(found, _DATES[node.get("itemprop") or ""], stated, "page markup")
    if not found.get("published"):
        _offer_dates_beside_headline(found, dated)


def propose_address_date(found: Particulars) -> None:
    """Propose the date that stands in the address of a page."""
    parts = _PATH_DATE.search(urlsplit(found.get("url")).path)
    found.propose("published", find_date("-".join(parts.groups())) if parts else "", "address")


def deck(tree: HtmlElement, stated: str) -> str:
    """The standfirst that the page shows under its headline, "" for none.

    stated  what the head of the page gives as its description: often made for search engines,
            so it counts only where the page shows it too
    """
    heading = next((node for node in tree.iter("h1") if _text(node)), None)
    if heading is None:
        return ""
    for node in islice(_after(heading), _DECK_DEPTH):
        is_named = _DECK.search(node.get("class") or "")
        text = _text(node) if (is_named or stated) and _is_short(node) else ""
        if len(text) not in _DECK_LENGTHS or 2 * linked_length(node) > len(text):
            continue
        is_stated = text[:1] == stated[:1] and same_headline(text, stated)
        if (is_stated or (is_named and not find_date(text))) and not _is_byline(text):
            return text
    return ""


def _is_byline(text: str) -> bool:
    return bool(agency.byline(text) or agency.byline(f"By {text}"))


def _after(node: HtmlElement) -> Iterator[HtmlElement]:
    """The elements behind a node that may hold a deck, in the order of the page."""
    for place in (node, *node.iterancestors()):
        for sibling in place.itersiblings():
            yield from sibling.iter("p", "h2", "h3", "div", "span")


def _offer_headings(found: Particulars, tree: HtmlElement) -> None:
    nodes = [node for node in tree.iter("h1") if not leads_home(node)]
    headings = [text for text in map(_text, nodes) if text]
    if not headings:
        return
    if len(set(headings)) == 1 and not found.get("headline"):
        found.offer("headline", headings[0], "page heading")
    elif not found.get("headline") or _is_variant(headings[0], found):
        found.vary("headline", headings[0], "page heading")


def _is_variant(heading: str, found: Particulars) -> bool:
    """Whether a heading words the same headline in another way, and is no name of the site."""
    words, known = set(_words(heading)), set(_words(found.get("headline")))
    if len(words) < 3 or outlets.printed_name(heading) == found.get("publisher"):
        return False
    return words != known and 4 * len(words & known) >= min(len(words), len(known))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKD", text).casefold())


def _offer_bylines(found: Particulars, nodes: list[HtmlElement]) -> None:
    """Offer the authors that elements name side by side, and the dates beside them."""
    first = next((node for node in nodes if people([_text(node)])), None)
    if first is not None:
        around = [*islice(first.iterancestors(), 2)]
        place = next((box for box in reversed(around) if len(_text(box)) < _LONGEST_BYLINE), None)
        inside = {first, *(place.iterdescendants() if place is not None else ())}
        beside = [node for node in nodes if node in inside]
        found.offer("byline", people(map(_text, beside)), "byline")
    for text in (text for text in map(_text, nodes) if len(text) < _LONGEST_BYLINE):
        published, updated = published_and_updated(text)
        found.offer("published", published, "byline")
        _offer_date(found, "updated", updated, "byline")
        _propose_unsure(found, text, "byline")


def _offer_time(found: Particulars, node: HtmlElement) -> None:
    if _is_beside(node):
        return
    text = _text(node)
    stated = iso_date(node.get("datetime") or "") or find_date(text)
    values = " ".join([*node.values(), text])
    if not _CHANGED.search(values):
        found.offer("published", stated, "time element")
        _propose_unsure(found, text, "time element")
    elif _UPDATED.search(values):
        _offer_date(found, "updated", stated, "time element")


def _offer_dates_beside_headline(found: Particulars, nodes: list[HtmlElement]) -> None:
    """Offer the dates in short elements whose class says that they hold one."""
    for node in nodes:
        text = _text(node)
        if len(text) < 100:
            published, updated = published_and_updated(text)
            found.offer("published", published, "page markup")
            _offer_date(found, "updated", updated, "page markup")
            _propose_unsure(found, text, "page markup")


def _offer_date(found: Particulars, field: str, value: str, place: str) -> None:
    if field != "updated" or value != found.get("published"):
        found.offer(field, value, place)


def _propose_unsure(found: Particulars, text: str, place: str) -> None:
    """Propose a date that can be read in two ways; pages in most languages mean but one of them."""
    language = found.get("language")
    american = language == "en-US"
    unsure = unsure_date(text, month_first=american)
    if is_day_first(language):
        found.offer("published", unsure, place)
    elif unsure:
        found.propose("published", unsure, unsure_place(text, place, month_first=american))


def _is_short(node: HtmlElement) -> bool:
    return len(text_of(node)) < 2 * _DECK_LENGTHS.stop


def _is_beside(node: HtmlElement) -> bool:
    """Whether a node belongs to something else on the page: a teaser, a comment, a message."""
    for around in node.iterancestors():
        if around.tag in _ASIDE or (around.tag in ("li", "a") and _is_teaser(around, node)):
            return True
        if around.tag not in ("html", "body") and names_what_is_beside(around):
            return around.find(".//h1") is None
    return False


def _is_teaser(item: HtmlElement, node: HtmlElement) -> bool:
    """Whether the item of a list or the link around a node leads to another article."""
    if len(_text(item)) >= 2 * _DECK_LENGTHS.stop or item.find(".//h1") is not None:
        return False
    if item.tag == "a":
        return bool(item.get("href")) and len(_text(item)) - len(_text(node)) >= _LONG_LINK
    own = {*node.iterdescendants(), *node.iterancestors(), node}
    links = (link for link in item.iter("a") if link.get("href") and link not in own)
    return any(len(_text(link)) >= _LONG_LINK for link in links)


def _text(node: HtmlElement) -> str:
    return one_line(text_of(node))
