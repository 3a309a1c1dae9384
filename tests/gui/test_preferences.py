"""What the user chose in the window or in the dialog, and the next start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from briefing_app import settings
from briefing_app.gui.app import open_first
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.preferences import Preferences, theme_name
from briefing_app.gui.reading.article_page import HEAD_LINES
from briefing_app.gui.session import Notice
from briefing_app.gui.theme import Theme
from briefing_app.settings import Settings
from briefing_app.store import backups


def test_the_last_file_is_remembered_and_opens_next_time(window: MainWindow, sample: Path) -> None:
    window.files.open(sample)
    window.files.new()
    assert settings.load().last_file == str(window.session.store.path)
    window.files.open(sample)
    last = settings.load().last_file
    window.session.close()
    open_first(window, [], last)
    assert window.session.store.path == sample


def test_colours_and_text_size_are_remembered(window: MainWindow) -> None:
    window.actions_by_name["dark"].trigger()
    window.actions_by_name["larger"].trigger()
    assert settings.load().theme == "dark"
    assert settings.load().text_percent == 110


def test_back_in_the_colours_of_the_desktop_it_is_followed_again(window: MainWindow) -> None:
    window.actions_by_name["dark"].trigger()
    window.actions_by_name["dark"].trigger()
    assert settings.load().theme == "system"


def test_a_colour_that_was_chosen_once_stays_chosen(theme: Theme) -> None:
    settings.save(Settings(theme="light"))
    kept = Preferences(theme)
    theme.set(scale=1.1)
    assert settings.load() == kept.settings == Settings(theme="light", text_percent=110)


def test_other_settings_stay(theme: Theme) -> None:
    settings.save(Settings(fields={"from": "Desk Three"}))
    Preferences(theme).remember_file("a.briefing")
    assert settings.load() == Settings(fields={"from": "Desk Three"}, last_file="a.briefing")


def test_settings_that_cannot_be_written_stop_nothing(window: MainWindow, sample: Path) -> None:
    settings.config_folder().write_text("a file where the folder should be")
    assert window.files.open(sample)
    window.actions_by_name["dark"].trigger()
    assert window.theme.is_dark


def test_settings_that_are_set_are_kept_shown_and_told(theme: Theme, qtbot) -> None:
    preferences = Preferences(theme)
    with qtbot.waitSignal(preferences.changed):
        preferences.set(theme="dark", text_percent=120, fetch_pages=True)
    assert settings.load() == Settings(theme="dark", text_percent=120, fetch_pages=True)
    assert (theme.name, theme.scale) == ("dark", 1.2)


def test_whoever_asks_for_the_colours_of_the_desktop_keeps_asking(theme: Theme) -> None:
    preferences = Preferences(theme)
    preferences.set(theme="dark")
    preferences.set(theme="system")
    assert theme.name == "light"
    theme.set(scale=1.25)
    assert settings.load().theme == "system"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_chosen_theme_does_not_follow_the_desktop(qapp, name: str) -> None:
    assert theme_name(name) == name


def test_without_a_choice_the_theme_follows_the_desktop(qapp) -> None:
    # The offscreen platform has no dark desktop to follow.
    assert theme_name("system") == "light"


def test_dates_and_the_reading_text_change_at_once(window: MainWindow, sample: Path) -> None:
    window.files.open(sample)
    view, table = window.reading.view, window.library.table
    heard = Qt.ItemDataRole.AccessibleTextRole
    assert "Jan 2020" in table.index(0, 0).data(heard)
    before = view.document().findBlockByNumber(HEAD_LINES)
    size, text = before.charFormat().font().pixelSize(), view.toPlainText()
    window.preferences.set(dates="iso", reading_size=27, reading_width="narrow")
    assert "2020-01-" in table.index(0, 0).data(heard)
    assert "2020-01-" in view.toPlainText() != text
    after = view.document().findBlockByNumber(HEAD_LINES)
    assert after.charFormat().font().pixelSize() == size * 27 // 18


def test_a_backup_folder_is_used_at_once_and_at_the_next_opening(
    window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    window.files.open(sample)
    chosen = tmp_path / "kept"
    chosen.mkdir()
    window.preferences.set(backup_folder=str(chosen))
    assert window.session.store.backup_place.parent == chosen
    window.session.store.rename("Another name")
    window.files.new()
    window.files.open(sample)
    assert window.session.store.backups()[0].path.parent.parent == chosen


def test_a_backup_folder_that_is_gone_is_said_and_stops_nothing(
    window: MainWindow, sample: Path, tmp_path: Path
) -> None:
    heard: list[Notice] = []
    window.session.notified.connect(heard.append)
    window.preferences.set(backup_folder=str(tmp_path / "unplugged"))
    assert heard == []
    assert window.files.open(sample)
    [notice] = [notice for notice in heard if notice.is_problem]
    assert "unplugged" in notice.text and "beside the briefing" in notice.text
    assert window.session.store.backup_place == backups.beside(sample)


def test_a_broken_settings_file_does_not_stop_the_start(
    request: pytest.FixtureRequest, sample: Path
) -> None:
    settings.config_folder().mkdir(parents=True, exist_ok=True)
    (settings.config_folder() / "settings.json").write_text('{"reading_size": 1, "dates": "x"')
    window: MainWindow = request.getfixturevalue("window")
    assert window.files.open(sample)
    assert window.theme.reading.size == Settings().reading_size
