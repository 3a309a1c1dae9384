"""Which commands make sense when."""

from __future__ import annotations

from pathlib import Path

from briefing_app.gui.availability import (
    READING_ARTICLE,
    WITHOUT_BRIEFING,
    WRITING_ARTICLE,
    update,
)
from briefing_app.gui.main_window import MainWindow


def enabled(window: MainWindow) -> set[str]:
    return {name for name, action in window.actions_by_name.items() if action.isEnabled()}


def test_without_a_briefing_only_what_needs_none_is_on(window: MainWindow) -> None:
    update(window.actions_by_name, window.session)
    assert enabled(window) == set(WITHOUT_BRIEFING)


def test_without_an_article_what_is_about_one_is_off(window: MainWindow, sample: Path) -> None:
    window.files.open(sample)
    assert set(READING_ARTICLE) | set(WRITING_ARTICLE) <= enabled(window)
    window.session.open_article("")
    assert not (set(READING_ARTICLE) | set(WRITING_ARTICLE)) & enabled(window)


def test_undo_and_redo_say_what_they_mean(window: MainWindow, sample: Path) -> None:
    window.files.open(sample)
    window.session.store.rename("Another")
    undo, redo = (window.actions_by_name[name] for name in ("undo", "redo"))
    assert (undo.text(), redo.text()) == ("Undo rename briefing", "Redo")
    assert not redo.isEnabled()
    undo.trigger()
    assert redo.text() == "Redo rename briefing"
    assert redo.toolTip() == "Redo rename briefing (Ctrl+Shift+Z)"
