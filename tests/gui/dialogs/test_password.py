"""Asking for a password."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from briefing_app.gui.dialogs.password import PasswordSheet
from briefing_app.gui.theme import Theme


def test_a_password_is_typed_unseen_and_taken_with_enter(theme: Theme, qtbot) -> None:
    sheet = PasswordSheet(["minutes.pdf"])
    qtbot.addWidget(sheet)
    sheet.show()
    assert "minutes.pdf" in sheet.findChildren(QLabel)[0].text()
    assert sheet.field.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    QTest.keyClicks(sheet.field, "geheim")
    with qtbot.waitSignal(sheet.accepted):
        QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.password == "geheim"


def test_several_files_are_counted(theme: Theme, qtbot) -> None:
    sheet = PasswordSheet(["a.pdf", "b.pdf"])
    qtbot.addWidget(sheet)
    assert "2 files" in sheet.findChildren(QLabel)[0].text()
