"""Correcting the words of an article, with its consequences told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from briefing_app.domain.article import Article, Original
from briefing_app.domain.outline import Kind
from briefing_app.gui.dialogs.correct_text import CorrectText
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

BODY = "😀 The fleet left.\nHe sad that “we wll return” in May.\nNobody answered."


@pytest.fixture
def article_id(session: Session) -> str:
    store = session.store
    [id] = store.articles.add(Original("a.txt", "text/plain", b"a"), [Article("Fleet", BODY)])
    start = BODY.index("“we")
    section = session.sections()[0].section.id
    store.entries.file(section, Kind.QUOTE, id, start, BODY.index(" in May"))
    return id


@pytest.fixture
def correct(session: Session, theme: Theme, article_id: str, qtbot) -> Callable[[str], CorrectText]:
    """correct(words) -> the sheet for these words of the article, shown."""

    def show(words: str) -> CorrectText:
        start = BODY.index(words)
        sheet = CorrectText(session, article_id, Passage(start, start + len(words)))
        qtbot.addWidget(sheet)
        sheet.show()
        qtbot.waitExposed(sheet)
        return sheet

    return show


def ok(sheet: CorrectText) -> QPushButton:
    box = sheet.findChild(QDialogButtonBox)
    assert box is not None
    return box.button(QDialogButtonBox.StandardButton.Ok)


def test_the_paragraph_is_there_with_the_words_selected(correct) -> None:
    sheet = correct("sad")
    assert sheet.editor.toPlainText() == BODY.split("\n")[1]
    assert sheet.editor.textCursor().selectedText() == "sad"
    assert not ok(sheet).isEnabled()
    assert "stays in the briefing" in sheet.effect


def test_words_over_several_paragraphs_bring_all_of_them(correct) -> None:
    sheet = correct("fleet left.\nHe sad")
    assert sheet.editor.toPlainText() == "\n".join(BODY.split("\n")[:2])
    assert sheet.editor.textCursor().selectedText() == "fleet left.\u2029He sad"


def test_typing_over_the_selection_corrects_only_that(correct, session, article_id, qtbot) -> None:
    sheet = correct("sad")
    QTest.keyClicks(sheet.editor, "said")
    qtbot.waitUntil(lambda: sheet.effect == "No filed passage changes.")
    QTest.mouseClick(ok(sheet), Qt.MouseButton.LeftButton)
    article = session.store.articles.get(article_id)
    assert article.body == BODY.replace("sad", "said")
    assert [(c.removed, c.inserted) for c in article.corrections] == [("", "i")]
    assert session.store.undo_label == "Correct text"
    assert sheet.result() == CorrectText.DialogCode.Accepted


def test_the_correction_can_be_undone_at_once(correct, session, article_id, notices, qtbot) -> None:
    sheet = correct("sad")
    QTest.keyClicks(sheet.editor, "said")
    QTest.keyClick(sheet.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    told = notices[-1]
    assert (told.text, told.action) == ("Text corrected", "Undo")
    told.run()
    assert session.store.articles.get(article_id).body == BODY


def test_a_filed_passage_that_changes_is_told_before(correct, session, article_id, qtbot) -> None:
    sheet = correct("wll")
    QTest.keyClicks(sheet.editor, "will")
    qtbot.waitUntil(lambda: sheet.effect == "In a filed passage, “wll” becomes “will”.")
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [excerpt] = session.store.excerpts.of_article(article_id)
    assert excerpt.exact == "“we will return”"
    assert session.store.entries.of_excerpt(excerpt.id)[0].text == "“we will return”"


def test_words_that_come_into_a_passage_or_leave_it_are_told(correct, qtbot) -> None:
    sheet = correct("wll return")
    QTest.keyClicks(sheet.editor, "wll not return")
    qtbot.waitUntil(lambda: sheet.effect == "A filed passage takes in “not”.")
    sheet.editor.setPlainText("He sad that “wll return” in May.")
    qtbot.waitUntil(lambda: sheet.effect == "A filed passage loses “we”.")


def test_a_passage_of_which_nothing_would_be_left_cannot_be_corrected_away(
    correct, session, article_id, qtbot
) -> None:
    sheet = correct("that “we wll return” in")
    QTest.keyClick(sheet.editor, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Nothing would be left" in sheet.effect)
    assert not ok(sheet).isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet.isVisible()
    assert session.store.articles.get(article_id).corrections == ()


def test_an_article_keeps_some_text(session, theme, qtbot) -> None:
    original = Original("b.txt", "text/plain", b"b")
    [id] = session.store.articles.add(original, [Article("Short", "All there is.")])
    sheet = CorrectText(session, id, Passage(0, 3))
    qtbot.addWidget(sheet)
    sheet.editor.clear()
    qtbot.waitUntil(lambda: sheet.effect == "An article cannot be without text.")
    assert not ok(sheet).isEnabled()


def test_many_passages_are_counted(session, article_id, correct, qtbot) -> None:
    section = session.sections()[0].section.id
    for end in range(8, 13):
        at = BODY.index("that “we")
        session.store.entries.file(section, Kind.FACT, article_id, at, at + end)
    sheet = correct("that")
    QTest.keyClicks(sheet.editor, "this")
    qtbot.waitUntil(lambda: "2 more passages change." in sheet.effect)
    assert sheet.effect.count("“that” becomes “this”") == 3


def test_cancel_alters_nothing(correct, session, article_id) -> None:
    sheet = correct("sad")
    QTest.keyClicks(sheet.editor, "said")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert session.store.articles.get(article_id).body == BODY
