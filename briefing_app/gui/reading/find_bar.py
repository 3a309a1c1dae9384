"""The line above an article that finds words in it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from briefing_app.gui import direction
from briefing_app.gui.theme import Theme


class FindBar(QFrame):
    """A field, how many places there are, and the way from one to the next.

    Signals:
    typed(str)     look for this, "" for nothing
    stepped(int)   go on by 1 or -1
    closed()       nothing is looked for any more
    """

    typed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "find bar")
        self.setAccessibleName(self.tr("Find in this article"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self.field.setToolTip(self.tr("Variants of names are found too; Enter goes to the next"))
        self.field.setAcceptDrops(False)
        self.field.textChanged.connect(self.typed)
        self._count = QLabel()
        self._count.setProperty("look", "crumb")
        self._previous = self._button(self.tr("Previous place"), "Shift+F3")
        self._next = self._button(self.tr("Next place"), "F3")
        self._close = self._button(self.tr("Close"), "Esc")
        self._previous.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(direction.margins(18, 4, 10, 6))
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addSpacing(6)
        for widget in (self._count, self._previous, self._next, self._close):
            row.addWidget(widget)
        self.show_count(0, 0)
        self.tint()
        self.hide()

    def _button(self, text: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "tool")
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_count(self, current: int, total: int) -> None:
        """Say at which of how many places the user is; 0 before the first step."""
        if not self.field.text().strip():
            text = ""
        elif not total:
            text = self.tr("Not in this article")
        elif current:
            text = self.tr("{current} of {total}").format(current=current, total=total)
        else:
            text = self.tr("1 place") if total == 1 else self.tr("{n} places").format(n=total)
        self._count.setText(text)
        self.field.setAccessibleDescription(text)
        for button in (self._previous, self._next):
            button.setEnabled(bool(total))

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        size = self._theme.px(16)
        for button, icon in ((self._previous, "up"), (self._next, "down"), (self._close, "x")):
            button.setIcon(self._theme.icon(icon, size_px=16))
            button.setIconSize(QSize(size, size))
        self._count.setMinimumWidth(self._theme.px(76))

    def _go_on(self) -> None:
        self.stepped.emit(1)

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
