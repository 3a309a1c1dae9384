"""Sections of an outline on the screen, for drops that are to be filed. Drops know no outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QRect


@dataclass(frozen=True)
class SectionPlace:
    """A section and where it is, in global coordinates."""

    id: str
    title: str
    frame: QRect


class SectionFinder(Protocol):
    """Knows where sections are; points and rectangles are global."""

    def area(self) -> QRect:
        """What shows the outline; empty while nothing does."""

    def at(self, point: QPoint) -> SectionPlace | None:
        """The section at a point; None where there is none."""

    def come_near(self, point: QPoint) -> None:
        """Something is held over this point: scroll near the edges."""


class NoSections:
    """A finder for a window without an outline."""

    def area(self) -> QRect:
        """Nothing shows one."""
        return QRect()

    def at(self, _point: QPoint) -> SectionPlace | None:
        """There is none."""
        return None

    def come_near(self, _point: QPoint) -> None:
        """There is nothing to scroll."""
