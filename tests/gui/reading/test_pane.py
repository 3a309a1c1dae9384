"""Reading and filing, as a user does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QToolButton, QWidget

from briefing_app.domain.outline import Entry, Kind, Stance
from briefing_app.gui.reading.chips import Chip
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Notice, Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store
from tests.gui.reading.hands import at, drag, select
from tests.gui.reading.texts import ARABIC, INCOMPLETE, LONG, PLAIN

KEY = Qt.Key
HURRIED = "“We will not be hurried,”"


def entries(session: Session, section: int) -> list[Entry]:
    return session.store.entries.of_section(session.sections()[section].section.id)


def wait_for_bar(qtbot, pane: ReadingPane) -> None:
    qtbot.waitUntil(pane.tag_bar.isVisible)


def named(pane: QWidget, kind: type, name: str):
    return next(w for w in pane.findChildren(kind) if w.accessibleName() == name)


def click(pane: ReadingPane, place: QPoint) -> None:
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def marked(pane: ReadingPane) -> list[tuple[str, str]]:
    pane.view.grab()
    shapes = pane.view._pointing.shapes
    body = pane.view.body
    return [(body[s.highlight.start : s.highlight.end], s.highlight.number) for s in shapes]


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
