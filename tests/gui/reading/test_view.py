"""Pointing at and stepping through an article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.article_page import SET_ASIDE
from briefing_app.gui.reading.highlights import Highlight
from briefing_app.gui.reading.keys import Act
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.reading.view import ReadingView
from briefing_app.gui.theme import Theme
from tests.gui.reading.hands import at, drag
from tests.gui.reading.texts import PLAIN

MARK = Highlight(4, 17, Kind.QUOTE, "excerpt", "entry", "2")


@pytest.fixture
def view(theme: Theme, qtbot) -> ReadingView:
    view = ReadingView(theme)
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    view.show_article(PLAIN)
    view.set_highlights([MARK])
    view.grab()
    return view


def colors(view: ReadingView) -> set[str]:
    picture = view.viewport().grab().toImage()
    box = view.passage_rect(Passage(MARK.start, MARK.end))
    ys = range(box.top() + 1, box.bottom() - 1)
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(box.left() + 4, box.right())
        for y in ys
    }


def test_a_highlight_is_painted_and_turns_stronger_under_the_mouse(view, theme) -> None:
    plain, strong = (theme.color(f"quote_{name}").name().upper() for name in ("bg", "hi"))
    QTest.mouseMove(view.viewport(), QPoint(5, 500))
    assert plain in colors(view) and strong not in colors(view)
    QTest.mouseMove(view.viewport(), at(view, "minister"))
    assert strong in colors(view) and plain not in colors(view)
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(view.viewport(), QPoint(5, 500))
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor
    assert strong not in colors(view)


def test_a_linked_highlight_stays_strong_until_a_click_elsewhere(view, theme) -> None:
    strong = theme.color("quote_hi").name().upper()
    view.link(MARK)
    assert strong in colors(view)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 500))
    assert strong not in colors(view)


def test_a_click_on_the_marker_is_a_click_on_its_passage(view, qtbot) -> None:
    marker = view._pointing.shapes[0].marker.center().toPoint()
    with qtbot.waitSignal(view.highlight_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=marker)
    assert clicked.args == [MARK]


def test_selecting_over_a_highlight_is_no_click_on_it(view, qtbot) -> None:
    with qtbot.assertNotEmitted(view.highlight_clicked):
        drag(view, at(view, "minister"), at(view, "said"))
    assert view.passage is not None


def test_the_selection_is_told_once_it_has_settled(view, qtbot) -> None:
    told: list[Passage | None] = []
    view.passage_selected.connect(told.append)
    with qtbot.waitSignal(view.passage_selected):
        for end in range(5, 17):
            view.select(4, end)
    assert told == [Passage(4, 16)]


def test_the_line_of_set_aside_lines_opens_them(view, qtbot) -> None:
    block = view.document().lastBlock()
    box = view.document().documentLayout().blockBoundingRect(block)
    with qtbot.waitSignal(view.link_clicked) as followed:
        place = QPoint(round(box.left()) + 30, round(box.center().y()) + 4)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert followed.args == [SET_ASIDE]
    assert view.document().lastBlock().text() == PLAIN.set_aside[-1].text


def test_the_set_aside_lines_open_by_keyboard(view) -> None:
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.document().lastBlock().text() == PLAIN.set_aside[-1].text


def test_tab_leaves_the_text_where_it_is(view, qtbot) -> None:
    view.resize(500, 200)
    with qtbot.assertNotEmitted(view.verticalScrollBar().valueChanged):
        QTest.keyClick(view, Qt.Key.Key_Tab)


def test_keys_of_a_selection_beat_those_of_the_window_and_others_do_not(theme, qtbot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = ReadingView(theme)
    window.setCentralWidget(view)
    fired: list[str] = []
    for key in ("2", "J"):
        action = QAction(key, window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False, key=key: fired.append(key))
        window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    view.show_article(PLAIN)
    view.setFocus()
    asked: list[Act] = []
    view.requested.connect(lambda request: asked.append(request.act))
    QTest.keyClick(view, Qt.Key.Key_2)
    view.select(4, 12)
    QTest.keyClick(view, Qt.Key.Key_2)
    QTest.keyClick(view, Qt.Key.Key_J)
    assert asked == [Act.FILE]
    assert fired == ["2", "J"]


def test_how_many_highlights_there_are_is_told_to_screen_readers(view) -> None:
    assert view.accessibleDescription().startswith("1 highlight")
    view.set_highlights([])
    assert view.accessibleDescription() == ""
