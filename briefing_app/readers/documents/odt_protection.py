"""OpenDocument files under a password, as LibreOffice protects them (OpenDocument 1.2, part 3)."""

from __future__ import annotations

import binascii
import hashlib
import zlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from briefing_app.errors import PasswordNeeded, UnreadableFile
from briefing_app.readers.archives.aes import BLOCK, decrypt_chained
from briefing_app.readers.documents.office_zip import PART_BYTES, OfficeZip, attribute

_CIPHER, _KEY, _START_KEY = "aes256-cbc", "PBKDF2", "sha256"
_MOST_ROUNDS = 2_000_000
"""Of hashing a password: LibreOffice does 100,000, a hostile file may ask for hours."""

_SUM_BYTES = 1024


class WrongPassword(Exception):
    """A part does not open with this password."""


@dataclass(frozen=True)
class _Seal:
    """How a part is encrypted; `size` of its content."""

    vector: bytes
    salt: bytes
    rounds: int
    checksum: bytes
    size: int


class ProtectedZip(OfficeZip):
    """A file whose parts open with a password. Raises like OfficeZip, and like `open_protected`."""

    def __init__(self, data: bytes, password: str, seals: Mapping[str, _Seal]) -> None:
        super().__init__(data)
        self._start_key = hashlib.sha256(password.encode()).digest()
        self._seals = seals

    def bytes_of(self, name: str) -> bytes:
        """The content of a part, b"" where there is none of that name."""
        secret, seal = super().bytes_of(name), self._seals.get(name)
        if seal is None or not secret:
            return secret
        try:
            return _opened(secret, seal, self._start_key)
        except (ValueError, zlib.error) as error:
            raise UnreadableFile(
                "the protected document is damaged.",
                "Save it without a password and import that file.",
            ) from error
        except WrongPassword as error:
            raise PasswordNeeded("this is not its password.", "Check how it is written.") from error


def open_protected(archive: OfficeZip, data: bytes, password: str) -> OfficeZip:
    """The file `archive` with its parts open; the archive itself where it is not protected.

    Raises PasswordNeeded: no password. UnreadableFile: protected in a way that is not known.
    """
    manifest = archive.xml("META-INF/manifest.xml")
    if next(manifest.iter("{*}encryption-data"), None) is None:
        return archive
    try:
        seals = dict(_seals(manifest))
    except (LookupError, ValueError, binascii.Error) as error:
        raise UnreadableFile(
            "the file is protected by a password in a way that cannot be opened here.",
            "Open it in LibreOffice, save it without a password, and import that file.",
        ) from error
    if not password:
        raise PasswordNeeded(
            "the document is protected by a password.", "Give its password, or save it without one."
        )
    return ProtectedZip(data, password, seals)


def _seals(manifest: etree._Element) -> Iterator[tuple[str, _Seal]]:
    """Name and seal of each protected part. Raises LookupError or ValueError: not as expected."""
    for entry in manifest.iter("{*}file-entry"):
        protection = next(entry.iterchildren("{*}encryption-data"), None)
        if protection is None:
            continue
        nodes = {str(node.tag).rpartition("}")[2]: node for node in protection}
        cipher, key, start = (
            nodes[name] for name in ("algorithm", "key-derivation", "start-key-generation")
        )
        rounds = int(attribute(key, "iteration-count"))
        if (
            not attribute(cipher, "algorithm-name").endswith(_CIPHER)
            or not attribute(key, "key-derivation-name").endswith(_KEY)
            or not attribute(start, "start-key-generation-name").endswith(_START_KEY)
            or not 0 < rounds <= _MOST_ROUNDS
        ):
            raise ValueError("another way of protection")
        yield (
            attribute(entry, "full-path"),
            _Seal(
                b64decode(attribute(cipher, "initialisation-vector")),
                b64decode(attribute(key, "salt")),
                rounds,
                b64decode(attribute(protection, "checksum")),
                min(int(attribute(entry, "size") or PART_BYTES), PART_BYTES),
            ),
        )


def _opened(secret: bytes, seal: _Seal, start_key: bytes) -> bytes:
    """The content of a part. Raises WrongPassword; ValueError or zlib.error: damaged."""
    key = hashlib.pbkdf2_hmac("sha1", start_key, seal.salt, seal.rounds, 32)
    packed = decrypt_chained(secret, key, seal.vector)
    packed = packed[: len(packed) - (packed[-1] if packed and packed[-1] <= BLOCK else 0)]
    if hashlib.sha256(packed[:_SUM_BYTES]).digest() != seal.checksum:
        raise WrongPassword
    return zlib.decompressobj(-15).decompress(packed, seal.size)
