"""What the window asks when it is left while files come in."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from briefing_app.gui.main_window import MainWindow
from briefing_app.store import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stops processes by signals")
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


def test_quitting_during_an_import_can_be_thought_better_of(qtbot, held: MainWindow) -> None:
    answer(press("Keep importing"))
    held.actions_by_name["quit"].trigger()
    assert held.isVisible() and held.importer.is_running
    with qtbot.waitSignal(held.importer.finished, timeout=60_000):
        send(held, signal.SIGCONT)
    assert held.session.store.articles.count() == 4


def test_quitting_all_the_same_keeps_what_has_come_in(held: MainWindow) -> None:
    path = held.session.store.path
    answer(press("Stop and close"))
    held.actions_by_name["quit"].trigger()
    assert not held.isVisible()
    with Store.open(path) as store:
        assert store.articles.count() == 2
        assert store.check() == []


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
