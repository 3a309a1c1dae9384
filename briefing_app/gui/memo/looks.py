"""How the memo looks on the page and in a PDF of Qt's own making."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFontDatabase

from briefing_app.domain.memo import Role

INK, NAVY, ACCENT = "#1D2126", "#1B2A41", "#1F4E79"
GREY, HAIRLINE, TINT, LINK, WARNING = "#4A5568", "#C9D1DB", "#EEF2F7", "#0B5394", "#9A4B00"
RULE = "#8A97A8"

FAMILIES = ("Calibri", "Carlito", "Segoe UI", "Noto Sans", "DejaVu Sans")


@dataclass(frozen=True)
class Look:
    """How a role looks on the page; lengths in px at normal text size."""

    size: float = 15
    bold: bool = False
    color: str = INK
    before: float = 0
    after: float = 8
    left: float = 0
    right: float = 0
    hanging: float = 0
    trim: str = ""
    spacing: float = 0
    is_caps: bool = False


LOOKS = {
    Role.TITLE: Look(25, True, NAVY, 0, 16, trim="thick line", spacing=2.5, is_caps=True),
    Role.FIELD: Look(after=4, left=86, hanging=86),
    Role.BOTTOM_LINE: Look(15.5, before=18, after=20, left=22, right=14, trim="box"),
    Role.HEADING_1: Look(18, True, ACCENT, 22, 10, trim="line"),
    Role.HEADING_2: Look(15.5, True, NAVY, 14, 5),
    Role.HEADING_3: Look(15, True, GREY, 10, 4),
    Role.BULLET: Look(after=6, left=20, hanging=14),
    Role.NUMBER: Look(after=7, left=24, hanging=24),
    Role.OPTION: Look(after=7, left=24, hanging=24),
    Role.QUOTE: Look(before=6, after=1, left=30, right=30, trim="bar"),
    Role.QUOTE_SOURCE: Look(13, color=GREY, after=10, left=30, right=30, trim="bar"),
    Role.BODY: Look(),
    Role.CAPTION: Look(13, True, NAVY, 8, 6),
    Role.TABLE_NOTE: Look(12, color=GREY, before=5, after=10),
    Role.DECISION: Look(before=14, after=14),
}
HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
CELL = Look(13, after=0)
NOTE = Look(12.5, color=INK, after=3, left=24, hanging=24)


@cache
def page_family() -> str:
    """The first family of FAMILIES that this computer has."""
    present = set(QFontDatabase.families())
    return next((family for family in FAMILIES if family in present), "Sans Serif")
