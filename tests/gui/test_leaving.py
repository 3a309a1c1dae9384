"""Leaving the window: what is kept, and what is asked while files come in."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from briefing_app.gui.main_window import MainWindow
from briefing_app.store import Store

posix = pytest.mark.skipif(sys.platform == "win32", reason="stops processes by signals")
TEXT = "The envoys met on Monday\n\nThey spoke of the mission, number {n}.\n\nNothing came of it."


@pytest.fixture
def held(qtbot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window in the midst of an import whose processes stand still."""
    window.actions_by_name["new"].trigger()
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        for n in range(2):
            text = TEXT.format(n=f"{folder} {n}")
            (tmp_path / folder / f"{n}.txt").write_text(text, encoding="utf-8")
    with qtbot.waitSignal(window.importer.finished, timeout=60_000):
        window.importer.start([tmp_path / "first"])
    send(window, signal.SIGSTOP)
    window.importer.start([tmp_path / "second"])
    assert window.importer.is_running
    return window


def send(window: MainWindow, sent: int) -> None:
    for process_id in window.importer._pool.process_ids:
        os.kill(process_id, sent)


def answer(act: Callable[[QMessageBox], object]) -> None:
    """Do this with the question, as soon as it is asked."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        act(box)

    QTimer.singleShot(0, look)


def press(wanted: str) -> Callable[[QMessageBox], object]:
    return lambda box: next(b for b in box.buttons() if b.text() == wanted).click()


@posix
def test_quitting_during_an_import_can_be_thought_better_of(qtbot, held: MainWindow) -> None:
    answer(press("Keep importing"))
    held.actions_by_name["quit"].trigger()
    assert held.isVisible() and held.importer.is_running
    with qtbot.waitSignal(held.importer.finished, timeout=60_000):
        send(held, signal.SIGCONT)
    assert held.session.store.articles.count() == 4


@posix
def test_quitting_all_the_same_keeps_what_has_come_in(held: MainWindow) -> None:
    path = held.session.store.path
    answer(press("Stop and close"))
    held.actions_by_name["quit"].trigger()
    assert not held.isVisible()
    with Store.open(path) as store:
        assert store.articles.count() == 2
        assert store.check() == []


@posix
def test_an_import_that_ends_meanwhile_answers_by_itself(held: MainWindow) -> None:
    path = held.session.store.path
    answer(lambda _box: send(held, signal.SIGCONT))
    held.actions_by_name["quit"].trigger()
    assert not held.isVisible()
    with Store.open(path) as store:
        assert store.articles.count() == 4


def test_nothing_is_asked_when_nothing_comes_in(window: MainWindow) -> None:
    window.actions_by_name["quit"].trigger()
    assert not window.isVisible()


def test_closing_the_window_lets_others_write(qtbot, on_sample: MainWindow, sample: Path) -> None:
    with qtbot.waitSignal(on_sample.closed):
        on_sample.actions_by_name["quit"].trigger()
    with Store.open(sample) as store:
        assert not store.read_only


def test_what_is_being_written_is_kept_when_the_window_closes(
    on_sample: MainWindow, sample: Path
) -> None:
    session = on_sample.session
    id = session.store.entries.cards(session.memo_id)[0].entry.id
    session.show_entry(id)
    on_sample.actions_by_name["edit_entry"].trigger()
    on_sample.outline.editor.note.setPlainText("Seen on the way out")
    on_sample.close()
    with Store.open(sample) as store:
        assert store.entries.get(id).note == "Seen on the way out"


def test_a_title_that_is_being_written_is_kept_when_the_window_closes(
    on_sample: MainWindow, sample: Path
) -> None:
    on_sample.actions_by_name["section"].trigger()
    QTest.keyClicks(QApplication.focusWidget(), "Last minute")
    on_sample.close()
    with Store.open(sample) as store:
        sections = store.sections.of_memo(store.memos.all()[0].id)
        assert "Last minute" in [placed.section.title for placed in sections]


def test_what_is_being_written_belongs_to_the_briefing_that_is_left(
    on_sample: MainWindow, sample: Path
) -> None:
    session = on_sample.session
    id = session.store.entries.cards(session.memo_id)[0].entry.id
    session.show_entry(id)
    on_sample.actions_by_name["edit_entry"].trigger()
    on_sample.outline.editor.note.setPlainText("Before the next one")
    QTest.keyClick(on_sample, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert session.store.title == "Untitled briefing"
    with Store.open(sample) as store:
        assert store.entries.get(id).note == "Before the next one"
