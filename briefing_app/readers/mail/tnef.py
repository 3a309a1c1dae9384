"""winmail.dat, into which Outlook and Exchange pack messages: [MS-OXTNEF]."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing_app.errors import UnreadableFile
from briefing_app.readers.mail.body import Mail
from briefing_app.readers.mail.outlook import (
    BINARY,
    CLASS,
    DATA,
    INTEGER,
    NAME,
    STRING8,
    SUBJECT,
    TEXT,
    TEXT_PAGE,
    TIME,
    Item,
    messages,
)

_SIGNATURE = 0x223E9F78
_START_BYTES, _HEAD, _SUM_BYTES = 6, struct.Struct("<BHHI"), 2
_NEW_ATTACHMENT, _PROPERTIES, _ATTACHED_PROPERTIES = 0x9002, 0x9003, 0x9005
_ATTRIBUTES = {
    0x8004: (SUBJECT, STRING8), 0x8008: (CLASS, STRING8), 0x800C: (TEXT, STRING8),
    0x9007: (TEXT_PAGE, INTEGER), 0x8010: (NAME, STRING8), 0x800F: (DATA, BINARY),
}  # fmt: skip
"""What stands outside the list of properties, by number, as the property that it means."""

_OBJECT, _SEVERAL = 0x000D, 0x1000
_SIZES = {0x0002: 4, INTEGER: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 4,
          0x0014: 8, TIME: 8, 0x0048: 16}  # fmt: skip
"""Bytes of a value of fixed size, by kind; those of other kinds begin with their size."""

_NAMED = 0x8000
_MESSAGE = bytes.fromhex("0703020000000000C000000000000046")
"""What a message within begins with, before it follows packed the same way."""


def unpacked(data: bytes) -> list[Mail]:
    """The message in winmail.dat, then those attached to it.

    Raises UnreadableFile: damaged or encrypted. UnsupportedFormat: it is an appointment or such.
    """
    try:
        return list(messages(_Packed(data)))
    except (ValueError, struct.error, IndexError, OverflowError) as error:
        raise UnreadableFile(
            "what Outlook packed into winmail.dat is damaged.",
            "Ask the sender to send the message once more, as HTML.",
        ) from error


@dataclass
class _Properties(Item):
    """Properties by number and kind; the message in an attachment is under _OBJECT."""

    values: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def value(self, number: int, kind: int) -> bytes:
        """A property as it is stored, b"" for none."""
        return self.values.get((number, kind), b"")

    def attachments(self) -> Iterator[Item]:
        """Nothing is attached to an attachment."""
        return iter(())

    def embedded(self) -> Item | None:
        """The message that an attachment is, None where it is a file."""
        data = self.value(DATA, _OBJECT)
        return _Packed(data[len(_MESSAGE) :]) if data.startswith(_MESSAGE) else None

    def take(self, data: bytes) -> None:
        """Take a list of properties. Raises struct.error or ValueError: damaged."""
        self.values.update(_Reader(data).properties())


class _Packed(_Properties):
    """A message in winmail.dat. Raises struct.error or ValueError: it does not begin like one."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._attached: list[_Properties] = []
        if int.from_bytes(data[:4], "little") != _SIGNATURE:
            raise ValueError("no signature")
        for number, content in _attributes(data):
            self._put(number, content)

    def attachments(self) -> Iterator[Item]:
        """What is attached, in order."""
        return iter(self._attached)

    def _put(self, number: int, content: bytes) -> None:
        if number == _NEW_ATTACHMENT:
            self._attached.append(_Properties())
        target = self._attached[-1] if self._attached else self
        if number in (_PROPERTIES, _ATTACHED_PROPERTIES):
            target.take(content)
        elif number in _ATTRIBUTES:
            target.values.setdefault(_ATTRIBUTES[number], content)


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each, as far as the file goes."""
    place = _START_BYTES
    while place + _HEAD.size <= len(data):
        _, number, _, size = _HEAD.unpack_from(data, place)
        place += _HEAD.size
        yield number, data[place : place + size]
        place += size + _SUM_BYTES


@dataclass
class _Reader:
    """Reads properties one after the other; whatever goes beyond the end is a struct.error."""

    data: bytes
    place: int = 0

    def properties(self) -> Iterator[tuple[tuple[int, int], bytes]]:
        """Number and kind of each property with its value, the first of several."""
        for _ in range(self._number()):
            kind, number = struct.unpack("<HH", self._bytes(4))
            if number >= _NAMED:
                self._skip_name()
            size = _SIZES.get(kind & ~_SEVERAL)
            count = 1 if size and not kind & _SEVERAL else self._number()
            values = (self._padded(size or self._number()) for _ in range(count))
            first = next(values, b"")
            for _ in values:
                pass
            yield (number, kind & ~_SEVERAL), first

    def _skip_name(self) -> None:
        self._bytes(16)
        is_text = self._number()
        if is_text:
            self._padded(self._number())
        else:
            self._bytes(4)

    def _number(self) -> int:
        return int.from_bytes(self._bytes(4), "little")

    def _padded(self, size: int) -> bytes:
        content = self._bytes(size)
        self.place += -size % 4
        return content

    def _bytes(self, size: int) -> bytes:
        content = self.data[self.place : self.place + size]
        if len(content) < size:
            raise struct.error("beyond the end")
        self.place += size
        return content
