"""The preferences' dialog, made from the settings' own definition."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app import settings
from briefing_app.gui.dates import shown_date
from briefing_app.gui.dialogs.preferences_sheet import (
    GROUPS,
    WORDS,
    PreferencesSheet,
)
from briefing_app.gui.dialogs.setting_editors import (
    LINES,
    VALUES,
    LinesEditor,
    SwitchEditor,
)
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.theme import Theme
from briefing_app.settings import DATE_STYLES, Choice, Settings

HIDDEN = {"last_file"}
"""What the program remembers by itself."""


@pytest.fixture
def sheet(theme: Theme, qtbot) -> PreferencesSheet:
    sheet = PreferencesSheet(Preferences(theme))
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_every_setting_is_there_and_every_value_has_a_name() -> None:
    kinds = settings.kinds()
    assert set(WORDS) == set(kinds) - HIDDEN
    named = {value for kind in kinds.values() if isinstance(kind, Choice) for value in kind.values}
    assert named == {*VALUES, *DATE_STYLES}
    assert sum(len(words) for _, words in GROUPS) == len(WORDS)


def test_what_is_chosen_is_used_and_there_at_the_next_start(
    sheet: PreferencesSheet, theme: Theme
) -> None:
    editors = sheet.editors
    editors["theme"].setCurrentIndex(editors["theme"].findData("dark"))
    editors["text_percent"].setValue(120)
    editors["dates"].setCurrentIndex(editors["dates"].findText("2020-01-31"))
    editors["reading_family"].setCurrentIndex(1)
    editors["reading_size"].setValue(22)
    editors["reading_width"].setCurrentIndex(2)
    editors["backup_folder"].line.setText("/backups")
    editors["fetch_pages"].click()
    editors["watch_folder"].line.setText(" ~/Downloads ")
    editors["keep_originals_mb"].setValue(20)
    editors["fields"].lines["from"].setText(" Desk Three ")
    sheet.accept()
    assert settings.load() == Settings(
        theme="dark",
        text_percent=120,
        dates="iso",
        reading_family=theme.reading_families[0],
        reading_size=22,
        reading_width="wide",
        backup_folder=str(Path("/backups")),
        fetch_pages=True,
        watch_folder=str(Path("~/Downloads").expanduser()),
        keep_originals_mb=20,
        fields={"from": "Desk Three"},
    )
    assert (theme.name, theme.scale) == ("dark", 1.2)
    assert (theme.reading.size, theme.reading_family) == (22, theme.reading_families[0])
    assert shown_date("2020-01-06") == "2020-01-06"


def test_cancelling_leaves_everything(sheet: PreferencesSheet) -> None:
    sheet.editors["fetch_pages"].click()
    sheet.reject()
    assert settings.load() == Settings()


def test_what_was_set_is_shown_again(theme: Theme, qtbot) -> None:
    kept = Settings(
        theme="light", text_percent=90, fetch_pages=True, watch_folder="/tmp", keep_originals_mb=5,
        fields={"to": "SECGEN", "subject": "kept though it is not shown"},
        dates="american", reading_family="A font of another computer", reading_size=15,
        reading_width="narrow", backup_folder="/gone",
    )  # fmt: skip
    settings.save(kept)
    sheet = PreferencesSheet(Preferences(theme))
    qtbot.addWidget(sheet)
    assert {name: editor.value() for name, editor in sheet.editors.items()} == {
        name: getattr(kept, name) for name in WORDS
    }


def test_every_part_has_a_name_for_screen_readers(sheet: PreferencesSheet) -> None:
    for editor in sheet.editors.values():
        assert editor.focus_part.accessibleName()
    switch, lines = sheet.editors["fetch_pages"], sheet.editors["fields"]
    assert isinstance(switch, SwitchEditor) and isinstance(lines, LinesEditor)
    assert "never goes online" in switch.accessibleDescription()
    assert set(lines.lines) == set(LINES)
