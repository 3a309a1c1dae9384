"""Files dragged out of an archive manager, which names the archive and the files within.

It would write them only into a folder, which is no way for us; so they are read from the archive.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator

from briefing_app.gui.intake.addresses import local_path
from briefing_app.readers.archives.archive_names import written_names

_UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)
"""What is packed in an unknown way raises a RuntimeError too, as what needs a password does."""

FORMATS = ("XdndFileRoller0", "XdndEngrampa0")
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
            entries = archive.infolist()
            listed = dict(zip(written_names(entries), entries, strict=True))
            for name in filter(listed.__contains__, dict.fromkeys(names)):
                entry = listed[name]
                if not entry.is_dir() and entry.file_size <= most_bytes:
                    yield name.rpartition("/")[2], archive.read(entry)
    except _UNREADABLE:
        return
