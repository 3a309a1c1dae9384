"""Particulars of an article, gathered from several places, each with the place it came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from briefing_app.domain.article import Article, Proposal, SetAside
from briefing_app.readers.boilerplate import (
    is_about_author,
    is_archive_caption,
    kind_of,
    same_headline,
)
from briefing_app.readers.canonical import one_line
from briefing_app.readers.particulars import agency, outlets
from briefing_app.readers.particulars.dates import find_date, published_and_updated
from briefing_app.readers.particulars.language import language_of

HEADLINE_LENGTH = 300
"""Characters; what is longer is no headline but text."""

_LONGEST = {"headline": HEADLINE_LENGTH, "byline": 500, "dateline": 120, "publisher": 120,
            "language": 35, "deck": 700, "news_section": 120, "print_page": 40}  # fmt: skip
_MARKUP = ("JSON-LD", "OpenGraph", "meta tag", "byline", "page markup")
_TRACKING = re.compile(
    r"utm_\w+|[a-z]{0,2}clid|mc_(cid|eid)|_ga|_gl|cmpid|ocid|ito|smid|smtyp|sref|taid|partner|"
    r"ref(_src|_url)?|src|source|s_cid|ncid|leadsource|share|sh|at_\w+|xtor|wt\.\w+|igshid|__twitter\w+",
    re.I,
)


class Particulars:
    """What is known of an article so far. What is offered first stays: offer the best first."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}
        self._provenance: dict[str, str] = {}
        self._proposals: dict[str, Proposal] = {}
        self._variants: set[str] = set()

    def offer(self, field: str, value: str, place: str) -> None:
        """Take `value` for a field of Article unless it is empty, absurdly long, or known."""
        value = one_line(value)
        if field == "publisher":
            value = outlets.printed_name(value)
        elif field == "url":
            value = clean_address(value)
        if 0 < len(value) <= _LONGEST.get(field, 2000) and field not in self._values:
            self._values[field] = value
            self._provenance[field] = place

    def propose(self, field: str, value: str, place: str) -> None:
        """Note a value too unsure to be taken; it is dropped if the field gets one after all."""
        value = one_line(value)
        if value:
            self._proposals.setdefault(field, Proposal(field, value, place))

    def vary(self, field: str, value: str, place: str) -> None:
        """Note another value for a field that has one already: the user may swap them."""
        if value and one_line(value) != self.get(field):
            self.propose(field, value, place)
            self._variants.add(field)

    def get(self, field: str) -> str:
        """The value so far, "" for none."""
        return self._values.get(field, "")

    def settle(self, language: str) -> None:
        """Bring the values into accord, now that all are known.

        The outlet of a page is no author of it, and pages that are not in English often state
        that they are. `language` is what the text seems to be in, "" where it cannot be told.
        """
        if language and self.get("language")[:2] == "en" != language:
            del self._values["language"]
        self.offer("language", language, "text")
        if self._provenance.get("byline") in _MARKUP:
            outlet = self.get("publisher")
            names = self._values.pop("byline").split(", ")
            people = [name for name in names if not outlets.is_same(name, outlet)]
            self.offer("byline", ", ".join(people), self._provenance.pop("byline"))

    def article(self, body: str, set_aside: Sequence[SetAside]) -> Article:
        """The article of these particulars; `body` is canonical."""
        values: dict[str, Any] = {"headline": "", **self._values}
        return Article(
            body=body,
            set_aside=tuple(set_aside),
            provenance=dict(self._provenance),
            proposals=tuple(
                proposal
                for field, proposal in self._proposals.items()
                if field not in self._values or field in self._variants
            ),
            **values,
        )


def complete(found: Particulars, paragraphs: Sequence[str], aside: Sequence[SetAside]) -> Article:
    """Make the article of an opened text: sort out what is no text, and read its conventions.

    `aside` was set aside before and is searched for conventions like the rest.
    """
    body, more = sort_out(paragraphs, found.get("headline"))
    set_aside = [*aside, *more]
    read_conventions(found, body, set_aside)
    if not found.get("publisher"):
        found.offer("publisher", outlets.of_address(found.get("url")), "address")
    text = "\n".join(body)
    found.settle(language_of(text))
    return found.article(text, set_aside)


def sort_out(paragraphs: Sequence[str], headline: str) -> tuple[list[str], list[SetAside]]:
    """Divide paragraphs into body and what is set aside, both in order."""
    body: list[str] = []
    aside: list[SetAside] = []
    for paragraph in filter(None, map(one_line, paragraphs)):
        kind = "repeated headline" if same_headline(paragraph, headline) else kind_of(paragraph)
        if kind:
            aside.append(SetAside(kind, paragraph))
        else:
            body.append(paragraph)
    while len(body) > 3 and is_about_author(body[-1]):
        aside.append(SetAside("credits", body.pop()))
    return body, aside


def read_conventions(found: Particulars, body: Sequence[str], aside: Sequence[SetAside]) -> None:
    """Offer what agencies print in the text itself: dateline, contact, credits, caption."""
    for paragraph in body[:2]:
        line = agency.dateline(paragraph)
        if line != agency.Dateline():
            found.offer("publisher", line.outlet, "agency mark")
            found.offer("dateline", line.place, "dateline")
            found.offer("published", line.published, "dateline")
            break
    for item in aside:
        _read_set_aside(found, item)


def _read_set_aside(found: Particulars, item: SetAside) -> None:
    if item.kind == "contact":
        names, place = agency.contact(item.text)
        found.offer("byline", names, "contact line")
        found.offer("dateline", place, "contact line")
    elif item.kind == "credits":
        found.offer("byline", agency.credited(item.text), "credits line")
        found.offer("updated", published_and_updated(item.text)[1], "credits line")
    elif item.kind == "copyright":
        found.offer("publisher", agency.copyright_owner(item.text), "copyright line")
    elif item.kind == "caption" and not is_archive_caption(item.text):
        found.offer("published", find_date(item.text), "photo caption")


def clean_address(url: str) -> str:
    """The address of a page without what only tracks readers; "" unless it is http(s)."""
    url = "".join(url.split())
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return ""
    except ValueError:
        return ""
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path, urlencode(query), ""))
