"""What turns the pages of an original and makes them larger."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from briefing_app.gui import direction
from briefing_app.gui.original_page.zoom import Fit
from briefing_app.gui.theme import Theme

HEAD_PX = 40
PERCENT_FROM_PX = 360
"""In less room than that the page's size in percent is left out."""


class _NumberField(QLineEdit):
    """Lets go what was typed with Esc, and when it is left empty."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 1
        self._typed = QIntValidator(0, 9, self)
        self.setValidator(self._typed)

    def show_number(self, number: int, count: int) -> None:
        """Show a number; as many digits can be typed as there are in `count`."""
        self._number = number
        self._typed.setTop(10 ** len(str(count)) - 1)
        self.setText(str(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(str(self._number))
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if not self.hasAcceptableInput():
            self.setText(str(self._number))
        super().focusOutEvent(event)


class PageHead(QWidget):
    """The row above the page.

    Signals: `back_clicked`, `on_clicked`, `page_named` with the number that was typed,
    `smaller_clicked`, `larger_clicked`, `fit_clicked` with a Fit.
    """

    back_clicked = Signal()
    on_clicked = Signal()
    page_named = Signal(int)
    smaller_clicked = Signal()
    larger_clicked = Signal()
    fit_clicked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._number, self._count = 1, 1
        self._icons: list[tuple[QToolButton, str]] = []
        left, right = (direction.arrows(key) for key in ("Left", "Right"))
        self._back = self._button("up", self.tr("Previous page"), left)
        self._on = self._button("down", self.tr("Next page"), right)
        self.field = _NumberField()
        self.field.setProperty("look", "page number")
        self.field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field.setAccessibleName(self.tr("Page number"))
        self.field.setToolTip(self.tr("Type a page’s number and press Enter"))
        self._of = QLabel()
        self._percent = QLabel()
        self._percent.setAccessibleName(self.tr("Size of the page"))
        for label in (self._of, self._percent):
            label.setProperty("look", "crumb")
        self._smaller = self._button("minus", self.tr("Smaller page"), "-")
        self._larger = self._button("plus", self.tr("Larger page"), "+")
        self._fits = {
            Fit.WIDTH: self._button("fit-width", self.tr("As wide as there is room"), "W"),
            Fit.PAGE: self._button("fit-page", self.tr("The whole page"), "H"),
        }
        self._lay_out()
        self._connect()
        self.tint()

    def _button(self, icon: str, text: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "tool")
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons.append((button, icon))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(direction.margins(8, 0, 8, 0))
        row.setSpacing(0)
        row.addWidget(self._back)
        row.addWidget(self._on)
        row.addSpacing(6)
        row.addWidget(self.field)
        row.addSpacing(6)
        row.addWidget(self._of)
        row.addStretch(1)
        row.addWidget(self._smaller)
        row.addWidget(self._percent)
        row.addWidget(self._larger)
        row.addSpacing(2)
        for button in self._fits.values():
            button.setCheckable(True)
            row.addWidget(button)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_clicked)
        self._on.clicked.connect(self.on_clicked)
        self._smaller.clicked.connect(self.smaller_clicked)
        self._larger.clicked.connect(self.larger_clicked)
        self._fits[Fit.WIDTH].clicked.connect(self._on_fit_width)
        self._fits[Fit.PAGE].clicked.connect(self._on_fit_page)
        self.field.editingFinished.connect(self._on_named)

    @property
    def label(self) -> str:
        """The number of the page and how many there are, as they are shown."""
        return f"{self.field.text()} {self._of.text()}"

    def show_number(self, number: int, count: int) -> None:
        """Say which page is shown, of how many."""
        self._number, self._count = number, count
        self.field.show_number(number, count)
        self.field.setEnabled(count > 1)
        self._of.setText(self.tr("of {count}").format(count=count))
        told = self.tr("Page {number} of {count}").format(number=number, count=count)
        self.field.setAccessibleDescription(told)
        self._back.setEnabled(number > 1)
        self._on.setEnabled(number < count)

    def show_zoom(self, fit: Fit, scale: float) -> None:
        """Say how large the page is shown, and why."""
        self._percent.setText(f"{round(100 * scale)} %")
        for each, button in self._fits.items():
            button.setChecked(each is fit)

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        px = self._theme.px
        self.setFixedHeight(px(HEAD_PX))
        for button, icon in self._icons:
            button.setIcon(self._theme.icon(icon, on="accent"))
            button.setIconSize(QSize(px(18), px(18)))
        self.field.setFixedWidth(px(38))
        self._percent.setMinimumWidth(px(38))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._percent.setVisible(self.width() >= self._theme.px(PERCENT_FROM_PX))

    def _on_fit_width(self) -> None:
        self.fit_clicked.emit(Fit.WIDTH)

    def _on_fit_page(self) -> None:
        self.fit_clicked.emit(Fit.PAGE)

    def _on_named(self) -> None:
        typed = self.field.text()
        if typed.isdigit() and int(typed) != self._number:
            self.page_named.emit(int(typed))
        self.field.setText(str(self._number))
