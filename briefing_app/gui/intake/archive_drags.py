"""Files dragged out of an archive manager, which names the archive and the files within.

It would write them only into a folder, which is no way for us; so they are read from the archive.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence

from briefing_app.gui.intake.addresses import local_path
from briefing_app.readers.archives.archive_names import names_in_words

_UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)
"""What is packed in an unknown way raises a RuntimeError too, as what needs a password does."""

FORMATS = ("XdndFileRoller0", "XdndEngrampa0")
_IN_UTF8 = 0x800
_BEFORE_NAMES = 4
"""Lines: address of the archive, password, what to do, and the folder that was shown."""


def archive_of(raw: bytes) -> str:
    """The path of the archive, "" for none."""
    address = raw.partition(b"\n")[0].strip()
    return (local_path(address) or "") if address.startswith(b"file:") else ""


def members(raw: bytes, most_bytes: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of the dragged files in the order given.

    None of an archive that cannot be read here; none that are longer or need a password.
    """
    lines = [line.rstrip("\r") for line in raw.decode("utf-8", "replace").split("\n")]
    names = [name.lstrip("/") for name in lines[_BEFORE_NAMES:] if name]
    try:
        with zipfile.ZipFile(archive_of(raw)) as archive:
            listed = _by_name(archive.infolist())
            for name in filter(listed.__contains__, dict.fromkeys(names)):
                entry = listed[name]
                if not entry.is_dir() and entry.file_size <= most_bytes:
                    yield name.rpartition("/")[2], archive.read(entry)
    except _UNREADABLE:
        return


def _by_name(entries: Sequence[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    raw = [
        entry.filename.encode("utf-8" if entry.flag_bits & _IN_UTF8 else "cp437")
        for entry in entries
    ]
    return dict(zip(names_in_words(raw), entries, strict=True))
