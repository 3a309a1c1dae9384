"""What the panes of the window have in common: each is there for one of its parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Pane(QWidget):
    """Hands the keyboard on to `main_part`.

    A focus proxy would do the same, but for Tab Qt then takes the pane for one single
    control and passes over everything else in it.
    """

    main_part: QWidget

    def take_keyboard(self) -> None:
        """Give the keyboard to what the pane is there for; while that is hidden, to what is not."""
        parts = [self.main_part, *self.findChildren(QWidget)]
        shown = (part for part in parts if part.isVisible() and part.isEnabled())
        takers = (part for part in shown if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if taker := next(takers, None):
            taker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.main_part.setFocus(event.reason())
