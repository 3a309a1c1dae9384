"""Drops on sheets beside the work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTableView, QToolTip, QVBoxLayout

from briefing_app.gui.dialogs.preferences_sheet import PreferencesSheet
from briefing_app.gui.intake.addresses import Link
from briefing_app.gui.intake.payload import Payload
from briefing_app.gui.intake.sheet_drops import SheetDrops
from briefing_app.gui.main_window import MainWindow

OFFERED = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def sheet(qtbot) -> QDialog:
    sheet = QDialog()
    qtbot.addWidget(sheet)
    column = QVBoxLayout(sheet)
    column.addWidget(QTableView())
    column.addWidget(QLineEdit())
    sheet.resize(400, 300)
    sheet.show()
    qtbot.waitExposed(sheet)
    return sheet


def drop(sheet: QDialog, data: QMimeData, at: QPointF) -> list[QDropEvent]:
    """All that a drag sends, to the native window; returns the events as they came back."""
    events = [
        QDragEnterEvent(at.toPoint(), OFFERED, data, *HELD),
        QDragMoveEvent(at.toPoint(), OFFERED, data, *HELD),
        QDropEvent(at, OFFERED, data, *HELD),
    ]
    for event in events:
        event.ignore()
        QApplication.sendEvent(sheet.windowHandle(), event)
    return events


def a_file(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_a_file_that_falls_on_a_sheet_is_received_as_a_copy(
    sheet: QDialog, tmp_path: Path, qtbot
) -> None:
    drops = SheetDrops()
    drops.watch(sheet)
    table = sheet.findChildren(QTableView)[0]
    with qtbot.waitSignal(drops.received) as received:
        events = drop(sheet, a_file(tmp_path / "a.txt"), QPointF(table.geometry().center()))
    assert {event.dropAction() for event in events} == {Qt.DropAction.CopyAction}
    assert isinstance(received.args[0], Payload)
    assert received.args[0].paths == [str(tmp_path / "a.txt")]


def test_text_dropped_on_a_field_of_the_sheet_stays_there(sheet: QDialog, qtbot) -> None:
    drops = SheetDrops()
    drops.watch(sheet)
    line = sheet.findChildren(QLineEdit)[0]
    data = QMimeData()
    data.setText("restraint")
    with qtbot.assertNotEmitted(drops.received, wait=50):
        drop(sheet, data, QPointF(line.geometry().center()))
    assert line.text() == "restraint"


def test_a_file_that_falls_on_a_field_of_the_sheet_is_received_and_not_written_there(
    sheet: QDialog, tmp_path: Path, qtbot
) -> None:
    drops = SheetDrops()
    drops.watch(sheet)
    line = sheet.findChildren(QLineEdit)[0]
    with qtbot.waitSignal(drops.received) as received:
        drop(sheet, a_file(tmp_path / "a.txt"), QPointF(line.geometry().center()))
    assert received.args[0].paths == [str(tmp_path / "a.txt")]
    assert line.text() == ""


def test_what_another_window_of_the_program_drags_is_left_alone(sheet: QDialog, qtbot) -> None:
    drops = SheetDrops()
    drops.watch(sheet)
    data = QMimeData()
    data.setText("a card")
    data.setData("application/x-briefing-outline", QByteArray(b"[]"))
    with qtbot.assertNotEmitted(drops.received, wait=50):
        events = drop(sheet, data, QPointF(20, 20))
    assert not any(event.isAccepted() for event in events)


def test_a_dialog_that_waits_for_an_answer_takes_drops_by_itself(
    on_sample: MainWindow, tmp_path: Path, qtbot
) -> None:
    asking = PreferencesSheet(on_sample.preferences, on_sample)
    asking.show()
    qtbot.waitUntil(asking.acceptDrops)
    events = drop(asking, a_file(tmp_path / "a.txt"), QPointF(6, 6))
    assert {event.dropAction() for event in events} == {Qt.DropAction.CopyAction}
    qtbot.waitUntil(lambda: "as soon as this dialog is closed" in QToolTip.text())
    asking.reject()


def test_what_is_of_no_use_is_left_alone(sheet: QDialog, qtbot) -> None:
    drops = SheetDrops()
    drops.watch(sheet)
    data = QMimeData()
    data.setData("application/x-nothing", QByteArray(b"x"))
    with qtbot.assertNotEmitted(drops.received, wait=50):
        events = drop(sheet, data, QPointF(20, 20))
    assert not any(event.isAccepted() for event in events)


def test_the_saved_page_may_fall_on_the_sheet_that_asks_for_it(
    window: MainWindow, tmp_path: Path, qtbot
) -> None:
    window.files.new()
    window.intake.receive(Payload(links=[Link("https://news.example.org/a", "")]))
    asking = window.intake.links.sheet
    assert asking is not None
    page = tmp_path / "saved.txt"
    page.write_text("Allies part\n\nThey parted on Tuesday.", encoding="utf-8")
    with qtbot.waitSignal(window.importer.finished, timeout=30_000):
        drop(asking, a_file(page), QPointF(30, 10))
    assert window.session.store.articles.count() == 1
    asking.close()
