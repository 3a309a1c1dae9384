"""The lines of a memo's header follow its form."""

from __future__ import annotations

from briefing_app.gui.dialogs.memo_header import MemoHeader
from briefing_app.gui.dialogs.sheet import Sheet
from briefing_app.gui.theme import Theme
from briefing_app.memo.form import load


def header(qtbot, values: dict[str, str]) -> MemoHeader:
    sheet = Sheet("Test")
    qtbot.addWidget(sheet)
    made = MemoHeader(sheet, values)
    sheet.column.addWidget(made)
    made.ask_for(load("information"))
    return made


def test_a_date_that_offices_write_in_words_stays_as_it_is(qtbot, theme: Theme) -> None:
    made = header(qtbot, {"date": "9 January 2020"})
    assert made.lines["date"].text() == "9 January 2020"
    made.lines["date"].setText("As of this morning")
    assert made.values()["date"] == "As of this morning"


def test_a_date_is_kept_as_iso(qtbot, theme: Theme) -> None:
    made = header(qtbot, {"date": "2020-01-09"})
    made.lines["date"].setText("10 Jan 2020")
    assert made.values() == {"date": "2020-01-10"}


def test_what_a_form_does_not_ask_for_is_kept(qtbot, theme: Theme) -> None:
    made = header(qtbot, {"cutoff": "18:00"})
    made.ask_for(load("talking-points"))
    assert "cutoff" not in made.lines
    assert made.values() == {"cutoff": "18:00"}
    made.ask_for(load("situation"))
    assert made.lines["cutoff"].text() == "18:00"
