"""Entries and notes that a search finds, below the articles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.domain.outline import Kind
from briefing_app.gui.library.pane import LibraryPane
from briefing_app.gui.session import Session

ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def entries(session: Session, articles: list[str]) -> list[str]:
    """A fact with a note and own text, in two sections."""
    first, second = (place.section.id for place in session.sections()[:2])
    fact = session.store.entries.file(first, Kind.FACT, articles[0], 0, 6)
    session.store.entries.update(fact, note="Ask for the restraint clause")
    text = session.store.entries.add(second, Kind.TEXT, "Restraint is expected of all.")
    return [fact, text]


def shown(pane: LibraryPane) -> list[str]:
    model = pane.entry_hits.model
    return [model.index(row).data(ACCESSIBLE) for row in range(model.rowCount())]


def test_a_search_shows_entries_and_notes_below_the_articles(
    pane: LibraryPane, entries: list[str]
) -> None:
    pane.show_search("restraint")
    assert pane.entry_hits.isVisible()
    assert pane.entry_hits.title.text() == "In 2 entries"
    assert shown(pane) == [
        "Ask for the restraint clause, Note  ·  1 Background",
        "Restraint is expected of all., 2 Position",
    ]
    pane.clear_search()
    assert not pane.entry_hits.isVisible()


def test_a_click_or_enter_leads_to_the_card(
    pane: LibraryPane, session: Session, entries: list[str], qtbot
) -> None:
    pane.show_search("restraint")
    view = pane.entry_hits.view
    place = view.visualRect(pane.entry_hits.model.index(1)).center()
    with qtbot.waitSignal(session.entry_shown) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [entries[1]]
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(session.entry_shown) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [entries[0]]


def test_an_entry_of_another_memo_is_shown_in_its_memo(
    pane: LibraryPane, session: Session, entries: list[str], qtbot
) -> None:
    store = session.store
    other = store.memos.add("Tomorrow")
    section = store.sections.add(other, "Elsewhere")
    store.entries.add(section, Kind.TEXT, "Only here: zanzibar.")
    pane.show_search("zanzibar")
    assert shown(pane) == ["Only here: zanzibar., Tomorrow  ·  1 Elsewhere"]
    view = pane.entry_hits.view
    with qtbot.waitSignals([session.memo_shown, session.entry_shown]):
        place = view.visualRect(pane.entry_hits.model.index(0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.memo_id == other


def test_the_hits_follow_what_is_written(
    pane: LibraryPane, session: Session, entries: list[str]
) -> None:
    pane.show_search("restraint")
    session.store.entries.update(entries[1], text="Calm is expected.")
    assert shown(pane) == ["Ask for the restraint clause, Note  ·  1 Background"]
    session.undo()
    assert len(shown(pane)) == 2


def test_the_list_folds(pane: LibraryPane, entries: list[str]) -> None:
    pane.show_search("restraint")
    QTest.mouseClick(pane.entry_hits.title, Qt.MouseButton.LeftButton)
    assert not pane.entry_hits.view.isVisible() and pane.entry_hits.title.isVisible()
    QTest.mouseClick(pane.entry_hits.title, Qt.MouseButton.LeftButton)
    assert pane.entry_hits.view.isVisible()


def test_conditions_of_articles_alone_list_no_entries(
    pane: LibraryPane, entries: list[str]
) -> None:
    pane.show_search("is:tagged")
    assert not pane.entry_hits.isVisible()
    pane.show_search("section:background")
    assert len(shown(pane)) == 1
