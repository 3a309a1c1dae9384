"""What comes while a dialog is open: it is taken, and done when the dialog has its answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QToolTip

SAID_MS = 8_000


class AfterDialogs(QObject):
    """Puts things off: their own questions would come up where nobody could answer them, and
    another briefing must not come under a dialog that writes into this one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = []

    def put_off(self, act: Callable[[], object]) -> bool:
        """Do it after the open dialog, and say so; False if there is none: then do it now."""
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return False
        self._waiting.append(act)
        dialog.installEventFilter(self)
        text = self.tr("It comes in as soon as this dialog is closed")
        QToolTip.showText(QCursor.pos(), text, dialog, QRect(), SAID_MS)
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go on when the dialog has gone, and what it was asked for is done."""
        if event.type() == QEvent.Type.Hide and self._waiting:
            QTimer.singleShot(0, self, self._go_on)
        return False

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            # Below another dialog it is put off once more.
            if not self.put_off(act):
                act()
