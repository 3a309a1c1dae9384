"""Copy of news agencies as it comes over the wire: ANPA 1312 and IPTC 7901.

Control characters part head, text and end of each message. Lines of the head of a text begin with
"^", or end with "=" or "<"; its paragraphs are indented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing_app.domain.article import Article, SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import one_line
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars import agency
from briefing_app.readers.particulars.dates import find_date
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.metadata import Particulars, complete, read_conventions

_MESSAGE = re.compile(
    r"\x01(?P<head>[^\x01\x02]{0,4000})\x02(?P<text>[^\x01-\x04]*)(?:\x03(?P<end>[^\x01\x04]{0,300}))?"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")
_SLUG = re.compile(r"[\w/&.’' -]*(?:-[\w/&.’'-]+)+,\d{2,5}|(?:[\w .&-]+/)+[\w .&-]*")
_HEAD_LINE = re.compile(r"\^?(?P<said>.*?)\s*[<=]?")
_NOTE = re.compile(r"(?:eds|editors?|note|ap photos?|with photos?)\b.*", re.I)
_OFFICE = re.compile(r"(?=.*\b(?:writer|staff|correspondent|reporter)\b)[^.]{0,60}", re.I)
_DASH = re.compile(r"(?<=\S) _ (?=\S)")
_AMERICAN = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) "
    r"(?P<hour>\d\d)(?P<minute>\d\d) ?(?P<zone>GMT|UTC)?"
)
_INTERNATIONAL = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s?(?P<zone>GMT|UTC)? ?"
    r"(?P<month>[^\W\d_]{3,9}) (?:20)?(?P<year>\d\d)\b"
)
_HEAD_DEPTH = 12


@dataclass
class _Message:
    """What stands above the paragraphs of a message, and these."""

    above: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def read_wire_copy(file: Incoming) -> Contents:
    """Read the messages of a wire, each as an article.

    Raises UnreadableFile: there is no text in any.
    """
    decoded = decode(file.data)
    articles = [article for article in _articles(decoded.text) if article.body]
    if not articles:
        raise UnreadableFile("there is no text in this message.", "Choose another file.")
    guessed = [] if decoded.sure else [f"The text encoding was guessed ({decoded.encoding})."]
    return Contents(articles, guessed)


def _articles(text: str) -> Iterator[Article]:
    for match in _MESSAGE.finditer(text):
        head = match["head"].replace("\r", "").split("\n")
        message = _divided(head[1:] if len(head) > 1 else [], match["text"])
        yield _article(message, one_line(_CONTROLS.sub(" ", head[0])), match["end"] or "")


def _divided(head: list[str], text: str) -> _Message:
    """The lines above the text, and its paragraphs joined."""
    message = _Message()
    for line in (_CONTROLS.sub("", line).rstrip() for line in head):
        if line.strip():
            message.above.append(line.strip())
    for line in (_CONTROLS.sub("", line).rstrip() for line in text.split("\n")):
        is_new = line[:1].isspace() or not message.paragraphs
        if not line.strip():
            continue
        marked = line.startswith("^") or line.endswith(("<", "="))
        if marked and len(message.paragraphs) == 0 and len(message.above) < _HEAD_DEPTH:
            message.above.append(line.strip())
        elif is_new:
            message.paragraphs.append(line.strip())
        else:
            message.paragraphs[-1] += f" {line.strip()}"
    return message


def _article(message: _Message, number: str, end: str) -> Article:
    found = Particulars()
    aside = [SetAside("credits", number)] if number else []
    for line in message.above:
        match = _HEAD_LINE.fullmatch(line)
        said = match["said"].strip() if match else line
        names = agency.byline(said)
        found.offer("byline", names.title() if names.isupper() else names, "byline")
        is_extra = bool(names or _SLUG.fullmatch(said) or _NOTE.match(said))
        if is_extra or _OFFICE.fullmatch(said) or found.get("headline"):
            aside.append(SetAside("credits", said))
        else:
            found.offer("headline", said, "wire head")
    found.offer("published", _moment(end), "wire")
    paragraphs, more = take_head(found, [_signs(text) for text in message.paragraphs])
    read_conventions(found, paragraphs, more)
    return complete(found, paragraphs, [*aside, *more])


def _signs(text: str) -> str:
    """Text with the signs that a wire has no codes for."""
    text = text.replace("``", "“").replace("''", "”").replace("_ ", "— ", text.startswith("_ "))
    return _DASH.sub(" — ", text)


def _moment(end: str) -> str:
    """When a message was sent, by the line below it, in ISO 8601; "" where it does not say."""
    match = _AMERICAN.search(end) or _INTERNATIONAL.search(end)
    if not match:
        return ""
    month = match["month"]
    year, time = f"20{match['year']}", f"{match['hour']}:{match['minute']} {match['zone'] or ''}"
    if month.isdigit():
        return find_date(f"{year}-{month}-{match['day']} {time}")
    return find_date(f"{match['day']} {month} {year} {time}")
