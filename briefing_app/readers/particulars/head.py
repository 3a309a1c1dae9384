"""The few lines above an article's text: headline, byline, date, and labelled ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from briefing_app.domain.article import SetAside
from briefing_app.readers.boilerplate import kind_of, same_headline
from briefing_app.readers.particulars import agency, outlets
from briefing_app.readers.particulars.dates import (
    find_date,
    is_date_line,
    is_day_first,
    iso_date,
    of_hijra,
    published_and_updated,
    unsure_date,
    unsure_place,
    with_full_year,
)
from briefing_app.readers.particulars.headline import goes_on, is_dated_title, is_kind
from briefing_app.readers.particulars.language import language_of, tag_of
from briefing_app.readers.particulars.metadata import HEADLINE_LENGTH, Particulars, clean_address
from briefing_app.readers.particulars.newswire import take_marks

_DEPTH = 10
"""Paragraphs from the top in which a byline or a date line is still one of the head."""

_TEXT_BEGUN = 2
"""Paragraphs of sentences, more than a standfirst: labelled lines below them are text as well."""

_LABELS = {
    "headline": "headline", "title": "headline", "author": "byline", "authors": "byline",
    "byline": "byline", "date": "published", "published": "published", "source": "publisher",
    "outlet": "publisher", "publisher": "publisher", "publication": "publisher", "url": "url",
    "link": "url", "language": "language",
}  # fmt: skip
_LABELLED = re.compile(
    rf"[-*_# ]*(?P<label>{'|'.join(_LABELS)})[*_]{{0,2}}\s?:[ *_]*(?P<value>[^\s*_].*)", re.I
)
_SENTENCE_END = re.compile(r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z][a-z])\.[”\"’»)]?$")
"""A full stop that is none of an abbreviation: headlines have none."""
_SENTENCE_LENGTH = 60
_MOST_WORDS = 6
"""In the name of an outlet: "Source: a senior official who did not want to be named" is text."""

_CENTURY = re.compile("14|١٤|۱۴")
"""Of the Hijra."""
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_DASH = re.compile(r"\s[-–—]\s|[–—]")
_RULE = re.compile(r"[-*_=~#]{3,}")


def take_head(found: Particulars, paragraphs: Sequence[str]) -> tuple[list[str], list[SetAside]]:
    """Take headline, byline, date and labelled lines off the top of a text.

    Returns the paragraphs that are left, in order, and what was set aside. The first line
    that is nothing else becomes the headline unless one is known or the line is too long.
    """
    left: list[str] = []
    rest, aside = take_marks(found, paragraphs)
    known, top = found.get("language"), rest[:_DEPTH]

    @cache  # Few heads have a date that asks for it.
    def language() -> str:
        return known or language_of("\n".join(top))

    seen = 0
    while rest and seen < _DEPTH:
        line = rest.pop(0)
        kind = "" if same_headline(line, found.get("headline")) else kind_of(line)
        if kind or _RULE.fullmatch(line):
            aside.append(SetAside(kind or "navigation", line))
            continue
        seen += 1
        is_first = not left and not found.get("headline")
        if not left and rest and is_kind(line, aside[-1].text if aside else ""):
            aside.append(SetAside("note", line))
            continue
        if rest and rest[0].startswith(("in ", "and ")) and _goes_on_below(line, rest[0]):
            line = f"{line} {rest.pop(0)}"
        is_below_text = _LABELLED.fullmatch(line) and sum(map(_is_sentence, left)) >= _TEXT_BEGUN
        if is_first and is_dated_title(line) and _may_be_headline(line, rest):
            found.offer("headline", line, "first line")
            found.propose("published", find_date(line), "headline")
        elif not is_below_text and _take_line(found, line, language):
            aside.append(SetAside("credits", line))
        elif is_first and _may_be_headline(line, rest):
            _offer_headline(found, line, rest)
            seen = 0
        else:
            left.append(line)
    return left + rest, aside


def _offer_headline(found: Particulars, line: str, rest: list[str]) -> None:
    """Offer the first line, with the second where it goes on there, which is taken off `rest`."""
    if len(rest) > 1 and goes_on(line, rest[0], rest[1]):
        line = f"{line} {rest.pop(0)}"
    found.offer("headline", re.sub(r"^#+\s*", "", line), "first line")


def _goes_on_below(line: str, below: str) -> bool:
    """Whether a byline has its second part on the next line: "in Baghdad and John Roe in Rome"."""
    return len(below) < _SENTENCE_LENGTH and not _ends_sentence(below) and bool(agency.byline(line))


def _may_be_headline(line: str, rest: Sequence[str]) -> bool:
    below = any(not kind_of(other) for other in rest)
    if not below or len(line) > HEADLINE_LENGTH or agency.dateline(line) != agency.Dateline():
        return False
    return not _ends_sentence(line) and not line.endswith((",", "،", ";"))


def _is_sentence(line: str) -> bool:
    return len(line) >= _SENTENCE_LENGTH and _ends_sentence(line)


def _ends_sentence(line: str) -> bool:
    return _SENTENCE_END.search(line, max(0, len(line) - 2)) is not None


def _take_line(found: Particulars, line: str, language: Callable[[], str]) -> bool:
    """Offer what a line of the head says; whether it said anything and is no text."""
    labelled = _LABELLED.fullmatch(line)
    if labelled and len(line) <= HEADLINE_LENGTH:
        return _take_labelled(
            found, _LABELS[labelled["label"].lower()], labelled["value"], language
        )
    names = agency.byline(line)
    if names:
        outlet = agency.outlet_of_staff(names)
        found.propose("publisher", outlet, "byline")
        found.offer("byline", "" if outlet else names, "byline")
        _offer_dates(found, line, "byline", language)
        return True
    if is_date_line(line) and not _is_span(line):
        _offer_dates(found, line, "date line", language)
        return True
    if line.count(" ") < 6 and unsure_date(line, month_first=False):
        _offer_dates(found, line, "date line", language)
        return True
    if line.count(" ") < _MOST_WORDS and _take_other_years(found, line, language):
        return True
    if found.get("headline") and line.casefold() in outlets.outlets().by_name:
        found.offer("publisher", line, "head of the text")
        return True
    return False


def _take_other_years(found: Particulars, line: str, language: Callable[[], str]) -> bool:
    """Offer the date of a line whose year has two figures, or is of the Hijra; whether it is so."""
    full = with_full_year(line) if "." in line or "/" in line else ""
    if full and is_day_first(language()):
        _offer_dates(found, full, "date line", language)
    elif full and language()[:2] in ("", "en"):  # others may have the year first
        found.propose("published", find_date(full), "date line")
        _offer_unsure(found, full, "date line", language)
    elif _CENTURY.search(line) and (day := of_hijra(line)):
        found.propose("published", day, "date line, of the Hijra: it may be a day off")
        return True
    return bool(full)


def _is_span(line: str) -> bool:
    """Whether a line says from when until when over years: somebody's life, somebody's office."""
    years = _YEAR.findall(line)
    return len({*years}) > 1 and bool(_DASH.search(line)) and not published_and_updated(line)[1]


def _offer_dates(found: Particulars, line: str, place: str, language: Callable[[], str]) -> None:
    published, updated = published_and_updated(line)
    found.offer("published", published, place)
    found.offer("updated", updated, place)
    _offer_unsure(found, line, place, language)


def _offer_unsure(found: Particulars, text: str, place: str, language: Callable[[], str]) -> bool:
    """Offer a date such as 3/4/2020 where the language decides how to read it, else propose it;
    whether there is one.
    """
    if not unsure_date(text, month_first=False):
        return False
    american = language() == "en-US"
    unsure = unsure_date(text, month_first=american)
    if is_day_first(language()):
        found.offer("published", unsure, place)
    else:
        where = unsure_place(text, place, month_first=american)
        found.propose("published", unsure, where)
    return True


def _take_labelled(found: Particulars, field: str, value: str, language: Callable[[], str]) -> bool:
    value = value.strip(" *_\"'")
    if field == "published":
        if _offer_unsure(found, value, "file text", language):
            return True
        value = iso_date(value)
    elif field == "url":
        value = clean_address(value)
    elif field == "language":
        value = tag_of(value)
    elif (
        field == "headline"
        and found.get("headline")
        and not same_headline(value, found.get("headline"))
    ):
        return False  # of a book, or of an office
    elif field == "publisher" and len(value.split()) > _MOST_WORDS:
        return False
    found.offer(field, value, "file text")
    return bool(value)
