"""Alerts: mails that name new pages on a subject and hold their headlines only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from briefing_app.domain.article import Refusal
from briefing_app.errors import OnlyALink, UnreadableFile
from briefing_app.readers.canonical import one_line
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.mail.body import Mail
from briefing_app.readers.mail.sender import sender
from briefing_app.readers.particulars.metadata import clean_address
from briefing_app.readers.web import html_tree

MOST_LINKS = 200

_SENDERS = re.compile(
    r"googlealerts-noreply@google\.com|(alerts?|no-?reply)@(\w+\.)?talkwalker\.com"
)
"""Of those whose mails are alone made of headlines; other alerts may hold the news itself."""

_HEADLINE_LENGTH = range(15, 301)
_TEASER_LENGTH = 600
"""Characters; a longer paragraph is of an article, not of a list of them."""

_WRAPPED = ("url", "u", "q", "target")
"""Parts of an address that counts a click and holds the address of the page."""


def pages_of_alert(file: Incoming, mail: Mail) -> list[Refusal]:
    """A line for each page that an alert names, with its address; [] where a mail is no alert."""
    if not _SENDERS.fullmatch(sender(mail.field("from")).address.lower()):
        return []
    if any(len(line) > _TEASER_LENGTH for line in mail.body.lines):
        return []
    pages = dict(_headlines(mail.body.source))
    return [
        Refusal(
            f"{file.path or file.name}/{_as_name(headline)}",
            _only_a_link(address).about(_as_name(headline)),
        )
        for address, headline in list(pages.items())[:MOST_LINKS]
    ]


def _headlines(source: str) -> Iterator[tuple[str, str]]:
    """Address and headline of each page that is linked with one, each once."""
    try:
        tree = html_tree.parse(source)
    except UnreadableFile:
        return
    seen = set()
    for link in tree.iter("a"):
        address, text = _target(link.get("href") or ""), one_line(link.text_content())
        is_headline = len(text) in _HEADLINE_LENGTH and text.count(" ") >= 2
        if address and is_headline and not address.endswith("google.com/") and address not in seen:
            seen.add(address)
            yield address, text


def _target(address: str) -> str:
    """The address of a page without the one that counts who goes there; "" for what is no page."""
    try:
        parts = urlsplit(address.strip())
        inside = parse_qs(parts.query)
    except ValueError:
        return ""
    if "/alerts" in parts.path:
        return ""
    wrapped = next((inside[name][0] for name in _WRAPPED if name in inside), "")
    return clean_address(wrapped) or clean_address(address)


def _as_name(headline: str) -> str:
    return re.sub(r'[\\/:*?"<>|\s]+', " ", headline).strip(" .")[:120]


def _only_a_link(address: str) -> OnlyALink:
    return OnlyALink(
        f"an alert names this page and does not hold it: {address[:200]}.",
        "Save the page in a browser and import that file.",
        address,
    )
