"""Closing the window while files come in: said before it happens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from briefing_app.gui.importing.importer import Importer


def may_close(importer: Importer, window: QWidget) -> bool:
    """Whether the window may close: at once when nothing is imported, else when the user says so.

    The import goes on behind the question, and answers it when it comes to its end.
    """
    if not importer.is_running or importer.is_stopping:
        return True
    box = QMessageBox(window)
    box.setWindowTitle(_say("Close"))
    box.setText(_say("Files are still being imported. Close all the same?"))
    box.setInformativeText(
        _say("What has come in stays in the briefing. Import the other files again later.")
    )
    close = box.addButton(_say("Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(_say("Keep importing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)

    def look() -> None:
        if not importer.is_running:
            close.click()

    importer.running_changed.connect(look)
    box.exec()
    importer.running_changed.disconnect(look)
    return box.clickedButton() is close


def _say(text: str) -> str:
    return QCoreApplication.translate("Leaving", text)
