"""Choosing a backup."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from briefing_app.gui.dialogs.backups import BackupsDialog
from briefing_app.gui.theme import Theme
from briefing_app.store import Backup

BACKUPS = [
    Backup(Path("new.briefing"), datetime(2026, 1, 2, 3, 4), 120_000, "Before the call"),
    Backup(Path("old.briefing"), datetime(2026, 1, 1, 3, 4), 90_000),
]


@pytest.fixture
def dialog(theme: Theme, qtbot) -> BackupsDialog:
    dialog = BackupsDialog(BACKUPS)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_newest_is_proposed(dialog: BackupsDialog) -> None:
    assert dialog.chosen == BACKUPS[0]
    assert dialog.table.item(0, 0).text() == "2 Jan 2026, 03:04"
    assert dialog.table.item(0, 1).text() == "Before the call"
    assert "117" in dialog.table.item(0, 2).text()


def test_another_one_is_chosen_by_keys(dialog: BackupsDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.chosen == BACKUPS[1]


def test_without_backups_there_is_nothing_to_restore(theme: Theme, qtbot) -> None:
    dialog = BackupsDialog([])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.chosen is None
    assert [button.text().replace("&", "") for button in dialog.findChildren(QPushButton)] == [
        "Cancel"
    ]
    assert any("no backup" in label.text() for label in dialog.findChildren(QLabel))
