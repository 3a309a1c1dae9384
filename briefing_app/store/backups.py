"""Copies of the briefing file: backups that rotate, and copies to hand on."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefing_app.domain.identity import new_id
from briefing_app.errors import BriefingError, NotABriefing, UnreadableFile
from briefing_app.store.checking import structure_problems
from briefing_app.store.connection import check_whole, connect, damaged, file_version
from briefing_app.store.failures import explain
from briefing_app.store.lock import Lock

KEEP = 10
"""Backups of one briefing; the oldest goes when there are more."""

QUICK = 8 * 1024 * 1024
"""Bytes up to which a file is copied while the user waits for it to open."""

_PAGES = 512  # copied at a time; a writer waits no longer than that
_NAME_TIME = "%Y-%m-%d %H.%M.%S"
_NAME = re.compile(r"([-\d]{10} [.\d]{8})(?: \((\d+)\))?")


@dataclass(frozen=True)
class Backup:
    """A verified copy. `made_at`: local time; `size` in bytes."""

    path: Path
    made_at: datetime
    size: int


def folder(path: Path) -> Path:
    """Where the backups of the briefing at `path` lie."""
    return path.with_name(f"{path.stem} backups")


def journal_path(path: Path) -> Path:
    """Where SQLite keeps what an unfinished transaction overwrote."""
    return path.with_name(f"{path.name}-journal")


def of(path: Path) -> list[Backup]:
    """Backups of the briefing at `path`, newest first."""
    found = []
    for file in folder(path).glob(f"*{path.suffix}"):
        name = _NAME.fullmatch(file.stem)
        if name is None:
            continue
        try:
            made_at = datetime.strptime(name[1], _NAME_TIME)
            found.append((made_at, int(name[2] or 1), Backup(file, made_at, file.stat().st_size)))
        except (ValueError, OSError):
            continue  # not one of ours after all, or just rotated away
    return [backup for *_, backup in sorted(found, key=lambda item: item[:2], reverse=True)]


def is_due(path: Path) -> bool:
    """Whether the briefing changed since its newest backup, which carries its time stamp."""
    newest = next(iter(of(path)), None)
    return newest is None or newest.path.stat().st_mtime_ns != path.stat().st_mtime_ns


def make(path: Path) -> Backup:
    """Back the briefing at `path` up, verify the copy, drop the oldest ones.

    Others may write meanwhile. Raises BriefingError: no copy could be made, or it is damaged.
    """
    stamp = path.stat()
    target = _free_name(path)
    draft = path.with_name(f".{new_id()}.new")
    try:
        target.parent.mkdir(exist_ok=True)
        _copy(path, draft)
        os.utime(draft, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        draft.replace(target)
    except OSError as error:
        raise BriefingError(
            f"No backup of “{path}” could be made: {error.strerror}.",
            f"Check the folder “{target.parent}”.",
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    for old in of(path)[KEEP:]:
        old.path.unlink(missing_ok=True)
    return next(backup for backup in of(path) if backup.path == target)


def make_at_open(path: Path) -> None:
    """Back the briefing up if it changed and is small; a full disk is no reason not to open it.

    Raises NotABriefing: the file is damaged.
    """
    if not is_due(path) or path.stat().st_size > QUICK:
        return
    try:
        make(path)
    except NotABriefing:
        raise
    except BriefingError:
        return  # it is due still, and whoever makes it then hears why not


def _free_name(path: Path) -> Path:
    moment = datetime.now().strftime(_NAME_TIME)
    newest = next(iter(of(path)), None)
    name = _NAME.fullmatch(newest.path.stem) if newest else None
    if name is None or name[1] != moment:
        return folder(path) / f"{moment}{path.suffix}"
    return folder(path) / f"{moment} ({int(name[2] or 1) + 1}){path.suffix}"


def _copy(path: Path, draft: Path) -> None:
    """Copy the committed content of a briefing that may be in use, and verify the copy."""
    try:
        with closing(connect(path, "rw")) as source, closing(sqlite3.connect(draft)) as target:
            source.backup(target, pages=_PAGES, sleep=0.005)
    except sqlite3.Error as error:
        raise explain(error, path) from error
    if structure_problems(draft):
        raise damaged(path)


def save_copy(path: Path, target: Path) -> None:
    """Write a compact copy of the briefing at `path`, without any trace of deleted text.

    Raises BriefingError: `target` is the briefing itself, or cannot be written.
    """
    if target == path or (target.exists() and target.samefile(path)):
        raise BriefingError(f"“{path}” is open.", "Choose another name for the copy.")
    if not target.parent.is_dir():
        raise UnreadableFile(f"There is no folder “{target.parent}”.", "Choose another folder.")
    draft = target.with_name(f".{target.name}.new")
    try:
        draft.unlink(missing_ok=True)
        with closing(connect(path, "ro")) as source:
            source.execute("VACUUM INTO ?", [str(draft)])
        with closing(connect(draft, "rw")) as copy:  # the indexes still know deleted words
            for name in _indexes(copy):
                copy.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
        draft.replace(target)
    except sqlite3.Error as error:
        raise explain(error, target) from error
    except OSError as error:
        raise BriefingError(
            f"“{target}” cannot be written: {error.strerror}.", "Choose another folder or name."
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def _indexes(connection: sqlite3.Connection) -> list[str]:
    """The full-text indexes of words; an older file has fewer."""
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE name IN ('article_index', 'entry_index')"
    )
    return [row[0] for row in found]


def restore(backup: Path, path: Path) -> None:
    """Put `backup` in the place of the briefing at `path`, which becomes a backup itself."""
    file_version(backup)
    check_whole(backup)
    if structure_problems(backup):
        raise NotABriefing(f"The backup “{backup}” is damaged.", "Choose an older one.")
    lock = Lock(path)
    draft = path.with_name(f".{path.name}.new")
    try:
        shutil.copyfile(backup, draft)
        if path.exists():
            _keep_present(path)
        draft.replace(path)
    except OSError as error:
        raise BriefingError(
            f"“{path}” could not be restored: {error.strerror}.", "Check its disk and folder."
        ) from error
    finally:
        draft.unlink(missing_ok=True)
        lock.release()


def _keep_present(path: Path) -> None:
    try:
        make(path)
    except BriefingError:  # too damaged for a proper copy: keep the bytes
        target = _free_name(path)
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target)
        if journal_path(path).exists():
            shutil.copyfile(journal_path(path), journal_path(target))
    journal_path(path).unlink(missing_ok=True)  # it would be played back into the restored file
