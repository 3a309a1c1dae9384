"""Correcting from the reading pane: menu, keys of the bar, head, removed paragraphs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton

from briefing_app.domain.outline import Kind
from briefing_app.gui.dialogs.correct_text import CorrectText
from briefing_app.gui.dialogs.corrections import Corrections
from briefing_app.gui.reading.correcting import corrected_words
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.session import Notice, Session
from briefing_app.store import Store
from tests.gui.reading.hands import at, select
from tests.gui.reading.texts import PLAIN

SECOND = PLAIN.paragraphs[1]


def labels(menu: QMenu) -> dict[str, bool]:
    return {
        action.text().split("\t")[0]: action.isEnabled()
        for action in menu.actions()
        if action.text()
    }


def choose(menu: QMenu, label: str) -> None:
    next(a for a in menu.actions() if a.text().startswith(label)).trigger()


def shown(pane: ReadingPane, name: str) -> QToolButton | None:
    buttons = (b for b in pane.findChildren(QToolButton) if b.accessibleName().startswith(name))
    return next((button for button in buttons if button.isVisible()), None)


def body(session: Session) -> str:
    return session.store.articles.get(PLAIN.id).body


def test_the_bar_corrects_what_is_selected(pane, session, qtbot) -> None:
    select(pane.view, "hurried")
    qtbot.waitUntil(pane.tag_bar.isVisible)
    QTest.mouseClick(shown(pane, "Correct text"), Qt.MouseButton.LeftButton)
    sheet = pane.findChild(CorrectText)
    assert sheet.editor.toPlainText() == SECOND
    QTest.keyClicks(sheet.editor, "rushed")
    sheet.accept()
    assert body(session) == PLAIN.body.replace("hurried", "rushed")
    assert pane.view.body == body(session)


def test_a_right_click_offers_the_paragraph_that_it_points_at(pane, qtbot) -> None:
    pane.view.customContextMenuRequested.emit(at(pane.view, "containers"))
    menu = pane.findChild(QMenu)
    assert labels(menu) == {"Copy": False, "Correct text…": True, "Remove this paragraph": True}
    choose(menu, "Correct text…")
    assert pane.findChild(CorrectText).editor.toPlainText() == PLAIN.paragraphs[2]
    menu.close()


def test_without_a_selection_the_paragraph_at_the_caret_is_meant(pane) -> None:
    place = PLAIN.body.index("harbour.")
    pane.view.select(place, place)
    pane.correcting.start()
    assert pane.findChild(CorrectText).editor.toPlainText() == SECOND


def test_a_left_over_paragraph_is_removed_and_undo_is_offered(pane, session, notices) -> None:
    place = PLAIN.body.index("The port")
    choose(pane.text_menu.menu(Passage(place, place)), "Remove")
    assert body(session) == "\n".join(PLAIN.paragraphs[:2])
    assert [(told.text, told.action) for told in notices] == [("Paragraph removed", "Undo")]
    session.undo()
    assert body(session) == pane.view.body == PLAIN.body


def test_several_paragraphs_are_named_so(pane, session, notices) -> None:
    menu = pane.text_menu.menu(Passage(3, len(PLAIN.paragraphs[0]) + 5))
    assert "Remove these paragraphs" in labels(menu)
    choose(menu, "Remove")
    assert body(session) == PLAIN.paragraphs[2]
    assert notices[0].text == "Paragraphs removed"


def test_a_paragraph_that_the_memo_rests_on_stays_and_the_reason_is_told(
    pane, session, notices
) -> None:
    start = PLAIN.body.index("The port")
    section = session.sections()[0].section.id
    session.store.entries.file(section, Kind.FACT, PLAIN.id, start, start + 8)
    pane.view.select(start, start)
    pane.correcting.remove_paragraph()
    assert body(session) == PLAIN.body
    [told] = notices
    assert told.is_problem and "The port" in told.text


def test_highlights_and_searched_words_stand_on_the_corrected_text(pane, session) -> None:
    start = PLAIN.body.index("“Not by")
    section = session.sections()[0].section.id
    session.store.entries.file(section, Kind.QUOTE, PLAIN.id, start, start + 17)
    assert pane.set_search("harbour") == 1
    session.store.articles.correct(PLAIN.id, 0, 3, "On Monday, the")
    pane.view.grab()
    [shape] = pane.view._pointing.shapes
    assert pane.view.body[shape.highlight.start : shape.highlight.end] == "“Not by anybody.”"
    assert pane.view.find_next()
    current = pane.view._searched.current
    assert pane.view.body[current.start : current.end] == "harbour"


def test_a_removed_paragraph_takes_the_selection_in_it_along(pane, session, qtbot) -> None:
    select(pane.view, "containers last year")
    start = PLAIN.body.index("The port")
    session.store.articles.correct(PLAIN.id, start, len(PLAIN.body), "")
    assert pane.view.passage is None
    qtbot.waitUntil(lambda: not pane.tag_bar.isVisible())


def test_the_head_tells_of_corrections_and_lists_them(pane, session) -> None:
    assert shown(pane, "Text corrected") is None
    session.store.articles.correct(PLAIN.id, 0, 3, "A")
    assert shown(pane, "Text corrected").text() == "Text corrected"
    session.store.articles.correct(PLAIN.id, 0, 1, "One")
    head = shown(pane, "Text corrected")
    assert head.text() == "Text corrected (2)"
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert pane.findChild(Corrections).table.rowCount() == 2
    assert "Show corrections…" in labels(pane.text_menu.menu(Passage(0, 0)))
    session.undo()
    session.undo()
    assert shown(pane, "Text corrected") is None


def test_the_list_leads_to_the_corrected_words(pane, session) -> None:
    last = PLAIN.body.rindex("\n") + 1
    session.store.articles.correct(PLAIN.id, last, last, "Now this: ")
    pane.correcting.show_list()
    sheet = pane.findChild(Corrections)
    QTest.mouseClick(sheet.go_button, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()
    passage = pane.view.passage
    assert pane.view.body[passage.start : passage.end] == "Now this:"
    assert not pane.view.passage_rect(passage).isEmpty()


def test_a_briefing_that_is_only_read_offers_no_correction(pane, session, qtbot) -> None:
    path = session.store.path
    session.store.articles.correct(PLAIN.id, 0, 3, "A")
    session.close()
    session.open(Store.open(path, read_only=True))
    session.open_article(PLAIN.id)
    offered = labels(pane.text_menu.menu(Passage(0, 0)))
    assert not offered["Correct text…"] and not offered["Remove this paragraph"]
    assert offered["Show corrections…"]
    pane.correcting.start()
    pane.correcting.remove_paragraph()
    assert pane.findChild(CorrectText) is None
    assert session.store.articles.get(PLAIN.id).body.startswith("A ")
    pane.correcting.show_list()
    assert not pane.findChild(Corrections).take_back_button.isEnabled()


def test_nothing_open_is_nothing_to_correct(pane, session) -> None:
    session.open_article("")
    for run in (
        pane.correcting.start, pane.correcting.remove_paragraph, pane.correcting.show_list,
    ):  # fmt: skip
        run()
    pane.view.customContextMenuRequested.emit(QPoint(5, 5))
    assert pane.findChildren(CorrectText) + pane.findChildren(Corrections) == []
    assert [menu for menu in pane.findChildren(QMenu) if menu.isVisible()] == []


@pytest.mark.parametrize(("count", "words"), [(1, "Text corrected"), (2, "Text corrected (2)")])
def test_corrections_are_counted_from_two_on(qapp, count: int, words: str) -> None:
    assert corrected_words(count) == words


@pytest.fixture
def notices(session: Session) -> list[Notice]:
    """What the session tells the user."""
    heard: list[Notice] = []
    session.notified.connect(heard.append)
    return heard
