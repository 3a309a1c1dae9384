"""What the formats of news agencies have in common: decks, states of an item, choice of a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.domain.article import SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import canonical, one_line
from briefing_app.readers.metadata import Particulars
from briefing_app.readers.text import split_paragraphs
from briefing_app.readers.web.fragment import split_fragment

ITEMS = 2_000
"""Items of one file that are read."""

Body = tuple[list[str], list[SetAside]]
"""Paragraphs and captions."""

_KINDS = {
    "picture": "a picture", "photo": "a picture", "graphic": "a graphic", "video": "a video",
    "audio": "a sound recording", "packageItem": "a package, a list of other files",
    "composite": "a package, a list of other files",
    "planningItem": "a plan of coverage to come", "planning": "a plan of coverage to come",
    "event": "the notice of an event", "conceptItem": "a list of terms",
    "knowledgeItem": "a list of terms", "catalogItem": "a list of terms",
}  # fmt: skip


def offer_deck(found: Particulars, deck: str, text: Sequence[str], place: str) -> None:
    """Offer the line under the headline, unless it is only how the text begins."""
    deck = one_line(deck)
    if deck and not " ".join(text[:3]).startswith(deck[:60]):
        found.offer("deck", deck, place)


def state_warnings(headline: str, state: str, embargo: str) -> Iterator[str]:
    """What must be said of an item that its agency has withdrawn or holds back.

    `state` is the publishing status as IPTC names it, `embargo` the ISO date of its end.
    """
    name = f"“{headline}”" if headline else "An item"
    if state in ("canceled", "cancelled", "killed"):
        yield f"{name} was withdrawn by its agency (kill notice): do not use it."
    elif state == "withheld":
        yield f"{name} is withheld by its agency: it is not to be published."
    if embargo:
        yield f"{name} is embargoed until {embargo}."


def no_text(kinds: Sequence[str]) -> UnreadableFile:
    """The refusal of a file whose items, of these kinds as IPTC names them, have no text."""
    known = [_KINDS[kind] for kind in kinds if kind in _KINDS]
    what = f"it is {known[0]}" if known else "its text is not in this file"
    return UnreadableFile(
        f"there is no article text here: {what}.",
        "Import the file of the article itself, or copy its text and paste it.",
    )


def markup_body(html: str) -> Body:
    """The body of an item that is in HTML."""
    return split_fragment(html)


def plain_body(text: str) -> Body:
    """The body of an item that is plain text."""
    return split_paragraphs(canonical(text)), []


def best_body(marked_up: Sequence[Body], plain: Sequence[Body]) -> Body:
    """Of several forms of the same text that with markup, unless it is cut short; ([], []) for
    none.
    """
    best = max(marked_up, key=_length, default=([], []))
    other = max(plain, key=_length, default=([], []))
    return best if _length(best) >= 0.7 * _length(other) else other


def _length(body: Body) -> int:
    return sum(map(len, body[0]))
