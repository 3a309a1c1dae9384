"""What the user prefers, whichever briefing is open. Window geometry is the window's own affair."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

FOLDER_VARIABLE = "BRIEFING_APP_CONFIG"
"""Names a folder that stands in for the platform's (tests, portable installations)."""

FORMS = "forms"
"""Folder beside the settings for forms of memos of the user's own."""

OUTLETS = "outlets.toml"
"""File beside the settings for names of outlets of the user's own."""

THEMES = ("system", "light", "dark")
DATE_STYLES = ("short", "long", "american", "iso", "numeric")
LINE_WIDTHS = ("narrow", "medium", "wide")
LONGEST_NAME = 100
"""Characters of a name of fonts; longer ones are a damaged file's."""


@dataclass(frozen=True)
class Choice:
    """A setting that has one of these values."""

    values: tuple[str, ...]

    def is_sensible(self, value: object) -> bool:
        """Whether the setting may have this value."""
        return value in self.values


@dataclass(frozen=True)
class Number:
    """A setting that is a whole number from `least` to `most`."""

    least: int
    most: int
    step: int = 1

    def is_sensible(self, value: object) -> bool:
        """Whether the setting may have this value."""
        return type(value) is int and self.least <= value <= self.most


@dataclass(frozen=True)
class Switch:
    """A setting that is on or off."""

    def is_sensible(self, value: object) -> bool:
        """Whether the setting may have this value."""
        return isinstance(value, bool)


@dataclass(frozen=True)
class Place:
    """A setting that names a file or a folder, "" for none. It need not exist."""

    def is_sensible(self, value: object) -> bool:
        """Whether the setting may have this value."""
        return isinstance(value, str) and "\0" not in value


@dataclass(frozen=True)
class Family:
    """A setting that names a family of fonts, "" for the program's choice. It may be missing."""

    def is_sensible(self, value: object) -> bool:
        """Whether the setting may have this value."""
        return isinstance(value, str) and value.isprintable() and len(value) <= LONGEST_NAME


@dataclass(frozen=True)
class Lines:
    """A setting of several named lines of text."""

    def is_sensible(self, value: object) -> bool:
        """Whether the setting may have this value."""
        return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())


Kind = Choice | Number | Switch | Place | Family | Lines


def _setting(default: object, kind: Kind) -> Any:
    return field(default=default, metadata={"kind": kind})


@dataclass(frozen=True)
class Settings:
    """The user's preferences. Each line says what it may be; the dialog is made from that too.

    theme         "system" follows the desktop
    text_percent  size of all text of the window
    dates         how the window writes dates; a memo has its own manner
    reading_family  font of articles and entries
    reading_size  of the articles' text, px at a text size of 100 %
    reading_width  how long the lines of articles get
    backup_folder  folder for backups, "" for the one beside each briefing
    fetch_pages   a page may be fetched from the web when the user asks for it
    watch_folder  new files in this folder are offered for import
    keep_originals_mb  largest original that is kept in the briefing file, 0 for any
    check_before_export  what is worth a second look is shown before a memo is written
    fields        header fields that a new memo starts with (see domain.outline.FIELDS)
    last_file     briefing file that was open last, "" for none
    """

    theme: str = _setting("system", Choice(THEMES))
    text_percent: int = _setting(100, Number(80, 200, 10))
    dates: str = _setting("short", Choice(DATE_STYLES))
    reading_family: str = _setting("", Family())
    reading_size: int = _setting(18, Number(13, 30))
    reading_width: str = _setting("medium", Choice(LINE_WIDTHS))
    backup_folder: str = _setting("", Place())
    fetch_pages: bool = _setting(False, Switch())
    watch_folder: str = _setting("", Place())
    keep_originals_mb: int = _setting(0, Number(0, 1000, 5))
    check_before_export: bool = _setting(False, Switch())
    fields: Mapping[str, str] = field(default_factory=dict, metadata={"kind": Lines()})
    last_file: str = _setting("", Place())


def kinds() -> dict[str, Kind]:
    """What each setting may be, by its name, in the order of Settings."""
    return {each.name: each.metadata["kind"] for each in fields(Settings)}


def config_folder() -> Path:
    """Where the settings file is kept; it need not exist yet."""
    if override := os.environ.get(FOLDER_VARIABLE):
        return Path(override)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "Briefing App"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Briefing App"
    # The XDG specification says that a relative path is to be ignored.
    base = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (base if base.is_absolute() else home / ".config") / "briefing-app"


def load() -> Settings:
    """Read the settings; what is missing or makes no sense has its default.

    A file that is no JSON object is moved aside to "settings.json.broken".
    """
    file = _file()
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(stored, dict):
            raise ValueError("the settings are no JSON object")
    except FileNotFoundError:
        return Settings()
    except ValueError:
        _move_aside(file)
        return Settings()
    except OSError:
        return Settings()
    sensible = {
        name: stored[name]
        for name, kind in kinds().items()
        if name in stored and kind.is_sensible(stored[name])
    }
    return Settings(**sensible)


def save(settings: Settings) -> None:
    """Write the settings whole or not at all.

    Raises OSError: the folder cannot be written.
    """
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
    fresh.replace(file)


def _file() -> Path:
    return config_folder() / "settings.json"


def _move_aside(file: Path) -> None:
    try:
        file.replace(file.with_name(f"{file.name}.broken"))
    except OSError:
        # A folder that cannot be written must not stop the program from starting.
        return
