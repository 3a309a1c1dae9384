"""The row of filters above the list, and the menu that orders it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from briefing_app.gui.theme import Theme

FILTERS = ("all", "unread", "tagged", "incomplete")
SORTS = ("newest", "oldest", "headline", "outlet", "added")


class FilterRow(QWidget):
    """Which articles are listed, and in what order.

    Signals: `chosen` when filter or sort order became another one.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.filter, self.sort = FILTERS[0], SORTS[0]
        self._buttons: dict[str, QPushButton] = {}
        self._orders: dict[str, QAction] = {}
        self.sort_button = QToolButton()
        self._build()
        self.show_counts({})
        self.tint()

    def set_filter(self, name: str) -> None:
        """List only what this filter (see FILTERS) lets through."""
        self._buttons[name].setChecked(True)
        if name != self.filter:
            self.filter = name
            self.chosen.emit()

    def set_sort(self, name: str) -> None:
        """Order the list so (see SORTS)."""
        self._orders[name].setChecked(True)
        if name != self.sort:
            self.sort = name
            self._name_order()
            self.chosen.emit()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Write how many articles each filter lets through; only All and Unread show theirs."""
        titles = {
            "all": self.tr("All"),
            "unread": self.tr("Unread"),
            "tagged": self.tr("Tagged"),
            "incomplete": self.tr("Incomplete"),
        }
        tips = {
            "all": self.tr("All articles: {n}"),
            "unread": self.tr("Articles not opened yet: {n}"),
            "tagged": self.tr("Articles with quotes or facts: {n}"),
            "incomplete": self.tr("Articles without headline, outlet or date: {n}"),
        }
        locale = QLocale()
        for name, button in self._buttons.items():
            count = locale.toString(counts.get(name, 0))
            in_view = name in ("all", "unread")
            button.setText(f"{titles[name]} {count}" if in_view else titles[name])
            button.setToolTip(tips[name].format(n=count))
            button.setAccessibleName(f"{titles[name]}, {count}")

    def tint(self) -> None:
        """Take the theme's icons again."""
        self.sort_button.setIcon(self._theme.icon("sort"))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        group = QButtonGroup(self)
        for name in FILTERS:
            button = QPushButton()
            button.setProperty("look", "filter")
            button.setCheckable(True)
            button.setChecked(name == self.filter)
            button.clicked.connect(partial(self.set_filter, name))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[name] = button
        row.addStretch(1)
        self.sort_button.setProperty("look", "tool")
        self.sort_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort_button.setMenu(self._order_menu())
        self._name_order()
        row.addWidget(self.sort_button)

    def _order_menu(self) -> QMenu:
        titles = (
            self.tr("Newest first"),
            self.tr("Oldest first"),
            self.tr("By headline"),
            self.tr("By outlet"),
            self.tr("Recently added first"),
        )
        menu = QMenu(self)
        group = QActionGroup(menu)
        for name, title in zip(SORTS, titles, strict=True):
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(name == self.sort)
            action.triggered.connect(partial(self.set_sort, name))
            group.addAction(action)
            self._orders[name] = action
        return menu

    def _name_order(self) -> None:
        text = self.tr("Order: {order}").format(order=self._orders[self.sort].text())
        self.sort_button.setToolTip(text)
        self.sort_button.setAccessibleName(text)
