"""Text that the panes draw by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from briefing_app.gui.drawing import draw_lines, elide, rounded, wrap


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
