"""A window without an outline."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

from briefing_app.gui.intake.places import NoSections, SectionFinder, SectionPlace


def test_without_an_outline_there_is_nowhere_to_file() -> None:
    finder: SectionFinder = NoSections()
    finder.come_near(QPoint(1, 1))
    assert finder.area().isEmpty()
    assert finder.at(QPoint(1, 1)) is None


def test_places_are_the_same_when_nothing_about_them_differs() -> None:
    """The overlay is painted anew only when they differ."""
    assert SectionPlace("1", "A", QRect(0, 0, 9, 9)) == SectionPlace("1", "A", QRect(0, 0, 9, 9))
    assert SectionPlace("1", "A", QRect(0, 0, 9, 9)) != SectionPlace("1", "A", QRect(0, 1, 9, 9))
