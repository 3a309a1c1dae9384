"""Text that the panes draw by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from briefing_app.gui.drawing import Mirror, draw_lines, elide, rounded, wrap


def test_text_that_fits_stays_on_one_line(qtbot) -> None:
    assert wrap("NATO position", QFont(), 1000, 4) == ["NATO position"]


def test_text_that_does_not_fit_is_cut_with_an_ellipsis(qtbot) -> None:
    lines = wrap("the alliance " * 60, QFont(), 200, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(QFontMetricsF(QFont()).horizontalAdvance(line) <= 205 for line in lines)


@given(st.text(max_size=80))
def test_no_text_loses_more_than_white_space(qapp, text: str) -> None:
    joined = "".join(wrap(text, QFont(), 120, 10_000))
    expected = text.replace("\ud800", "")
    assert "".join(joined.split()) == "".join(expected.replace("\n", " ").split())


def test_emoji_do_not_shift_the_lines(qtbot) -> None:
    assert "".join(wrap("😀 " * 40, QFont(), 100, 1000)).count("😀") == 40


def test_lines_are_drawn_from_their_own_side(qtbot) -> None:
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    below = draw_lines(painter, ["قال"], QRectF(0, 0, 300, 30), 20)
    painter.end()
    dark = [x for x in range(300) for y in range(30) if image.pixelColor(x, y).lightness() < 128]
    assert below == 20
    assert min(dark) > 200


def test_a_long_word_is_elided_and_a_negative_width_is_none(qtbot) -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert elide(painter, "a" * 100, 40).endswith("…")
    assert len(elide(painter, "abc", -5)) <= 1
    painter.end()


def test_a_rounded_box_is_filled(qtbot) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    rounded(painter, QRectF(0, 0, 20, 20), 4, QColor("#2A5BD0"))
    painter.end()
    assert image.pixelColor(10, 10) == QColor("#2A5BD0")
    assert image.pixelColor(0, 0) == QColor("white")


def test_a_mirrored_row_has_its_parts_on_the_other_side() -> None:
    row, part = QRectF(100, 0, 200, 40), QRectF(110, 5, 20, 30)
    assert Mirror(row, is_on=False).box(part) == part
    mirror = Mirror(row, is_on=True)
    assert mirror.box(part) == QRectF(270, 5, 20, 30)
    assert mirror.box(mirror.box(part)) == part


@pytest.mark.parametrize("is_on", [False, True])
@pytest.mark.parametrize("at_end", [False, True])
def test_words_of_a_mirrored_row_keep_their_own_direction(
    qapp: QApplication, is_on: bool, at_end: bool
) -> None:
    row = QRectF(0, 0, 200, 40)

    def inked(text: str) -> list[int]:
        picture = QImage(200, 40, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        Mirror(row, is_on).words(painter, row, text, at_end=at_end)
        painter.end()
        rows = range(picture.height())
        dark = [x for x in range(200) if any(picture.pixelColor(x, y).value() < 128 for y in rows)]
        assert dark
        return dark

    word, stopped = inked("ill"), inked("ill.")
    starts_left = is_on == at_end
    assert (stopped[0] < 100) == starts_left
    # The full stop stands last, whatever the side: at the left the word stays where it was.
    assert (stopped[: len(word)] == word) == starts_left
    assert len(stopped) > len(word)
