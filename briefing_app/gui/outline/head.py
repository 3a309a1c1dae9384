"""The line above the outline: how much there is, and what can be added."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefing_app.gui import direction
from briefing_app.gui.elided import ElidedLabel
from briefing_app.gui.outline.wording import counted
from briefing_app.gui.theme import Theme


class OutlineHead(QWidget):
    """Title, count and three buttons.

    Signals: `section_requested`, `glance_requested`, `more_requested(QPoint)` with where on the
    screen the menu belongs.
    """

    section_requested = Signal()
    glance_requested = Signal()
    more_requested = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title: QWidget = QLabel(self.tr("Briefing"))
        self._title.setProperty("look", "pane title")
        self._count = QLabel()
        self._count.setProperty("look", "pane count")
        self.add = self._button(self.tr("New section"), "Ctrl+Shift+N")
        self.more = self._button(self.tr("More for the outline"), "")
        self.glance = self._button(self.tr("Sections at a glance"), "G")
        self.glance.clicked.connect(self.glance_requested)
        self.add.clicked.connect(self.section_requested)
        self.more.clicked.connect(self._on_more)
        # On its own, so that it stands between the two in either direction.
        self._dot = QLabel("·")
        self._dot.setProperty("look", "pane count")
        self._dot.hide()
        self._length = ElidedLabel()
        self._length.setProperty("look", "pane count")
        self._row = QHBoxLayout()
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self.glance)
        self._row.addWidget(self.add)
        self._row.addWidget(self.more)
        self._below = QHBoxLayout()
        self._below.addWidget(self._count)
        self._below.addWidget(self._dot)
        self._below.addWidget(self._length, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addLayout(self._below)
        self.tint()

    def put_title(self, title: QWidget) -> None:
        """Let something that can be used stand where the title is."""
        self._row.replaceWidget(self._title, title)
        self._row.setStretch(0, 1)
        self._row.setStretch(1, 0)
        self._title.hide()
        title.lower()  # and be heard first
        self._title = title

    def show_length(self, text: str, is_over: bool) -> None:
        """Say how long the memo is; over its limit, in the colour of warnings."""
        self._length.setProperty("look", "over length" if is_over else "pane count")
        self._length.style().polish(self._length)
        self._length.set_whole(text)
        self._dot.setVisible(bool(text))

    @property
    def length(self) -> str:
        """The length as told."""
        return self._length.whole

    def _button(self, name: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "tool")
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({keys})" if keys else name)
        return button

    def show_count(self, entries: int) -> None:
        """Say how many entries the memo has."""
        self._count.setText(counted(entries, self.tr("entry"), self.tr("entries")))

    @property
    def count(self) -> str:
        """The count as shown."""
        return self._count.text()

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        px = self._theme.px
        self._row.setContentsMargins(direction.margins(px(8), px(6), px(6), 0))
        self._below.setContentsMargins(direction.margins(px(10), 0, px(6), px(6)))
        self._below.setSpacing(px(6))
        self._row.setSpacing(px(2))
        self._count.setContentsMargins(direction.margins(px(8), 0, 0, 0))
        for button, icon in ((self.glance, "list"), (self.add, "plus"), (self.more, "more")):
            button.setIcon(self._theme.icon(icon))
            button.setIconSize(QSize(px(18), px(18)))

    def _on_more(self) -> None:
        self.more_requested.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))
