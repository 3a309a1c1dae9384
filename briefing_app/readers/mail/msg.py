"""Messages as Outlook saves them (.msg): [MS-OXMSG], properties in a compound file."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from io import BytesIO
from itertools import chain
from typing import Any

from briefing_app.domain.article import Article, Refusal
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers.documents.rtf import document_of
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.mail.body import (
    Body,
    attached,
    body_of_markup,
    joined,
    kind_of_file,
    lines_of_text,
)
from briefing_app.readers.mail.message import Mail, contents_of
from briefing_app.readers.mail.parts import decoded, fields_of

LEVELS = 5
"""Messages within messages that are read."""

_SUBJECT, _CLASS, _HEADERS, _TEXT, _RTF, _HTML = 0x0037, 0x001A, 0x007D, 0x1000, 0x1009, 0x1013
_SENDER_NAMES, _SENDER_ADDRESSES = (0x0C1A, 0x0042), (0x5D01, 0x5D02, 0x0C1F, 0x0065)
_SENT, _DELIVERED = 0x0039, 0x0E06
_BODY_PAGE, _TEXT_PAGE = 0x3FDE, 0x3FFD
_LONG_NAME, _NAME, _DATA, _KIND, _CONTENT_ID = 0x3707, 0x3704, 0x3701, 0x370E, 0x3712
_INTEGER, _STRING8, _STRING, _TIME, _BINARY = 0x0003, 0x001E, 0x001F, 0x0040, 0x0102
_EMBEDDED = "__substg1.0_3701000D"
_ATTACHMENT = "__attach_version1.0_"
_PROPERTIES = "__properties_version1.0"
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_PAGES = {65001: "utf-8", 20127: "ascii", 50220: "iso-2022-jp", 51932: "euc-jp", 20866: "koi8-r",
          21866: "koi8-u", 936: "gb18030", 54936: "gb18030"}  # fmt: skip
_DAMAGE = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError,
           struct.error)  # fmt: skip


def read_msg(file: Incoming) -> Contents:
    """Read a message of Outlook, with the messages and files attached to it.

    Raises UnreadableFile: damaged, encrypted, or without text. UnsupportedFormat: it is an
    appointment, a contact or the like.
    """
    from olefile import OleFileIO

    try:
        with OleFileIO(BytesIO(file.data)) as container:
            items = _Items(container, 2 * len(file.data))
            messages = list(_messages(_Storage(items, ()), LEVELS))
    except _DAMAGE as error:
        raise UnreadableFile(
            "the message is damaged.", "Open it in Outlook and save it again."
        ) from error
    return _contents(file, messages)


def _contents(file: Incoming, messages: list[Mail]) -> Contents:
    """The articles of a message and of those attached to it, with all their other files."""
    articles: list[Article] = []
    warnings: list[str] = []
    inner: list[Iterable[Incoming | Refusal]] = []
    failure: UnreadableFile | None = None
    for mail in messages:
        try:
            contents = contents_of(file, mail, has_more=len(messages) > 1)
        except UnreadableFile as error:
            failure = error
            continue
        articles += contents.articles
        warnings += contents.warnings
        inner.append(contents.inner)
    if failure and not inner:
        raise failure
    return Contents(articles, warnings, chain.from_iterable(inner))


class _Items:
    """What a compound file holds by name; reading stops at `most_bytes` in all."""

    def __init__(self, container: Any, most_bytes: int) -> None:
        self._container = container
        self._left = most_bytes
        self.storages = [tuple(name) for name in container.listdir(streams=False, storages=True)]
        self._streams = {tuple(name) for name in container.listdir()}

    def read(self, name: tuple[str, ...]) -> bytes:
        """The bytes of a stream, b"" for none. Raises ValueError: that is too much in all."""
        if name not in self._streams:
            return b""
        self._left -= self._container.get_size(list(name))
        if self._left < 0:
            raise ValueError("streams share their sectors")
        return bytes(self._container.openstream(list(name)).read())


@dataclass(frozen=True)
class _Storage:
    """The properties of a message or an attachment; `place` is its name in the container."""

    items: _Items
    place: tuple[str, ...]

    def text(self, *numbers: int) -> str:
        """The first of some properties that has text, "" for none."""
        for number in numbers:
            wide = self._stream(number, _STRING)
            value = wide.decode("utf-16-le", "replace") if wide else ""
            value = value or decode(self._stream(number, _STRING8), self._page(_TEXT_PAGE)).text
            if value.strip("\0 \r\n\t"):
                return value.rstrip("\0")
        return ""

    def data(self, number: int) -> bytes:
        """A binary property, b"" for none."""
        return self._stream(number, _BINARY)

    def html(self) -> str:
        """The body in markup, "" for none."""
        return decode(self.data(_HTML), self._page(_BODY_PAGE)).text or self.text(_HTML)

    def time(self, *numbers: int) -> str:
        """The first of some moments in ISO 8601, "" for none."""
        for number in numbers:
            ticks = int.from_bytes(self._fixed.get((number, _TIME), b""), "little")
            if 0 < ticks < 2_650_467_743_999_999_999:
                moment = _EPOCH + timedelta(seconds=ticks // 10_000_000)
                if moment.year > 1970:
                    return moment.isoformat()
        return ""

    def attachments(self) -> Iterator[_Storage]:
        """The storages of what is attached, in order."""
        depth = len(self.place)
        for name in self.items.storages:
            within = len(name) == depth + 1 and name[:depth] == self.place
            if within and name[-1].startswith(_ATTACHMENT):
                yield _Storage(self.items, name)

    def embedded(self) -> _Storage | None:
        """The message that an attachment is, None where it is a file."""
        name = (*self.place, _EMBEDDED)
        return _Storage(self.items, name) if name in self.items.storages else None

    def _stream(self, number: int, kind: int) -> bytes:
        return self.items.read((*self.place, f"__substg1.0_{number:04X}{kind:04X}"))

    def _page(self, number: int) -> str:
        page = int.from_bytes(self._fixed.get((number, _INTEGER), b"")[:4], "little")
        return _PAGES.get(page) or (
            f"iso-8859-{page - 28590}" if 28590 < page < 28606 else f"cp{page}"
        )

    @cached_property
    def _fixed(self) -> Mapping[tuple[int, int], bytes]:
        """Properties of fixed size by number and kind."""
        data = self.items.read((*self.place, _PROPERTIES))
        head = 32 if not self.place else 24 if self.place[-1] == _EMBEDDED else 8
        found = {}
        for kind, number, _, value in struct.iter_unpack(
            "<HHI8s", data[head:][: (len(data) - head) // 16 * 16]
        ):
            found[number, kind] = value
        return found


def _messages(storage: _Storage, levels: int) -> Iterator[Mail]:
    """A message and those attached to it."""
    _refuse_others(storage.text(_CLASS).lower())
    bodies = [_text(storage)]
    inside: list[_Storage] = []
    for item in storage.attachments():
        message = item.embedded()
        if message:
            inside.append(message)
        else:
            bodies.append(_file(item))
    yield Mail(_fields(storage), joined(bodies))
    for message in inside if levels else ():
        yield from _messages(message, levels - 1)


def _refuse_others(kind: str) -> None:
    if kind.startswith("ipm.note.smime") and "multipartsigned" not in kind:
        raise UnreadableFile(
            "the message is encrypted.", "Open it in Outlook, copy its text and paste it here."
        )
    if kind.startswith(
        ("ipm.appointment", "ipm.contact", "ipm.task", "ipm.distlist", "ipm.stickynote")
    ):
        raise UnsupportedFormat(
            "this is an appointment, a contact or a task of Outlook, no message.",
            "Copy the text out of it and paste it into the window.",
        )


def _fields(storage: _Storage) -> dict[str, str]:
    headers = fields_of(storage.text(_HEADERS).lstrip().encode("utf-8", "replace"))
    fields = {name: decoded(value) for name, value in headers.items()}
    name, address = storage.text(*_SENDER_NAMES), storage.text(*_SENDER_ADDRESSES)
    fields.setdefault("from", f"{name} <{address}>" if "@" in address else name)
    fields.setdefault("date", storage.time(_SENT, _DELIVERED))
    fields["subject"] = storage.text(_SUBJECT) or fields.get("subject", "")
    return fields


def _text(storage: _Storage) -> Body:
    """The body: as markup, else as text, else as rich text; of these the first that has any."""
    markup = storage.html()
    body = body_of_markup(markup) if markup else Body()
    if not body.length:
        body = lines_of_text(storage.text(_TEXT), flowed=False)
    if not body.length:
        lines = [line.text for line in document_of(_rich_text(storage.data(_RTF))).lines]
        body = lines_of_text("\n\n".join(lines), flowed=False)
    return body


def _rich_text(data: bytes) -> bytes:
    """Rich text unpacked ([MS-OXRTFCP]). Raises ValueError: damaged, or far too large."""
    from compressed_rtf import decompress

    if len(data) < 16:
        return b""
    if int.from_bytes(data[4:8], "little") > 100 * len(data):
        raise ValueError("more than the packing can do")
    return bytes(decompress(data))


def _file(item: _Storage) -> Body:
    name = item.text(_LONG_NAME, _NAME).replace("\\", "/").rpartition("/")[2].strip()
    kind = kind_of_file(item.text(_KIND), name)
    data = item.data(_DATA)
    if kind == "multipart/signed":
        name, kind = "signed message.eml", "message/rfc822"
    return attached(name or "attachment", kind, lambda: data, is_shown=not item.text(_CONTENT_ID))
