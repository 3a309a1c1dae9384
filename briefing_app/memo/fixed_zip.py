"""Archives without times of day: the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can name."""


def pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of named files, in the order given."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, data in files:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            target.writestr(entry, data, compresslevel=6)
    return packed.getvalue()


def repack(archive: bytes, changes: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """The same archive without its times; `changes` makes of a named file what goes in instead."""
    known = changes or {}
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        files = ((name, source.read(name)) for name in source.namelist())
        return pack((name, known[name](data) if name in known else data) for name, data in files)
