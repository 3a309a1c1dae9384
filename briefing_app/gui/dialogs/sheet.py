"""What all dialogs look like: a column of labelled fields on calm ground, buttons below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget


class Sheet(QDialog):
    """A dialog whose sizes follow the text size; `column` takes its parts from top to bottom."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width_em: float = 34) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.ensurePolished()
        self._width = self.em(width_em)
        self.column = QVBoxLayout(self)
        margin = self.em(1.5)
        self.column.setContentsMargins(margin, margin, margin, self.em(1.1))
        self.column.setSpacing(self.em(0.8))

    def em(self, count: float) -> int:
        """A length in font sizes, in px."""
        return round(count * self.fontInfo().pixelSize())

    def add_text(self, text: str, look: str = "") -> QLabel:
        """A paragraph."""
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("look", look)
        self.column.addWidget(label)
        return label

    def field_label(self, text: str, field: QWidget) -> QLabel:
        """A label that names `field` to the eye, to the keyboard (after "&") and to readers."""
        label = QLabel(text)
        label.setProperty("look", "field label")
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        return label

    def grow(self) -> None:
        """Take the height that the parts need now; never shrinks under the user's eyes."""
        self.column.activate()
        needed = max(self.sizeHint().height(), self.heightForWidth(self.width()))
        self.resize(self.width(), max(self.height(), needed))

    def room(self) -> QSize:
        """What a dialog may take of the screen."""
        screen = QGuiApplication.primaryScreen().availableSize()
        return QSize(round(screen.width() * 0.95), round(screen.height() * 0.9))

    def least_height(self, count: float) -> int:
        """So many font sizes, but at most a third of a dialog as high as the screen; in px."""
        return min(self.em(count), self.room().height() // 3)

    def finish(self, buttons: QDialogButtonBox) -> None:
        """Put the buttons below everything and take a size that fits the screen."""
        for button in buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))
            button.setToolTip(button.accessibleName())
            button.setIcon(type(button.icon())())
        self.column.addWidget(buttons)
        wanted, room = self.sizeHint(), self.room()
        width = min(max(self._width, wanted.width()), room.width())
        height = max(wanted.height(), self.heightForWidth(width))
        self.resize(width, min(height, room.height()))
