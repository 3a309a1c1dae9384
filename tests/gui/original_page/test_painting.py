"""The paper of a page and what is painted on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from briefing_app.gui.original_page.drawing import Asked, DrawnPage
from briefing_app.gui.original_page.painting import (
    paint_marks,
    paint_paper,
    placed,
    shown_part,
)
from briefing_app.gui.theme import Theme
from briefing_app.gui.tokens import LIGHT
from briefing_app.readers.pdf.pages import WHOLE, PagePicture, Part

PAPER = QRectF(20, 10, 100, 200)
VIEW = QRectF(0, 0, 150, 150)


def drawn(color: str, part: Part = WHOLE) -> DrawnPage:
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    picture = PagePicture(1, 1, 50, 50, b"", part, 2.0, 100.0)
    return DrawnPage(Asked(1, 100, part), picture, image)


def painted(theme: Theme, pictures: list[DrawnPage], *, is_focused: bool = False) -> QImage:
    image = QImage(150, 150, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    with QPainter(image) as painter:
        paint_paper(painter, theme, PAPER, VIEW, pictures, hint="", is_focused=is_focused)
    return image


def test_a_part_lies_where_it_belongs_on_the_page(theme: Theme) -> None:
    part = (0.5, 0.25, 1.0, 0.5)
    assert placed(PAPER, part) == QRectF(70, 60, 50, 50)
    image = painted(theme, [drawn("red"), drawn("blue", part)])
    assert image.pixelColor(95, 85) == QColor("blue")
    assert image.pixelColor(40, 85) == image.pixelColor(95, 130) == QColor("red")
    assert image.pixelColor(5, 85) == QColor("black")


def test_without_a_picture_the_paper_is_empty(theme: Theme) -> None:
    assert painted(theme, []).pixelColor(60, 60) == theme.color("surface")


def test_a_hint_is_written_in_its_own_direction_in_a_mirrored_window_too(theme: Theme) -> None:
    images = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        image = QImage(150, 150, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        with QPainter(image) as painter:
            painter.setLayoutDirection(direction)
            paint_paper(painter, theme, PAPER, VIEW, [], hint="Drawn…", is_focused=False)
        images.append(image)
    assert images[0] == images[1]


def test_in_the_dark_white_paper_is_a_little_dimmed(theme: Theme) -> None:
    theme.set(name="dark")
    assert 200 < painted(theme, [drawn("white")]).pixelColor(60, 60).lightness() < 250


def test_who_has_the_keyboard_is_seen_at_the_edge_of_the_paper(theme: Theme) -> None:
    edges = [
        painted(theme, [drawn("white")], is_focused=is_focused).pixelColor(19, 100)
        for is_focused in (True, False)
    ]
    assert edges[0] == theme.color("accent")
    assert edges[0] != edges[1]


@pytest.mark.parametrize(
    ("view", "part"),
    [
        (QRectF(0, 0, 500, 500), WHOLE),
        (QRectF(70, 60, 50, 50), (0.5, 0.25, 1.0, 0.5)),
        (QRectF(300, 300, 50, 50), (0.0, 0.0, 0.0, 0.0)),
    ],
)
def test_what_is_in_sight_is_known(view: QRectF, part: Part) -> None:
    assert shown_part(PAPER, view) == part


def test_a_marked_line_leaves_print_dark_and_colours_the_paper(theme: Theme) -> None:
    image = QImage(150, 150, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(40, 40, QColor("black"))
    with QPainter(image) as painter:
        paint_marks(painter, [QRectF(30, 30, 40, 20)])
    assert image.pixelColor(40, 40) == QColor("black")
    assert image.pixelColor(50, 40) == QColor(LIGHT["selection"])
    assert image.pixelColor(100, 40) == QColor("white")
