"""What a click and the keys do on the memo page: numbers of notes and sources, lengths, parts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip

from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.printing import ID
from briefing_app.gui.memo.view import MemoView
from briefing_app.memo.marking import BOTTOM_LINE
from tests.gui.memo.test_page import blocks, on_memo, settle, view

__all__ = ["on_memo"]


def click_at(window: MainWindow, text: str, offset: int) -> None:
    """Click on one letter: the one so far into the first place where `text` stands."""
    page = view(window)
    cursor = page.document().find(text)
    cursor.setPosition(cursor.selectionStart() + offset)
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    at = page.cursorRect(cursor).center()
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(3, 0))


def is_seen(page: MemoView, row_id: str) -> bool:
    return page.viewport().rect().contains(page.rect_of(row_id).center())


def test_a_click_on_the_number_of_a_note_shows_the_note(on_memo: MainWindow) -> None:
    page, first = view(on_memo), blocks(on_memo)[8].text()
    assert first.endswith("1")
    assert not is_seen(page, "note:1")
    click_at(on_memo, first[-10:], 9)
    assert is_seen(page, "note:1")
    assert page.textCursor().block().text().startswith("1\t")


def test_a_click_on_a_note_shows_the_passage_that_it_cites(qtbot, on_memo: MainWindow) -> None:
    session = on_memo.session
    cards = session.store.entries.cards(session.memo_id)
    composed = on_memo.memo_page.composed
    assert composed is not None
    for number in (1, len(composed.footnotes)):
        note = "".join(run.text for run in composed.footnotes[number - 1].runs)
        on_memo.show_view("memo")
        settle(qtbot, on_memo)
        view(on_memo).go(f"note:{number}")
        with qtbot.waitSignal(session.passage_shown) as shown:
            QTest.keyClick(view(on_memo), Qt.Key.Key_Return)
        [article_id] = {session.store.excerpts.get(shown.args[0]).article_id}
        article = session.store.articles.get(article_id)
        assert (article.publisher or article.headline[:9]) in note
        assert any(shown.args[0] in card.excerpt_ids for card in cards)
        assert on_memo.reading.isVisible()


def test_the_number_of_a_source_leads_to_the_list_of_sources(on_memo: MainWindow) -> None:
    page = view(on_memo)
    page.go("note:1")
    click_at(on_memo, "[S1]", 1)
    assert page.textCursor().block().text() == "S1"
    assert page.textCursor().currentTable() is not None
    assert page.viewport().rect().contains(page.cursorRect())


def test_a_note_is_read_where_the_mouse_rests_on_its_number(qtbot, on_memo: MainWindow) -> None:
    page, first = view(on_memo), blocks(on_memo)[8].text()
    cursor = page.document().find(first[-10:])
    cursor.setPosition(cursor.selectionStart() + 9)
    at = page.cursorRect(cursor).center() + QPoint(3, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, at, page.viewport().mapToGlobal(at))
    QApplication.sendEvent(page.viewport(), event)
    composed = on_memo.memo_page.composed
    assert composed is not None
    assert QToolTip.text() == "".join(run.text for run in composed.footnotes[0].runs)
    QToolTip.hideText()


def test_what_is_gone_to_stands_out_for_a_moment(qtbot, on_memo: MainWindow) -> None:
    page = view(on_memo)
    page.verticalScrollBar().setValue(0)
    before = page.viewport().grab().toImage()
    page.show_row(BOTTOM_LINE)
    at = page.rect_of(BOTTOM_LINE).bottomRight() - QPoint(4, 4)
    assert page.viewport().grab().toImage().pixelColor(at) != before.pixelColor(at)
    qtbot.waitUntil(lambda: page.viewport().grab().toImage() == before, timeout=5_000)


def test_the_length_of_the_bottom_line_leads_to_it(qtbot, on_memo: MainWindow) -> None:
    page = on_memo.memo_page
    view(on_memo).verticalScrollBar().setValue(2000)
    [foot] = [each for each in page.findChildren(QLabel) if "<a href" in each.text()]
    foot.setFocus()
    QTest.keyClick(foot, Qt.Key.Key_Tab)
    QTest.keyClick(foot, Qt.Key.Key_Return)
    assert page.editor.row_id == BOTTOM_LINE
    assert page.editor.isVisible()
    assert view(on_memo).viewport().rect().contains(page.editor.geometry())
    page.editor.give_up()
    QTest.keyClick(foot, Qt.Key.Key_Backtab)
    foot.linkActivated.emit("note:1")
    assert is_seen(view(on_memo), "note:1")


def test_keys_lead_from_part_to_part_and_back(qtbot, on_memo: MainWindow) -> None:
    page, control = view(on_memo), Qt.KeyboardModifier.ControlModifier
    page.setFocus()
    page.moveCursor(QTextCursor.MoveOperation.Start)
    there: list[str] = []
    for _ in range(14):
        QTest.keyClick(page, Qt.Key.Key_Down, control)
        there.append(page.textCursor().block().blockFormat().property(ID))
        assert is_seen(page, there[-1])
    sections = [placed.section.id for placed in on_memo.session.sections()]
    assert there[:6] == [
        "field:to", "field:from", "field:date", "field:handling", "field:subject", BOTTOM_LINE
    ]  # fmt: skip
    assert there[6] == sections[0]
    assert len(set(there)) == len(there)
    back = []
    for _ in range(13):
        QTest.keyClick(page, Qt.Key.Key_Up, control)
        back.append(page.textCursor().block().blockFormat().property(ID))
    assert back == there[-2::-1]
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert on_memo.memo_page.editor.row_id == "field:to"


def test_tab_goes_along_the_bar_into_the_page_and_to_its_foot(on_memo: MainWindow) -> None:
    page = on_memo.memo_page
    options, check = (
        next(b for b in page.findChildren(QPushButton) if b.text() == text)
        for text in ("Options…", "Check…")
    )
    options.setFocus()
    QTest.keyClick(options, Qt.Key.Key_Tab)
    assert check.hasFocus()
    QTest.keyClick(check, Qt.Key.Key_Tab)
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Backtab)
    assert check.hasFocus()
