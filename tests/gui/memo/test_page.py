"""The memo page: says what the memo says, and leads from a paragraph to its entry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from briefing_app import memo
from briefing_app.domain.memo import ComposedMemo, Paragraph, Picture, Run, Table
from briefing_app.domain.outline import Kind
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.memo.page import MemoView
from briefing_app.gui.memo.printing import ID
from tests.gui.test_files import answer

LEAD = re.compile(r"^(•|\d+\.)\t")


@pytest.fixture
def on_memo(window: MainWindow, sample: Path) -> MainWindow:
    """The window on the sample's memo."""
    assert window.files.open(sample)
    window.show_view("memo")
    return window


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


def test_a_click_on_the_bottom_line_opens_the_header(on_memo: MainWindow) -> None:
    seen: list[str] = []
    answer(QDialog, lambda dialog: (seen.append(dialog.windowTitle()), dialog.reject()))
    session = on_memo.session
    click(on_memo, session.store.memos.get(session.memo_id).bottom_line[:30])
    assert seen == ["Memo header and bottom line"]


def test_the_button_opens_the_header(on_memo: MainWindow) -> None:
    seen: list[str] = []
    answer(QDialog, lambda dialog: (seen.append(dialog.windowTitle()), dialog.reject()))
    QTest.mouseClick(on_memo.memo_page.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert seen == ["Memo header and bottom line"]


def test_an_edit_is_on_the_page_at_once_and_its_undo_too(qtbot, on_memo: MainWindow) -> None:
    session = on_memo.session
    before = texts(on_memo)
    section = session.sections()[0].section
    session.store.entries.add(section.id, Kind.TEXT, "Written just now.")
    qtbot.waitUntil(lambda: any("Written just now." in text for text in texts(on_memo)))
    session.undo()
    qtbot.waitUntil(lambda: texts(on_memo) == before)


def test_a_page_that_nobody_sees_is_not_composed_again(qtbot, on_memo: MainWindow) -> None:
    page, session = on_memo.memo_page, on_memo.session
    before = page.composed
    on_memo.show_view("read")
    session.store.entries.add(session.sections()[0].section.id, Kind.TEXT, "Meanwhile.")
    qtbot.wait(1)  # lets timers of length zero run
    assert page.composed is before
    on_memo.show_view("memo")
    assert any("Meanwhile." in text for text in texts(on_memo))


def test_reading_marks_do_not_compose_the_page_again(qtbot, on_memo: MainWindow) -> None:
    page, session = on_memo.memo_page, on_memo.session
    before = page.composed
    session.store.articles.mark_read(session.store.articles.ids()[1])
    qtbot.wait(1)
    assert page.composed is before


def test_the_place_on_the_page_stays_when_something_changes(qtbot, on_memo: MainWindow) -> None:
    bar, session = view(on_memo).verticalScrollBar(), on_memo.session
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    before = on_memo.memo_page.composed
    session.store.entries.add(session.sections()[-1].section.id, Kind.TEXT, "At the end.")
    qtbot.waitUntil(lambda: on_memo.memo_page.composed is not before)
    assert bar.value() == place


def test_larger_text_makes_a_larger_page_of_the_same_words(qtbot, on_memo: MainWindow) -> None:
    before, height = texts(on_memo), view(on_memo).document().size().height()
    on_memo.theme.set(scale=1.25)
    qtbot.waitUntil(lambda: view(on_memo).document().size().height() > height * 1.1)
    assert texts(on_memo) == before


def test_the_summary_counts_words_and_notes(on_memo: MainWindow) -> None:
    composed = on_memo.memo_page.composed
    assert composed is not None
    label = on_memo.memo_page.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.text().startswith(f"{composed.word_count} words, about ")
    assert label.text().endswith(f"{len(composed.footnotes)} notes")


def test_an_empty_memo_is_a_page_too(window: MainWindow) -> None:
    window.files.new()
    window.show_view("memo")
    assert window.memo_page.isVisible()
    assert window.memo_page.composed is not None
    assert window.memo_page.composed.footnotes == ()
