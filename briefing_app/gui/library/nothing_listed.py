"""What stands in the place of an empty list, and the way out of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class NothingListed(QWidget):
    """Why no article is listed.

    Signals: `search_cleared`, `all_requested` for the two ways out.
    """

    search_cleared = Signal()
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setProperty("look", "crumb")
        self.clear = self._button(self.tr("Clear search"), "Esc")
        self.clear.clicked.connect(self.search_cleared)
        self.show_all = self._button(self.tr("Show all articles"), "")
        self.show_all.clicked.connect(self.all_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 40, 24, 24)
        column.setSpacing(6)
        column.addWidget(self.text)
        for button in (self.clear, self.show_all):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def explain(self, search: str, filter_name: str) -> None:
        """Say why nothing is listed: the words of the search are nowhere, or nothing passes the
        filter ("": several, or others than those of the row)."""
        words = {
            "all": self.tr("No articles yet.\nDrop files or a folder anywhere in this window."),
            "unread": self.tr("Every article has been read."),
            "tagged": self.tr("No article is tagged yet.\nSelect a passage and press a number."),
            "incomplete": self.tr("Every article has its headline, outlet and date."),
            "": self.tr("No article meets these filters."),
        }
        found_none = self.tr("No article matches “{words}”")
        if filter_name != "all":
            found_none = self.tr("No article matches “{words}” and these filters")
        self.text.setText(found_none.format(words=search) if search else words[filter_name])
        self.clear.setVisible(bool(search))
        self.show_all.setVisible(filter_name != "all")

    def _button(self, text: str, keys: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("look", "link")
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({keys})" if keys else text)
        return button
