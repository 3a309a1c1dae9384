"""A message as Outlook keeps it, whatever it is packed into: numbered properties, [MS-OXPROPS]."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers.documents.rtf import document_of
from briefing_app.readers.encoding import decode
from briefing_app.readers.mail.body import (
    Body,
    Mail,
    attached,
    better,
    body_of_markup,
    body_of_signed,
    joined,
    kind_of_file,
    lines_of_text,
    read_body,
    report,
)
from briefing_app.readers.mail.parts import decoded, fields_of, parse
from briefing_app.readers.mail.rich_markup import page_of
from briefing_app.readers.mail.signed import signed_content

LEVELS = 5
"""Messages within messages that are read."""

INTEGER, STRING8, STRING, TIME, BINARY = 0x0003, 0x001E, 0x001F, 0x0040, 0x0102
"""Kinds of properties."""

SUBJECT, CLASS, TEXT, RTF = 0x0037, 0x001A, 0x1000, 0x1009
TEXT_PAGE, NAME, DATA = 0x3FFD, 0x3704, 0x3701
_HEADERS, _HTML = 0x007D, 0x1013
_SENDER_NAMES, _SENDER_ADDRESSES = (0x0C1A, 0x0042), (0x5D01, 0x5D02, 0x0C1F, 0x0065)
_SENT, _DELIVERED = 0x0039, 0x0E06
_BODY_PAGE, _LOCALE = 0x3FDE, 0x3FF1
_LONG_NAME, _KIND, _CONTENT_ID = 0x3707, 0x370E, 0x3712
_MIME = re.compile(rb"\s*(mime-version|content-[a-z-]{3,40})[ \t]*:", re.I)
_LARGE_RTF = 1024 * 1024
"""Bytes when packed; unpacking takes long, and is not worth it where there is a plain text."""

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_PAGES = {65001: "utf-8", 20127: "ascii", 50220: "iso-2022-jp", 51932: "euc-jp", 20866: "koi8-r",
          21866: "koi8-u", 936: "gb18030", 54936: "gb18030"}  # fmt: skip

_APPOINTMENTS = ("ipm.appointment", "ipm.contact", "ipm.task", "ipm.distlist", "ipm.stickynote",
                 "ipm.activity")  # fmt: skip
_INVITATIONS = ("ipm.schedule.meeting", "ipm.sharing")
_RECALLS = ("ipm.recall", "ipm.outlook.recall")
_FEED = "ipm.post.rss"
"""What classes of items begin with that are no messages; those of a feed are news."""

_PAGE_OF = {1: 1256, 2: 1251, 4: 936, 5: 1250, 8: 1253, 13: 1255, 14: 1250, 17: 932, 18: 949,
            21: 1250, 24: 1250, 25: 1251, 26: 1250, 27: 1250, 30: 874, 31: 1254, 34: 1251,
            36: 1250, 37: 1257, 38: 1257, 39: 1257, 41: 1256, 42: 1258}  # fmt: skip
"""Number of the sender's language -> the code page of its Windows; that of all others is 1252."""


