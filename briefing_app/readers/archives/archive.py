"""ZIP archives: what is in them, one file at a time, read in memory and never unpacked to disk."""

from __future__ import annotations

import io
import re
import stat
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from zipfile import BadZipFile, ZipFile, ZipInfo

from briefing_app.domain.article import Refusal
from briefing_app.errors import BriefingError, PasswordNeeded, UnreadableFile, UnsupportedFormat
from briefing_app.readers.archives.aes_entry import AES, WrongPassword, read_entry
from briefing_app.readers.archives.archive_names import written_names
from briefing_app.readers.canonical import one_line
from briefing_app.readers.files import in_order, is_companion, is_litter
from briefing_app.readers.incoming import Contents, Incoming

ENTRIES = 5_000
UNPACKED_BYTES = 300 * 1024 * 1024
RATIO = 250
RATIO_FROM_BYTES = 5 * 1024 * 1024
"""Limits of an archive; the ratio of unpacked to packed counts for entries from that size on."""

_LIST_ENTRY = b"PK\x01\x02"
_MOST_LISTED = 40 * ENTRIES
_HEADER_BYTES = 30
_ENCRYPTED, _STRONG = 0x1, 0x40
_PASSWORD_ENCODINGS = ("utf-8", "cp1252", "cp850")
_ENTRIES_TRIED = 4
"""With a password, smallest first: entries may have passwords of their own."""
_BROKEN = (BadZipFile, zlib.error, EOFError, ValueError, OSError, IndexError, OverflowError)
_NO_ARCHIVES = {
    "[Content_Types].xml": "this kind of Office file holds no article",
    "mimetype": "this kind of document holds no article",
    "META-INF/MANIFEST.MF": "a program is no article",
    "AndroidManifest.xml": "a program is no article",
}
"""What files are that are ZIP archives too, by the name of a part that only they have."""


def read_archive(file: Incoming) -> Contents:
    """Read a ZIP archive: no article of its own, but the files in it.

    Raises UnreadableFile: damaged, empty, or it would unpack to an unreasonable size.
    PasswordNeeded: it is encrypted. UnsupportedFormat: it is no archive of files.
    """
    if file.data.count(_LIST_ENTRY) > _MOST_LISTED:
        raise _too_many(file.data.count(_LIST_ENTRY))
    try:
        archive = ZipFile(io.BytesIO(file.data))
    except (*_BROKEN, NotImplementedError) as error:
        raise UnreadableFile(
            "the archive is damaged or not complete.", "Download it or have it sent once more."
        ) from error
    listed = archive.infolist()
    _refuse_bombs(listed)
    named = _named(listed)
    _refuse_documents(named)
    wanted = _wanted(named)
    if not wanted:
        raise UnreadableFile("there are no files in the archive.", "Choose another file.")
    password = _password(file, archive, wanted.values())
    return Contents([], inner=_entries(file, _Packed(file.data, archive, password), wanted))


def _refuse_bombs(listed: Sequence[ZipInfo]) -> None:
    if len(listed) > ENTRIES:
        raise _too_many(len(listed))
    by_place = sorted(listed, key=lambda entry: entry.header_offset)
    overlapping = any(
        entry.header_offset + _HEADER_BYTES + entry.compress_size > following.header_offset
        for entry, following in pairwise(by_place)
    )
    if overlapping or sum(entry.file_size for entry in listed) > UNPACKED_BYTES:
        raise _too_large()
    for entry in listed:
        packed = max(1, entry.compress_size)
        if entry.file_size > RATIO_FROM_BYTES and entry.file_size > RATIO * packed:
            raise _too_large()


def _too_many(count: int) -> UnreadableFile:
    return UnreadableFile(
        f"the archive has {count:,} entries (limit {ENTRIES:,}).",
        "Unpack it and import the articles in several steps.",
    )


def _too_large() -> UnreadableFile:
    return UnreadableFile(
        "the archive would unpack to an unreasonable size.",
        "Unpack it yourself if you trust it, and import the articles.",
    )


def _refuse_documents(named: Iterable[str]) -> None:
    for name in named:
        is_apple = name.endswith(".iwa")
        what = "documents of Pages and Keynote cannot be read" if is_apple else ""
        what = what or _NO_ARCHIVES.get(name, "")
        if what:
            raise UnsupportedFormat(
                f"{what}.", "Save the article as a Word document (.docx), PDF or text."
            )


def _named(listed: Sequence[ZipInfo]) -> dict[str, ZipInfo]:
    """The entries by name; of equal names the later ones get a number."""
    named: dict[str, ZipInfo] = {}
    for entry, written in zip(listed, written_names(listed), strict=True):
        name = _name(written)
        folder, slash, last = name.rpartition("/")
        number = 1
        while name in named and not entry.is_dir():
            number += 1
            name = f"{folder}{slash}{number} {last}"
        named[name] = entry
    return named


