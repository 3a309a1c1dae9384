"""Folders of mail in one file (.mbox), as Thunderbird, Apple Mail and Google Takeout write them.

https://www.rfc-editor.org/rfc/rfc4155: every message begins with a line "From ", and lines of a
message that begin so have ">" before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Never

from briefing_app.domain.article import Refusal
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.mail.parts import decoded, fields_of

MESSAGES = 10_000

_BEGINNING = re.compile(
    # "From lena@meridian.example Sat Jan  4 15:12:00 2020", Thunderbird: "From - Sat Jan ..."
    rb"^From [^\n]{0,300}\d\d:\d\d[^\n]{0,80}\r?\n(?=[!-9;-~]{1,80}:|>From )",
    re.M,
)
_ESCAPED = re.compile(rb"^>(>*From )", re.M)
_DELETED = 0x0008


def read_mbox(file: Incoming) -> Contents:
    """Read a folder of mail: no article of its own, but the messages in it, one at a time."""
    return Contents([], inner=_messages(file))


def refuse_mac_mailbox(_: Incoming) -> Never:
    """Raises UnsupportedFormat: the whole mailbox of somebody is no article."""
    raise UnsupportedFormat(
        "an Outlook data file holds whole mailboxes.",
        "Drag the messages from Outlook to a folder and import those.",
    )


def _messages(file: Incoming) -> Iterator[Incoming | Refusal]:
    beginnings = _BEGINNING.finditer(file.data)
    this = next(beginnings, None)
    number = 0
    while this:
        following = next(beginnings, None)
        data = file.data[this.end() : following.start() if following else len(file.data)]
        fields = fields_of(data)
        this = following
        if _is_none(fields):
            continue
        number += 1
        if number > MESSAGES:
            yield Refusal(
                file.path or file.name,
                UnreadableFile(
                    f"“{file.name}” has more than {MESSAGES:,} messages; the others were left out.",
                    "Move the messages that you need to a mail folder of their own.",
                ),
            )
            return
        yield file.inner(_name(number, fields), _ESCAPED.sub(rb"\1", data))


def _is_none(fields: dict[str, str]) -> bool:
    """Whether the mail program keeps it for itself: deleted messages, notes of a mail server."""
    status = fields.get("x-mozilla-status", "0")
    if re.fullmatch("[0-9A-Fa-f]{1,8}", status) and int(status, 16) & _DELETED:
        return True
    return "x-imap" in fields and "folder internal data" in fields.get("subject", "").lower()


def _name(number: int, fields: dict[str, str]) -> str:
    subject = re.sub(r'[\\/:*?"<>|\s]+', " ", decoded(fields.get("subject", ""))).strip(" .")
    return f"{number:05} {subject[:80]}".strip() + ".eml"
