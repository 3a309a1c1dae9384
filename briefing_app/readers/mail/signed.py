"""What is inside a message that is signed as a whole (S/MIME, smime.p7m).

Such a part is no text but a container: Cryptographic Message Syntax, RFC 5652, in the basic
encoding rules of ASN.1. A signed one holds the message as it is; of an encrypted one nothing can
be read without the key. Whether a signature is valid is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_DEEPEST = 20
_MOST_PIECES = 200_000
"""Of one element; programs that sign long messages divide them into pieces of some kilobytes."""

_SEQUENCE, _OCTETS, _CONTENT = 0x30, 0x04, 0xA0
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")


def signed_content(data: bytes) -> bytes:
    """The message in a signed container, b"" where it is encrypted, damaged or none at all.

    SEQUENCE {signedData, [0] {SEQUENCE {version, SET, SEQUENCE {type, [0] {bytes}}}}}
    """
    try:
        whole = _Element.at(data, 0)
        if whole.tag != _SEQUENCE or not data.startswith(_SIGNED_DATA, whole.start):
            return b""
        inside = whole.child(_CONTENT).child(_SEQUENCE).child(_SEQUENCE)
        return b"".join(inside.child(_CONTENT).octets())
    except (IndexError, ValueError):
        return b""


@dataclass(frozen=True)
class _Element:
    """One value: its tag, and where its content begins and ends in the data.

    Everything raises ValueError or IndexError where the data is damaged.
    """

    data: bytes
    tag: int
    start: int
    end: int
    following: int

    @classmethod
    def at(cls, data: bytes, place: int, depth: int = 0) -> _Element:
        """The element that begins at a place."""
        tag, size, start = data[place], data[place + 1], place + 2
        if tag & 0x1F == 0x1F or depth > _DEEPEST:
            raise ValueError("not of a signed message")
        if size == 0x80:
            end = start
            for _ in range(_MOST_PIECES):
                if data[end : end + 2] == b"\0\0":
                    return cls(data, tag, start, end, end + 2)
                end = cls.at(data, end, depth + 1).following
            raise ValueError("too many pieces")
        if size > 0x80:
            digits = size & 0x7F
            size = int.from_bytes(data[start : start + digits], "big")
            start += digits
        if start + size > len(data):
            raise ValueError("breaks off")
        return cls(data, tag, start, start + size, start + size)

    def child(self, tag: int) -> _Element:
        """The first element with a tag among those directly inside."""
        found = next((child for child in self._children() if child.tag == tag), None)
        if found is None:
            raise ValueError("not of a signed message")
        return found

    def octets(self, depth: int = 0) -> Iterator[bytes]:
        """The bytes of all strings of bytes inside, of which a long one may have several."""
        for child in self._children():
            if child.tag == _OCTETS:
                yield self.data[child.start : child.end]
            elif child.tag & 0x20 and depth < _DEEPEST:
                yield from child.octets(depth + 1)

    def _children(self) -> Iterator[_Element]:
        place = self.start
        for _ in range(_MOST_PIECES):
            if place >= self.end:
                return
            child = self.at(self.data, place)
            yield child
            place = child.following
