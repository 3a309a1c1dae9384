"""Messages as Outlook saves them (.msg): [MS-OXMSG], properties in a compound file."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from briefing_app.errors import UnreadableFile
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.mail.message import contents_of_several
from briefing_app.readers.mail.outlook import BINARY, STRING, STRING8, Item, messages

_EMBEDDED = "__substg1.0_3701000D"
_ATTACHMENT = "__attach_version1.0_"
_PROPERTIES = "__properties_version1.0"
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
            mails = list(messages(_Storage(items, ())))
    except _DAMAGE as error:
        raise UnreadableFile(
            "the message is damaged.", "Open it in Outlook and save it again."
        ) from error
    return contents_of_several(file, mails)


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
class _Storage(Item):
    """The properties of a message or an attachment; `place` is its name in the container."""

    items: _Items
    place: tuple[str, ...]

    def value(self, number: int, kind: int) -> bytes:
        """A property as it is stored, b"" for none."""
        if kind in (STRING8, STRING, BINARY):
            return self.items.read((*self.place, f"__substg1.0_{number:04X}{kind:04X}"))
        return self._fixed.get((number, kind), b"")

    def attachments(self) -> Iterator[Item]:
        """The storages of what is attached, in order."""
        depth = len(self.place)
        for name in self.items.storages:
            within = len(name) == depth + 1 and name[:depth] == self.place
            if within and name[-1].startswith(_ATTACHMENT):
                yield _Storage(self.items, name)

    def embedded(self) -> Item | None:
        """The message that an attachment is, None where it is a file."""
        name = (*self.place, _EMBEDDED)
        return _Storage(self.items, name) if name in self.items.storages else None

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
