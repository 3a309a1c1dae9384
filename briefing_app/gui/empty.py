"""What the window says before there is an article in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from briefing_app.gui.pane import Pane
from briefing_app.gui.theme import Theme


class EmptyState(Pane):
    """The first step, in three buttons.

    Signals: `files_requested`, `paste_requested`, `sample_requested`.
    """

    files_requested = Signal()
    paste_requested = Signal()
    sample_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel()
        title = QLabel(self.tr("Bring in your first articles"))
        title.setProperty("look", "empty title")
        text = QLabel(
            self.tr(
                "Drop files, folders, mails or parts of web pages anywhere in this window.\n"
                "They are read here. Nothing leaves this computer."
            )
        )
        text.setProperty("look", "empty text")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(1)
        text.setWordWrap(True)
        for label in (self._picture, title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(12)
        column.addLayout(self._buttons())
        column.addStretch(1)
        theme.changed.connect(self._tint)
        self._tint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack_buttons()

    def _stack_buttons(self) -> None:
        """One below the other where large text leaves no room for all in a row."""
        row = self._row
        widths = [row.itemAt(at).sizeHint().width() for at in range(row.count())]
        wide = sum(widths) + row.spacing() * len(widths)
        way, fits = QBoxLayout.Direction, wide <= self.width()
        row.setDirection(way.LeftToRight if fits else way.TopToBottom)
        self._picture.setVisible(fits)

    def _buttons(self) -> QHBoxLayout:
        self._row = row = QHBoxLayout()
        row.setSpacing(10)
        row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for text, keys, look, signal in (
            (self.tr("Choose files…"), "Ctrl+I", "primary", self.files_requested),
            (self.tr("Paste text"), "Ctrl+Shift+V", "", self.paste_requested),
            (self.tr("Open the sample briefing"), "", "", self.sample_requested),
        ):
            button = QPushButton(text)
            button.setProperty("look", look)
            button.setAccessibleName(text)
            button.setToolTip(f"{text.rstrip('…')} ({keys})" if keys else text)
            button.clicked.connect(signal)
            row.addWidget(button)
            if look == "primary":
                self.main_part = button
        return row

    def _tint(self) -> None:
        self._stack_buttons()
        self._picture.setPixmap(self._theme.pixmap("read", "text3", 56))
