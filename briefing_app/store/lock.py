"""One writer at a time: a lock file beside the briefing, held by the operating system.

The system drops the lock when its process ends, however it ends, so a lock file left behind by a
crash locks nobody out. What the file says only serves to name the holder.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

from briefing_app.errors import FileInUse, ReadOnlyFile, UnreadableFile

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # Windows hides locked bytes from readers: lock one behind the text

    def _seize(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_path(path: Path) -> Path:
    """Where the lock file of the briefing at `path` lies."""
    return path.with_name(f".{path.name}.lock")


def holder(path: Path) -> dict[str, str]:
    """Who writes to the briefing at `path`: "user", "host", "pid", "since"; empty when unknown."""
    try:
        found = json.loads(lock_path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _in_use(path: Path) -> FileInUse:
    who = holder(path)
    by = f" by {who['user']} on {who['host']}" if {"user", "host"} <= who.keys() else ""
    since = f" since {who['since'].replace('T', ' ')}" if "since" in who else ""
    return FileInUse(
        f"“{path}” is open for writing{by}{since}.",
        "Close it there, or open it for reading only.",
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "an unknown user"


class Lock:
    """The right to write to one briefing. Take it with `Lock(path)`, end it with `release()`.

    Raises FileInUse: someone else holds it. ReadOnlyFile: the folder takes no lock file.
    """

    def __init__(self, path: Path) -> None:
        self._file = lock_path(path)
        self._handle: int | None = self._take(path)

    def _take(self, path: Path) -> int:
        while True:
            try:
                handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o666)
            except OSError as error:
                raise ReadOnlyFile(
                    f"The folder of “{path}” may not be written to.",
                    "Open the briefing for reading only, or save a copy elsewhere.",
                ) from error
            try:
                _seize(handle)
            except (BlockingIOError, PermissionError) as error:
                os.close(handle)
                raise _in_use(path) from error
            except OSError as error:
                os.close(handle)
                raise UnreadableFile(
                    f"The disk of “{path}” cannot lock files.",
                    "Copy the briefing to another disk, or open it for reading only.",
                ) from error
            if self._still_there(handle):
                self._sign(handle)
                return handle
            os.close(handle)  # its last holder removed it between our open and our lock

    def _still_there(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self._file.stat())
        except OSError:
            return False

    def _sign(self, handle: int) -> None:
        since = datetime.now().isoformat(timespec="minutes")
        who = {"user": _user(), "host": socket.gethostname(), "pid": os.getpid(), "since": since}
        os.ftruncate(handle, 0)
        os.write(handle, json.dumps(who).encode())

    def release(self) -> None:
        """Let others write; a second call does nothing."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform != "win32":  # where an open file can be removed, do so while it is ours
            self._file.unlink(missing_ok=True)
        os.close(handle)
        if sys.platform == "win32":
            try:
                self._file.unlink(missing_ok=True)
            except OSError:
                return  # the next holder has it open already
