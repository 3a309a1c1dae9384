"""Lets long documents go in slices: Qt takes 30 ms to delete one of a hundred pages."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor, QTextDocument

A_SLICE = 8_000
"""Letters that are removed at once, which takes two milliseconds."""


class Clearing(QObject):
    """Empties documents that nobody looks at any more, then deletes them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[QTextDocument] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._clear_on)

    @property
    def is_busy(self) -> bool:
        """True while there is a document left."""
        return bool(self._waiting)

    def add(self, document: QTextDocument) -> None:
        """Let a document go, which no widget shows and no cursor edits."""
        document.setLayoutEnabled(False)
        self._waiting.append(document)
        self._timer.start()

    def _clear_on(self) -> None:
        document = self._waiting[0]
        _remove_end(document)
        if document.characterCount() <= 1:
            self._waiting.popleft().deleteLater()
            if not self._waiting:
                self._timer.stop()


def _remove_end(document: QTextDocument) -> None:
    """Remove about a slice from the end; tables go as wholes."""
    end = document.characterCount() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(document.findBlock(max(0, end - A_SLICE)).position())
    table = cursor.currentTable()
    if table is not None:
        cursor.setPosition(table.firstPosition() - 1)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
