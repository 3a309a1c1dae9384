"""The memo's header and bottom line."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from briefing_app.gui.dialogs.memo_details import MOST_WORDS, MemoDetails
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


@pytest.fixture
def dialog(session: Session, theme: Theme, qtbot) -> MemoDetails:
    dialog = MemoDetails(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_ok_writes_header_and_bottom_line_as_one_step(
    dialog: MemoDetails, session: Session
) -> None:
    steps = len(session.store.steps())
    QTest.keyClicks(dialog.fields["to"], "The Director ")
    QTest.keyClicks(dialog.fields["cutoff"], "8 January 2020")
    QTest.keyClicks(dialog.bottom_line, "Allies call for restraint.")
    dialog.accept()
    memo = session.store.memos.get(session.memo_id)
    assert dict(memo.fields) == {"to": "The Director", "cutoff": "8 January 2020"}
    assert memo.bottom_line == "Allies call for restraint."
    assert len(session.store.steps()) == steps + 1


def test_nothing_altered_is_no_step(dialog: MemoDetails, session: Session) -> None:
    steps = session.store.steps()
    dialog.accept()
    assert session.store.steps() == steps


def test_what_is_there_is_shown_and_can_be_emptied(session: Session, theme: Theme, qtbot) -> None:
    session.store.memos.update(session.memo_id, fields={"to": "A", "unit": "kept"})
    dialog = MemoDetails(session)
    qtbot.addWidget(dialog)
    assert dialog.fields["to"].text() == "A"
    dialog.fields["to"].clear()
    dialog.accept()
    fields = session.store.memos.get(session.memo_id).fields
    assert fields["unit"] == "kept" and not fields.get("to")


def test_words_are_counted_and_too_many_are_named(dialog: MemoDetails) -> None:
    dialog.bottom_line.setPlainText("One")
    assert dialog.words.text() == "1 word"
    dialog.bottom_line.setPlainText("word " * (MOST_WORDS + 1))
    assert dialog.words.text().startswith(f"{MOST_WORDS + 1} words. Shorter")


def test_every_field_has_a_name(dialog: MemoDetails) -> None:
    names = {field.accessibleName() for field in dialog.fields.values()}
    assert len(names) == 6 and all(names)
    assert dialog.bottom_line.accessibleName() == "Bottom line"
