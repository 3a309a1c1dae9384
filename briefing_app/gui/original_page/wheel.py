"""Turning pages with the wheel, once it has come to an end of the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

NOTCH = 120
REST_MS = 250
"""After a page was turned: what a touchpad has left of its swing turns no other one."""


class EndOfPage(QObject):
    """Takes what the wheel turns further at an end of a scroll area.

    Signals: `passed` with -1 for the top and 1 for the foot.
    """

    passed = Signal(int)

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._pushed = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)

    def take(self, event: QWheelEvent) -> bool:
        """Whether the turn of the wheel is used up here."""
        delta, bar = event.angleDelta().y(), self._area.verticalScrollBar()
        is_at_end = bar.value() == (bar.maximum() if delta < 0 else bar.minimum())
        if not delta or not is_at_end:
            self._pushed = 0
            return False
        event.accept()
        if self._rest.isActive():
            self._rest.start()
            return True
        self._pushed = self._pushed + delta if self._pushed * delta > 0 else delta
        if abs(self._pushed) >= NOTCH:
            self._pushed = 0
            self._rest.start()
            self.passed.emit(1 if delta < 0 else -1)
        return True
