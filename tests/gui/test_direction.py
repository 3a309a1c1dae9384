"""A window from right to left, and the words in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from briefing_app.gui import direction
from briefing_app.gui.theme import Theme


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[QApplication]:
    """The application in Hebrew."""
    before, style = QLocale(), qapp.style().name()
    QLocale.setDefault(QLocale("he"))
    direction.dress(qapp)
    yield qapp
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setStyle(style)


def ink(widget: QWidget) -> QRect:
    """The smallest box around everything that is not the widget's ground."""
    image = widget.grab().toImage()
    ground = image.pixel(1, 1)
    columns = [x for x in range(image.width()) if not _plain(image, ground, x=x)]
    rows = [y for y in range(image.height()) if not _plain(image, ground, y=y)]
    assert columns and rows
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))


def _plain(image: QImage, ground: int, x: int | None = None, y: int | None = None) -> bool:
    if x is not None:
        return all(image.pixel(x, at) == ground for at in range(image.height()))
    assert y is not None
    return all(image.pixel(at, y) == ground for at in range(image.width()))


def test_a_hebrew_desktop_has_the_window_from_right_to_left(mirrored: QApplication) -> None:
    assert direction.is_mirrored()
    assert mirrored.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert direction.against() == Qt.LayoutDirection.LeftToRight


def test_an_english_one_from_left_to_right(qapp: QApplication) -> None:
    direction.dress(qapp)
    assert not direction.is_mirrored()
    assert direction.against() == Qt.LayoutDirection.RightToLeft
    assert direction.side("first") == "first"
    assert direction.arrows("Alt+Right") == "Alt+Right"


def test_ends_margins_and_arrows_change_sides(mirrored: QApplication) -> None:
    assert [direction.side(name) for name in ("first", "middle", "last")] == [
        "last",
        "middle",
        "first",
    ]
    margins = direction.margins(1, 2, 3, 4)
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (3, 2, 1, 4)
    assert direction.arrows("Alt+Right") == "Alt+Left"
    assert direction.arrows("Alt+Up") == "Alt+Up"


def test_a_label_stands_where_the_interface_begins(mirrored: QApplication, qtbot) -> None:
    label = QLabel("Speaker")
    qtbot.addWidget(label)
    label.resize(300, 30)
    label.show()
    assert ink(label).right() > 290
    assert ink(label).left() > 200


def test_the_dots_of_an_english_button_stay_after_its_word(mirrored: QApplication, qtbot) -> None:
    pictures = []
    for way in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        button = QPushButton("Print…")
        button.setLayoutDirection(way)
        qtbot.addWidget(button)
        button.show()
        pictures.append(button.grab().toImage())
    assert pictures[0] == pictures[1]


def test_so_do_those_of_a_menu_and_its_keys(mirrored: QApplication, qtbot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    larger = menu.addAction("Larger text")
    larger.setShortcut("Ctrl++")
    export = menu.addAction("Export as PDF…")
    hebrew = menu.addAction("ייצוא…")
    menu.popup(QPoint(0, 0))
    assert larger.text() == "Larger text\u200e\tCtrl++\u200e"
    assert export.text() == "Export as PDF…\u200e"
    assert hebrew.text() == "ייצוא…"
    menu.close()
    menu.popup(QPoint(0, 0))
    assert export.text().count("\u200e") == 1


def test_a_day_in_a_table_is_written_as_it_is_elsewhere(mirrored: QApplication, qtbot) -> None:
    pictures = []
    for way in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        table = QTableWidget(1, 1)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.setItemDelegate(direction.OwnDirection(table))
        table.setLayoutDirection(way)
        item = QTableWidgetItem("7 Jan 2020")
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        table.setItem(0, 0, item)
        qtbot.addWidget(table)
        table.show()
        pictures.append(table.viewport().grab(table.visualItemRect(item)).toImage())
    assert pictures[0] == pictures[1]


def test_isolated_text_is_the_same_text() -> None:
    assert direction.isolated("") == ""
    assert direction.isolated("7 Jan").strip("\u2068\u2069") == "7 Jan"


def test_icons_that_show_lines_or_a_way_are_mirrored_and_others_are_not(
    mirrored: QApplication,
) -> None:
    theme = Theme()
    drawn = {name: theme.pixmap(name, "text").toImage() for name in ("undo", "list", "search")}
    mirrored.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme = Theme()
    plain = {name: theme.pixmap(name, "text").toImage() for name in drawn}
    assert drawn["search"] == plain["search"]
    for name in ("undo", "list"):
        assert drawn[name] != plain[name]
        assert drawn[name].flipped(Qt.Orientation.Horizontal) == plain[name]
