"""The choice of an office template, with what is odd about it."""

from __future__ import annotations

from pathlib import Path

from briefing_app.gui.dialogs.template_field import TemplateField
from briefing_app.gui.theme import Theme


def test_a_file_that_is_no_template_is_said_to_be_none(qtbot, theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_text("no zip")
    field = TemplateField("")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.checked, timeout=20_000):
        field.set_path(str(path))
    assert not field.is_usable
    assert "notes.docx" in field.notes.text()
    assert field.notes.property("look") == "warning"
    field.remove.click()
    assert (field.path, field.is_usable, field.notes.text()) == ("", True, "")


def test_who_thinks_better_of_it_keeps_what_was_there(qtbot, theme: Theme) -> None:
    field = TemplateField("")
    qtbot.addWidget(field)
    field.ask_path = lambda: ""
    field.choose.click()
    assert field.path == ""
