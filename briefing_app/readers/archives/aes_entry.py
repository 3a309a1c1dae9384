"""Entries of ZIP archives under the encryption of WinZip and 7-Zip (AE-1 and AE-2).

https://www.winzip.com/en/support/aes-encryption/ describes it: AES in counter mode, the key made
of the password, and a code that tells whether anything was changed.
"""

from __future__ import annotations

import bz2
import hashlib
import hmac
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipInfo

from briefing_app.readers.archives.aes import BLOCK, encryption

AES = 99
"""The method of packing that such entries state in the place of their own."""

_FIELD = 0x9901
_LOCAL_HEADER = b"PK\3\4"
_HEADER_BYTES = 30
_KEY_BYTES = {1: 16, 2: 24, 3: 32}
_CHECK_BYTES, _CODE_BYTES = 2, 10
_ROUNDS = 1000
_PIECE = 1 << 20
_HAS_SUM = 1
"""Version of the scheme under which the sum of the content is kept too."""

_UNPACKERS: dict[int, Callable[[], Any]] = {
    ZIP_DEFLATED: lambda: zlib.decompressobj(-15),
    ZIP_BZIP2: bz2.BZ2Decompressor,
}


class WrongPassword(Exception):
    """An entry does not open with this password."""


@dataclass(frozen=True)
class _Seal:
    """How an entry is encrypted: version of the scheme, length of the key, packing inside."""

    version: int
    key_bytes: int
    packing: int


def read_entry(data: bytes, entry: ZipInfo, password: bytes) -> bytes:
    """The bytes of an entry of the archive `data`, unpacked.

    Raises WrongPassword; BadZipFile: damaged; NotImplementedError: packed in an unknown way.
    """
    seal = _seal(entry.extra)
    secret = _stored(data, entry)
    salt_bytes = seal.key_bytes // 2
    if len(secret) < salt_bytes + _CHECK_BYTES + _CODE_BYTES:
        raise BadZipFile("the entry is too short for its encryption")
    salt, check = secret[:salt_bytes], secret[salt_bytes : salt_bytes + _CHECK_BYTES]
    secret, code = secret[salt_bytes + _CHECK_BYTES : -_CODE_BYTES], secret[-_CODE_BYTES:]
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * seal.key_bytes + _CHECK_BYTES)
    key, signer = keys[: seal.key_bytes], keys[seal.key_bytes : 2 * seal.key_bytes]
    if not hmac.compare_digest(keys[-_CHECK_BYTES:], check):
        raise WrongPassword
    if not hmac.compare_digest(hmac.digest(signer, secret, "sha1")[:_CODE_BYTES], code):
        raise BadZipFile("the code of the entry does not fit")
    content = _unpacked(_decrypted(secret, key), seal.packing, entry.file_size)
    if seal.version == _HAS_SUM and zlib.crc32(content) != entry.CRC:
        raise BadZipFile("the sum of the entry does not fit")
    return content


def _seal(extra: bytes) -> _Seal:
    while len(extra) >= 4:
        kind, size = (int.from_bytes(extra[at : at + 2], "little") for at in (0, 2))
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _FIELD and len(field) >= 7 and field[4] in _KEY_BYTES:
            version, packing = (int.from_bytes(field[at : at + 2], "little") for at in (0, 5))
            return _Seal(version, _KEY_BYTES[field[4]], packing)
    raise BadZipFile("the entry does not say how it is encrypted")


def _stored(data: bytes, entry: ZipInfo) -> bytes:
    """What stands in the archive for an entry, with salt and code."""
    head = data[entry.header_offset : entry.header_offset + _HEADER_BYTES]
    if len(head) < _HEADER_BYTES or not head.startswith(_LOCAL_HEADER):
        raise BadZipFile("there is no entry where it is said to be")
    named, more = (int.from_bytes(head[at : at + 2], "little") for at in (26, 28))
    start = entry.header_offset + _HEADER_BYTES + named + more
    stored = data[start : start + entry.compress_size]
    if len(stored) < entry.compress_size:
        raise BadZipFile("the entry is cut short")
    return stored


def _decrypted(secret: bytes, key: bytes) -> Iterator[bytes]:
    """The counter begins at one and has its low byte first, unlike that of the libraries."""
    encrypt = encryption(key)
    for start in range(0, len(secret), _PIECE):
        piece = secret[start : start + _PIECE]
        first = start // BLOCK + 1
        numbers = range(first, first + (len(piece) + BLOCK - 1) // BLOCK)
        pad = encrypt(b"".join(n.to_bytes(BLOCK, "little") for n in numbers))[: len(piece)]
        mixed = int.from_bytes(piece, "little") ^ int.from_bytes(pad, "little")
        yield mixed.to_bytes(len(piece), "little")


def _unpacked(pieces: Iterator[bytes], packing: int, size: int) -> bytes:
    """The content, never much more than the `size` that the archive states."""
    if packing == ZIP_STORED:
        content = bytearray(b"".join(pieces))
    elif packing in _UNPACKERS:
        unpacker, content = _UNPACKERS[packing](), bytearray()
        for piece in pieces:
            if unpacker.eof or len(content) > size:
                break
            content += unpacker.decompress(piece, size + 1 - len(content))
    else:
        raise NotImplementedError(f"packed by method {packing}")
    if len(content) != size:
        raise BadZipFile("the entry is not as long as the archive says")
    return bytes(content)
