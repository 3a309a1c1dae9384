"""Drops on sheets that stand beside the work: they come in as if they fell on the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from briefing_app.gui.intake import payload

_MOVES = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


def is_for_us(event: QDropEvent) -> bool:
    """Whether another program offers something that may be imported, and no sheet is in the way."""
    is_ours = event.source() is not None or QApplication.activeModalWidget() is not None
    return not is_ours and payload.is_known(event.mimeData())


def say_copy(event: QDropEvent) -> None:
    """Take the offer as a copy: whoever moves a file deletes it at its old place."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


class SheetDrops(QObject):
    """Signals: `received(Payload)` after a drop on one of the watched sheets."""

    received = Signal(object)

    def watch(self, sheet: QWidget) -> None:
        """Take what is dropped on a sheet, for as long as it lives."""
        sheet.setAcceptDrops(True)
        sheet.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Handle drags over a sheet; what can be written in keeps its own."""
        is_move = event.type() in _MOVES
        if not (is_move or event.type() == QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return False
        if not is_for_us(event):
            return False
        say_copy(event)
        if not is_move:
            self._receive(event.mimeData())
        return True

    def _receive(self, data: QMimeData) -> None:
        # The data live as long as the drop; the work comes after it.
        QTimer.singleShot(0, self, partial(self.received.emit, payload.read_payload(data)))
