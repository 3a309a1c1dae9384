"""The bar at a selection, by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing_app.domain.outline import Kind, Section, arrange
from briefing_app.gui.reading.chips import Chip
from briefing_app.gui.reading.keys import Act, Request
from briefing_app.gui.reading.tag_bar import TagBar
from briefing_app.gui.theme import Theme

SECTIONS = [Section("memo", f"Section {n}", id=f"s{n}", position=n) for n in range(1, 12)]
NESTED = Section("memo", "Nested", id="nested", parent_id="s1")


@pytest.fixture
def bar(theme: Theme, qtbot) -> TagBar:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    bar = TagBar(theme, host)
    bar.host = host
    bar.set_read_only(False)
    bar.set_sections(arrange([*SECTIONS, NESTED]), "s2")
    bar.propose(Kind.QUOTE, "Anna Kovac")
    host.show()
    bar.show_at(QRect(200, 400, 300, 40), QRect(100, 0, 700, 700))
    return bar


def chips(bar: TagBar) -> list[str]:
    found = [chip for chip in bar.findChildren(Chip) if chip.isVisible()]
    return [chip.text() for chip in sorted(found, key=lambda c: (c.y(), c.x()))]


def test_all_sections_are_offered_in_reading_order(bar) -> None:
    assert chips(bar)[:3] == ["Section 1", "1.1 Nested", "2 Section 2"]
    assert chips(bar)[-2:] == ["11 Section 11", "New section…"]
    assert len(chips(bar)) == 13


def test_the_first_nine_answer_to_their_keys(bar) -> None:
    chosen: list[str] = []
    bar.section_chosen.connect(chosen.append)
    for number in (1, 2, 9):
        bar.perform(Request(Act.FILE, number))
    bar.perform(Request(Act.FILE_INTO_TARGET))
    assert chosen == ["s1", "nested", "s8", "s2"]


def test_a_number_without_a_section_does_nothing(bar, qtbot) -> None:
    bar.set_sections(arrange(SECTIONS[:2]), "s1")
    with qtbot.assertNotEmitted(bar.section_chosen):
        bar.perform(Request(Act.FILE, 3))


def test_without_a_section_enter_asks_for_one(bar) -> None:
    bar.set_sections((), "")
    bar.perform(Request(Act.FILE_INTO_TARGET))
    assert isinstance(bar.focusWidget(), QLineEdit)


def test_an_empty_name_makes_no_section_and_escape_brings_the_chip_back(bar, qtbot) -> None:
    bar.perform(Request(Act.NEW_SECTION))
    field = bar.focusWidget()
    with qtbot.assertNotEmitted(bar.section_named):
        QTest.keyClicks(field, "  ")
        QTest.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert chips(bar)[-1] == "New section…"


def test_only_a_quote_has_a_speaker(bar) -> None:
    assert bar.speaker == "Anna Kovac"
    bar.choose_kind(Kind.FACT)
    assert (bar.kind, bar.speaker) == (Kind.FACT, "")
    bar.choose_kind(Kind.QUOTE)
    assert bar.speaker == "Anna Kovac"


def test_speakers_are_completed_from_any_part_of_the_name(bar) -> None:
    bar.set_speakers(["Jens Stoltenberg", "Anna Kovac"])
    field = next(f for f in bar.findChildren(QLineEdit) if f.accessibleName() == "Speaker")
    completer = field.completer()
    completer.setCompletionPrefix("stolt")
    assert completer.currentCompletion() == "Jens Stoltenberg"


def test_it_lies_above_the_selection_or_below_where_there_is_no_room(bar) -> None:
    bounds = QRect(100, 0, 700, 700)
    above = QRect(200, 400, 300, 40)
    bar.show_at(above, bounds)
    assert bar.geometry().bottom() < above.top()
    high = QRect(200, 30, 300, 40)
    bar.show_at(high, bounds)
    assert bar.geometry().top() > high.bottom()
    narrow = QRect(100, 0, 420, 700)
    bar.show_at(above, narrow)
    assert narrow.contains(bar.geometry())


def test_where_room_is_scarce_it_shows_fewer_rows_and_leaves_the_selection_free(bar) -> None:
    bounds, selection = QRect(100, 0, 500, 420), QRect(150, 230, 300, 60)
    bar.set_sections(arrange([*SECTIONS, NESTED]), "s1")
    bar.show_at(selection, QRect(100, 0, 500, 700))
    roomy = bar.height()
    bar.show_at(selection, bounds)
    assert bar.height() < roomy
    assert not bar.geometry().intersects(selection)
    assert bounds.contains(bar.geometry())
