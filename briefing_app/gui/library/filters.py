"""The row of filters above the list, the button for more of them, and the menu that orders it.

A filter is nothing but a condition in the search field; the row shows which are there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QToolButton, QWidget

from briefing_app.domain.query_text import conditions, with_state, words
from briefing_app.gui.theme import Theme

FILTERS = ("all", "unread", "tagged", "incomplete")
SORTS = ("newest", "oldest", "headline", "outlet", "added")

STATES = FILTERS[1:]
"""Those that are a condition "is:" in the search."""


def shown_filter(search: str) -> str:
    """The filter that a search shows as chosen: "all" without any condition, "" for others."""
    found = conditions(search)
    states = [value.lower() for field, value in found if field == "is" and value.lower() in STATES]
    return states[0] if states else "" if found else "all"


def with_filter(search: str, name: str) -> str:
    """The search with another filter; "all" leaves no condition."""
    return words(search) if name == "all" else with_state(search, "is", STATES, name)


class FilterRow(QWidget):
    """Which articles are listed, and in what order.

    Signals:
    filter_chosen(str)  list what this filter lets through (see FILTERS); "" takes back the state
    more_requested      show the other filters
    order_chosen        the order became another one
    """

    filter_chosen = Signal(str)
    more_requested = Signal()
    order_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.filter, self.sort = FILTERS[0], SORTS[0]
        self._buttons: dict[str, QPushButton] = {}
        self._orders: dict[str, QAction] = {}
        self.sort_button = QToolButton()
        self.more_button = QToolButton()
        self._build()
        self.show_counts({})
        self.tint()

    def show_search(self, search: str) -> None:
        """Show which filter this search has."""
        self.filter = shown_filter(search)
        for name, button in self._buttons.items():
            button.setChecked(name == self.filter)
        others = [found for found in conditions(search) if found != ("is", self.filter)]
        self.more_button.setChecked(bool(others))
        self._name_more(len(others))

    def set_sort(self, name: str) -> None:
        """Order the list so (see SORTS)."""
        self._orders[name].setChecked(True)
        if name != self.sort:
            self.sort = name
            self._name_order()
            self.order_chosen.emit()

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
        self._fit()

    def tint(self) -> None:
        """Take the theme's icons again."""
        self.sort_button.setIcon(self._theme.icon("sort"))
        self.more_button.setIcon(self._theme.icon("filter", on="accent"))
        for tool in (self.sort_button, self.more_button):
            tool.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))

    def _build(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for name in FILTERS:
            button = QPushButton()
            button.setProperty("look", "filter")
            button.setCheckable(True)
            button.setChecked(name == self.filter)
            button.clicked.connect(partial(self._on_clicked, name))
            self._buttons[name] = button
        self._place(len(FILTERS))
        grid.setColumnStretch(len(FILTERS), 1)
        for tool in (self.more_button, self.sort_button):
            tool.setProperty("look", "tool")
            tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more_button.setCheckable(True)
        self.more_button.clicked.connect(self._on_more)
        self._name_more(0)
        grid.addWidget(self.more_button, 0, len(FILTERS) + 1)
        self.sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort_button.setMenu(self._order_menu())
        self._name_order()
        grid.addWidget(self.sort_button, 0, len(FILTERS) + 2)

    def _place(self, in_a_row: int) -> None:
        """Put so many filters in a row; the rest goes below."""
        self._in_a_row = in_a_row
        for at, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, at // in_a_row, at % in_a_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Large text or a narrow pane: words on two rows are better than words cut.
        tools = (self.more_button, self.sort_button)
        needed = [w.sizeHint().width() + 2 for w in (*self._buttons.values(), *tools)]
        in_a_row = len(FILTERS) if sum(needed) <= self.width() else len(FILTERS) // 2
        if in_a_row != self._in_a_row:
            self._place(in_a_row)

    def _on_clicked(self, name: str) -> None:
        chosen = "" if name == self.filter and name != "all" else name
        self._buttons[name].setChecked(name == self.filter)  # the search says what is chosen
        self.filter_chosen.emit(chosen)

    def _on_more(self) -> None:
        self.more_button.setChecked(not self.more_button.isChecked())
        self.more_requested.emit()

    def _name_more(self, count: int) -> None:
        text = self.tr("More filters: {n} in use").format(n=count) if count else ""
        text = text or self.tr("More filters: outlet, date, section, language")
        self.more_button.setToolTip(text)
        self.more_button.setAccessibleName(text)

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
