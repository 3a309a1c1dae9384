"""Which files a drop, a folder or a list of paths stands for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date
from pathlib import Path

from briefing_app.errors import UnreadableFile

FILES_LIMIT = 100_000
"""Files that one import takes from folders: more are refused, for some alone would mislead."""

_DEPTH_LIMIT = 20
_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_LISTS = (".ris", ".bib", ".bibtex", ".json")
_PAGES = (".html", ".htm", ".xhtml", ".HTML", ".HTM")
_COMPANION = re.compile(
    r"(?P<page>.+)[_.-](files|dateien|fichiers|archivos|ficheiros|arquivos|bestanden|filer|pliki|"
    r"file|soubory|tiedostot|dosyalar|файлы|ملفات)",
    re.I,
)
"""What browsers call the folder of pictures and scripts that they save with a page."""


def find_files(
    paths: Iterable[str | Path], is_stopped: Callable[[], bool] = lambda: False
) -> list[Path]:
    """The files that `paths` stand for: folders are searched, named files come as they are.

    In the order given, folders sorted by name; each file once. Hidden files, the litter of
    operating systems and office programs, links and everything that is no regular file are
    left out of folders, and so are the folders that browsers save with a page. A file that is
    named comes back whatever it is, so that its reader can say what is wrong with it.

    is_stopped  is asked at each file; when it says so, what was found by then comes back

    Raises UnreadableFile: there are too many files in the folders.
    """
    found: dict[Path, None] = {}
    named = list(map(Path, paths))
    addresses = {path.as_posix() for path in named}
    for path in named:
        if path.is_dir():
            if is_companion(f"{path.as_posix()}/", addresses):
                continue
            for file in _walk(path, _DEPTH_LIMIT):
                if is_stopped():
                    return list(found)
                if len(found) >= FILES_LIMIT:
                    raise UnreadableFile(
                        f"“{printable(path.name)}” holds too many files: at most {FILES_LIMIT:,} "
                        "come in at once.",
                        "Import the folders in it one after the other.",
                    )
                found[file] = None
        else:
            found[path] = None
    return list(found)


def printable(path: str | Path) -> str:
    """A path or name as text that can be stored and shown: "?" for bytes that are no UTF-8."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def load(path: Path, largest_bytes: int) -> bytes:
    """The bytes of a regular file.

    Raises UnreadableFile: missing, a folder or device, not permitted, or too large.
    """
    name = printable(path.name)
    try:
        if path.is_dir():
            raise UnreadableFile(f"“{name}” is a folder.", "Choose the files in it.")
        if not path.is_file():
            missing = not path.exists()
            what = "was not found" if missing else "is not an ordinary file"
            raise UnreadableFile(f"“{name}” {what}.", "Check its name and place.")
        if path.stat().st_size > largest_bytes:
            raise UnreadableFile(
                f"“{name}” is larger than {largest_bytes // 2**20} MB.",
                "Save the one article as text and import that file.",
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        raise UnreadableFile(
            f"“{name}” could not be read: {reason}.",
            "Close it in other programs, or copy it to this computer, and try again.",
        ) from error


def load_beside(folder: Path, name: str, largest_bytes: int) -> bytes | None:
    """The bytes of a regular file in `folder` or below it; None where there is none.

    `name` is relative. Nothing outside the folder is read, whatever links lead there.
    Raises UnreadableFile: not permitted, or too large.
    """
    try:
        root = folder.resolve(strict=True)
        path = (root / name).resolve(strict=True)
        if not path.is_relative_to(root) or not path.is_file():
            return None
    except (OSError, ValueError, RuntimeError):
        return None
    return load(path, largest_bytes)


def modified_day(path: Path) -> str:
    """Local day on which a file was last changed, "2020-01-06"; "" where that is unknown."""
    try:
        return date.fromtimestamp(path.stat().st_mtime).isoformat()
    except (OSError, ValueError, OverflowError):
        return ""


def is_companion(name: str, names: Container[str]) -> bool:
    """Whether a file belongs to a saved page, "page_files/" beside "page.html" among `names`.

    `name` has its folders before it, divided by "/".
    """
    folders = name.split("/")[:-1]
    for depth, folder in enumerate(folders):
        page = _COMPANION.fullmatch(folder)
        if page:
            stem = "/".join([*folders[:depth], page["page"]])
            if any(f"{stem}{extension}" in names for extension in _PAGES):
                return True
    return False


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: in_order(entry.name))
    except OSError:
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if is_litter(entry.name) or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth > 0 and not is_companion(f"{entry.name}/", names):
                yield from _walk(Path(entry.path), depth - 1)
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


def in_order(name: str) -> tuple[bool, str, str]:
    """Sorts names: lists of references first, for they know more of the files beside them than
    these say themselves, and what comes twice counts the first time.
    """
    is_list = name.lower().endswith(_LISTS)
    return not is_list, name.casefold(), name


def is_litter(name: str) -> bool:
    """Whether operating systems and office programs leave files of this name about."""
    return name.startswith((".", "~$")) or name.lower() in _LITTER
