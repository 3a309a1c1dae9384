"""Which memo is worked on: its title, and a menu of all memos and of what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from briefing_app.gui import direction
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Change

LEAST_PX = 64


class MemoSwitcher(QToolButton):
    """A title with a menu; `commands` stand below the memos, None for a line between them."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        commands: Sequence[QAction | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._commands = commands
        self._title = ""
        self.setProperty("look", "memo name")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The chevron stands after the title, so the button runs against the reading direction.
        self.setLayoutDirection(direction.against())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._menu.setLayoutDirection(QGuiApplication.layoutDirection())
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        session.store_replaced.connect(self._show)
        session.memo_shown.connect(self._show)
        session.changed.connect(self._on_changed)
        theme.changed.connect(self._tint)
        self._tint()
        self._show()

    @property
    def title(self) -> str:
        """The whole title, of which as much is shown as there is room for."""
        return self._title

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        group = QActionGroup(menu)
        for memo in reversed(self._session.store.memos.all()):
            action = menu.addAction(memo.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(memo.id == self._session.memo_id)
            action.setActionGroup(group)
            action.triggered.connect(partial(self._choose, memo.id))
        menu.addSeparator()
        for command in self._commands:
            if command is None:
                menu.addSeparator()
            else:
                menu.addAction(command)

    def _choose(self, memo_id: str, _checked: bool = False) -> None:
        self._session.show_memo(memo_id)

    def _on_changed(self, change: Change) -> None:
        if "memo" in change.rows:
            self._show()

    def _show(self) -> None:
        if self._session.has_store:
            self._title = self._session.store.memos.get(self._session.memo_id).title
            self.setAccessibleName(self.tr("Memo: {title}").format(title=self._title))
            self.setToolTip(self.tr("{title} – switch to another memo").format(title=self._title))
            self.updateGeometry()
            self._fit()

    def _tint(self) -> None:
        size = self._theme.px(14)
        self.setIconSize(QSize(size, size))
        self.setIcon(self._theme.icon("down", "text3", size_px=14))
        self.updateGeometry()

    def _around(self) -> int:
        """What the chevron and the padding take, in px."""
        return self._theme.px(14 + 4 + 2 * 10) + 6

    def _fit(self) -> None:
        room = self.width() - self._around()
        name = self._title.replace("&", "&&")
        elided = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        if elided != self.text():
            self.setText(elided)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._title) + self._around() + 2
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = min(self.sizeHint().width(), self._theme.px(LEAST_PX))
        return QSize(least, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._fit()
