"""The list of what was corrected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from briefing_app.domain.article import Article, Original
from briefing_app.gui.dialogs.corrections import Corrections
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme

BODY = "He sad that the fleet lef.\nPhoto: a ship.\nNobody answered."


@pytest.fixture
def article_id(session: Session) -> str:
    """An article with three corrections: a word, a paragraph gone, the first word again."""
    articles = session.store.articles
    [id] = articles.add(Original("a.txt", "text/plain", b"a"), [Article("Fleet", BODY)])
    articles.correct(id, 3, 6, "said")
    articles.correct(id, 28, 42, "")
    articles.correct(id, 3, 7, "has said")
    return id


@pytest.fixture
def sheet(session: Session, theme: Theme, article_id: str, qtbot) -> Corrections:
    sheet = Corrections(session, article_id)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    return sheet


def lines(sheet: Corrections) -> list[tuple[str, str]]:
    table = sheet.table
    return [
        (table.item(row, 1).text(), table.item(row, 2).text()) for row in range(table.rowCount())
    ]


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_correction_is_told_in_whole_words(sheet) -> None:
    assert lines(sheet) == [("sad", "said"), ("Photo: a ship.", "(taken out)"), ("–", "has")]


def test_one_correction_can_be_taken_back(sheet, session, article_id) -> None:
    sheet.table.selectRow(1)
    press(sheet.take_back_button)
    assert lines(sheet) == [("sad", "said"), ("–", "has")]
    assert "Photo: a ship." in session.store.articles.get(article_id).body
    assert session.store.undo_label == "Take back correction"


def test_when_the_last_one_is_taken_back_the_list_closes(sheet, session, article_id) -> None:
    for row in (2, 1, 0):
        sheet.table.selectRow(row)
        press(sheet.take_back_button)
    assert not sheet.isVisible()
    assert session.store.articles.get(article_id).body == BODY


def test_one_that_a_later_correction_altered_stays_and_says_why(session, theme, qtbot) -> None:
    articles = session.store.articles
    [id] = articles.add(Original("a.txt", "text/plain", b"a"), [Article("Fleet", BODY)])
    articles.correct(id, 3, 6, "claimed")
    articles.correct(id, 5, 7, "ow")
    sheet = Corrections(session, id)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.table.selectRow(0)
    press(sheet.take_back_button)
    assert len(lines(sheet)) == 2
    assert any(
        "corrected again" in label.text() for label in sheet.findChildren(type(sheet._problem))
    )


def test_the_imported_text_can_be_read(sheet) -> None:
    assert not sheet.imported.isVisible()
    press(sheet.imported_button)
    assert sheet.imported.isVisible()
    assert sheet.imported.toPlainText() == BODY.replace("\n", "\n\n")
    press(sheet.imported_button)
    assert not sheet.imported.isVisible()


def test_the_place_of_a_correction_is_told(sheet, session, article_id, qtbot) -> None:
    body = session.store.articles.get(article_id).body
    for row, words in ((2, "has "), (1, "")):
        sheet.show()
        sheet.table.selectRow(row)
        with qtbot.waitSignal(sheet.place_chosen) as heard:
            press(sheet.go_button)
        start, end = heard.args
        assert body[start:end] == words
        assert not sheet.isVisible()
    assert body[start:] == "Nobody answered."


def test_enter_in_the_list_leads_to_the_correction(sheet, session, article_id, qtbot) -> None:
    sheet.show()
    sheet.table.selectRow(2)
    with qtbot.waitSignal(sheet.place_chosen) as heard:
        QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    start, end = heard.args
    assert session.store.articles.get(article_id).body[start:end] == "has "
    assert len(session.store.articles.get(article_id).corrections) == 3


def test_one_that_a_later_one_altered_has_no_place_any_more(session, theme, qtbot) -> None:
    articles = session.store.articles
    [id] = articles.add(Original("a.txt", "text/plain", b"a"), [Article("Fleet", BODY)])
    articles.correct(id, 3, 6, "has sayd")
    articles.correct(id, 3, 11, "told us")
    sheet = Corrections(session, id)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.table.selectRow(0)
    with qtbot.assertNotEmitted(sheet.place_chosen):
        press(sheet.go_button)
    assert sheet.isVisible()
    shown = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert "A later correction altered the same words." in shown
