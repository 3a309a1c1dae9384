"""Writes winmail.dat ([MS-OXTNEF]) for tests."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

MESSAGE = bytes.fromhex("0703020000000000C000000000000046")
Property = tuple[int, int, bytes]
"""Kind, number and value as it is packed."""


def winmail(
    texts: Mapping[int, str | bytes],
    files: Iterable[Iterable[Property]] = (),
    sent: str = "",
    more: Iterable[Property] = (),
) -> bytes:
    """A message with these texts by number, sent at an ISO moment, and attached files."""
    properties = [text(number, value) for number, value in texts.items()]
    if sent:
        passed = datetime.fromisoformat(sent) - datetime(1601, 1, 1, tzinfo=UTC)
        ticks = int(passed.total_seconds()) * 10_000_000
        properties.append((0x40, 0x39, struct.pack("<Q", ticks)))
    parts = [
        attribute(1, 0x00089006, struct.pack("<I", 0x10000)),
        attribute(1, 0x00069007, struct.pack("<II", 1252, 0)),
        attribute(1, 0x00069003, listed([*more, *properties])),
    ]
    for file in files:
        parts.append(attribute(2, 0x00069002, bytes(14)))
        parts.append(attribute(2, 0x00069005, listed(file)))
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(parts)


def attribute(level: int, number: int, content: bytes) -> bytes:
    head = struct.pack("<BII", level, number, len(content))
    return head + content + struct.pack("<H", sum(content) & 0xFFFF)


def text(number: int, value: str | bytes) -> Property:
    """A property of text, or of bytes."""
    if isinstance(value, bytes):
        return 0x102, number, sized(value)
    return 0x1F, number, sized(f"{value}\0".encode("utf-16-le"))


def named(name: str, value: bytes) -> tuple[int, int, bytes]:
    """A property with a name of its own before its value, as programs add them."""
    coded = f"{name}\0".encode("utf-16-le")
    before = bytes(16) + struct.pack("<II", 1, len(coded)) + coded.ljust(-(-len(coded) // 4) * 4)
    return 0x102, 0x8001, before + sized(value)


def sized(value: bytes) -> bytes:
    return struct.pack("<II", 1, len(value)) + value + bytes(-len(value) % 4)


def listed(properties: Iterable[Property]) -> bytes:
    found = list(properties)
    return struct.pack("<I", len(found)) + b"".join(
        struct.pack("<HH", kind, number) + value for kind, number, value in found
    )
