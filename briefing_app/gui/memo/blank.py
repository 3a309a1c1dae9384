"""What stands on the paper of a memo that says nothing yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from briefing_app.domain.memo import ComposedMemo, Paragraph, Role
from briefing_app.gui.memo.looks import GREY
from briefing_app.gui.theme import Theme

HEAD = (Role.TITLE, Role.FIELD, Role.BOTTOM_LINE)
LETTERS_PX = 14


def says_something(memo: ComposedMemo) -> bool:
    """Whether there is more than its head."""
    return any(not isinstance(b, Paragraph) or b.role not in HEAD for b in memo.blocks)


class Blank(QLabel):
    """A word of what to do, for as long as there is nothing else."""

    def __init__(self, theme: Theme, paper: QWidget) -> None:
        super().__init__(paper, wordWrap=True)
        self._theme = theme
        # Paper is white in the dark, too.
        self.setStyleSheet(f"color: {GREY}; background: transparent")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def follow(self, memo: ComposedMemo) -> None:
        """Be there, or not."""
        there = self.tr("What you file from articles will stand here.")
        head = self.tr("Addressee, date and bottom line are under “Options…”.")
        self.setText("" if says_something(memo) else f"{there}\n{head}")
        self.setVisible(bool(self.text()))

    def place(self, left: float, top: float, width: float) -> None:
        """Stand below the head of the page; in px of the paper."""
        self.setFont(self._theme.font(LETTERS_PX))
        self.setFixedWidth(max(0, round(width)))
        self.adjustSize()
        self.move(round(left), round(top))
