"""The memo page: says what the memo says, and leads from a paragraph to its entry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from briefing_app import memo
from briefing_app.domain.memo import ComposedMemo, Paragraph, Picture, Run, Table
from briefing_app.domain.outline import Kind
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.printing import ID
from briefing_app.gui.memo.view import MemoView
from briefing_app.store import Store
from tests.gui.answering import answer

LEAD = re.compile(r"^(•|\d+\.)\t")


@pytest.fixture
def on_memo(qtbot, window: MainWindow, sample: Path) -> MainWindow:
    """The window on the sample's memo."""
    assert window.files.open(sample)
    window.show_view("memo")
    settle(qtbot, window)
    return window


def settle(qtbot, window: MainWindow) -> None:
    """Wait until the page says what the briefing says."""
    qtbot.waitUntil(lambda: window.memo_page.is_current, timeout=20_000)


def view(window: MainWindow) -> MemoView:
    found = window.memo_page.findChild(MemoView)
    assert isinstance(found, MemoView)
    return found


def blocks(window: MainWindow) -> list[QTextBlock]:
    block, found = view(window).document().begin(), []
    while block.isValid():
        if block.text():
            found.append(block)
        block = block.next()
    return found


def texts(window: MainWindow) -> list[str]:
    return [LEAD.sub("", block.text()) for block in blocks(window)]


def words(runs: tuple[Run, ...]) -> str:
    return "".join(str(run.note) if run.note else run.text for run in runs)


def expected(composed: ComposedMemo) -> list[str]:
    """Every line of the memo, cell by cell in tables, then the notes."""
    lines: list[str] = []
    for block in composed.blocks:
        if isinstance(block, Paragraph):
            lines.append(words(block.runs))
        elif isinstance(block, Picture):
            lines.append("\ufffc")
        else:
            assert isinstance(block, Table)
            lines += block.header
            lines += [words(cell) for row in block.rows for cell in row]
    lines.append("Notes")
    lines += [f"{note.number}\t{words(note.runs)}" for note in composed.footnotes]
    return [line for line in lines if line]


def test_the_page_says_what_the_memo_says_block_by_block(on_memo: MainWindow) -> None:
    composed = memo.build(on_memo.session.store.snapshot())
    assert len(composed.footnotes) > 10
    assert any(isinstance(block, Table) for block in composed.blocks)
    assert texts(on_memo) == expected(composed)


def test_every_note_is_referred_to_in_order(on_memo: MainWindow) -> None:
    composed = on_memo.memo_page.composed
    assert composed is not None
    paragraphs = [block for block in composed.blocks if isinstance(block, Paragraph)]
    numbers = [run.note for block in paragraphs for run in block.runs if run.note]
    assert sorted(set(numbers)) == [note.number for note in composed.footnotes]


def click(window: MainWindow, text: str) -> None:
    page = view(window)
    cursor = page.document().find(text)
    assert not cursor.isNull()
    page.setTextCursor(cursor)
    page.ensureCursorVisible()
    cursor.setPosition(cursor.selectionStart() + 3)
    at = page.cursorRect(cursor).center()
    cursor.clearSelection()
    page.setTextCursor(cursor)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(1, 0))


def test_a_click_on_a_paragraph_shows_its_entry(qtbot, on_memo: MainWindow) -> None:
    session = on_memo.session
    by_id = {block.blockFormat().property(ID): block.text() for block in blocks(on_memo)}
    cards = [c for c in session.store.entries.cards(session.memo_id) if c.entry.id in by_id]
    for card in (cards[0], cards[-1]):
        with qtbot.waitSignal(session.entry_shown) as shown:
            click(on_memo, LEAD.sub("", by_id[card.entry.id]).partition("\xa0")[0][:40])
        assert shown.args == [card.entry.id]
        assert on_memo.outline.current_entry_id() == card.entry.id
        assert on_memo.memo_page.isVisible()


def test_a_click_on_a_heading_makes_its_section_the_target(on_memo: MainWindow) -> None:
    session = on_memo.session
    section = session.sections()[-1].section
    assert session.target_id != section.id
    click(on_memo, section.title)
    assert session.target_id == section.id


