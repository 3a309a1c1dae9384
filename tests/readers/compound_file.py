"""Writes compound files, the container of Outlook messages ([MS-CFB], version 3), for tests."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

SECTOR, SMALL_SECTOR, SMALL = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Tree = Mapping[str, Any]
"""Names to bytes (a stream) or to a tree (a storage)."""


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    child: int = FREE
    right: int = FREE
    start: int = END
    size: int = 0

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0"
        return struct.pack(
            "<64sHBBIII16sIQQIQ", name, len(name), self.kind, 1, FREE, self.right, self.child,
            b"", 0, 0, 0, self.start, self.size,
        )  # fmt: skip


@dataclass
class _Sectors:
    """Sectors with the table of which follows which."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    table: list[int] = field(default_factory=list)

    def add(self, data: bytes) -> int:
        """Number of the first sector of `data`."""
        count = -(-len(data) // self.size)
        if not count:
            return END
        first = len(self.table)
        self.table += [*range(first + 1, first + count), END]
        self.data += data.ljust(count * self.size, b"\0")
        return first


def compound_file(tree: Tree) -> bytes:
    """The bytes of a compound file with these streams and storages."""
    entries = [_Entry("Root Entry", 5)]
    entries[0].child = _add(entries, tree)
    small, large = _Sectors(SMALL_SECTOR), _Sectors(SECTOR)
    for entry in entries:
        if entry.kind == 2:
            entry.size = len(entry.data)
            sectors = small if entry.size < SMALL else large
            entry.start = sectors.add(entry.data)
    entries[0].size = len(small.data)
    entries[0].start = large.add(bytes(small.data))
    small_table = large.add(_table(small.table))
    small_count = -(-len(small.table) * 4 // SECTOR)
    directory = large.add(b"".join(entry.packed() for entry in entries))
    tables = 1
    while (len(large.table) + tables) * 4 > tables * SECTOR:
        tables += 1
    first = len(large.table)
    large.table += [FAT] * tables
    large.data += _table(large.table)
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        b"", 0, tables, directory, 0, SMALL, small_table, small_count, END, 0, 0,
    )[:76]  # fmt: skip
    places = struct.pack("<109I", *range(first, first + tables), *[FREE] * (109 - tables))
    return header + places + bytes(large.data)


def _table(numbers: list[int]) -> bytes:
    data = struct.pack(f"<{len(numbers)}I", *numbers)
    return data.ljust(-(-len(data) // SECTOR) * SECTOR, b"\xff")


def _add(entries: list[_Entry], tree: Tree) -> int:
    """Add what a storage holds; the number of its first entry, from which the others hang."""
    first, before = FREE, None
    for name in sorted(tree, key=lambda name: (len(name), name.upper())):
        value = tree[name]
        entry = _Entry(name, 2, value) if isinstance(value, bytes) else _Entry(name, 1)
        entries.append(entry)
        number = len(entries) - 1
        first = number if before is None else first
        if before:
            before.right = number
        before = entry
        if entry.kind == 1:
            entry.child = _add(entries, value)
    return first


def outlook_item(head: int, times: Mapping[int, str], **texts: str | bytes) -> dict[str, Any]:
    """The streams of a message or an attachment.

    head   bytes before its properties of fixed size: 32 in a message, 24 in one within, 8 in a file
    times  property -> ISO 8601; texts: property in hexadecimal with an "x" before -> value
    """
    tree: dict[str, Any] = {}
    for name, value in texts.items():
        kind = "0102" if isinstance(value, bytes) else "001F"
        data = value if isinstance(value, bytes) else value.encode("utf-16-le")
        tree[f"__substg1.0_{name[1:]}{kind}"] = data
    fixed = b"\0" * head
    for number, moment in times.items():
        passed = datetime.fromisoformat(moment) - datetime(1601, 1, 1, tzinfo=UTC)
        ticks = int(passed.total_seconds()) * 10_000_000
        fixed += struct.pack("<HHIQ", 0x40, number, 6, ticks)
    tree["__properties_version1.0"] = fixed
    return tree