def _name(written: str) -> str:
    """The name of an entry with "/" between folders, and nothing that leads out of a folder."""
    name = written.replace("\\", "/")
    parts = (one_line(part) for part in re.sub(r"^[A-Za-z]:", "", name).split("/"))
    clean = "/".join(part for part in parts if part not in ("", ".", ".."))
    return f"{clean}/" if name.endswith("/") else clean or "?"


def _wanted(named: dict[str, ZipInfo]) -> dict[str, ZipInfo]:
    """The entries that may be articles, lists of references first."""
    return {
        name: entry
        for name, entry in sorted(named.items(), key=lambda item: in_order(item[0])[0])
        if not entry.is_dir()
        and not stat.S_ISLNK(entry.external_attr >> 16)
        and not any(map(is_litter, name.split("/")))
        and not is_companion(name, named)
    }


def _password(file: Incoming, archive: ZipFile, wanted: Iterable[ZipInfo]) -> bytes:
    """The password of the archive as bytes, b"" where none is needed.

    Archives do not say in which encoding the letters of it were taken.
    """
    encrypted = [entry for entry in wanted if entry.flag_bits & _ENCRYPTED]
    if any(entry.flag_bits & _STRONG for entry in encrypted):
        raise UnsupportedFormat(
            "the archive is encrypted in a way of PKZIP that cannot be read.",
            "Unpack it with its password and import the folder.",
        )
    if not encrypted:
        return b""
    if not file.options.password:
        raise PasswordNeeded("the archive needs its password.", "Enter its password.")
    tried = sorted(encrypted, key=lambda entry: entry.file_size)[:_ENTRIES_TRIED]
    for encoding in _PASSWORD_ENCODINGS:
        password = file.options.password.encode(encoding, "replace")
        if any(map(_Packed(file.data, archive, password).opens, tried)):
            return password
    raise PasswordNeeded(
        "the password of the archive is wrong.", "Check the password and try again."
    )


def _entries(
    file: Incoming, packed: _Packed, wanted: dict[str, ZipInfo]
) -> Iterator[Incoming | Refusal]:
    for name, entry in wanted.items():
        try:
            inner = file.inner(name, packed.read(entry), modified=_day(entry))
        except BriefingError as error:
            yield Refusal(f"{file.path or file.name}/{name}", error)
        else:
            yield replace(inner, beside=_Neighbours(packed, wanted, name))


@dataclass(frozen=True)
class _Packed:
    """An archive of these bytes that opens with this password."""

    data: bytes
    archive: ZipFile
    password: bytes

    def read(self, entry: ZipInfo) -> bytes:
        """The bytes of an entry. Raises UnreadableFile."""
        name = _name(written_names([entry])[0]).rpartition("/")[2]
        try:
            return self._read(entry)
        except WrongPassword as error:
            what = f"“{name}” has another password than the rest of the archive."
            cause: Exception = error
        except NotImplementedError as error:
            what, cause = f"“{name}” is packed in a way that is not known here.", error
        except _BROKEN as error:
            what, cause = f"“{name}” is damaged in the archive.", error
        raise UnreadableFile(what, "Unpack the archive and import the folder.") from cause

    def opens(self, entry: ZipInfo) -> bool:
        """Whether the password is right, as far as an entry tells."""
        try:
            self._read(entry)
        except WrongPassword:
            return False
        except (NotImplementedError, *_BROKEN):
            # Under AES the password was right; under the old encryption it may be wrong still.
            return entry.compress_type == AES
        return True

    def _read(self, entry: ZipInfo) -> bytes:
        if entry.compress_type == AES and entry.flag_bits & _ENCRYPTED:
            return read_entry(self.data, entry, self.password)
        try:
            return self.archive.read(entry, self.password)
        except RuntimeError as error:
            if isinstance(error, NotImplementedError):
                raise
            raise WrongPassword from error


class _Neighbours:
    """Finds what lies beside an entry or in folders below: Incoming.beside of an archive."""

    def __init__(self, packed: _Packed, entries: dict[str, ZipInfo], name: str) -> None:
        self._packed, self._entries = packed, entries
        self._folder = name.rpartition("/")[0]

    def __call__(self, name: str) -> bytes | None:
        entry = self._entries.get(f"{self._folder}/{name}" if self._folder else name)
        return self._packed.read(entry) if entry else None


def _day(entry: ZipInfo) -> str:
    """Day of the last change; "" where the archive does not know it and says 1980."""
    try:
        day = date(*entry.date_time[:3])
    except ValueError:
        return ""
    return day.isoformat() if day.year > 1980 else ""