class Item(ABC):
    """The properties of a message or of a file attached to one."""

    @abstractmethod
    def value(self, number: int, kind: int) -> bytes:
        """A property as it is stored, b"" for none."""

    @abstractmethod
    def attachments(self) -> Iterator[Item]:
        """What is attached, in order."""

    @abstractmethod
    def embedded(self) -> Item | None:
        """The message that an attachment is, None where it is a file."""

    def text(self, *numbers: int) -> str:
        """The first of some properties that has text, "" for none."""
        for number in numbers:
            wide = self.value(number, STRING)
            value = wide.decode("utf-16-le", "replace") if wide else ""
            narrow = self.value(number, STRING8).rstrip(b"\0")
            value = value or decode(narrow, self._page(TEXT_PAGE)).text
            if value.strip("\0 \r\n\t"):
                return value.rstrip("\0")
        return ""

    def data(self, number: int) -> bytes:
        """A binary property, b"" for none."""
        return self.value(number, BINARY)

    def html(self) -> str:
        """The body in markup, "" for none."""
        return decode(self.data(_HTML), self._page(_BODY_PAGE)).text or self.text(_HTML)

    def time(self, *numbers: int) -> str:
        """The first of some moments in ISO 8601, "" for none."""
        for number in numbers:
            ticks = int.from_bytes(self.value(number, TIME), "little")
            if 0 < ticks < 2_650_467_743_999_999_999:
                moment = _EPOCH + timedelta(seconds=ticks // 10_000_000)
                if moment.year > 1970:
                    return moment.isoformat()
        return ""

    def _page(self, number: int) -> str:
        page = self._integer(number)
        if not page and number == TEXT_PAGE and self._integer(_LOCALE):
            page = _PAGE_OF.get(self._integer(_LOCALE) & 0x3FF, 1252)
        return _PAGES.get(page) or (
            f"iso-8859-{page - 28590}" if 28590 < page < 28606 else f"cp{page}"
        )

    def _integer(self, number: int) -> int:
        return int.from_bytes(self.value(number, INTEGER)[:4], "little")


def messages(item: Item, levels: int = LEVELS) -> Iterator[Mail]:
    """A message and those attached to it.

    Raises UnreadableFile: it is encrypted. UnsupportedFormat: it is an appointment, a contact or
    the like.
    """
    kind = item.text(CLASS).lower()
    _refuse_others(kind)
    signed = _signed(item) if kind.startswith("ipm.note.smime") else None
    if signed:
        yield Mail(_fields(item), signed)
        return
    if kind.startswith("ipm.note.smime") and "multipartsigned" not in kind:
        raise UnreadableFile(
            "the message is encrypted.", "Open it in Outlook, copy its text and paste it here."
        )
    bodies = [_text(item)]
    inside: list[Item] = []
    for attachment in item.attachments():
        message = attachment.embedded()
        if message:
            inside.append(message)
        else:
            bodies.append(_file(attachment))
    if inside and not levels:
        bodies.append(Body(left_out=["a message that is nested too deeply"]))
        inside = []
    yield Mail(_fields(item), joined(bodies))
    for message in inside:
        yield from messages(message, levels - 1)


def _signed(item: Item) -> Body | None:
    """The body of a signed message, which is all in one attached file; None where it is not.

    Raises UnreadableFile: what is in it is encrypted.
    """
    data = next((data for data in (file.data(DATA) for file in item.attachments()) if data), b"")
    if _MIME.match(data):
        return read_body(parse(data))
    return body_of_signed(data) if signed_content(data) else None


def _refuse_others(kind: str) -> None:
    if kind.startswith("report."):
        raise report()
    if kind.startswith(_APPOINTMENTS):
        raise UnsupportedFormat(
            "this is an appointment, a contact or a task of Outlook, no message.",
            "Copy the text out of it and paste it into the window.",
        )
    if kind.startswith(_INVITATIONS):
        raise UnsupportedFormat(
            "this is an invitation or the answer to one, and no article.",
            "Import the messages and files that it is about.",
        )
    if kind.startswith(_RECALLS):
        raise UnsupportedFormat(
            "this is the recall of a message, and no article.", "Import the message itself."
        )


def _fields(item: Item) -> dict[str, str]:
    headers = fields_of(item.text(_HEADERS).lstrip().encode("utf-8", "replace"))
    fields = {name: decoded(value) for name, value in headers.items()}
    name, address = item.text(*_SENDER_NAMES), item.text(*_SENDER_ADDRESSES)
    fields.setdefault("from", f"{name} <{address}>" if "@" in address else name)
    fields.setdefault("date", item.time(_SENT, _DELIVERED))
    fields["subject"] = item.text(SUBJECT) or fields.get("subject", "")
    if item.text(CLASS).lower().startswith(_FEED):
        fields.setdefault("list-id", name)  # whose name is that of the feed, and of nobody
    return fields


def _text(item: Item) -> Body:
    """The body: as a page, unless it has lost most of the text, else as text or rich text."""
    text = lines_of_text(item.text(TEXT), flowed=False)
    source = item.html()
    data = item.data(RTF) if not source else b""
    if data and (not text.length or len(data) < _LARGE_RTF):
        rich = _rich_text(data)
        source = page_of(rich)
        if not source and not text.length:
            lines = [line.text for line in document_of(rich).lines]
            text = lines_of_text("\n\n".join(lines), flowed=False)
    return better([text, body_of_markup(source)]) if source else text


def _rich_text(data: bytes) -> bytes:
    """Rich text unpacked ([MS-OXRTFCP]); b"" where it is damaged or far too large."""
    from compressed_rtf import decompress

    if len(data) < 16 or int.from_bytes(data[4:8], "little") > 100 * len(data):
        return b""
    try:
        return bytes(decompress(data))
    except Exception:  # the library raises nothing more special where a sum is wrong
        return b""


def _file(item: Item) -> Body:
    name = item.text(_LONG_NAME, NAME).replace("\\", "/").rpartition("/")[2].strip()
    kind = kind_of_file(item.text(_KIND), name)
    data = item.data(DATA)
    if not data:
        return Body(left_out=[name] if name else [])
    if kind == "multipart/signed":
        name, kind = "signed message.eml", "message/rfc822"
    return attached(name or "attachment", kind, lambda: data, is_shown=not item.text(_CONTENT_ID))
