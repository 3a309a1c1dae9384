"""Filing from the pane, as a user does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from briefing_app.domain.outline import Kind, Stance
from briefing_app.gui.reading.chips import Chip
from briefing_app.gui.session import Notice
from tests.gui.reading.hands import at, drag, select
from tests.gui.reading.pane_parts import HURRIED, KEY, entries, marked, named, wait_for_bar
from tests.gui.reading.texts import ARABIC, PLAIN


def test_a_number_files_the_selection_as_what_it_is(pane, session, qtbot) -> None:
    heard: list[Notice] = []
    session.notified.connect(heard.append)
    select(pane.view, HURRIED)
    wait_for_bar(qtbot, pane)
    QTest.keyClick(pane.view, KEY.Key_2)
    (entry,) = entries(session, 1)
    assert (entry.kind, entry.text) == (Kind.QUOTE, HURRIED)
    (card,) = session.store.entries.cards(session.memo_id)
    assert card.speaker == "Anna Kovac"
    assert [(told.text, told.action) for told in heard] == [("Quote added to 2 Position", "Undo")]
    assert not pane.tag_bar.isVisible()
    assert pane.view.passage is None
    assert session.target_id == session.sections()[1].section.id
    assert marked(pane) == [(HURRIED, "2")]


def test_filing_is_one_step_and_undo_takes_the_mark_away(pane, session) -> None:
    before = len(session.store.steps())
    select(pane.view, "2.1 million containers")
    QTest.keyClick(pane.view, KEY.Key_3)
    assert len(session.store.steps()) == before + 1
    assert entries(session, 2)[0].kind == Kind.FACT
    session.undo()
    assert entries(session, 2) == []
    assert marked(pane) == []


def test_enter_files_into_the_marked_section_again_and_again(pane, session) -> None:
    session.move_target(session.sections()[3].section.id)
    for words in ("The minister", "containers"):
        select(pane.view, words)
        QTest.keyClick(pane.view, KEY.Key_Return)
    assert [entry.text for entry in entries(session, 3)] == ["The minister", "containers"]


@pytest.mark.parametrize(
    ("key", "stance"), [(KEY.Key_Plus, Stance.SUPPORTING), (KEY.Key_Minus, Stance.CONTRADICTING)]
)
def test_a_sign_gives_the_selection_to_the_current_entry_as_evidence(
    pane, session, qtbot, key, stance
) -> None:
    section = session.sections()[0].section.id
    session.store.entries.add(section, Kind.TEXT, "Talks go on.")
    (entry,) = entries(session, 0)
    select(pane.view, "The minister")
    wait_for_bar(qtbot, pane)
    assert not pane.tag_bar.evidence.isVisible()
    session.mark_entry(entry.id)
    assert pane.tag_bar.evidence.isVisible()
    assert pane.tag_bar.evidence.words.whole == "“Talks go on.”"
    QTest.keyClick(pane.view, key)
    (tie,) = session.store.entries.evidence(entry.id)
    assert tie.stance is stance
    assert session.store.excerpts.get(tie.excerpt_id).exact == "The minister"
    assert not pane.tag_bar.isVisible()
    assert session.store.undo_label == "Add evidence"
    session.undo()
    assert session.store.entries.evidence(entry.id) == []


def test_the_chips_of_the_evidence_do_the_same_by_mouse(pane, session, qtbot) -> None:
    section = session.sections()[0].section.id
    session.mark_entry(session.store.entries.add(section, Kind.TEXT, "Talks go on."))
    select(pane.view, "The minister")
    wait_for_bar(qtbot, pane)
    chip = named(pane.tag_bar, Chip, "Speaks against “Talks go on.”")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    (tie,) = session.store.entries.evidence(session.entry_id)
    assert tie.stance is Stance.CONTRADICTING


def test_a_sign_without_an_entry_says_what_to_do(pane, session, qtbot) -> None:
    heard: list[Notice] = []
    session.notified.connect(heard.append)
    select(pane.view, "The minister")
    wait_for_bar(qtbot, pane)
    QTest.keyClick(pane.view, KEY.Key_Plus)
    assert "Choose an entry in the outline first" in heard[-1].text
    assert pane.view.passage is not None


def test_q_and_f_choose_the_kind(pane, session, qtbot) -> None:
    select(pane.view, HURRIED)
    wait_for_bar(qtbot, pane)
    QTest.keyClick(pane.view, KEY.Key_F)
    QTest.keyClick(pane.view, KEY.Key_1)
    select(pane.view, "The minister said")
    wait_for_bar(qtbot, pane)
    QTest.keyClick(pane.view, KEY.Key_Q)
    QTest.keyClick(pane.view, KEY.Key_1)
    assert [entry.kind for entry in entries(session, 0)] == [Kind.FACT, Kind.QUOTE]


def test_digits_in_the_speaker_field_never_file(pane, session, qtbot) -> None:
    select(pane.view, HURRIED)
    wait_for_bar(qtbot, pane)
    QTest.keyClick(pane.view, KEY.Key_S)
    field = named(pane, QLineEdit, "Speaker")
    assert field.hasFocus()
    QTest.keyClicks(field, "Agent 2")
    assert session.store.entries.cards(session.memo_id) == []
    QTest.keyClick(field, KEY.Key_Return)
    assert pane.view.hasFocus()
    assert session.store.entries.cards(session.memo_id) == []
    QTest.keyClick(pane.view, KEY.Key_1)
    (card,) = session.store.entries.cards(session.memo_id)
    assert card.speaker == "Agent 2"


# Offscreen says this of every popup.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_known_speaker_is_completed_while_typing(pane, session, qtbot) -> None:
    section = session.sections()[0].section.id
    session.store.entries.file(section, Kind.QUOTE, PLAIN.id, 0, 3, speaker="Jens Stoltenberg")
    select(pane.view, HURRIED)
    wait_for_bar(qtbot, pane)
    QTest.keyClick(pane.view, KEY.Key_S)
    field = named(pane, QLineEdit, "Speaker")
    QTest.keyClicks(field, "stol")
    popup = field.completer().popup()
    assert popup.isVisible() and pane.tag_bar.isVisible()
    QTest.keyClick(popup, KEY.Key_Down)
    QTest.keyClick(popup, KEY.Key_Return)
    assert field.text() == "Jens Stoltenberg"
    pane.view.setFocus()
    QTest.keyClick(pane.view, KEY.Key_2)
    assert session.store.entries.cards(session.memo_id)[-1].speaker == "Jens Stoltenberg"


def test_a_new_section_is_named_in_the_bar_and_filed_into_in_one_step(pane, session, qtbot) -> None:
    before = len(session.store.steps())
    select(pane.view, "The minister said")
    wait_for_bar(qtbot, pane)
    QTest.keyClick(pane.view, KEY.Key_N)
    field = named(pane, QLineEdit, "Name of the new section")
    assert field.hasFocus()
    QTest.keyClicks(field, "Port 2030")
    QTest.keyClick(field, KEY.Key_Return)
    added = session.sections()[-1]
    assert (added.number, added.section.title) == ("6", "Port 2030")
    assert [entry.text for entry in entries(session, 5)] == ["The minister said"]
    assert len(session.store.steps()) == before + 1
    session.undo()
    assert len(session.sections()) == 5


def test_a_section_that_was_added_gets_a_chip_and_a_key(pane, session, qtbot) -> None:
    session.store.sections.add(session.memo_id, "Sixth")
    select(pane.view, "The minister")
    wait_for_bar(qtbot, pane)
    chip = named(pane, Chip, "File into section Sixth")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [entry.text for entry in entries(session, 5)] == ["The minister"]


def test_escape_lets_the_selection_go(pane, session, qtbot) -> None:
    select(pane.view, "The minister")
    wait_for_bar(qtbot, pane)
    QTest.keyClick(pane.view, KEY.Key_Escape)
    assert not pane.tag_bar.isVisible()
    assert pane.view.passage is None
    QTest.keyClick(pane.view, KEY.Key_1)
    assert entries(session, 0) == []


def test_the_bar_follows_the_keyboard_by_tab(pane, session, qtbot) -> None:
    select(pane.view, HURRIED)
    wait_for_bar(qtbot, pane)
    QTest.keyClick(pane.view, KEY.Key_Tab)
    button = named(pane, QAbstractButton, "File as quote")
    assert button.hasFocus()
    QTest.keyClick(button, KEY.Key_4)
    assert [entry.text for entry in entries(session, 3)] == [HURRIED]
    assert pane.view.hasFocus()


def test_a_mouse_selection_means_whole_words(pane, session, qtbot) -> None:
    view = pane.view
    drag(view, at(view, "inister"), at(view, "onday"))
    wait_for_bar(qtbot, pane)
    QTest.keyClick(view, KEY.Key_1)
    assert entries(session, 0)[0].text == "minister said on Monday"


def test_with_alt_a_mouse_selection_is_exact(pane, session) -> None:
    view = pane.view
    drag(view, at(view, "inister"), at(view, "aid on"), Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view, KEY.Key_1)
    assert entries(session, 0)[0].text == "inister s"


def test_a_selection_over_paragraphs_keeps_their_break(pane, session) -> None:
    view = pane.view
    drag(view, at(view, "in May"), at(view, "urried"))
    QTest.keyClick(view, KEY.Key_1)
    assert entries(session, 0)[0].text == "in May.\n“We will not be hurried"


def test_head_and_set_aside_lines_are_no_part_of_an_excerpt(pane, session) -> None:
    QTest.keyClick(pane.view, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane.view, KEY.Key_1)
    assert entries(session, 0)[0].text == PLAIN.body


def test_a_selection_in_the_headline_offers_nothing(pane, qtbot) -> None:
    drag(pane.view, QPoint(60, 60), QPoint(260, 60))
    assert pane.view.textCursor().hasSelection()
    with qtbot.waitSignal(pane.view.passage_selected) as told:
        pane.view.settle_soon()
    assert told.args == [None]
    assert not pane.tag_bar.isVisible()


def test_arabic_is_filed_as_it_stands(pane, session) -> None:
    session.open_article(ARABIC.id)
    select(pane.view, "الوزير يوم", KEY.Key_Left)
    QTest.keyClick(pane.view, KEY.Key_1)
    assert entries(session, 0)[0].text == "الوزير يوم"
