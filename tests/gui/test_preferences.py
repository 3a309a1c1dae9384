"""What the user chose in the window or in the dialog, and the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app import settings
from briefing_app.gui.app import open_first
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.preferences import Preferences, theme_name
from briefing_app.gui.theme import Theme
from briefing_app.settings import Settings


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
