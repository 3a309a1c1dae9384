"""The text widget under the reading view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest

from briefing_app.domain.article import Article
from briefing_app.gui.reading.article_page import MARGIN_PX, NARROW_MARGIN_PX
from briefing_app.gui.reading.page_view import PageView
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.reading.view import ReadingView
from briefing_app.gui.theme import Theme
from tests.gui.reading.hands import at
from tests.gui.reading.texts import LONG, PLAIN


@pytest.fixture
def view(theme: Theme, qtbot) -> PageView:
    view = ReadingView(theme)
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    view.show_article(PLAIN)
    return view


def test_a_copy_is_what_is_stored_and_not_what_qt_makes_of_it(view) -> None:
    body = "No\u00a0break, a\u2028line and a\ufffcmark 😀.\nSecond paragraph."
    view.show_article(Article("Spaces", body))
    view.select(0, len(body) - 1)
    view.copy()
    assert QGuiApplication.clipboard().text() == body[:-1]


def test_a_copy_of_the_headline_is_the_headline(view) -> None:
    cursor = view.textCursor()
    block = view.document().findBlockByNumber(1)
    cursor.setPosition(block.position())
    cursor.setPosition(block.position() + 7, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.createMimeDataFromSelection().text() == "Harbour"
    assert view.passage is None


def test_nothing_is_ever_loaded_for_an_article(view) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert view.document().resource(kind, QUrl("https://example.org/a.png")) is None
    assert view.loadResource(kind, QUrl("file:///etc/hostname")) is None


def test_the_selection_is_given_without_white_space_around_it(view) -> None:
    start = PLAIN.body.index(" minister")
    view.select(start, start + len(" minister "))
    assert view.passage == Passage(start + 1, start + 9)


def test_selecting_does_not_scroll(view) -> None:
    view.show_article(LONG)
    view.select(len(LONG.body) - 50, len(LONG.body))
    assert view.verticalScrollBar().value() == 0
    assert view.passage_rect(view.passage).isEmpty()


def test_the_set_aside_lines_come_and_go_and_the_body_stays(view) -> None:
    count = view.document().blockCount()
    view.select(4, 12)
    view.toggle_set_aside()
    assert view.document().blockCount() == count + 2
    assert view.passage == Passage(4, 12)
    view.toggle_set_aside()
    assert view.document().blockCount() == count


def test_resizing_keeps_the_text_at_the_top(view) -> None:
    view.show_article(LONG)
    view.verticalScrollBar().setValue(1800)
    top = view.top_position()
    view.resize(560, 600)
    QTest.qWait(0)
    assert abs(view.top_position() - top) < 90


def test_the_column_is_centred_and_never_wider_than_can_be_read(view) -> None:
    view.resize(1400, 600)
    frame = view.document().rootFrame().frameFormat()
    assert view.viewport().width() - frame.leftMargin() - frame.rightMargin() in (680, 681)
    view.resize(500, 600)
    assert view.document().rootFrame().frameFormat().leftMargin() == MARGIN_PX
    assert at(view, "The").x() >= MARGIN_PX
    view.resize(330, 600)
    assert view.document().rootFrame().frameFormat().leftMargin() == NARROW_MARGIN_PX


def test_an_article_without_text_is_shown_by_its_head(view) -> None:
    view.show_article(Article("Only a headline", ""))
    view.grab()
    view.selectAll()
    assert view.passage is None
    assert view.document().findBlockByNumber(1).text() == "Only a headline"


def test_one_endless_paragraph_is_shown_piece_by_piece(view) -> None:
    body = "word " * 20_000 + "end"
    view.show_article(Article("Endless", body))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    first, last = view._visible()
    assert 0 < first < len(body) // 2 < last < len(body)
    assert last - first < 6_000


def test_the_caret_rests_where_the_user_looks(view) -> None:
    view.show_article(LONG)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    selected = view.passage_rect(view.passage)
    assert 0 <= selected.top() < 60


def test_articles_shown_before_are_let_go(view, qapp) -> None:
    for article in (LONG, None, PLAIN, None, LONG, PLAIN):
        view.show_article(article)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert view.findChildren(QTextDocument) == [view.document()]
