"""Finding a section by typing, and what was used last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from briefing_app.gui.reading.chips import Chip
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Session
from tests.gui.reading.hands import select

KEY = Qt.Key
MORE = ("Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Zenith", "Zone of peace")


def chips(pane: ReadingPane) -> list[str]:
    shown = [chip for chip in pane.tag_bar.findChildren(Chip) if chip.isVisible()]
    return [chip.text() for chip in sorted(shown, key=lambda c: (c.y(), c.x()))]


def finder(pane: ReadingPane) -> QLineEdit:
    fields = pane.tag_bar.findChildren(QLineEdit)
    return next(field for field in fields if field.accessibleName() == "Find a section")


def offered(pane: ReadingPane, session: Session, qtbot) -> None:
    """Twelve sections, and a selection with the bar at it."""
    with session.store.change("More sections"):
        for title in MORE:
            session.store.sections.add(session.memo_id, title)
    select(pane.view, "The minister")
    qtbot.waitUntil(pane.tag_bar.isVisible)


def filed_into(session: Session) -> list[str]:
    cards = session.store.entries.cards(session.memo_id)
    titles = {placed.section.id: placed.section.title for placed in session.sections()}
    return [titles[card.entry.section_id] for card in cards]


def test_the_first_letters_and_enter_file_into_a_section_beyond_the_ninth(
    pane, session, qtbot
) -> None:
    offered(pane, session, qtbot)
    QTest.keyClick(pane.view, KEY.Key_Z)
    assert finder(pane).hasFocus() and finder(pane).text() == "z"
    assert chips(pane) == ["11 Zenith", "12 Zone of peace", "New section…"]
    QTest.keyClicks(finder(pane), "o")
    QTest.keyClick(finder(pane), KEY.Key_Return)
    assert filed_into(session) == ["Zone of peace"]
    assert pane.view.hasFocus() and not pane.tag_bar.isVisible()


def test_a_slash_begins_the_search_for_any_letter_and_digits_are_typed(
    pane, session, qtbot
) -> None:
    offered(pane, session, qtbot)
    QTest.keyClick(pane.view, KEY.Key_Slash)
    assert len(chips(pane)) == 13
    QTest.keyClicks(finder(pane), "11")
    assert chips(pane) == ["11 Zenith", "New section…"]
    assert filed_into(session) == []


def test_a_letter_with_shift_finds_though_it_means_something(pane, session, qtbot) -> None:
    offered(pane, session, qtbot)
    QTest.keyClick(pane.view, KEY.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert finder(pane).text().upper() == "N"
    assert chips(pane)[0] == "Ninth"


def test_down_goes_to_the_next_that_was_found(pane, session, qtbot) -> None:
    offered(pane, session, qtbot)
    QTest.keyClick(pane.view, KEY.Key_Z)
    QTest.keyClick(finder(pane), KEY.Key_Down)
    QTest.keyClick(finder(pane), KEY.Key_Return)
    assert filed_into(session) == ["Zone of peace"]


def test_what_no_section_begins_with_makes_a_new_one(pane, session, qtbot) -> None:
    offered(pane, session, qtbot)
    QTest.keyClick(pane.view, KEY.Key_Slash)
    QTest.keyClicks(finder(pane), "Quays")
    assert chips(pane) == ["New section “Quays”"]
    QTest.keyClick(finder(pane), KEY.Key_Return)
    assert filed_into(session) == ["Quays"]


def test_escape_brings_all_sections_back(pane, session, qtbot) -> None:
    offered(pane, session, qtbot)
    height = pane.tag_bar.height()
    QTest.keyClick(pane.view, KEY.Key_Z)
    assert pane.tag_bar.height() == height
    QTest.keyClick(finder(pane), KEY.Key_Escape)
    assert pane.view.hasFocus() and pane.view.passage is not None
    assert len(chips(pane)) == 13
    QTest.keyClick(pane.view, KEY.Key_2)
    assert filed_into(session) == ["Position"]


def test_sections_used_last_stand_first_and_keep_their_keys(pane, session, qtbot) -> None:
    for key in (KEY.Key_4, KEY.Key_2):
        select(pane.view, "The minister")
        QTest.keyClick(pane.view, key)
    select(pane.view, "The minister")
    qtbot.waitUntil(pane.tag_bar.isVisible)
    assert chips(pane)[:5] == ["Position", "Cyber", "Background", "Response", "Outlook"]
    QTest.keyClick(pane.view, KEY.Key_1)
    assert sorted(filed_into(session)) == ["Background", "Cyber", "Position"]
