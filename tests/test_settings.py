from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app import settings
from briefing_app.settings import Settings


def settings_file() -> Path:
    return settings.config_folder() / "settings.json"


def write(text: str) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text, encoding="utf-8")


def test_a_first_start_has_the_defaults_and_writes_nothing() -> None:
    assert settings.load() == Settings()
    assert not settings.config_folder().exists()


def test_what_is_saved_is_loaded_again() -> None:
    wanted = Settings(
        theme="dark",
        text_percent=125,
        fetch_pages=True,
        watch_folder="/home/ümlaut/Downloads",
        keep_originals_mb=20,
        last_file="/briefings/Ümlaut.briefing",
        fields={"to": "SECGEN"},
    )
    settings.save(wanted)
    assert settings.load() == wanted


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", '{"theme": "dark"'])
def test_a_broken_file_is_moved_aside_and_the_defaults_are_used(text: str) -> None:
    write(text)
    assert settings.load() == Settings()
    assert not settings_file().exists()
    assert settings_file().with_name("settings.json.broken").read_text("utf-8") == text


def test_bytes_that_are_no_text_are_moved_aside_too() -> None:
    write("")
    settings_file().write_bytes(b"\xff\xfe\x00{}")
    assert settings.load() == Settings()
    assert settings_file().with_name("settings.json.broken").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "purple"),
        ("text_percent", "18"),
        ("text_percent", True),
        ("text_percent", 4000),
        ("last_file", None),
        ("fields", ["to"]),
        ("fields", {"to": 3}),
        ("fetch_pages", 1),
        ("fetch_pages", "yes"),
        ("watch_folder", ["/tmp"]),
        ("watch_folder", "/tmp\0"),
        ("keep_originals_mb", -1),
        ("keep_originals_mb", 2.5),
        ("from a newer version", 1),
    ],
)
def test_a_value_without_sense_has_its_default_and_the_rest_is_kept(
    name: str, value: object
) -> None:
    stored = {"theme": "dark", "last_file": "a.briefing"} | {name: value}
    write(json.dumps(stored))
    loaded = settings.load()
    defaults = Settings()
    assert loaded.theme == (defaults.theme if name == "theme" else "dark")
    assert loaded.last_file == (defaults.last_file if name == "last_file" else "a.briefing")
    assert replace(loaded, theme="", last_file="") == replace(defaults, theme="", last_file="")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(settings.kinds())), json_values))
def test_whatever_the_file_holds_the_settings_are_usable(stored: dict[str, object]) -> None:
    write(json.dumps(stored))
    loaded = settings.load()
    assert all(kind.is_sensible(getattr(loaded, n)) for n, kind in settings.kinds().items())
    settings.save(loaded)
    assert settings.load() == loaded


def test_every_setting_has_a_default_that_it_may_have() -> None:
    for name, kind in settings.kinds().items():
        assert kind.is_sensible(getattr(Settings(), name)), name


def test_nothing_is_fetched_and_no_folder_watched_unless_the_user_says_so() -> None:
    assert not Settings().fetch_pages
    assert Settings().watch_folder == ""


def test_saving_leaves_no_other_files_behind() -> None:
    settings.save(Settings())
    settings.save(Settings(theme="light"))
    assert [f.name for f in settings.config_folder().iterdir()] == ["settings.json"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the XDG folders")
def test_the_folder_follows_the_desktop_specification(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(settings.FOLDER_VARIABLE)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "etc"))
    assert settings.config_folder() == tmp_path / "etc" / "briefing-app"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative/is/ignored")
    assert settings.config_folder() == tmp_path / ".config" / "briefing-app"
