"""Files without a place on the disk, as Windows programs hand them over (CFSTR_FILEDESCRIPTOR).

The layout is that of FILEGROUPDESCRIPTOR in Microsoft's shlobj_core.h. Qt names such formats by
`windows_format`, and counts the contents of the files from 0.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

MOST_FILES = 200
_COUNT = struct.Struct("<I")
_FLAGS_AT, _ATTRIBUTES_AT, _SIZE_AT, _NAME_AT = 0, 36, 64, 72
_WIDE_BYTES, _NARROW_BYTES = 592, 332
_HAS_ATTRIBUTES, _HAS_SIZE = 0x04, 0x40
_FOLDER = 0x10
_UNSAFE = re.compile(r"[\x00-\x1f\x7f<>:\"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)


@dataclass(frozen=True)
class VirtualFile:
    """A file that is named; `size` in bytes, 0 where it is not told."""

    index: int
    name: str
    size: int


def windows_format(name: str) -> str:
    """How Qt calls a clipboard format that it does not know."""
    return f'application/x-qt-windows-mime;value="{name}"'


DESCRIPTORS = {
    windows_format("FileGroupDescriptorW"): True,
    windows_format("FileGroupDescriptor"): False,
}
"""Formats that list files, and whether they do so in wide characters; the better one first."""


def contents_format(index: int) -> str:
    """The format that holds the bytes of one file."""
    return f"{windows_format('FileContents')};index={index}"


def listed(raw: bytes, *, is_wide: bool = True) -> list[VirtualFile]:
    """The files, without folders. The count that the list begins with is not trusted."""
    if len(raw) < _COUNT.size:
        return []
    size = _WIDE_BYTES if is_wide else _NARROW_BYTES
    count = min(_COUNT.unpack_from(raw)[0], (len(raw) - _COUNT.size) // size, MOST_FILES)
    records = (raw[_COUNT.size + i * size :][:size] for i in range(count))
    return [
        VirtualFile(i, safe_name(_name(record, is_wide)), _size(record))
        for i, record in enumerate(records)
        if not _is_folder(record)
    ]


def safe_name(name: str) -> str:
    """The last part of a name, without what could deceive or be another file."""
    name = _UNSAFE.sub("_", re.split(r"[\\/]", name)[-1]).strip(" .") or "file"
    return f"_{name}"[:120] if _DEVICE.match(name) else name[:120]


def _name(record: bytes, is_wide: bool) -> str:
    raw = record[_NAME_AT:]
    if is_wide:
        return raw.decode("utf-16-le", "replace").partition("\0")[0]
    return raw.partition(b"\0")[0].decode("cp1252", "replace")


def _number(record: bytes, at: int) -> int:
    return int(_COUNT.unpack_from(record, at)[0])


def _size(record: bytes) -> int:
    if not _number(record, _FLAGS_AT) & _HAS_SIZE:
        return 0
    return (_number(record, _SIZE_AT) << 32) + _number(record, _SIZE_AT + 4)


def _is_folder(record: bytes) -> bool:
    has_attributes = _number(record, _FLAGS_AT) & _HAS_ATTRIBUTES
    return bool(has_attributes and _number(record, _ATTRIBUTES_AT) & _FOLDER)
