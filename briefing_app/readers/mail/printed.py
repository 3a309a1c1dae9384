"""Messages that a mail program saved as text or as a page: some lines of head, then the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.readers.canonical import canonical
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.mail.body import Body, Mail, body_of_markup, lines_of_text
from briefing_app.readers.mail.message import contents_of_several
from briefing_app.readers.mail.threads import head_at
from briefing_app.readers.particulars.dates import find_date
from briefing_app.readers.plain.pasted import without_quoting

_LEAST = 3
"""Lines of a head."""

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{3,40})", re.I)
_BEGINNING = 60_000
"""Characters of a page in which the head is, behind the styles that Outlook puts before it."""


def is_printed(text: str) -> bool:
    """Whether a text begins with the head of a message: who sent it, and about what."""
    return _begins_with_head(without_quoting(canonical(text)).split("\n"))


def is_printed_page(data: bytes) -> bool:
    """Whether a page begins with the head of a message."""
    return _begins_with_head(_page(data, _BEGINNING).lines)


def read_printed(file: Incoming) -> Contents:
    """Read a message that was saved as text. Raises UnreadableFile: there is no text in it."""
    decoded = decode(file.data)
    contents = _contents(file, lines_of_text(_whole(decoded.text), flowed=False))
    if not decoded.sure:
        contents.warnings.append(f"The text encoding was guessed ({decoded.encoding}).")
    return contents


def _whole(text: str) -> str:
    return without_quoting(text.replace("\r\n", "\n"))


def read_printed_page(file: Incoming) -> Contents:
    """Read a message that was saved as a page. Raises UnreadableFile: there is no text in it."""
    return _contents(file, _page(file.data, len(file.data)))


def _page(data: bytes, most: int) -> Body:
    charset = _CHARSET.search(data[:4000])
    source = decode(data, charset[1].decode("ascii") if charset else "").text
    return body_of_markup(source[:most])


def _begins_with_head(lines: Sequence[str]) -> bool:
    head, _ = head_at(lines, 0, _LEAST)
    return bool(head and head.sender and head.subject)


def _contents(file: Incoming, body: Body) -> Contents:
    head, after = head_at(body.lines, 0, _LEAST)
    fields = {}
    if head:
        fields = {"from": head.sender, "subject": head.subject, "date": find_date(head.date)}
        body.lines = body.lines[after:]
    return contents_of_several(file, [Mail(fields, body)])
