"""Finding words in the open article, as a user does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from briefing_app.domain.article import Article, Original
from briefing_app.gui.reading.find_bar import FindBar
from briefing_app.gui.reading.pane import ReadingPane
from tests.gui.reading.hands import select
from tests.gui.reading.texts import LONG, PLAIN

KEY = Qt.Key
NAMES = Article(
    "Names",
    "Qassem Soleimani left.\nGeneral Suleimani’s plane landed.\nسليماني arrived.\n"
    "A café, CAFE talks.",
)


def bar(pane: ReadingPane) -> FindBar:
    return pane.findChild(FindBar)


def field(pane: ReadingPane) -> QLineEdit:
    return bar(pane).findChild(QLineEdit)


def said(pane: ReadingPane) -> str:
    return bar(pane).findChild(QLabel).text()


def button(pane: ReadingPane, name: str) -> QToolButton:
    return next(b for b in bar(pane).findChildren(QToolButton) if b.accessibleName() == name)


def look_for(pane: ReadingPane, text: str) -> None:
    pane.finding.start()
    QTest.keyClicks(field(pane), text)


def test_typing_goes_to_the_first_place_and_enter_to_the_next(pane, session) -> None:
    session.open_article(LONG.id)
    look_for(pane, "ship number 12")
    total = LONG.body.count("ship number 12")
    assert said(pane) == f"1 of {total}"
    found = pane.view.found_passage
    assert LONG.body[found.start : found.end].startswith("ship number 12")
    QTest.keyClick(field(pane), KEY.Key_Return)
    assert said(pane) == f"2 of {total}"
    QTest.keyClick(field(pane), KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field(pane), KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert said(pane) == f"{total} of {total}"


def test_the_place_found_is_in_sight(pane, session) -> None:
    session.open_article(LONG.id)
    look_for(pane, "number 57")
    assert not pane.view.passage_rect(pane.view.found_passage).isEmpty()


def test_words_must_follow_one_another_and_be_whole_but_the_last(pane) -> None:
    look_for(pane, "talks would res")
    assert said(pane) == "1 of 1"
    field(pane).setText("talks resume")
    assert said(pane) == "Not in this article"
    assert not button(pane, "Next place").isEnabled()
    field(pane).setText("inister")
    assert said(pane) == "Not in this article"
    field(pane).setText("port ")
    assert said(pane) == "1 of 1"
    field(pane).setText("  ")
    assert said(pane) == ""


def test_accents_case_and_variants_of_names_do_not_count(pane, session) -> None:
    store = session.store
    store.aliases.set("Soleimani", ["Suleimani", "سليماني"])
    (id,) = store.articles.add(Original("names.txt", "text/plain", b"names"), [NAMES])
    session.open_article(id)
    look_for(pane, "cafe")
    assert said(pane) == "1 of 2"
    field(pane).setText("soleimani")
    assert said(pane) == "1 of 3"


def test_it_begins_with_what_is_selected_and_goes_on_from_there(pane) -> None:
    select(pane.view, "by anybody")
    pane.finding.start()
    assert field(pane).text() == "by anybody"
    assert field(pane).hasFocus()
    assert said(pane) == "1 of 1"


def test_escape_closes_it_and_leaves_the_caret_at_the_place(pane) -> None:
    look_for(pane, "containers")
    QTest.keyClick(field(pane), KEY.Key_Escape)
    assert not bar(pane).isVisible()
    assert pane.view.hasFocus()
    assert pane.view.caret_position == PLAIN.body.index("containers")
    assert pane.view.found == (0, 0)


def test_the_buttons_step_and_close(pane) -> None:
    look_for(pane, "not")
    QTest.mouseClick(button(pane, "Next place"), Qt.MouseButton.LeftButton)
    assert said(pane) == "2 of 2"
    QTest.mouseClick(button(pane, "Previous place"), Qt.MouseButton.LeftButton)
    assert said(pane) == "1 of 2"
    QTest.mouseClick(button(pane, "Close"), Qt.MouseButton.LeftButton)
    assert not bar(pane).isVisible()


def test_the_librarys_search_is_marked_again_once_the_bar_is_closed(pane) -> None:
    assert pane.set_search("minister") == 1
    look_for(pane, "not")
    assert pane.view.found == (1, 2)
    pane.set_search("harbour")
    assert pane.view.found == (1, 2)
    pane.finding.close()
    assert pane.view.found == (0, 1)


def test_next_without_anything_looked_for_opens_the_bar(pane) -> None:
    pane.finding.next()
    assert bar(pane).isVisible() and field(pane).hasFocus()


def test_another_article_is_searched_for_the_same(pane, session) -> None:
    look_for(pane, "harbour")
    assert said(pane) == "1 of 1"
    session.open_article(LONG.id)
    assert said(pane) == f"{LONG.body.count('harbour')} places"
    QTest.keyClick(field(pane), KEY.Key_Return)
    assert said(pane).startswith("1 of")


def test_digits_typed_into_it_file_nothing(pane, session) -> None:
    select(pane.view, "The minister")
    look_for(pane, "2")
    assert session.store.entries.cards(session.memo_id) == []
