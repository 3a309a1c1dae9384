"""Alerts: mails that name new pages on a subject and hold their headlines only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import parse_qs, urlsplit

from briefing_app.domain.article import Refusal
from briefing_app.errors import OnlyALink, UnreadableFile
from briefing_app.readers.canonical import one_line
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.mail.body import Mail
from briefing_app.readers.mail.sender import sender
from briefing_app.readers.mail.words import header_line, is_attribution
from briefing_app.readers.particulars.metadata import clean_address
from briefing_app.readers.web import html_tree

MOST_LINKS = 200

_SENDERS = re.compile(
    r"googlealerts-noreply@google\.com|"
    r"[\w.+=-]{1,80}@(?:[\w-]+\.){0,3}(?:meltwater|talkwalker|cision(?:one)?|trendkite|mention|"
    r"brandwatch|signal-?ai|onclusive|isentia|newswhip|feedly|inoreader|criticalmention|tveyes|"
    r"muckrack|agilitypr|burrellesluce|landaumedia|ausschnitt|argusdatainsights|pressrelations|"
    r"unicepta|kantarmedia|genios|factiva|pressreader)\.[a-z]{2,4}|"
    r"[\w.+=-]{0,80}(?:alert|factiva|no-?reply)[\w.+=-]{0,80}@(?:[\w-]+\.){0,3}"
    r"(?:lexisnexis|nexis|dowjones)\.com"
)
"""Of those whose mails are made of headlines; other alerts may hold the news itself."""

_ADDRESS = re.compile(r"[\w.+=-]{1,100}@[\w.-]{3,100}")
_TOP = 25
"""Lines at the top of a message passed on, among which the first sender is named."""

_SERVICE = re.compile(
    r"unsubscri|abmelden|abbestellen|désabonn|view (?:this|in|the) .{0,30}(?:browser|email|online)|"
    r"(?:manage|edit|change|create) .{0,30}(?:alert|preference|setting|profile|subscription)|"
    r"privacy|terms of|contact us|(?:read|view|see) (?:the )?(?:more|full|all)\b.{0,25}|"
    r"im browser|datenschutz|receive this|powered by|copyright|©", re.I
)  # fmt: skip
_SERVICE_ADDRESS = re.compile(r"unsubscri|/preferences|opt-?out|/alerts\b", re.I)
_LINE_WITH_ADDRESS = re.compile(
    r"(?P<text>.*?)[\s<(\[]*(?P<address>https?://[^\s<>()\[\]]{8,2000})[>)\]]*"
)

_HEADLINE_LENGTH = range(15, 301)
_TEASER_LENGTH = 600
"""Characters; a longer paragraph is of an article, not of a list of them."""

_PARAGRAPH_LENGTH, _TEXT, _TEXT_WITH_ONE = 80, 3, 2
"""Characters of a whole sentence, and so many together are of an article: services send press
releases as well, and those who work there write letters. The last where one page is named.
"""

_SENTENCE_END = re.compile(r"(?<!\.\.)[.!?][\"'”’»)]*$")

_WRAPPED = ("url", "u", "q", "target")
"""Parts of an address that counts a click and holds the address of the page."""


def pages_of_alert(file: Incoming, mail: Mail) -> list[Refusal]:
    """A line for each page that an alert names, with its address; [] where a mail is no alert."""
    if not _is_from_service(mail):
        return []
    if any(len(line) > _TEASER_LENGTH for line in mail.body.lines):
        return []
    shown = dict(_headlines(mail.body.source))
    pages = {address: text for address, text in shown.items() if _is_apart(text, mail.body.lines)}
    pages = pages or ({} if shown else dict(_written(mail.body.linked)))
    if _paragraphs_together(mail.body.lines) >= (_TEXT if len(pages) > 1 else _TEXT_WITH_ONE):
        return []
    return [
        Refusal(
            f"{file.path or file.name}/{_as_name(headline)}",
            _only_a_link(address).about(_as_name(headline)),
        )
        for address, headline in list(pages.items())[:MOST_LINKS]
    ]


def _is_from_service(mail: Mail) -> bool:
    """Whether a service sent a message, or first sent what somebody passed on."""
    passed_on = (
        line
        for line in mail.body.lines[:_TOP]
        if header_line(line)[0] == "from" or is_attribution(line)
    )
    named = _ADDRESS.findall(" ".join(passed_on).lower())
    return any(map(_SENDERS.fullmatch, (sender(mail.field("from")).address.lower(), *named)))


def _is_apart(headline: str, lines: Sequence[str]) -> bool:
    """Whether a headline is no part of a sentence in which its words are linked."""
    holding = [line for line in map(one_line, lines) if headline in line]
    return not holding or any(
        line.startswith(headline) or not _SENTENCE_END.search(line) for line in holding
    )


def _paragraphs_together(lines: Sequence[str]) -> int:
    """How many paragraphs stand together at most: a list of headlines has one below each."""
    most = count = 0
    for line in filter(None, lines):
        is_one = (
            len(line) >= _PARAGRAPH_LENGTH
            and _SENTENCE_END.search(line)
            and not _SERVICE.search(line)
        )
        count = count + 1 if is_one else 0
        most = max(most, count)
    return most


def _written(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The same of a message without a page: a headline has its address beside it or below it,
    with its outlet and first words between.
    """
    for is_filled, block in groupby(lines, bool):
        if is_filled:
            yield from _written_together(list(block))


def _written_together(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    matches = [_LINE_WITH_ADDRESS.fullmatch(line) for line in lines]
    is_one = sum(match is not None for match in matches) == 1 and len(lines) > 2
    top = lines[0] if is_one and matches[-1] and not lines[0].endswith((":", "=")) else ""
    above = ""
    for line, match in zip(lines, matches, strict=True):
        text = match["text"] if match and match["text"] else above
        if top and _is_headline(top):
            text = top
        address = _target(match["address"]) if match else ""
        if address and _is_headline(text):
            yield address, one_line(text)
        above = "" if match else line


def _is_headline(text: str) -> bool:
    return len(text) in _HEADLINE_LENGTH and text.count(" ") >= 2 and not _SERVICE.search(text)


def _headlines(source: str) -> Iterator[tuple[str, str]]:
    """Address and headline of each page that is linked with one, each once."""
    try:
        tree = html_tree.parse(source)
    except UnreadableFile:
        return
    seen = set()
    for link in tree.iter("a"):
        address, text = _target(link.get("href") or ""), one_line(link.text_content())
        if (
            address
            and _is_headline(text)
            and not address.endswith("google.com/")
            and address not in seen
        ):
            seen.add(address)
            yield address, text


def _target(address: str) -> str:
    """The address of a page without the one that counts who goes there; "" for what is no page."""
    try:
        parts = urlsplit(address.strip())
        inside = parse_qs(parts.query)
    except ValueError:
        return ""
    if _SERVICE_ADDRESS.search(parts.path):
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
