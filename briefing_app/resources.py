"""Where the program's own data files are, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "data"


def _root() -> Path:
    return _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def path(relative: str) -> Path:
    """The data file at `relative` below resources/, e.g. "icons/edit.svg".

    Raises FileNotFoundError: the program was packed without it.
    """
    found = _root() / "resources" / relative
    if not found.exists():
        raise FileNotFoundError(f"no such resource: {relative}")
    return found


def seeds_folder() -> Path:
    """The folder of the sample articles."""
    return _root() / "seeds"
