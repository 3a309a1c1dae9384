"""The imported files: kept as they were, packed where that saves space."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.article import Original
from briefing_app.store.journal import Journal

PACK_FROM = 8192
"""Bytes from which an original is compressed; with shorter ones little is saved."""

_SAMPLE = 4096
"""Bytes from the middle of a file that tell whether packing saves space: PDFs are packed."""

LEFT_OUT = "left out"
"""Packing of an original that is not kept: only its name, its place and its digest are."""


@dataclass(frozen=True)
class OriginalsSize:
    """How many imported files the briefing has, their bytes, and the bytes that they take in it.

    left_out  how many of the files are too large to be kept; their bytes count as imported
    """

    files: int
    bytes: int
    packed_bytes: int
    left_out: int = 0


@dataclass(frozen=True)
class Packed:
    """An imported file as it is kept; made beforehand where its size would hold up the window.

    size, sha256  of the file as it was imported
    """

    packing: str
    data: bytes
    size: int
    sha256: str


def prepared(original: Original) -> Packed:
    """An imported file, ready to be stored."""
    packing, data = pack(original.data)
    return Packed(packing, data, len(original.data), original.sha256)


def pack(data: bytes) -> tuple[str, bytes]:
    """How bytes are kept, and what is kept of them."""
    if len(data) >= PACK_FROM and _saves_space(data[len(data) // 2 :][:_SAMPLE]):
        packed = zlib.compress(data, 1)
        if len(packed) < 0.9 * len(data):
            return "zlib", packed
    return "", data


def _saves_space(sample: bytes) -> bool:
    # With the room that is usual, the system would be asked for it each time, which takes longer.
    packer = zlib.compressobj(1, zlib.DEFLATED, wbits=13, memLevel=6)
    return len(packer.compress(sample)) + len(packer.flush()) < 0.9 * len(sample)


def unpack(packing: str, data: bytes) -> bytes:
    """The bytes of an original as they were imported. Raises zlib.error: they are damaged."""
    return zlib.decompress(data) if packing == "zlib" else data


def add(journal: Journal, original: Original, keep_up_to_bytes: int, packed: Packed | None) -> None:
    """Store an imported file, inside a change; see Articles.add."""
    size = packed.size if packed else len(original.data)
    if original.left_out or is_left_out(original, size, keep_up_to_bytes):
        sha256 = packed.sha256 if packed else original.sha256
        packed = Packed(LEFT_OUT, b"", size, sha256)
    packed = packed or prepared(original)
    journal.write(
        "INSERT INTO original (id, name, path, media_type, sha256, packing, data, size) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (original.id, original.name, original.path, original.media_type, packed.sha256,
         packed.packing, packed.data, packed.size),
    )  # fmt: skip


def is_left_out(original: Original, size: int, limit: int) -> bool:
    """Whether a file of this size is too large to be kept, where `limit` is not 0.

    Only what can be opened from its place again is: no pasted text, nothing out of archives.
    """
    return 0 < limit < size and bool(original.path) and Path(original.path).is_file()


def of_article(journal: Journal, article_id: str) -> Original:
    """The imported file that an article came from. Raises KeyError: the article is gone."""
    row = journal.row(
        "SELECT original.id, name, media_type, path, packing, data, sha256 FROM original "
        "JOIN article ON article.original_id = original.id WHERE article.id = ?",
        [article_id],
    )
    if row is None:
        raise KeyError(article_id)
    original_id, name, media_type, path, packing, data, sha256 = row
    left_out = sha256 if packing == LEFT_OUT else ""
    return Original(name, media_type, unpack(packing, data), original_id, path, left_out)


def total(journal: Journal) -> OriginalsSize:
    """The size of all imported files together."""
    [known] = journal.rows(
        "SELECT count(*), coalesce(sum(CASE WHEN size < 0 THEN length(data) ELSE size END), 0), "
        "coalesce(sum(length(data)), 0), coalesce(sum(packing = ?), 0) FROM original",
        [LEFT_OUT],
    )
    files, size, packed_size, left_out = known
    # Files of version 1 did not note it; there are few packed ones in those.
    for data in journal.rows("SELECT data FROM original WHERE size < 0 AND packing = 'zlib'"):
        size += len(unpack("zlib", data[0])) - len(data[0])
    return OriginalsSize(files, size, packed_size, left_out)
