"""One line of text with marks."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from briefing_app.domain.query import parse
from briefing_app.gui.library.marked_line import LEAD, draw_grounds, draw_marked, from_first_mark
from briefing_app.gui.theme import Theme

LONG = "A long sentence of many words that goes on before it finds restraint at last."


def drawn(theme: Theme, text: str, marks: tuple, width: int = 240) -> QImage:
    image = QImage(width, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_marked(painter, QRectF(0, 0, width, 20), text, marks, theme, 12)
    painter.end()
    return image


def columns_of(image: QImage, color: QColor) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == color for y in range(image.height()))
    ]


def test_a_late_mark_is_brought_to_the_front() -> None:
    at = LONG.index("restraint")
    text, marks = from_first_mark(LONG, ((at, at + 9),))
    assert text.startswith("…") and text.endswith("restraint at last.")
    assert [text[start:end] for start, end in marks] == ["restraint"]
    assert marks[0][0] <= LEAD + 1


def test_an_early_mark_leaves_the_text_as_it_is() -> None:
    assert from_first_mark("Allies met", ((0, 6),)) == ("Allies met", ((0, 6),))


def test_a_mark_after_a_word_without_spaces_is_still_shown() -> None:
    text = "x" * 60 + "mark"
    shown, marks = from_first_mark(text, ((60, 64),))
    assert [shown[start:end] for start, end in marks] == ["mark"]


def test_the_mark_has_the_colour_of_a_highlight(theme: Theme) -> None:
    at = LONG.index("restraint")
    image = drawn(theme, LONG, ((at, at + 9),))
    assert columns_of(image, theme.color("quote_bg"))


def test_marks_count_code_points_even_after_an_emoji(theme: Theme) -> None:
    plain = columns_of(drawn(theme, "a b mark", ((4, 8),)), theme.color("quote_bg"))
    shifted = columns_of(drawn(theme, "😀 b mark", ((4, 8),)), theme.color("quote_bg"))
    # The same four letters are marked, however many units the letters before them take.
    assert abs(len(plain) - len(shifted)) <= 2


def test_arabic_is_drawn_from_the_right(theme: Theme) -> None:
    image = drawn(theme, "حلف شمال", ((0, 3),))
    marked = columns_of(image, theme.color("quote_bg"))
    assert min(marked) > image.width() / 2


def test_no_text_draws_nothing(theme: Theme) -> None:
    empty = QImage(240, 20, QImage.Format.Format_RGB32)
    empty.fill(QColor("white"))
    assert drawn(theme, "", ()) == empty


def test_what_was_searched_for_is_coloured_behind_a_headline_on_its_own_line(qapp) -> None:
    theme = Theme()
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(theme.font(13))
    lines = ["Iran fires missiles", "at two bases"]
    draw_grounds(painter, QRectF(0, 0, 300, 40), lines, 20, search=parse("bases"), theme=theme)
    painter.end()
    marked = theme.color("quote_bg")
    rows = [y for y in range(40) for x in range(300) if image.pixelColor(x, y) == marked]
    assert min(rows) >= 20
    before = painter_width(theme, "at two ")
    assert abs(min(columns_of(image, marked)) - before) <= 2


def painter_width(theme: Theme, text: str) -> float:
    return QFontMetricsF(theme.font(13)).horizontalAdvance(text)
