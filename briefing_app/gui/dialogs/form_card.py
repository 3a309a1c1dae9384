"""A kind of memo to choose: its title, and in one line what it is for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


class FormCard(QPushButton):
    """A button of two lines; of several in a group one is chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setProperty("look", "form card")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._title = QLabel()
        self._title.setProperty("look", "card title")
        self._purpose = QLabel()
        self._purpose.setProperty("look", "crumb")
        self._purpose.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(2)
        for label in (self._title, self._purpose):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, title: str, purpose: str) -> None:
        """Show what the form is called and what it is for."""
        self._title.setText(title)
        self._purpose.setText(purpose)
        self.setAccessibleName(title)
        self.setAccessibleDescription(purpose)
        self.setToolTip(purpose)

    @property
    def title(self) -> str:
        """As shown."""
        return self._title.text()

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.layout().totalHeightForWidth(width)
