"""A page of the original as it looks on paper, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.errors import BriefingError
from briefing_app.gui.reading.original_page_drawing import PageDrawing
from briefing_app.gui.theme import Theme

HEAD_PX = 40
MARGIN_PX = 12
WAITED_MS = 400
"""After that long without a picture, it is said that one is being made."""

SETTLED_MS = 120
"""After the width last changed, the page is drawn anew; until then its picture is stretched."""

A4 = 842 / 595


class OriginalPage(QWidget):
    """A page with what turns the pages; `show_file`, then `follow` the text that is read.

    Signals: `turned` with the number of the page that is shown.
    """

    turned = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._number, self._count, self._followed = 1, 1, 0
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Original page"))
        self._label = QLabel()
        self._label.setProperty("look", "crumb")
        self._before = self._button(self.tr("Previous page"), self.tr("Left"))
        self._after = self._button(self.tr("Next page"), self.tr("Right"))
        self._sheet = _Sheet(theme)
        self._scroll = QScrollArea()
        self._drawing = PageDrawing(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(WAITED_MS)
        self._lay_out()
        self._before.clicked.connect(self.turn_back)
        self._after.clicked.connect(self.turn_on)
        self._drawing.drawn.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        self._settling.timeout.connect(self._ask)
        self._waiting.timeout.connect(self._on_waited)
        self.tint()

    def _lay_out(self) -> None:
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(MARGIN_PX, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._label, 1)
        row.addWidget(self._before)
        row.addWidget(self._after)
        self._scroll.setWidget(self._sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Picture of the page"))
        self.setFocusProxy(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)

    def _button(self, text: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "tool")
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @property
    def number(self) -> int:
        """The page that is shown or being drawn, from 1."""
        return self._number

    @property
    def message(self) -> str:
        """What is said in place of a page, "" while there is one."""
        return self._sheet.message

    @property
    def hint(self) -> str:
        """What stands on the empty paper while the page is being drawn, "" for nothing."""
        return self._sheet.hint

    @property
    def is_drawn(self) -> bool:
        """Whether the picture of the page is there."""
        return self._sheet.is_drawn

    def show_file(self, name: str, data: bytes, page_count: int) -> None:
        """Show pages of this PDF file from now on, the first of them."""
        self._drawing.set_file(name, data)
        self._name, self._number, self._count, self._followed = name, 1, page_count, 0
        self._sheet.show_nothing()
        self._show_number()
        if data:
            self._ask()
        else:
            self._sheet.show_message(
                self.tr("The original is not in the briefing"),
                self.tr("It was too large to be kept. Open it where it lies."),
            )

    def follow(self, number: int) -> None:
        """Turn to the page of the text that is read, unless it is still the same one."""
        if number != self._followed and number > 0:
            self._followed = number
            self._turn(number)

    def turn_back(self) -> None:
        """Show the page before."""
        self._turn(self._number - 1)

    def turn_on(self) -> None:
        """Show the next page."""
        self._turn(self._number + 1)

    def close_file(self) -> None:
        """Stop drawing, and forget the file."""
        self._settling.stop()
        self._drawing.set_file("", b"")
        self._name = ""
        self._sheet.show_nothing()

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        self._head.setFixedHeight(self._theme.px(HEAD_PX))
        size = self._theme.px(18)
        for button, icon in ((self._before, "up"), (self._after, "down")):
            button.setIcon(self._theme.icon(icon))
            button.setIconSize(QSize(size, size))
        self._sheet.update()

    def _turn(self, number: int) -> None:
        number = min(max(number, 1), self._count)
        if number == self._number:
            return
        self._number = number
        self._show_number()
        self._scroll.verticalScrollBar().setValue(0)
        self._sheet.show_blank()
        self._ask()
        self.turned.emit(number)

    def _show_number(self) -> None:
        words = self.tr("Page {number} of {count}")
        self._label.setText(words.format(number=self._number, count=self._count))
        self._before.setEnabled(self._number > 1)
        self._after.setEnabled(self._number < self._count)

    def _ask(self) -> None:
        if self._name and self.isVisible():
            if not self._sheet.is_drawn:
                self._waiting.start()
            width_px = round(self._sheet.page_width * self.devicePixelRatioF())
            self._drawing.ask(self._number, width_px)

    def _on_waited(self) -> None:
        if self._name and not self._sheet.is_drawn and not self._sheet.message:
            self._sheet.show_hint(self.tr("The page is being drawn…"))

    def _on_drawn(self, number: int, count: int, image: QImage) -> None:
        if number == self._number:
            self._count = count
            self._sheet.show_page(image)
            self._show_number()
            words = self.tr("Page {number} of {count} of “{name}”")
            told = words.format(number=number, count=count, name=self._name)
            self._scroll.setAccessibleDescription(told)

    def _on_failed(self, error: BriefingError) -> None:
        title = self.tr("This page cannot be shown")
        self._sheet.show_message(title, f"{_sentence(error.message)} {error.hint}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # With or without a scroll bar the page has the same width, or it would be drawn twice.
        self._sheet.set_room(self.width() - self._scroll.verticalScrollBar().sizeHint().width())
        self._settling.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settling.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drawing.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_Left: self.turn_back, Qt.Key.Key_Right: self.turn_on}
        turn = turns.get(Qt.Key(event.key()))
        if turn:
            turn()
        else:
            super().keyPressEvent(event)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


class _Sheet(QWidget):
    """The paper, or what is said in its place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._title = ""
        self.message = self.hint = ""
        self.page_width = 50
        self._ratio = A4

    @property
    def is_drawn(self) -> bool:
        return not self._image.isNull()

    def set_room(self, width: int) -> None:
        """How much there is for the page and its margins."""
        self.page_width = max(width - 2 * MARGIN_PX, 50)
        self._fit()

    def show_page(self, image: QImage) -> None:
        self._image, self._title, self.message, self.hint = image, "", "", ""
        self._fit()

    def show_message(self, title: str, message: str) -> None:
        self._image, self._title, self.message, self.hint = QImage(), title, message, ""
        self._fit()

    def show_hint(self, hint: str) -> None:
        """Say something on the empty paper."""
        self.hint = hint
        self.update()

    def show_nothing(self) -> None:
        self._ratio = A4
        self.show_message("", "")

    def show_blank(self) -> None:
        """Empty paper of the same shape, until the page is drawn."""
        self.show_message("", "")

    def _fit(self) -> None:
        if self.is_drawn:
            self._ratio = self._image.height() / self._image.width()
        height = 0 if self.message else self.page_width * self._ratio
        self.setMinimumHeight(round(height) + (2 * MARGIN_PX if height else 0))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), theme.color("canvas"))
        if self.message:
            self._paint_message(painter)
            return
        width = self.page_width
        height = self.minimumHeight() - 2 * MARGIN_PX
        paper = QRect((self.width() - width) // 2, MARGIN_PX, width, height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # White paper would be a lamp among dark colours.
        painter.setOpacity(0.86 if theme.is_dark else 1.0)
        if self.is_drawn:
            painter.drawImage(paper, self._image)
        else:
            painter.fillRect(paper, theme.color("surface"))
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("text2"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(paper.adjusted(MARGIN_PX, 0, -MARGIN_PX, 0), flags, self.hint)
        painter.setOpacity(1.0)
        painter.setPen(theme.color("border2"))
        painter.drawRect(paper.adjusted(-1, -1, 0, 0))

    def _paint_message(self, painter: QPainter) -> None:
        theme = self._theme
        room = self.rect().adjusted(28, 28, -28, -28)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.setFont(theme.font(15))
        painter.setPen(theme.color("text"))
        top = room.top() + room.height() // 4
        title = painter.drawText(QRect(room.left(), top, room.width(), 80), flags, self._title)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text2"))
        below = (title or QRect(room.left(), top, 1, 40)).bottom() + theme.px(10)
        painter.drawText(QRect(room.left(), below, room.width(), 200), flags, self.message)
