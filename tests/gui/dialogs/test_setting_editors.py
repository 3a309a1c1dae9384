"""The widgets for the kinds of settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from briefing_app.gui.dialogs.setting_editors import FamilyEditor, PlaceEditor, make_editor
from briefing_app.gui.theme import Reading, Theme
from briefing_app.settings import DATE_STYLES, Choice, Family, Place


def test_a_folder_can_be_chosen(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    place = make_editor("backup_folder", Place(), "", Theme())
    assert isinstance(place, PlaceEditor)
    qtbot.addWidget(place)
    assert place.line.placeholderText() == "Beside each briefing"
    place.button.click()
    assert place.value() == str(tmp_path)


def test_fonts_that_are_good_to_read_are_offered_and_the_best_one_first(
    theme: Theme, qtbot
) -> None:
    editor = make_editor("reading_family", Family(), "", theme)
    assert isinstance(editor, FamilyEditor)
    qtbot.addWidget(editor)
    assert theme.best_reading_family in editor.itemText(0)
    offered = [editor.itemData(row) for row in range(editor.count())]
    assert offered == ["", *theme.reading_families]
    assert editor.value() == ""


def test_a_font_that_is_not_installed_is_named_and_another_one_used(theme: Theme, qtbot) -> None:
    editor = make_editor("reading_family", Family(), "A font of another computer", theme)
    qtbot.addWidget(editor)
    assert isinstance(editor, FamilyEditor)
    assert "not installed" in editor.currentText()
    assert editor.value() == "A font of another computer"
    theme.set(reading=Reading(editor.value()))
    assert theme.reading_family == theme.best_reading_family


def test_a_style_of_dates_is_its_own_example(theme: Theme, qtbot) -> None:
    editor = make_editor("dates", Choice(DATE_STYLES), "iso", theme)
    qtbot.addWidget(editor)
    shown = [editor.itemText(row) for row in range(editor.count())]
    assert shown == [
        "31 Jan 2020",
        "31 January 2020",
        "January 31, 2020",
        "2020-01-31",
        "31/01/2020",
    ]
    assert editor.currentText() == "2020-01-31"
