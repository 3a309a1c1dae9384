"""What comes while a dialog is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QToolTip, QWidget

from briefing_app.gui.intake.addresses import Link
from briefing_app.gui.intake.after_dialogs import AfterDialogs
from briefing_app.gui.intake.payload import Payload
from briefing_app.gui.main_window import MainWindow


def dialog_on(parent: QWidget | None, qtbot) -> QDialog:
    dialog = QDialog(parent)
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def later(qapp: QObject) -> AfterDialogs:
    return AfterDialogs(qapp)


def test_without_a_dialog_nothing_is_put_off(later: AfterDialogs, done: list[str]) -> None:
    assert not later.put_off(lambda: done.append("a"))
    assert done == []


def test_what_is_put_off_is_done_in_order_when_the_dialog_is_closed(
    later: AfterDialogs, done: list[str], qtbot
) -> None:
    dialog = dialog_on(None, qtbot)
    assert later.put_off(lambda: done.append("a"))
    assert later.put_off(lambda: done.append("b"))
    assert QToolTip.text() == "It comes in as soon as this dialog is closed"
    dialog.accept()
    assert done == [], "whoever asked has its answer first"
    qtbot.waitUntil(lambda: done == ["a", "b"])


def test_it_waits_for_the_last_of_dialogs_above_one_another(
    later: AfterDialogs, done: list[str], qtbot
) -> None:
    first = dialog_on(None, qtbot)
    assert later.put_off(lambda: done.append("a"))
    then = dialog_on(first, qtbot)
    assert later.put_off(lambda: done.append("b"))
    then.reject()
    qtbot.wait(20)
    assert done == []
    first.reject()
    qtbot.waitUntil(lambda: sorted(done) == ["a", "b"])


def test_another_briefing_does_not_come_under_a_dialog_that_writes_into_this_one(
    on_sample: MainWindow, tmp_path: Path, qtbot
) -> None:
    before = on_sample.session.store.path
    other = tmp_path / "other.briefing"
    on_sample.session.store.save_copy(other)
    dialog = dialog_on(on_sample, qtbot)
    on_sample.intake.open_files([str(other)])
    assert on_sample.session.store.path == before
    dialog.reject()
    qtbot.waitUntil(lambda: on_sample.session.store.path == other)


def test_a_link_is_not_asked_about_behind_a_dialog(on_sample: MainWindow, qtbot) -> None:
    dialog = dialog_on(on_sample, qtbot)
    on_sample.intake.receive(Payload(links=[Link("https://news.example.org/a", "")]))
    assert on_sample.intake.links.sheet is None
    dialog.reject()
    qtbot.waitUntil(lambda: on_sample.intake.links.sheet is not None)
