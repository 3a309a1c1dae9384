"""What is said where a page cannot be shown, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout


class PageMessage(QFrame):
    """A title, a line or two, and a button for what can be done. Signals: `clicked`."""

    clicked = Signal()

    def __init__(self, action: str) -> None:
        super().__init__()
        self.setProperty("look", "canvas")
        self._title, self._text = QLabel(), QLabel()
        self._title.setProperty("look", "pane title")
        self._text.setProperty("look", "crumb")
        self.button = QPushButton(action)
        self.button.setAccessibleName(action)
        self.button.setToolTip(action.rstrip("…"))
        self.button.clicked.connect(self.clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def text(self) -> str:
        """What is said below the title."""
        return self._text.text()

    @property
    def title(self) -> str:
        """What is said first."""
        return self._title.text()

    def say(self, title: str, text: str, *, can_act: bool) -> None:
        """Show these words, and the button if it is of use."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setVisible(can_act)
