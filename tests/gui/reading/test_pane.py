"""Reading and filing, as a user does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QToolButton, QWidget

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.theme import Theme
from briefing_app.store import Store
from tests.gui.reading.hands import at, select
from tests.gui.reading.pane_parts import KEY, click, entries, marked, named, wait_for_bar
from tests.gui.reading.texts import INCOMPLETE, LONG, PLAIN


def test_a_click_on_a_highlight_shows_its_entries_in_turn(pane, session, qtbot) -> None:
    section = session.sections()[0].section.id
    start = PLAIN.body.index("minister")
    long = session.store.entries.file(section, Kind.FACT, PLAIN.id, 0, start + 20)
    short = session.store.entries.file(section, Kind.FACT, PLAIN.id, start, start + 8)
    shown: list[str] = []
    session.entry_shown.connect(shown.append)
    pane.view.grab()
    place = at(pane.view, "inister")
    for _ in range(3):
        click(pane, place)
    assert shown == [short, long, short]
    click(pane, QPoint(5, 400))
    assert len(shown) == 3


def test_n_and_p_step_through_the_highlights(pane, session) -> None:
    section = session.sections()[0].section.id
    ids = [
        session.store.entries.file(section, Kind.FACT, PLAIN.id, start, start + 5)
        for start in (0, 30, 90)
    ]
    shown: list[str] = []
    session.entry_shown.connect(shown.append)
    for key in (KEY.Key_N, KEY.Key_N, KEY.Key_N, KEY.Key_N, KEY.Key_P):
        QTest.keyClick(pane.view, key)
    assert shown == [ids[0], ids[1], ids[2], ids[1]]


def test_a_card_brings_its_passage_into_sight(pane, session) -> None:
    start = LONG.body.index("Paragraph 40")
    section = session.sections()[0].section.id
    session.store.entries.file(section, Kind.FACT, LONG.id, start, start + 12)
    (card,) = session.store.entries.cards(session.memo_id)
    session.show_passage(card.excerpt_ids[0])
    assert session.article_id == LONG.id
    assert 150 <= at(pane.view, "Paragraph 40").y() <= 210
    labels = [label.text() for label in pane.findChildren(QLabel)]
    assert "Harbor Ledger  ·  A long read" in labels


def test_a_passage_that_the_memo_does_not_use_is_shown_too(pane, session) -> None:
    excerpt_id = session.store.excerpts.add(LONG.id, 4000, 4020)
    session.show_passage(excerpt_id)
    assert marked(pane) == [(LONG.body[4000:4020], "")]


def test_corrected_details_appear_and_the_place_is_kept(pane, session) -> None:
    session.open_article(LONG.id)
    bar = pane.view.verticalScrollBar()
    bar.setValue(1500)
    top = pane.view.top_position()
    session.store.articles.update(LONG.id, headline="A longer headline than it was before " * 3)
    assert pane.view.top_position() == top
    bar.setValue(0)
    assert "A longer headline" in pane.view.document().findBlockByNumber(1).text()


def test_missing_particulars_ask_for_the_details(pane, session, qtbot) -> None:
    session.open_article(INCOMPLETE.id)
    with qtbot.waitSignal(pane.details_requested) as asked:
        click(pane, QPoint(70, 30))
    assert asked.args == [INCOMPLETE.id]


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Edit details", "details_requested"),
        ("Open original", "original_requested"),
        ("Copy citation", "citation_requested"),
    ],
)
def test_the_buttons_above_the_article_name_it(pane, qtbot, name: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(pane, signal)) as asked:
        qtbot.mouseClick(named(pane, QToolButton, name), Qt.MouseButton.LeftButton)
    assert asked.args == [PLAIN.id]


def test_the_crumb_appears_once_the_headline_has_scrolled_away(pane, session) -> None:
    session.open_article(LONG.id)
    crumb = "Harbor Ledger  ·  A long read"
    assert crumb not in [label.text() for label in pane.findChildren(QLabel)]
    QTest.keyClick(pane.view, KEY.Key_Space)
    assert crumb in [label.text() for label in pane.findChildren(QLabel)]
    QTest.keyClick(pane.view, KEY.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert pane.view.verticalScrollBar().value() == 0


def test_the_bar_leaves_while_scrolling_and_comes_back(pane, session, qtbot) -> None:
    session.open_article(LONG.id)
    select(pane.view, "Paragraph 3 tells")
    wait_for_bar(qtbot, pane)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    assert not pane.tag_bar.isVisible()
    wait_for_bar(qtbot, pane)


def test_the_bar_floats_over_its_host_and_keeps_within_the_pane(
    session, theme: Theme, qtbot
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 700)
    pane = ReadingPane(session, theme, host)
    pane.setGeometry(300, 0, 640, 700)
    pane.set_overlay_host(host)
    host.show()
    session.open_article(PLAIN.id)
    pane.view.setFocus()
    for words in ("The minister", "last year."):
        select(pane.view, words)
        pane.view.settle()
        assert pane.tag_bar.isVisible()
        assert pane.geometry().contains(pane.tag_bar.geometry())
        selection = pane.view.passage_rect(pane.view.passage)
        selection.moveTopLeft(pane.view.viewport().mapTo(host, selection.topLeft()))
        assert not pane.tag_bar.geometry().intersects(selection)


def test_a_read_only_briefing_says_so_and_files_nothing(
    tmp_path: Path, session, theme: Theme, qtbot
) -> None:
    path = session.store.path
    session.close()
    session.open(Store.open(path, read_only=True))
    pane = ReadingPane(session, theme)
    qtbot.addWidget(pane)
    pane.show()
    session.open_article(PLAIN.id)
    select(pane.view, "The minister")
    wait_for_bar(qtbot, pane)
    shown = [label for label in pane.tag_bar.findChildren(QLabel) if label.isVisible()]
    said = [label.text() for label in shown]
    assert said == ["This briefing is open for reading only: nothing can be filed."]
    assert not named(pane, QToolButton, "Edit details").isEnabled()
    for key in (KEY.Key_1, KEY.Key_Return, KEY.Key_N):
        QTest.keyClick(pane.view, key)
    assert entries(session, 0) == []


def test_a_deleted_article_leaves_the_empty_page(pane, session) -> None:
    session.store.articles.remove([PLAIN.id])
    assert not pane.view.isVisible()
    assert "No article open" in [w.text() for w in pane.findChildren(QLabel) if w.isVisible()]
    assert pane.view.body == ""


def test_search_marks_places_and_steps_through_them(pane, session) -> None:
    assert pane.set_search("minister") == 1
    session.open_article(LONG.id)
    assert pane.set_search("ship number") > 100
    before = pane.view.verticalScrollBar().value()
    for _ in range(60):
        pane.finding.next()
    assert pane.view.verticalScrollBar().value() > before
    assert pane.view.found[0] == 60
    pane.finding.previous()
    assert pane.view.found[0] == 59
    assert pane.set_search("") == 0
    assert not pane.view.find_next()


def test_changing_theme_and_size_keeps_article_place_and_selection(pane, session, theme) -> None:
    session.open_article(LONG.id)
    pane.view.verticalScrollBar().setValue(2000)
    top = pane.view.top_position()
    pane.view.select(top + 5, top + 30)
    theme.set(name="dark", scale=1.25)
    ink = pane.view.document().findBlockByNumber(5).begin().fragment().charFormat().foreground()
    assert ink.color() == theme.color("text")
    assert (pane.view.passage.start, pane.view.passage.end) == (top + 5, top + 30)
    assert abs(pane.view.top_position() - top) < 200


def test_every_control_has_a_name_and_a_tooltip(pane, session) -> None:
    controls = [*pane.findChildren(QAbstractButton), *pane.findChildren(QLineEdit)]
    assert len(controls) >= 12
    for control in controls:
        assert control.accessibleName(), control
        assert control.toolTip(), control.accessibleName()


def test_leaving_the_pane_hides_the_bar_and_coming_back_shows_it(pane, qtbot) -> None:
    select(pane.view, "The minister")
    wait_for_bar(qtbot, pane)
    named(pane, QToolButton, "Copy citation").setFocus()
    assert not pane.tag_bar.isVisible()
    pane.view.setFocus()
    wait_for_bar(qtbot, pane)
    pane.hide()
    assert not pane.tag_bar.isVisible()
