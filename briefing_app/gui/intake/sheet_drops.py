"""Drops on sheets and dialogs: they come in as if they fell on the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from briefing_app.gui.intake import payload

_MOVES = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
_OWN_DRAG = "application/x-briefing"


def is_for_us(event: QDropEvent, window: QWidget) -> bool:
    """Whether another program offers something that may be imported where it is held.

    Text that is held above something that is written in belongs there; files do nowhere.
    """
    data = event.mimeData()
    is_ours = event.source() is not None or any(f.startswith(_OWN_DRAG) for f in data.formats())
    if is_ours or not payload.is_known(data):
        return False
    return payload.holds_files(data) or not _is_field(window, event.position().toPoint())


def say_copy(event: QDropEvent) -> None:
    """Take the offer as a copy: whoever moves a file deletes it at its old place."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _is_field(window: QWidget, point: QPoint) -> bool:
    under = window.childAt(point)
    while under is not None and under is not window:
        if isinstance(under, QLineEdit | QPlainTextEdit | QTextEdit):
            return under.isEnabled() and not under.isReadOnly() and under.acceptDrops()
        under = under.parentWidget()
    return False


class SheetDrops(QObject):
    """Listens to native windows, before the fields in them do: these take the name of a file.

    Signals: `received(Payload)` after a drop on a watched sheet, or on a dialog that waits for an
    answer. On the window behind such a dialog Qt refuses all, which the pointer shows.
    """

    received = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_window_changed)

    def watch(self, sheet: QWidget) -> None:
        """Take what is dropped on a sheet that is shown, for as long as it is."""
        native = sheet.windowHandle()
        if native is not None:
            sheet.setAcceptDrops(True)
            native.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle drags over a sheet; what can be written in keeps its own."""
        is_move = event.type() in _MOVES
        if not (is_move or event.type() == QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return False
        sheet = QWidget.find(watched.winId()) if isinstance(watched, QWindow) else None
        if sheet is None or not is_for_us(event, sheet):
            return False
        say_copy(event)
        if not is_move:
            self._receive(event.mimeData())
        return True

    def _on_window_changed(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and not isinstance(dialog, QFileDialog):
            self.watch(dialog)

    def _receive(self, data: QMimeData) -> None:
        # The data live as long as the drop; the work comes after it.
        QTimer.singleShot(0, self, partial(self.received.emit, payload.read_payload(data)))
