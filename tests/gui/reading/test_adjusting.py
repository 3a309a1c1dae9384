"""Moving the ends of an excerpt afterwards, by mouse and by keys, in all writing directions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from briefing_app.domain.outline import Kind
from briefing_app.gui.reading.handles import Handle
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Notice, Session
from briefing_app.store import Store
from tests.gui.reading.hands import at, drag
from tests.gui.reading.texts import ARABIC, PLAIN

KEY = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def file(session: Session, words: str, article=PLAIN) -> str:
    """An entry on these words; returns its id."""
    start = article.body.index(words)
    section = session.sections()[0].section.id
    span = start, start + len(words)
    return session.store.entries.file(section, Kind.FACT, article.id, *span)


def says(session: Session, entry_id: str) -> str:
    return session.store.entries.get(entry_id).text


def exact(session: Session, entry_id: str) -> str:
    (tie,) = session.store.entries.evidence(entry_id)
    return session.store.excerpts.get(tie.excerpt_id).exact


def step_to(pane: ReadingPane) -> None:
    """Make the first highlight the current one."""
    pane.view.grab()
    QTest.keyClick(pane.view, KEY.Key_N)
    pane.view.grab()


def handle(pane: ReadingPane, is_start: bool) -> QPoint:
    """The viewport position of a handle of the current highlight."""
    found: list[Handle] = list(pane.view.adjusting.handles._handles)
    (one,) = [h for h in found if h.is_start == is_start]
    top = pane.view.verticalScrollBar().value()
    return QPoint(round(one.x), round((one.top + one.bottom) / 2) - top)


def test_keys_move_the_end_and_the_entry_follows(pane, session) -> None:
    entry = file(session, "minister said")
    step_to(pane)
    QTest.keyClick(pane.view, KEY.Key_Right, SHIFT | CTRL)
    assert (exact(session, entry), says(session, entry)) == ("minister said on",) * 2
    QTest.keyClick(pane.view, KEY.Key_Left, SHIFT)
    assert exact(session, entry) == "minister said o"
    QTest.keyClick(pane.view, KEY.Key_Left, SHIFT | CTRL)
    QTest.keyClick(pane.view, KEY.Key_Left, SHIFT | CTRL)
    assert exact(session, entry) == "minister"
    assert pane.view.passage is None


def test_e_lets_the_keys_move_the_other_end(pane, session) -> None:
    entry = file(session, "minister said")
    step_to(pane)
    QTest.keyClick(pane.view, KEY.Key_E)
    QTest.keyClick(pane.view, KEY.Key_Left, SHIFT | CTRL)
    assert exact(session, entry) == "The minister said"
    for _ in range(2):
        QTest.keyClick(pane.view, KEY.Key_Right, SHIFT | CTRL)
    assert exact(session, entry) == "said"
    QTest.keyClick(pane.view, KEY.Key_E)
    QTest.keyClick(pane.view, KEY.Key_Right, SHIFT | CTRL)
    assert exact(session, entry) == "said on"


def test_many_presses_are_one_step_to_undo(pane, session) -> None:
    entry = file(session, "minister")
    step_to(pane)
    before = len(session.store.steps())
    for _ in range(4):
        QTest.keyClick(pane.view, KEY.Key_Right, SHIFT | CTRL)
    assert len(session.store.steps()) == before + 1
    session.undo()
    assert (exact(session, entry), says(session, entry)) == ("minister", "minister")


def test_an_entry_in_other_words_keeps_them(pane, session) -> None:
    entry = file(session, "minister")
    session.store.entries.update(entry, text="A minister spoke.")
    step_to(pane)
    QTest.keyClick(pane.view, KEY.Key_Right, SHIFT | CTRL)
    assert exact(session, entry) == "minister said"
    assert says(session, entry) == "A minister spoke."


def test_an_emoji_comes_in_as_one(pane, session) -> None:
    entry = file(session, "would resume")
    step_to(pane)
    QTest.keyClick(pane.view, KEY.Key_Right, SHIFT)
    assert exact(session, entry) == "would resume 😀"


def test_away_from_the_highlight_the_same_keys_select_text(pane, session) -> None:
    entry = file(session, "minister")
    step_to(pane)
    place = PLAIN.body.index("Anna")
    pane.view.select(place, place)
    QTest.keyClick(pane.view, KEY.Key_Right, SHIFT)
    assert pane.view.passage is not None
    assert exact(session, entry) == "minister"


def test_in_arabic_the_left_key_leads_on(pane, session) -> None:
    session.open_article(ARABIC.id)
    entry = file(session, "الوزير", ARABIC)
    step_to(pane)
    QTest.keyClick(pane.view, KEY.Key_Left, SHIFT | CTRL)
    assert exact(session, entry) == "الوزير يوم"
    QTest.keyClick(pane.view, KEY.Key_E)
    QTest.keyClick(pane.view, KEY.Key_Right, SHIFT | CTRL)
    assert exact(session, entry) == "قال الوزير يوم"


def test_a_handle_is_dragged_to_a_word(pane, session) -> None:
    heard: list[Notice] = []
    session.notified.connect(heard.append)
    entry = file(session, "minister said")
    step_to(pane)
    drag(pane.view, handle(pane, is_start=False), at(pane.view, "onday"))
    assert (exact(session, entry), says(session, entry)) == ("minister said on Monday",) * 2
    assert heard[-1].text == "Passage moved" and heard[-1].offers_undo
    pane.view.grab()
    drag(pane.view, handle(pane, is_start=True), at(pane.view, "said"))
    assert exact(session, entry) == "said on Monday"
    assert pane.view.passage is None


def test_with_alt_a_handle_goes_anywhere(pane, session) -> None:
    entry = file(session, "minister said")
    step_to(pane)
    drag(pane.view, handle(pane, is_start=False), at(pane.view, "onday", 1), ALT)
    assert exact(session, entry) == "minister said on Mo"


@pytest.mark.parametrize("is_start", [True, False])
def test_a_handle_never_passes_the_other(pane, session, is_start) -> None:
    entry = file(session, "said on Monday")
    step_to(pane)
    beyond = at(pane.view, "would" if is_start else "The")
    drag(pane.view, handle(pane, is_start), beyond)
    assert exact(session, entry) == ("Monday" if is_start else "said")


def test_in_arabic_the_end_handle_is_left_of_the_start_handle(pane, session) -> None:
    session.open_article(ARABIC.id)
    entry = file(session, "الوزير يوم", ARABIC)
    step_to(pane)
    start, end = handle(pane, is_start=True), handle(pane, is_start=False)
    assert end.x() < start.x()
    drag(pane.view, end, at(pane.view, "الاثنين", 3))
    assert exact(session, entry) == "الوزير يوم الاثنين"


def test_escape_leaves_a_dragged_end_where_it_was(pane, session) -> None:
    entry = file(session, "minister said")
    step_to(pane)
    viewport = pane.view.viewport()
    place = handle(pane, is_start=False)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(viewport, at(pane.view, "onday"))
    assert pane.view.adjusting.is_dragging
    QTest.keyClick(pane.view, KEY.Key_Escape)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at(pane.view, "onday"))
    assert exact(session, entry) == "minister said"


def test_a_hovered_highlight_shows_its_handles_too(pane, session) -> None:
    file(session, "minister said")
    pane.view.grab()
    assert pane.view.adjusting.handles.highlight is None
    QTest.mouseMove(pane.view.viewport(), at(pane.view, "inister"))
    pane.view.grab()
    QTest.mouseMove(pane.view.viewport(), handle(pane, is_start=False) + QPoint(3, 0))
    assert pane.view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor


def test_in_a_read_only_briefing_nothing_moves(session, theme, qtbot) -> None:
    entry = file(session, "minister said")
    path = session.store.path
    session.close()
    session.open(Store.open(path, read_only=True))
    pane = ReadingPane(session, theme)
    qtbot.addWidget(pane)
    pane.show()
    session.open_article(PLAIN.id)
    step_to(pane)
    QTest.keyClick(pane.view, KEY.Key_Right, SHIFT)
    assert exact(session, entry) == "minister said"
    assert pane.view.adjusting.handles.highlight is None
