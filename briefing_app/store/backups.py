"""Copies of the briefing file: backups that rotate, and copies to hand on."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefing_app.domain.identity import new_id
from briefing_app.errors import BriefingError, NotABriefing, UnreadableFile
from briefing_app.store.checking import structure_problems
from briefing_app.store.connection import check_whole, connect, damaged, file_version
from briefing_app.store.failures import explain, gone
from briefing_app.store.lock import Lock

KEEP = 10
"""Backups of one briefing; the oldest goes when there are more. Named versions stay."""

LONGEST_LABEL = 60

QUICK = 8 * 1024 * 1024
"""Bytes up to which a file is copied while the user waits for it to open."""

_PAGES = 512  # copied at a time; a writer waits no longer than that
_NAME_TIME = "%Y-%m-%d %H.%M.%S"
_NAME = re.compile(r"([-\d]{10} [.\d]{8})(?: \((\d+)\))?(?: - (.+))?")
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


@dataclass(frozen=True)
class Backup:
    """A verified copy. `made_at`: local time; `size` in bytes; `label` of a named version."""

    path: Path
    made_at: datetime
    size: int
    label: str = ""


def beside(path: Path) -> Path:
    """Where the backups of the briefing at `path` lie unless the user chose another folder."""
    return path.with_name(f"{path.stem} backups")


def within(chosen: Path, path: Path) -> Path:
    """Where they lie in a folder of the user's choice, which others of that name may share."""
    place = hashlib.sha256(str(path.parent).encode()).hexdigest()[:6]
    return chosen / f"{path.stem} backups {place}"


def is_usable(chosen: Path) -> bool:
    """Whether a folder of the user's choice is there and may be written to."""
    return chosen.is_dir() and os.access(chosen, os.W_OK)


def folder(path: Path, chosen: Path | None = None) -> Path:
    """Where the next backup goes: into `chosen` where that can be, else beside the briefing."""
    return within(chosen, path) if chosen is not None and is_usable(chosen) else beside(path)


def journal_path(path: Path) -> Path:
    """Where SQLite keeps what an unfinished transaction overwrote."""
    return path.with_name(f"{path.name}-journal")


def of(path: Path, chosen: Path | None = None) -> list[Backup]:
    """Backups of the briefing at `path`, beside it and in `chosen`, newest first."""
    found = []
    for file in _files(path, chosen):
        name = _NAME.fullmatch(file.stem)
        if name is None:
            continue
        try:
            made_at = datetime.strptime(name[1], _NAME_TIME)
            backup = Backup(file, made_at, file.stat().st_size, name[3] or "")
            found.append((made_at, int(name[2] or 1), backup))
        except (ValueError, OSError):
            continue  # not one of ours after all, or just rotated away
    return [backup for *_, backup in sorted(found, key=lambda item: item[:2], reverse=True)]


def _files(path: Path, chosen: Path | None) -> Iterator[Path]:
    places = [beside(path)] if chosen is None else [within(chosen, path), beside(path)]
    for place in places:
        try:
            yield from place.glob(f"*{path.suffix}")
        except OSError:
            continue  # the disk that it was on went away


def is_due(path: Path, chosen: Path | None = None) -> bool:
    """Whether the briefing changed since its newest backup, which carries its time stamp."""
    newest = next(iter(of(path, chosen)), None)
    return newest is None or newest.path.stat().st_mtime_ns != path.stat().st_mtime_ns


def make(path: Path, chosen: Path | None = None, label: str = "") -> Backup:
    """Back the briefing at `path` up, verify the copy, drop the oldest ones without a label.

    It goes into the folder `chosen`; where that fails, beside the briefing. Others may write
    meanwhile. Raises BriefingError: no copy could be made, or it is damaged.
    """
    stamp = path.stat()
    draft = path.with_name(f".{new_id()}.new")
    name = _free_name(path, chosen, label)
    place = folder(path, chosen)
    try:
        _copy(path, draft)
        os.utime(draft, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        target = _put(draft, place, name) if place != beside(path) else None
        if target is None:
            place = beside(path)
            place.mkdir(exist_ok=True)
            target = place / name
            draft.replace(target)
    except OSError as error:
        raise BriefingError(
            f"No backup of “{path}” could be made: {error.strerror}.",
            f"Check the folder “{place}”.",
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    for old in [backup for backup in of(path, chosen) if not backup.label][KEEP:]:
        old.path.unlink(missing_ok=True)
    return next(backup for backup in of(path, chosen) if backup.path == target)


def _put(draft: Path, place: Path, name: str) -> Path | None:
    """Copy a backup into a folder, which may be on another disk; None where that fails."""
    arriving = place / draft.name
    try:
        place.mkdir(exist_ok=True)
        shutil.copy2(draft, arriving)
        return arriving.replace(place / name)
    except OSError:
        return None
    finally:
        with suppress(OSError):
            arriving.unlink(missing_ok=True)


def make_at_open(path: Path, chosen: Path | None = None) -> None:
    """Back the briefing up if it changed and is small; a full disk is no reason not to open it.

    Raises NotABriefing: the file is damaged.
    """
    if not is_due(path, chosen) or path.stat().st_size > QUICK:
        return
    try:
        make(path, chosen)
    except NotABriefing:
        raise
    except BriefingError:
        return  # it is due still, and whoever makes it then hears why not


def _free_name(path: Path, chosen: Path | None, label: str = "") -> str:
    moment = datetime.now().strftime(_NAME_TIME)
    newest = next(iter(of(path, chosen)), None)
    name = _NAME.fullmatch(newest.path.stem) if newest else None
    number = f" ({int(name[2] or 1) + 1})" if name and name[1] == moment else ""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", label).split())[:LONGEST_LABEL].rstrip(" .")
    return f"{moment}{number}{f' - {plain}' if plain else ''}{path.suffix}"


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

    Raises BriefingError: `target` is the briefing itself, or cannot be written; the briefing is
    no longer there.
    """
    if target == path or (target.exists() and target.samefile(path)):
        raise BriefingError(f"“{path}” is open.", "Choose another name for the copy.")
    if not path.exists():
        raise gone(path)
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


def restore(backup: Path, path: Path, chosen: Path | None = None) -> None:
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
            _keep_present(path, chosen)
        draft.replace(path)
    except OSError as error:
        raise BriefingError(
            f"“{path}” could not be restored: {error.strerror}.", "Check its disk and folder."
        ) from error
    finally:
        draft.unlink(missing_ok=True)
        lock.release()


def _keep_present(path: Path, chosen: Path | None) -> None:
    try:
        make(path, chosen)
    except BriefingError:  # too damaged for a proper copy: keep the bytes
        target = beside(path) / _free_name(path, chosen)
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target)
        if journal_path(path).exists():
            shutil.copyfile(journal_path(path), journal_path(target))
    journal_path(path).unlink(missing_ok=True)  # it would be played back into the restored file
