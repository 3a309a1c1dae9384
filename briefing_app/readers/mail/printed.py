"""Messages that a mail program saved as text: a few lines of head, then what was written."""

from __future__ import annotations

from briefing_app.readers.canonical import canonical
from briefing_app.readers.dates import find_date
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.mail.body import Mail, lines_of_text
from briefing_app.readers.mail.message import contents_of_several
from briefing_app.readers.mail.threads import head_at


def is_printed(text: str) -> bool:
    """Whether a text begins with the head of a message: who sent it, and about what."""
    head, _ = head_at(canonical(text).split("\n"), 0, 3)
    return bool(head and head.sender and head.subject)


def read_printed(file: Incoming) -> Contents:
    """Read a message that was saved as text. Raises UnreadableFile: there is no text in it."""
    decoded = decode(file.data)
    lines = lines_of_text(decoded.text, flowed=False).lines
    head, after = head_at(lines, 0, 3)
    fields = {}
    if head:
        fields = {"from": head.sender, "subject": head.subject, "date": find_date(head.date)}
    body = lines_of_text("\n".join(lines[after:]), flowed=False)
    contents = contents_of_several(file, [Mail(fields, body)])
    if not decoded.sure:
        contents.warnings.append(f"The text encoding was guessed ({decoded.encoding}).")
    return contents
