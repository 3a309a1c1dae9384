"""What the window calls an article's particulars, where they came from, and what is odd in them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.domain.article import Article, Proposal
from briefing_app.domain.doubts import Doubt, Reason
from briefing_app.gui.dates import shown_date_and_time

PARTICULARS = ("headline", "deck", "publisher", "byline", "dateline", "published", "updated",
               "url", "language", "news_section", "print_page")  # fmt: skip
"""Fields of Article that say where a text is from, as the window lists them."""

DATES = ("published", "updated")

IN_PAGE = ("JSON-LD", "OpenGraph", "meta tag")
"""Ways in which pages tell programs of an article; to the user they are one."""


def field_words(field: str) -> str:
    """The name of a field of Article, for the user."""
    words = {
        "headline": "Headline",
        "deck": "Deck",
        "publisher": "Outlet",
        "byline": "Author",
        "dateline": "Place of the report",
        "published": "Publication date",
        "updated": "Updated",
        "url": "Address (URL)",
        "language": "Language",
        "news_section": "News section",
        "print_page": "Page",
    }
    return _tr(words.get(field, field))


def value_words(proposal: Proposal) -> str:
    """A proposed value as the window shows it."""
    return shown_date_and_time(proposal.value) if proposal.field in DATES else proposal.value


def doubt_words(doubt: Doubt) -> str:
    """What is odd about a field, in a few words."""
    words = {
        Reason.IN_FUTURE: "in the future",
        Reason.NO_ZONE: "time without zone",
        Reason.BEFORE_PUBLISHED: "before publication",
    }
    return _tr(words[doubt.reason])


def came_from(article: Article, field: str) -> str:
    """Where the value of a field stood, "" where nobody can say."""
    if not getattr(article, field):
        wanted = field in ("headline", "publisher", "published")
        return _tr("not in the file") if wanted else ""
    place = article.provenance.get(field, "")
    if place == "entered by hand":
        return _tr("entered by hand")
    return _tr("from: {place}").format(place=place_words(place)) if place else ""


def place_words(place: str) -> str:
    """What the window calls the place in a file that a value stood at."""
    return _tr("page data") if place in IN_PAGE else place


def _tr(text: str) -> str:
    return QCoreApplication.translate("Particulars", text)