def bottom_line(window: MainWindow) -> str:
    session = window.session
    return session.store.memos.get(session.memo_id).bottom_line


def test_the_bottom_line_is_edited_where_it_stands(qtbot, on_memo: MainWindow) -> None:
    editor, before = on_memo.memo_page.editor, bottom_line(on_memo)
    steps = len(on_memo.session.store.steps())
    click(on_memo, before[:30])
    assert editor.isVisible() and editor.toPlainText() == before
    QTest.keyClicks(editor, " It is not over.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert bottom_line(on_memo) == f"{before} It is not over."
    assert not editor.isVisible()
    assert len(on_memo.session.store.steps()) == steps + 1
    on_memo.session.undo()
    assert bottom_line(on_memo) == before


def test_escape_leaves_the_bottom_line_as_it_was(on_memo: MainWindow) -> None:
    editor, before = on_memo.memo_page.editor, bottom_line(on_memo)
    steps = on_memo.session.store.steps()
    click(on_memo, before[:30])
    QTest.keyClicks(editor, "No.")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert bottom_line(on_memo) == before
    assert on_memo.session.store.steps() == steps


def test_a_click_elsewhere_keeps_what_was_written(on_memo: MainWindow) -> None:
    editor = on_memo.memo_page.editor
    click(on_memo, bottom_line(on_memo)[:30])
    QTest.keyClicks(editor, " And so on.")
    on_memo.library.search_field.setFocus()
    assert bottom_line(on_memo).endswith(" And so on.")


def test_a_date_is_edited_in_place_and_kept_as_iso(qtbot, on_memo: MainWindow) -> None:
    session = on_memo.session
    click(on_memo, "Date")
    editor = on_memo.memo_page.editor
    editor.setPlainText("10 Jan 2020")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert session.store.memos.get(session.memo_id).fields["date"] == "2020-01-10"
    settle(qtbot, on_memo)
    assert any("10\xa0January\xa02020" in text for text in texts(on_memo))


def test_a_field_that_is_emptied_leaves_the_page(qtbot, on_memo: MainWindow) -> None:
    session = on_memo.session
    click(on_memo, "Briefing cell")
    editor = on_memo.memo_page.editor
    editor.clear()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "from" not in session.store.memos.get(session.memo_id).fields
    settle(qtbot, on_memo)
    assert not any("Briefing cell" in text for text in texts(on_memo))


def test_the_bottom_line_is_measured_while_it_is_written(qtbot, on_memo: MainWindow) -> None:
    page = on_memo.memo_page
    click(on_memo, bottom_line(on_memo)[:30])
    page.editor.setPlainText("Short.")
    assert "Bottom line 1 of 4 lines" in page.length
    page.editor.setPlainText("Long enough to go over. " * 40)
    with qtbot.waitSignal(page.measured) as said:
        page.editor.insertPlainText(" And more.")
    assert said.args[1] is True
    assert said.args[0].startswith("Bottom line ")


def test_the_keyboard_reaches_what_a_click_reaches(qtbot, on_memo: MainWindow) -> None:
    page, session = view(on_memo), on_memo.session
    card = session.store.entries.cards(session.memo_id)[0]
    block = next(b for b in blocks(on_memo) if b.blockFormat().property(ID) == card.entry.id)
    page.setTextCursor(QTextCursor(block))
    with qtbot.waitSignal(session.entry_shown) as shown:
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert shown.args == [card.entry.id]


def test_nothing_is_edited_in_a_briefing_that_is_open_for_reading(
    qtbot, window: MainWindow, sample: Path
) -> None:
    window.session.open(Store.open(sample, read_only=True))
    window.show_view("memo")
    settle(qtbot, window)
    click(window, bottom_line(window)[:30])
    assert not window.memo_page.editor.isVisible()


def test_the_button_opens_the_options(on_memo: MainWindow) -> None:
    seen: list[str] = []
    answer(QDialog, lambda dialog: (seen.append(dialog.windowTitle()), dialog.reject()))
    QTest.mouseClick(on_memo.memo_page.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert seen == ["Memo options"]


def test_an_edit_is_on_the_page_at_once_and_its_undo_too(qtbot, on_memo: MainWindow) -> None:
    session = on_memo.session
    before = texts(on_memo)
    section = session.sections()[0].section
    session.store.entries.add(section.id, Kind.TEXT, "Written just now.")
    qtbot.waitUntil(lambda: any("Written just now." in text for text in texts(on_memo)))
    session.undo()
    qtbot.waitUntil(lambda: texts(on_memo) == before)


def test_a_page_that_nobody_sees_is_not_printed_again(qtbot, on_memo: MainWindow) -> None:
    page, session = on_memo.memo_page, on_memo.session
    before = page.composed
    on_memo.show_view("read")
    session.store.entries.add(session.sections()[0].section.id, Kind.TEXT, "Meanwhile.")
    qtbot.waitUntil(lambda: on_memo.desk.composer.is_current, timeout=20_000)
    assert page.composed is before
    on_memo.show_view("memo")
    settle(qtbot, on_memo)
    assert any("Meanwhile." in text for text in texts(on_memo))


def test_reading_marks_do_not_compose_the_page_again(qtbot, on_memo: MainWindow) -> None:
    page, session = on_memo.memo_page, on_memo.session
    before = page.composed
    session.store.articles.mark_read(session.store.articles.ids()[1])
    assert page.is_current
    assert page.composed is before


def test_the_place_on_the_page_stays_when_something_changes(qtbot, on_memo: MainWindow) -> None:
    bar, session = view(on_memo).verticalScrollBar(), on_memo.session
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    before = on_memo.memo_page.composed
    session.store.entries.add(session.sections()[-1].section.id, Kind.TEXT, "At the end.")
    qtbot.waitUntil(lambda: on_memo.memo_page.composed is not before, timeout=20_000)
    settle(qtbot, on_memo)
    assert bar.value() == place


def test_larger_text_makes_a_larger_page_of_the_same_words(qtbot, on_memo: MainWindow) -> None:
    before, height = texts(on_memo), view(on_memo).document().size().height()
    on_memo.theme.set(scale=1.25)
    qtbot.waitUntil(lambda: view(on_memo).document().size().height() > height * 1.1)
    assert texts(on_memo) == before


def test_the_foot_says_how_long_the_memo_is(on_memo: MainWindow) -> None:
    page, current = on_memo.memo_page, on_memo.desk.composer.current
    assert current is not None
    parts = page.length.split(" · ")
    assert parts[0] == f"{current.extent.words} words"
    assert parts[1] == f"Bottom line {current.extent.bottom_line_lines} of 4 lines"
    assert parts[2].startswith("about ") and parts[2].endswith(" of 2 pages")
    assert parts[3] == f"{len(current.memo.footnotes)} notes"


def test_a_handling_mark_stands_at_the_top_and_bottom_of_the_page(
    qtbot, on_memo: MainWindow
) -> None:
    session, page = on_memo.session, view(on_memo)
    before = page.viewport().grab(QRect(0, 40, page.viewport().width(), 40)).toImage()
    fields = dict(session.store.memos.get(session.memo_id).fields)
    session.store.memos.update(session.memo_id, fields=fields | {"handling": "OFFICIAL"})
    settle(qtbot, on_memo)
    after = page.viewport().grab(QRect(0, 40, page.viewport().width(), 40)).toImage()
    assert after != before


def test_switching_memos_shows_the_other_one_from_its_top(qtbot, on_memo: MainWindow) -> None:
    bar = view(on_memo).verticalScrollBar()
    bar.setValue(bar.maximum())
    on_memo.desk.memos.begin("Approve the paper", "action")
    settle(qtbot, on_memo)
    assert texts(on_memo)[0] == "Action memo"
    assert bar.value() == 0


def test_an_empty_memo_is_a_page_too(qtbot, window: MainWindow) -> None:
    window.files.new()
    window.show_view("memo")
    settle(qtbot, window)
    assert window.memo_page.isVisible()
    assert window.memo_page.composed is not None
    assert window.memo_page.composed.footnotes == ()
