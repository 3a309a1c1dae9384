"""The bar at the top: the briefing's name, the commands used most, Read or Memo, Export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from briefing_app.gui import direction
from briefing_app.gui.theme import Theme

NAME_PX = 340
LEAST_NAME_PX = 90
GAP_PX = 6
"""Between the icon and the words of a button."""


class TopBar(QFrame):
    """Buttons over the actions of the window.

    Signals: `view_chosen(str)` with "read" or "memo".
    """

    view_chosen = Signal(str)

    def __init__(self, actions: dict[str, QAction], theme: Theme) -> None:
        super().__init__()
        self._actions = actions
        self._theme = theme
        self.setProperty("look", "bar")
        self.name = QToolButton()
        self.export = QPushButton()
        self.export_as = QToolButton()
        self._full_name = ""
        self._segments: dict[str, QPushButton] = {}
        self._theme_button = self._tool(actions["dark"])
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit_name)
        self._build()
        theme.changed.connect(self._tint)
        theme.changed.connect(self._refit.start)
        self._tint()

    def set_name(self, name: str) -> None:
        """Show the briefing's name."""
        self._full_name = name
        self.name.setToolTip(name)
        self._fit_name()
        self._refit.start()  # Once more where the bar has its width only afterwards.

    def set_name_menu(self, menu: QMenu) -> None:
        """What the click on the name opens."""
        self.name.setMenu(menu)
        self.name.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def set_export_menu(self, menu: QMenu) -> None:
        """What else the memo can be exported as."""
        self.export_as.setMenu(menu)

    def set_view(self, view: str) -> None:
        """Mark "read" or "memo" as shown."""
        self._segments[view].setChecked(True)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        self._left_side = self._left()
        row.addWidget(self._left_side, 1)
        self._segments_frame = self._switch()
        row.addWidget(self._segments_frame)
        self._right_side = self._right()
        row.addWidget(self._right_side, 1)

    def _left(self) -> QWidget:
        side = QWidget()
        # Both sides take the same width, so that the switch stands in the middle.
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.name.setProperty("look", "name")
        self.name.setAccessibleName(self.tr("Briefing name"))
        self.name.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The chevron stands after the name, so the button runs against the reading direction.
        self.name.setLayoutDirection(direction.against())
        self.name.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.name)
        row.addSpacing(8)
        self._actions["import"].setIconText(self.tr("Import"))
        self._bring_in = bring_in = self._tool(self._actions["import"])
        bring_in.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.addWidget(bring_in)
        row.addWidget(self._tool(self._actions["undo"]))
        row.addWidget(self._tool(self._actions["redo"]))
        row.addStretch(1)
        return side

    def _switch(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("look", "segments")
        row = QHBoxLayout(frame)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        group = QButtonGroup(self)
        for view, keys in (("read", "Ctrl+1"), ("memo", "Ctrl+2")):
            text = self.tr("Read") if view == "read" else self.tr("Memo")
            button = QPushButton(text)
            button.setProperty("look", "segment")
            button.setCheckable(True)
            button.setToolTip(f"{text} ({keys})")
            button.setAccessibleName(text)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            group.addButton(button)
            row.addWidget(button)
            self._segments[view] = button
            button.clicked.connect(self._on_read if view == "read" else self._on_memo)
        self._segments["read"].setChecked(True)
        return frame

    def _right(self) -> QWidget:
        side = QWidget()
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        row.addWidget(self._theme_button)
        self._keys = self._tool(self._actions["keys"])
        row.addWidget(self._keys)
        row.addSpacing(6)
        self.export.setText(self.tr("Export to Word"))
        self.export.setProperty("look", "primary")
        self.export.setAccessibleName(self.tr("Export to Word"))
        self.export.setToolTip(self.tr("Export to Word (Ctrl+E)"))
        self.export.clicked.connect(self._actions["export"].trigger)
        row.addWidget(self.export)
        self.export_as.setProperty("look", "tool")
        self.export_as.setAccessibleName(self.tr("Export as something else"))
        self.export_as.setToolTip(self.tr("PDF, web page, Markdown, quotes, evidence pack"))
        self.export_as.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.export_as.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row.addWidget(self.export_as)
        return side

    def _tool(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setProperty("look", "tool")
        button.setAccessibleName(action.toolTip().split(" (")[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return button

    def _fit_words(self) -> None:
        """Where large text leaves no room, two buttons show their icons alone."""
        room = (self.width() - self._segments_frame.sizeHint().width() - 32) // 2
        left = self._left_side.sizeHint().width() + self._theme.px(LEAST_NAME_PX)
        left -= self.name.fontMetrics().horizontalAdvance(self.name.text())
        words = self._bring_in.fontMetrics().horizontalAdvance(self._bring_in.text())
        style, beside = self._bring_in.toolButtonStyle(), Qt.ToolButtonStyle
        if style == beside.ToolButtonIconOnly:
            left += words + GAP_PX
        fits = left <= room
        wanted = beside.ToolButtonTextBesideIcon if fits else beside.ToolButtonIconOnly
        if wanted != style:
            self._bring_in.setToolButtonStyle(wanted)
        text = self.export.accessibleName()
        right = self._right_side.sizeHint().width()
        if not self.export.text():
            right += self.export.fontMetrics().horizontalAdvance(text) + GAP_PX
        text = text if right <= room else ""
        if self.export.text() != text:
            self.export.setText(text)

    def _fit_name(self) -> None:
        """Show as much of the name as there is room for."""
        self.name.ensurePolished()
        self._fit_words()
        text, metrics = self.name.text(), self.name.fontMetrics()
        around = self._left_side.sizeHint().width() - metrics.horizontalAdvance(text)
        room = min(self._theme.px(NAME_PX), self._left_side.width() - around)
        # A menu takes what follows "&" for a key.
        name = self._full_name.replace("&", "&&")
        elided = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        if elided != text:
            self.name.setText(elided)

    def _on_read(self) -> None:
        self.view_chosen.emit("read")

    def _on_memo(self) -> None:
        self.view_chosen.emit("memo")

    def _tint(self) -> None:
        theme = self._theme
        for tool in self.findChildren(QToolButton):
            tool.setIconSize(QSize(theme.px(18), theme.px(18)))
        for button in (self.export, *self._segments.values()):
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.name.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.name.setIcon(theme.icon("down", "text3", size_px=14))
        self.export_as.setIcon(theme.icon("down", "text2", size_px=14))
        self.export.setIcon(theme.icon("export", "on_accent", size_px=16))
        for view, button in self._segments.items():
            button.setIcon(theme.icon(view, "text3", on="accent", size_px=16))
        self._actions["dark"].setIcon(theme.icon("sun" if theme.is_dark else "moon"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.layout().activate()
        self._fit_name()
