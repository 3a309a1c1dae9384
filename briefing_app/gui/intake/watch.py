"""Watches a folder for new articles and tells of them; it takes none by itself."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from briefing_app import readers, settings
from briefing_app.gui import tasks

SETTLE_MS = 1500
"""Files that have not changed for so long are complete."""

RETRY_MS = 30_000
"""After a folder could not be read: sticks and shares come back."""

MOST_FILES = 5_000
LARGEST_BYTES = 300 * 1024 * 1024

Stamps = dict[str, tuple[int, int]]
"""Size in bytes and time of the last change in ns, by path: another stamp is another file."""


class FolderWatch(QObject):
    """Watches one folder, not those within it. What was there when it began is not new.

    Signals:
    found(object)  digests of the complete new files by their paths, those told before among them
    failed(str)    the folder cannot be read; said once
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        settle_ms: int = SETTLE_MS,
        retry_ms: int = RETRY_MS,
    ) -> None:
        super().__init__(parent)
        self.folder = ""
        self._known: Stamps | None = None
        self._arriving: Stamps = {}
        self._told: Stamps = {}
        self._has_failed = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._settling = QTimer(self, interval=settle_ms, singleShot=True)
        self._settling.timeout.connect(self._look)
        self._retrying = QTimer(self, interval=retry_ms, singleShot=True)
        self._retrying.timeout.connect(self._look)

    def watch(self, folder: str) -> None:
        """Watch this folder from now on, "" for none."""
        if folder == self.folder:
            return
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._settling.stop()
        self._retrying.stop()
        self.folder = folder
        self._known = _remembered(folder) if folder else None
        self._arriving, self._told, self._has_failed = {}, {}, False
        self._look()

    def settle(self, paths: Iterable[str]) -> None:
        """These were answered for, and are not told again."""
        if self._known is not None:
            self._known |= {path: self._told[path] for path in paths if path in self._told}
            _remember(self.folder, self._known)

    def _look(self, _path: str = "") -> None:
        if self.folder:
            listed = partial(self._on_listed, self.folder)
            failed = partial(self._on_failed, self.folder)
            tasks.run(_stamps, self.folder, done=listed, failed=failed)

    def _on_listed(self, folder: str, present: Stamps) -> None:
        if folder != self.folder:
            return
        if folder not in self._watcher.directories():
            self._watcher.addPath(folder)
        self._has_failed = False
        if self._known is None:
            self._known = present
            _remember(folder, present)
        fresh = {path: stamp for path, stamp in present.items() if self._known.get(path) != stamp}
        has_settled = fresh == self._arriving
        self._arriving = fresh
        if not has_settled:
            self._settling.start()
        elif fresh.items() - self._told.items():
            self._told = fresh
            tasks.run(_digests, list(fresh), done=self._on_digested)

    def _on_digested(self, digests: dict[str, str]) -> None:
        self.found.emit(digests)

    def _on_failed(self, folder: str, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        if folder == self.folder:
            self._retrying.start()
            has_failed, self._has_failed = self._has_failed, True
            if not has_failed:
                self.failed.emit(folder)


def _stamps(folder: str) -> Stamps:
    """The files of a folder that can be read, the newest first. Raises OSError."""
    found: Stamps = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "~$")) or not _is_readable(entry.name):
                continue
            with suppress(OSError):
                if entry.is_file(follow_symlinks=False):
                    status = entry.stat(follow_symlinks=False)
                    found[entry.path] = (status.st_size, status.st_mtime_ns)
    newest = sorted(found.items(), key=lambda each: -each[1][1])[:MOST_FILES]
    return {path: stamp for path, stamp in newest if 0 < stamp[0] <= LARGEST_BYTES}


def _is_readable(name: str) -> bool:
    """Whether a file is named like something to read; unfinished downloads are not."""
    return PurePath(name).suffix.lower() in readers.EXTENSIONS


def _digests(paths: Iterable[str]) -> dict[str, str]:
    found = {}
    for path in paths:
        with suppress(OSError), Path(path).open("rb") as file:
            found[path] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def _memory() -> Path:
    return settings.config_folder() / "watched.json"


def _remembered(folder: str) -> Stamps | None:
    """What was known of the folder last time; None where it was not watched then."""
    try:
        stored = json.loads(_memory().read_text(encoding="utf-8"))
        if stored["folder"] == folder:
            return {str(path): (int(a), int(b)) for path, (a, b) in stored["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return None


def _remember(folder: str, known: Stamps) -> None:
    text = json.dumps({"folder": folder, "files": known})
    with suppress(OSError):
        _memory().parent.mkdir(parents=True, exist_ok=True)
        fresh = _memory().with_suffix(f".{os.getpid()}")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(_memory())
