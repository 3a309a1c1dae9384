"""The line that tells of an article's other versions, and of the passage to choose anew."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from briefing_app.gui import direction
from briefing_app.gui.elided import ElidedLabel


class VersionStrip(QFrame):
    """Hidden while there is nothing to tell.

    Signals: `changes_clicked`, `earlier_clicked`, `later_clicked`; while a passage is chosen
    `used` and `cancelled`.
    """

    changes_clicked = Signal()
    earlier_clicked = Signal()
    later_clicked = Signal()
    used = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "particulars")
        self.setAccessibleName(self.tr("Versions of this article"))
        self._words = ElidedLabel()
        self._words.setProperty("look", "proposal")
        self._buttons = {
            "changes": self._button(self.tr("What changed…"), self.changes_clicked),
            "earlier": self._button(self.tr("Earlier version"), self.earlier_clicked),
            "later": self._button(self.tr("Later version"), self.later_clicked),
            "use": self._button(self.tr("Use this passage"), self.used, "Enter"),
            "cancel": self._button(self.tr("Cancel"), self.cancelled, "Esc"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(direction.margins(18, 2, 10, 2))
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in self._buttons.values():
            row.addWidget(button)
        self.tell("")

    def _button(self, text: str, clicked: object, key: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setProperty("look", "link")
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({key})" if key else text)
        button.clicked.connect(clicked)
        return button

    def tell(self, words: str, *, has_earlier: bool = False, has_later: bool = False) -> None:
        """Say this of the other versions; nothing for ""."""
        self._show(words, changes=bool(words), earlier=has_earlier, later=has_later)

    def ask(self, words: str, *, is_selected: bool) -> None:
        """Ask for a passage; `is_selected`: there is one now."""
        self._show(words, use=True, cancel=True)
        self._buttons["use"].setEnabled(is_selected)

    def _show(self, words: str, **shown: bool) -> None:
        self._words.set_whole(words)
        for name, button in self._buttons.items():
            button.setVisible(shown.get(name, False))
        self.setVisible(bool(words))
