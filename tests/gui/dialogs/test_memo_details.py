"""The options of a memo: its form and manner, its header and bottom line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from briefing_app.gui.dialogs.memo_details import MemoDetails
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.memo import form, marking
from tests.memo.office_templates import letterhead


@pytest.fixture
def dialog(session: Session, theme: Theme, qtbot) -> MemoDetails:
    dialog = MemoDetails(session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(box, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_ok_writes_everything_as_one_step(dialog: MemoDetails, session: Session) -> None:
    steps = len(session.store.steps())
    QTest.keyClicks(dialog.fields["to"], "The Director ")
    QTest.keyClicks(dialog.fields["date"], "8 January 2020")
    QTest.keyClicks(dialog.bottom_line, "Allies call for restraint.")
    choose(dialog.languages, "de")
    choose(dialog.citations, "chicago")
    choose(dialog.schemes, "us")
    choose(dialog.mark, "U")
    dialog.accept()
    memo = session.store.memos.get(session.memo_id)
    assert dict(memo.fields) == {"to": "The Director", "date": "2020-01-08"}
    assert memo.bottom_line == "Allies call for restraint."
    assert memo.options == {"language": "de", "citation": "chicago", "scheme": "us"}
    assert memo.marking == "U"
    assert len(session.store.steps()) == steps + 1


def test_nothing_altered_is_no_step(dialog: MemoDetails, session: Session) -> None:
    steps = session.store.steps()
    dialog.accept()
    assert session.store.steps() == steps


def test_what_is_there_is_shown_and_can_be_emptied(session: Session, theme: Theme, qtbot) -> None:
    fields, options = {"to": "A", "unit": "kept"}, {"scheme": "nato", "tone": "kept"}
    session.store.memos.update(
        session.memo_id, fields=fields, options=options, form="situation", marking="NU"
    )
    dialog = MemoDetails(session)
    qtbot.addWidget(dialog)
    assert dialog.forms.currentData() == "situation"
    assert dialog.mark.currentData() == "NU"
    assert dialog.fields["to"].text() == "A"
    dialog.fields["to"].clear()
    choose(dialog.schemes, "")
    dialog.accept()
    memo = session.store.memos.get(session.memo_id)
    assert memo.fields["unit"] == "kept" and not memo.fields.get("to")
    assert memo.options == {"tone": "kept"}


def test_another_form_asks_for_other_fields_and_loses_none(
    dialog: MemoDetails, session: Session
) -> None:
    QTest.keyClicks(dialog.fields["cutoff"], "18:00")
    QTest.keyClicks(dialog.fields["to"], "The Minister")
    choose(dialog.forms, "action")
    assert list(dialog.fields) == list(form.load("action").fields)
    assert dialog.fields["to"].text() == "The Minister"
    QTest.keyClicks(dialog.fields["through"], "The Secretary")
    dialog.accept()
    memo = session.store.memos.get(session.memo_id)
    assert memo.form == "action"
    assert dict(memo.fields) == {
        "cutoff": "18:00", "to": "The Minister", "through": "The Secretary",
    }  # fmt: skip


def test_the_labels_are_in_the_language_of_the_memo(dialog: MemoDetails) -> None:
    choose(dialog.languages, "de")
    assert dialog.fields["to"].accessibleName() == form.load("information", "de").fields["to"]


def test_lines_are_counted_and_too_many_are_warned_of(dialog: MemoDetails) -> None:
    dialog.bottom_line.setPlainText("One")
    assert dialog.length.text() == "Bottom line 1 of 4 lines"
    assert dialog.length.property("look") == "hint"
    dialog.bottom_line.setPlainText("word " * 120)
    assert dialog.length.property("look") == "warning"
    assert not dialog.length.text().startswith("Bottom line 1 ")


def test_the_bottom_line_has_the_marks_of_its_scheme(dialog: MemoDetails) -> None:
    assert not dialog.mark.isVisible()
    choose(dialog.schemes, "us")
    assert dialog.mark.isVisible()
    portions = [dialog.mark.itemText(n) for n in range(1, dialog.mark.count())]
    assert portions == [mark.portion for mark in marking.load("us").marks]


def test_an_office_template_is_checked_and_kept(
    qtbot, dialog: MemoDetails, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "letterhead.docx"
    path.write_bytes(letterhead())
    dialog.template.ask_path = lambda: str(path)
    with qtbot.waitSignal(dialog.template.checked, timeout=20_000):
        dialog.template.choose.click()
    assert dialog.template.notes.text()
    dialog.accept()
    assert session.store.memos.get(session.memo_id).options == {"template": str(path)}


def test_every_field_has_a_name(dialog: MemoDetails) -> None:
    names = {field.accessibleName() for field in dialog.fields.values()}
    assert len(names) == 6 and all(names)
    assert dialog.bottom_line.accessibleName() == "Bottom line"
