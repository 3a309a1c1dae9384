"""The page runs as its words do, whichever way the window goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication

from briefing_app.domain.article import Article, Original
from briefing_app.domain.memo import Run, Table
from briefing_app.domain.outline import Kind
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.looks import ACCENT, RULE, TINT
from briefing_app.gui.memo.view import MemoView
from briefing_app.memo.marking import BOTTOM_LINE
from tests.gui.memo.test_page import settle

ARABIC = "علّق الحلف التدريب في العراق لكنه يعتزم مواصلة المهمة، ويقف أعضاؤه معًا علنًا. " * 3
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


@pytest.fixture(params=["left to right", "right to left"])
def direction(request, qapp: QApplication) -> Iterator[str]:
    """Which way the interface goes."""
    if request.param == "right to left":
        qapp.setLayoutDirection(RIGHT_TO_LEFT)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def page(qtbot, direction: str, window: MainWindow, sample: Path) -> MemoView:
    """The sample's memo."""
    assert window.files.open(sample)
    window.show_view("memo")
    settle(qtbot, window)
    return window.memo_page.view


def edges(page: MemoView) -> tuple[int, int]:
    """Where the text of the page begins and ends, in px of the viewport."""
    title = page.rect_of("field:to")
    return title.left(), title.right()


def drawn(page: MemoView) -> QImage:
    return page.viewport().grab().toImage()


def first_letter(page: MemoView, row_id: str, text: str = "") -> QRect:
    """Where the words of a row begin, or some of its words."""
    block = block_of(page, row_id)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + max(0, block.text().find(text)))
    return page.cursorRect(cursor)


def block_of(page: MemoView, row_id: str) -> QTextBlock:
    return page.document().findBlockByNumber(page._places[row_id])


def is_color(image: QImage, x: float, y: float, color: str) -> bool:
    return image.pixelColor(round(x), round(y)) == QColor(color)


def test_an_english_memo_begins_on_the_left(page: MemoView, direction: str) -> None:
    left, right = edges(page)
    box = page.rect_of(BOTTOM_LINE)
    image = drawn(page)
    assert is_color(image, left + 2, box.center().y(), ACCENT)
    assert is_color(image, right - 3, box.center().y(), TINT)
    assert first_letter(page, "field:to").x() == pytest.approx(left, abs=2)
    assert first_letter(page, "field:to", "Director").x() == pytest.approx(left + 86, abs=2)
    bar = page.verticalScrollBar()
    is_bar_right = bar.mapTo(page, bar.rect().center()).x() > page.width() / 2
    assert is_bar_right is (direction == "left to right")
    assert page.width() - 2 * bar.width() < page.viewport().width()


def test_an_arabic_bottom_line_begins_on_the_right_and_so_does_its_editor(
    qtbot, page: MemoView, window: MainWindow
) -> None:
    memos = window.session.store.memos
    memos.update(window.session.memo_id, bottom_line=ARABIC)
    settle(qtbot, window)
    left, right = edges(page)
    box, image = page.rect_of(BOTTOM_LINE), drawn(page)
    assert is_color(image, right - 2, box.center().y(), ACCENT)
    assert is_color(image, left + 2, box.center().y(), TINT)
    words = first_letter(page, BOTTOM_LINE, ARABIC[:9])
    assert right - 140 < words.x() < right - 22
    editor = window.memo_page.editor
    page.row_clicked.emit(BOTTOM_LINE)
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    begins = editor.viewport().mapTo(page.viewport(), editor.cursorRect().topLeft())
    assert begins.x() == pytest.approx(right - 22, abs=6)
    editor.setPlainText("In English.")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert editor.cursorRect().x() < editor.viewport().width() / 2


def test_words_in_the_editor_stand_where_those_of_the_page_do(page: MemoView, window) -> None:
    editor = window.memo_page.editor
    for row_id, words in (("field:to", "Director"), (BOTTOM_LINE, "BOTTOM LINE")):
        on_page = first_letter(page, row_id, words)
        page.row_clicked.emit(row_id)
        editor.moveCursor(QTextCursor.MoveOperation.Start)
        begins = editor.cursorRect()
        at = editor.viewport().mapTo(page.viewport(), begins.center())
        assert editor.viewport().rect().contains(begins)
        assert at.x() == pytest.approx(on_page.center().x(), abs=3)
        assert at.y() == pytest.approx(on_page.center().y(), abs=5)
        editor.give_up()


def test_arabic_facts_and_quotes_hang_and_are_ruled_on_the_right(
    qtbot, page: MemoView, window: MainWindow
) -> None:
    store = window.session.store
    original = Original("a.txt", "text/plain", ARABIC.encode())
    article = Article("خبر", ARABIC.strip(), publisher="ايرنا", published="2020-01-08")
    [article_id] = store.articles.add(original, [article])
    section = window.session.sections()[0].section.id
    fact = store.entries.file(section, Kind.FACT, article_id, 0, 150)
    quote = store.entries.file(section, Kind.QUOTE, article_id, 0, 150)
    settle(qtbot, window)
    left, right = edges(page)
    page.show_row(quote)
    page.point_no_more()
    bullet = first_letter(page, fact)
    assert right - 14 < bullet.x() <= right
    assert first_letter(page, fact, ARABIC[:9]).x() == pytest.approx(right - 20, abs=3)
    said, source = page.rect_of(quote), block_of(page, quote).next()
    below = page.document().documentLayout().blockBoundingRect(source)
    image = drawn(page)
    for y in (said.center().y(), below.center().y() - page.verticalScrollBar().value()):
        row = range(left, right)
        ruled = [x for x in row if is_color(image, x, y, RULE)]
        assert ruled and min(ruled) > right - 30


@pytest.fixture
def in_arabic(qtbot, page: MemoView, window: MainWindow) -> Callable[[], Table]:
    """Shows the sample as a memo in Arabic would be shown; gives its first table."""

    def show() -> Table:
        composed = window.memo_page._shown
        assert composed is not None
        title, *rest = composed.memo.blocks
        named = replace(title, runs=(Run("مذكرة معلومات"),))
        memo = replace(composed.memo, title="مذكرة معلومات", blocks=(named, *rest))
        with qtbot.waitSignal(page.settled, timeout=20_000):
            page.show_memo(replace(composed, memo=memo))
        return next(block for block in rest if isinstance(block, Table))

    return show


def test_a_memo_in_arabic_has_labels_and_first_columns_on_the_right(
    page: MemoView, in_arabic: Callable[[], Table]
) -> None:
    table = in_arabic()
    left, right = edges(page)
    label, words = first_letter(page, "field:to"), first_letter(page, "field:to", "Director")
    assert right - 24 < label.x() <= right
    assert left < words.x() <= right - 85
    heads = [page.document().find(head) for head in table.header]
    places = [page.cursorRect(head).x() for head in heads]
    assert places == sorted(places, reverse=True)
    assert all(left <= place <= right + 2 for place in places)
