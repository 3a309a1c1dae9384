"""Commands: each does something, says what it would do, and is off where it can do nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog

from briefing_app.gui import actions
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Session
from briefing_app.importing import ImportReport, ImportRow, Outcome
from briefing_app.reading_pool import Wanted
from briefing_app.store import Store

COMMANDS = [command for command in actions.COMMANDS if command.name]
WRITING = {command.name for command in COMMANDS if command.writes}
ON_IMPORTS = {"stop_import", "imports"}
"""Commands that make sense once something is, or was, imported."""


class OpenedFiles(QObject):
    """Stands in for the desktop, which would show files in other programs."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())


class Dialogs(QObject):
    """Notes the title of every dialog and closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self.titles.append(dialog.windowTitle())
            dialog.reject()


@pytest.fixture
def opened_files() -> Iterator[OpenedFiles]:
    desktop = OpenedFiles()
    QDesktopServices.setUrlHandler("file", desktop, "take")
    yield desktop
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def dialogs() -> Dialogs:
    return Dialogs()


def entry_ids(session: Session) -> list[str]:
    return [card.entry.id for card in session.store.entries.cards(session.memo_id)]


def state(window: MainWindow) -> dict[str, object]:
    """Everything that a command could change or show."""
    session, focus = window.session, QApplication.focusWidget()
    overlays = [w for w in (window.outline.editor, window.notices) if w.isVisible()]
    return {
        "store": session.store.path,
        "title": session.store.title,
        "steps": session.store.steps(),
        "memo": session.store.snapshot(),
        "article": session.article_id,
        "articles": session.store.articles.ids(),
        "page": window._stack.currentWidget().objectName() or id(window._stack.currentWidget()),
        "checked": {name: a.isChecked() for name, a in window.actions_by_name.items()},
        "panes": [window._split.widget(n).isVisible() for n in range(3)],
        "scale": window.theme.scale,
        "focus": focus and id(focus),
        "clipboard": QApplication.clipboard().text(),
        "overlays": [id(widget) for widget in overlays],
        "notice": window.notices.text,
        "importing": window.importer.is_running,
        "stopping": window.importer.is_stopping,
        "visible": window.isVisible(),
        "sheet": QApplication.activeModalWidget() is not None,
        "sheets": [s.windowTitle() for s in window.findChildren(QDialog) if s.isVisible()],
    }


def prepare(window: MainWindow, command: str) -> None:
    """Bring the window where the command, as any other, is not without effect."""
    session = window.session
    section = session.sections()[1].section
    session.store.sections.rename(section.id, "One")
    session.store.sections.rename(section.id, "Two")
    session.undo()
    session.open_article(session.store.articles.ids()[2])
    if command == "normal":
        window.theme.set(scale=1.1)
    if command == "stop_import":
        window.importer.start([session.store.path.with_name("missing.txt")])
    if command == "imports":
        refused = ImportRow("/in/one.txt", Outcome.REFUSED, reason="The file is empty.")
        window.importer.history.add(ImportReport((refused,)), [Wanted(Path("/in/one.txt"))])
    window.outline.view.setFocus()
    session.show_entry(session.store.entries.of_section(section.id)[1].id)


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_does_something(
    qtbot, on_sample: MainWindow, dialogs: Dialogs, opened_files: OpenedFiles, name: str
) -> None:
    window, asked = on_sample, []
    window.files.ask_open = lambda: asked.append("open") or ""
    window.files.ask_copy = lambda _: asked.append("copy") or ""
    window.files.ask_name = lambda _: asked.append("name") or ""
    window.files.ask_version = lambda: asked.append("version") or ""
    window.exporter.ask_path = lambda *_: asked.append("export") or ""
    prepare(window, name)
    QApplication.clipboard().setText("A headline\n\nAn article that was copied elsewhere.")
    if name == "read":
        window.actions_by_name["memo"].trigger()
    before = state(window)
    action = window.actions_by_name[name]
    assert action.isEnabled()
    action.trigger()
    if window.session.has_store:
        changed = [part for part, was in before.items() if state(window)[part] != was]
        assert changed or dialogs.titles or asked or opened_files.urls, name
    else:
        assert name == "quit"
    if window.importer.is_running:
        with qtbot.waitSignal(window.importer.finished):
            pass


def test_what_a_command_is_named_after_is_what_it_does(on_sample: MainWindow) -> None:
    session = on_sample.session
    section = session.sections()[1].section
    entries = session.store.entries
    first, second = (entry.id for entry in entries.of_section(section.id)[:2])
    session.show_entry(second)
    on_sample.actions_by_name["up"].trigger()
    assert [e.id for e in entries.of_section(section.id)[:2]] == [second, first]
    on_sample.actions_by_name["delete_entry"].trigger()
    assert second not in entry_ids(session)
    on_sample.actions_by_name["undo"].trigger()
    assert second in entry_ids(session)


def test_undo_and_redo_name_what_they_would_do(on_sample: MainWindow) -> None:
    session, by_name = on_sample.session, on_sample.actions_by_name
    assert not by_name["undo"].isEnabled()
    assert by_name["undo"].text() == "Undo"
    session.store.rename("Another name")
    assert by_name["undo"].text() == "Undo rename briefing"
    assert by_name["undo"].toolTip() == "Undo rename briefing (Ctrl+Z)"
    assert not by_name["redo"].isEnabled()
    by_name["undo"].trigger()
    assert by_name["redo"].text() == "Redo rename briefing"
    assert by_name["redo"].isEnabled()
    assert not by_name["undo"].isEnabled()


def test_commands_that_write_are_off_while_reading_only(window: MainWindow, sample: Path) -> None:
    with Store.open(sample):
        window.files.ask_read_only = lambda error: True
        assert window.files.open(sample)
        assert window.session.store.read_only
        on = {name for name, action in window.actions_by_name.items() if action.isEnabled()}
        assert on == {command.name for command in COMMANDS} - WRITING - ON_IMPORTS
        assert window.status_line.text.startswith("Read only") or not window.status_line.text


def test_reading_only_ends_when_the_file_is_opened_to_write(
    window: MainWindow, sample: Path
) -> None:
    with Store.open(sample):
        window.files.ask_read_only = lambda error: True
        window.files.open(sample)
    window.files.open(sample)
    off = {name for name, action in window.actions_by_name.items() if not action.isEnabled()}
    assert off == {"undo", "redo"} | ON_IMPORTS


def test_an_import_can_be_stopped_while_it_runs_and_looked_at_afterwards(
    on_sample: MainWindow, tmp_path: Path, qtbot
) -> None:
    actions = on_sample.actions_by_name
    with qtbot.waitSignal(on_sample.importer.finished):
        on_sample.importer.start([tmp_path / "missing.txt"])
        assert actions["stop_import"].isEnabled() and not actions["imports"].isEnabled()
    qtbot.waitUntil(lambda: not actions["stop_import"].isEnabled())
    assert actions["imports"].isEnabled()


def test_without_a_briefing_only_what_needs_none_can_be_done(window: MainWindow) -> None:
    on = {name for name, action in window.actions_by_name.items() if action.isEnabled()}
    assert {"new", "open", "sample", "quit", "about"} <= on
    assert not on & WRITING
    assert window.empty.isVisible()
    window.actions_by_name["new"].trigger()
    assert window.session.has_store
    assert window.actions_by_name["import"].isEnabled()
