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

THEMES = ("system", "light", "dark")
TEXT_PERCENT = range(80, 201)


@dataclass(frozen=True)
class Settings:
    """The user's preferences.

    theme         "system" follows the desktop
    text_percent  size of all text of the window
    last_file     briefing file that was open last, "" for none
    fields        header fields that a new memo starts with (see domain.outline.FIELDS)
    """

    theme: str = "system"
    text_percent: int = 100
    last_file: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


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
    sensible = {f.name: stored[f.name] for f in fields(Settings) if _is_sensible(f.name, stored)}
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


def _is_sensible(name: str, stored: Mapping[str, Any]) -> bool:
    value = stored.get(name)
    match name:
        case "theme":
            return value in THEMES
        case "text_percent":
            return type(value) is int and value in TEXT_PERCENT
        case "last_file":
            return isinstance(value, str)
        case "fields":
            return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    return False
