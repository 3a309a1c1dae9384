"""What the formats of news agencies have in common: names, decks, states of an item, its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing_app.domain.article import SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import canonical, one_line
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.authors import authors_line
from briefing_app.readers.particulars.metadata import Particulars
from briefing_app.readers.plain.paragraphs import split_paragraphs
from briefing_app.readers.web.fragment import split_fragment

ITEMS = 2_000
"""Items of one file that are read."""

FORMS = 20
"""In which the text of an item is given; more are absurd."""

Body = tuple[list[str], list[SetAside]]
"""Paragraphs and captions."""

_LOGIN = re.compile(r"[a-zà-ÿ]+(?:[./_-][a-zà-ÿ]+)+|[a-z]{1,4}")
_PARAGRAPH = re.compile(r"<p(?:\s[^<>]*)?>(?P<text>[^<]*(?:<(?!/?p\b)[^<]*)*)</p>", re.I)
_INDENTED = re.compile(r"\n(?=[ \t]{2,}\S)|\n[ \t]*(?=\n)")
_ADVISORY = re.compile(
    r"\((?:adds?|updates?|recasts?|corrects?|refiles?|repeats?|releads?|rewrites?|fixes|"
    r"new throughout|writes through)\b[^()]{0,160}\)", re.I
)  # fmt: skip
_LONGEST_TYPED = 100
"""Characters of a line in a text that is set like a typewriter's."""

_KINDS = {
    "picture": "a picture", "photo": "a picture", "graphic": "a graphic", "video": "a video",
    "audio": "a sound recording", "packageItem": "a package, a list of other files",
    "composite": "a package, a list of other files",
    "planningItem": "a plan of coverage to come", "planning": "a plan of coverage to come",
    "event": "the notice of an event", "conceptItem": "a list of terms",
    "knowledgeItem": "a list of terms", "catalogItem": "a list of terms",
}  # fmt: skip


def authors(names: Iterable[str], outlet: str) -> str:
    """The byline of an item: names of people, not "ab/cd", "doe.jane" or the agency itself."""
    people = (name for name in names if not _LOGIN.fullmatch(name.strip()))
    return authors_line((name for name in people if not _is_outlet(name, outlet)), outlet)


def _is_outlet(name: str, outlet: str) -> bool:
    printed = outlets.of_mark(name) or outlets.printed_name(name)
    return bool(outlet) and printed.casefold() == outlet.casefold()


def printed_outlet(names: Iterable[str]) -> str:
    """Of the names that an item gives its agency, best first, the first that we know, printed.

    If none is known, the first there is; "" for none.
    """
    given = [name for name in map(one_line, names) if name]
    table = outlets.outlets()
    for name in given:
        printed = outlets.of_mark(name) or outlets.printed_name(name)
        if printed in table.by_name.values() or printed in table.by_mark.values():
            return printed
    return given[0] if given else ""


def left_out(items: int, articles: int) -> list[str]:
    """What to say of the items of a file that have no text."""
    return [f"{items - articles} of {items} items have no text."] if items > articles else []


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
    return split_fragment(_PARAGRAPH.sub(_as_paragraphs, html) if "\n  " in html else html)


def _as_paragraphs(paragraph: re.Match[str]) -> str:
    """A paragraph that is a whole text, set like a typewriter's, as the paragraphs it has."""
    lines = paragraph["text"].strip("\n").split("\n")[1:]
    indented = sum(line[:2].isspace() and bool(line.strip()) for line in lines)
    flush = sum(not line[:1].isspace() and bool(line) for line in lines)
    longest = max(map(len, lines), default=0)
    if min(indented, flush) < 2 or longest > _LONGEST_TYPED:
        return paragraph[0]
    return "".join(f"<p>{part}</p>" for part in _INDENTED.split(paragraph["text"]) if part.strip())


def plain_body(text: str) -> Body:
    """The body of an item that is plain text."""
    return split_paragraphs(canonical(text)), []


def best_body(marked_up: Sequence[Body], plain: Sequence[Body]) -> Body:
    """Of several forms of the same text that with markup, unless it is cut short; ([], []) for
    none. What its first lines tell the desks only is set aside.
    """
    best = max(marked_up, key=_length, default=([], []))
    other = max(plain, key=_length, default=([], []))
    lines, aside = best if _length(best) >= 0.7 * _length(other) else other
    told = [line for line in lines[:2] if _ADVISORY.fullmatch(line)]
    text = [line for line in lines if line not in told] if told else lines
    return text, [*aside, *(SetAside("credits", line) for line in told)]


def _length(body: Body) -> int:
    return sum(map(len, body[0]))
