"""Briefings that are made once and copied for each test, which takes a tenth of the time."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefing_app.store import Store
from briefing_app.store.connection import open_checked
from briefing_app.store.lock import Lock


def open_copy(made: Path, folder: Path) -> Store:
    """A copy of a briefing in the folder, open as Store.create leaves it: without a backup."""
    path = Path(shutil.copy(made, folder))
    lock = Lock(path)
    return Store(path, open_checked(path, read_only=False), lock)
