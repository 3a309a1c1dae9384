"""Keeping the user's hands off the window while a change is made that takes seconds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

_TYPE = QEvent.Type
_HELD = frozenset(
    (
        *(_TYPE.KeyPress, _TYPE.ShortcutOverride, _TYPE.Shortcut, _TYPE.InputMethod),
        *(_TYPE.MouseButtonPress, _TYPE.MouseButtonDblClick, _TYPE.ContextMenu),
        *(_TYPE.TouchBegin, _TYPE.TabletPress, _TYPE.DragEnter, _TYPE.DragMove, _TYPE.Drop),
    )
)


class Hold(QObject):
    """Takes no key, no click and no drop; all is drawn, moved, scrolled and closed as ever."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = False

    def begin(self) -> None:
        """Hold back what the user does, until `end`."""
        app = QApplication.instance()
        if not self.is_on and isinstance(app, QApplication):
            self.is_on = True
            app.installEventFilter(self)
            QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

    def end(self) -> None:
        """Let everything through again."""
        app = QApplication.instance()
        if self.is_on and isinstance(app, QApplication):
            self.is_on = False
            app.removeEventFilter(self)
            QApplication.restoreOverrideCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _HELD
