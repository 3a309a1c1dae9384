"""The three columns of the window, of which one gives way where large text leaves no room."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from briefing_app.gui.theme import Theme

SPLIT_PX = (372, 688, 380)
SIDE_PX = 316
NARROWEST_PX, MIDDLE_PX = 280, 320
"""Below these widths, which grow with the text, a side column or the middle is of no use."""

WIDE_MIDDLE_PX = 900
"""What the middle needs while a page of an original stands beside the text."""

LIBRARY, OUTLINE = "library", "outline"


class _Side(QFrame):
    """What holds a pane beside the middle; large text makes it wider than SIDE_PX."""

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(SIDE_PX, 0))


class Sides(QSplitter):
    """Library, middle and outline.

    Where there is no room for both sides, the one asked for last is shown. The other comes back
    when it is asked for, or when there is room. The library gives way to a wide middle, too.

    Signals: `sides_changed` when one has come or gone; `is_shown` tells which.
    """

    sides_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._frames: dict[str, _Side] = {}
        self._wanted = {LIBRARY: True, OUTLINE: True}
        self._first = LIBRARY
        self._has_wide_middle = False
        self._left_with: dict[str, int] = {}
        self._scale = theme.scale
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        theme.changed.connect(self._on_theme_changed)

    def begin(self) -> None:
        """Take the usual widths, once all columns are in."""
        # Qt puts each column below the one before, so screen readers would begin with the last.
        for at in range(self.count()):
            self.widget(at).raise_()
        for at in range(self.count()):
            self.handle(at).raise_()
        self.setStretchFactor(1, 1)
        self.setSizes([self._theme.px(width) for width in SPLIT_PX])

    def add_side(self, name: str, pane: QWidget) -> None:
        """Put a side column in after those that are in; the middle is added as a widget."""
        frame = self._frames[name] = _Side()
        frame.setProperty("look", "side")
        self.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(pane)

    def is_shown(self, name: str) -> bool:
        """Whether a side column can be seen."""
        return not self._frames[name].isHidden()

    def want(self, name: str, wanted: bool) -> None:
        """The user shows or hides a side column."""
        self._wanted[name] = wanted
        if wanted:
            self._first = name
        if name == LIBRARY:
            self._has_wide_middle = False
        self.fit()

    def widen_middle(self, is_wide: bool) -> None:
        """Let the library give way while the middle needs more room, until it is asked for."""
        self._has_wide_middle = is_wide
        self.fit()

    def bring(self, pane: QWidget) -> bool:
        """Show the side column of a pane that only gave way; False: the user has hidden it."""
        for name, frame in self._frames.items():
            if frame.isAncestorOf(pane) and self._wanted[name]:
                self.want(name, True)
                return True
        return False

    def fit(self) -> None:
        """Show what is wanted as far as there is room for it."""
        shown = {name for name, wanted in self._wanted.items() if wanted}
        least = 2 * max(SIDE_PX, self._theme.px(NARROWEST_PX))
        if self._has_wide_middle and self.width() < least + self._theme.px(WIDE_MIDDLE_PX):
            shown.discard(LIBRARY)
        if len(shown) > 1 and self.width() < self._theme.px(2 * NARROWEST_PX + MIDDLE_PX):
            shown = {self._first}
        changed = [name for name in self._frames if self.is_shown(name) != (name in shown)]
        held = [name for name in changed if self._has_keyboard(name)]
        for name in changed:
            if name not in shown:
                self._left_with[name] = self._frames[name].width()
            self._frames[name].setVisible(name in shown)
        if held and shown:
            self._give_keyboard(self._first if self._first in shown else next(iter(shown)))
        if changed:
            self.refresh()  # The one that has come has a width only then.
            self._share(came=set(changed) & shown)
            self.sides_changed.emit()

    def _give_keyboard(self, name: str) -> None:
        self._frames[name].layout().itemAt(0).widget().setFocus()

    def _has_keyboard(self, name: str) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self._frames[name].isAncestorOf(focused)

    def _share(self, growth: float = 1.0, came: Collection[str] = ()) -> None:
        """Let the sides keep their widths, or grow, as far as the middle keeps what it needs."""
        sizes = self.sizes()
        for at, name in ((0, LIBRARY), (2, OUTLINE)):
            if name in came:
                sizes[at] = self._left_with.get(name, sizes[at])
        shown = [at for at, name in ((0, LIBRARY), (2, OUTLINE)) if self.is_shown(name)]
        most = (self.width() - self._theme.px(MIDDLE_PX)) // max(1, len(shown))
        for at in shown:
            kept = max(round(sizes[at] * growth), self._theme.px(SIDE_PX))
            sizes[at] = max(SIDE_PX, min(kept, most))
        sizes[1] = self.width() - sum(sizes[at] for at in shown)
        self.setSizes(sizes)

    def _on_theme_changed(self) -> None:
        growth, self._scale = self._theme.scale / self._scale, self._theme.scale
        self.fit()
        if growth != 1.0:
            self._share(growth)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
