"""What the reading pane says while no article is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing_app.gui.theme import Theme


class NothingOpen(QWidget):
    """How to open an article, and how to file from it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel()
        title = QLabel(self.tr("No article open"))
        title.setProperty("look", "empty title")
        text = QLabel(
            self.tr(
                "Choose one in the list, or press J.\n"
                "Then select a passage and press the number of its section."
            )
        )
        text.setProperty("look", "empty text")
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(8)
        for label in (self._picture, title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.tint()

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        self._picture.setPixmap(self._theme.pixmap("read", "text3", 56))
