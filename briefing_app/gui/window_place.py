"""Where the window stands, and how it is divided, from one start to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from briefing_app import settings

SIZE_PX = (1440, 900)
"""The first size of the window."""

_SHARES = {True: "page/beside", False: "page/below"}


def keep(window: QMainWindow, split: QSplitter) -> None:
    """Remember both."""
    stored = _stored()
    stored.setValue("window/geometry", window.saveGeometry())
    stored.setValue("window/split", split.saveState())


def restore(window: QMainWindow, split: QSplitter) -> None:
    """Put both back as they were remembered, or as they are at the first start."""
    stored = _stored()
    window.resize(*SIZE_PX)
    if stored.contains("window/geometry"):
        window.restoreGeometry(stored.value("window/geometry"))
    if stored.contains("window/split"):
        split.restoreState(stored.value("window/split"))


def page_shares() -> dict[bool, float]:
    """Which part of the reading pane an original's page had: beside the text (True), below it."""
    shares = {}
    for is_beside, name in _SHARES.items():
        try:
            share = float(str(_stored().value(name, "")))
        except ValueError:
            continue
        if 0 < share < 1:
            shares[is_beside] = share
    return shares


def keep_page_shares(shares: Mapping[bool, float]) -> None:
    """Remember them."""
    stored = _stored()
    for is_beside, share in shares.items():
        stored.setValue(_SHARES[is_beside], share)


def _stored() -> QSettings:
    return QSettings(str(settings.config_folder() / "window.ini"), QSettings.Format.IniFormat)
