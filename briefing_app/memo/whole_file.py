"""Files that are written whole or not at all, and never under the hands of who has them open."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from briefing_app.errors import TargetInUse, UnreadableFile


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Put `data` in the place of what is at `path`.

    Raises UnreadableFile: nothing can be written there. TargetInUse: another program has the
    file open.
    """
    path = Path(path)
    if not path.parent.is_dir():
        raise UnreadableFile(f"There is no folder “{path.parent}”.", "Choose another folder.")
    if is_open_elsewhere(path):
        raise _in_use(path)
    if path.is_file() and not path.stat().st_mode & 0o222:
        raise UnreadableFile(f"The file “{path}” is read-only.", "Choose another name.")
    draft = path.parent / f".{uuid4().hex}.part"
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        if isinstance(error, PermissionError) and path.is_file():
            # Windows lets nobody replace a file that Word has open.
            raise _in_use(path) from error
        raise UnreadableFile(
            f"Nothing could be written to “{path}”.",
            "Check that there is room and that you may write there, or choose another folder.",
        ) from error


def is_open_elsewhere(path: Path) -> bool:
    """True while Word or LibreOffice says, by a file beside it, that it has the file open."""
    name = path.name
    # Word leaves out two letters of long names, fewer of short ones.
    marks = (f".~lock.{name}#", f"~${name}", f"~${name[1:]}", f"~${name[2:]}")
    return path.is_file() and any((path.parent / mark).exists() for mark in marks)


def free_path(path: Path) -> Path:
    """The path itself where no file is, or else the first one with a number that is free."""
    number, free = 2, path
    while free.exists():
        number, free = number + 1, path.with_stem(f"{path.stem} ({number})")
    return free


def _in_use(path: Path) -> TargetInUse:
    return TargetInUse(
        f"“{path.name}” is open in another program.", "Close it there, or choose another name."
    )
