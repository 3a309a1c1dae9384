"""A page of the original as it looks on paper, with what turns the pages and zooms."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from briefing_app.errors import BriefingError, PasswordNeeded
from briefing_app.gui import direction
from briefing_app.gui.original_page.canvas import PageCanvas
from briefing_app.gui.original_page.drawing import DrawnPage, Load, PageDrawing
from briefing_app.gui.original_page.head import PageHead
from briefing_app.gui.original_page.message import PageMessage
from briefing_app.gui.original_page.zoom import Fit, Zoom
from briefing_app.gui.pane import Pane
from briefing_app.gui.theme import Theme
from briefing_app.readers.pdf.pages import Part

WAITED_MS = 400
"""After that long without a picture, it is said that one is being made."""

SETTLED_MS = 120
"""After the size last changed, the page is drawn anew; until then its picture is stretched."""


class OriginalPage(Pane):
    """A page with what turns the pages; `show_file`, then `follow` the text that is read.

    Signals: `turned` with the number of the page that is shown; `chosen` with the number of the
    page whose text the user wants to see; `password_requested`; `left`: back to the text.
    """

    turned = Signal(int)
    chosen = Signal(int)
    password_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._load: Load | None = None
        self._number, self._count, self._followed = 1, 1, 0
        self._was_asked = False
        self._words = ""
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Original page"))
        self.head = PageHead(theme)
        self.canvas = PageCanvas(theme)
        self._message = PageMessage(self.tr("Enter password…"))
        self._drawing = PageDrawing(self)
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._waiting = QTimer(self, singleShot=True, interval=WAITED_MS)
        self._lay_out()
        self._connect()
        self._keys = self._bind_keys()
        self._show_zoom()

    def _lay_out(self) -> None:
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self._message)
        self.main_part = self.canvas
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(below, 1)

    def _connect(self) -> None:
        head, canvas = self.head, self.canvas
        head.back_clicked.connect(self.turn_back)
        head.on_clicked.connect(self.turn_on)
        head.page_named.connect(self.turn_to)
        head.smaller_clicked.connect(canvas.zoom_out)
        head.larger_clicked.connect(canvas.zoom_in)
        head.fit_clicked.connect(self._on_fit)
        canvas.clicked.connect(self._on_clicked)
        canvas.turn_requested.connect(self._on_passed)
        canvas.looked.connect(self._on_looked)
        self._message.clicked.connect(self.password_requested)
        self._drawing.drawn.connect(self._on_drawn)
        self._drawing.found.connect(self._on_found)
        self._drawing.failed.connect(self._on_failed)
        self._settling.timeout.connect(self._ask)
        self._waiting.timeout.connect(self._on_waited)

    def _bind_keys(self) -> dict[Qt.Key, Callable[[], object]]:
        key, canvas = Qt.Key, self.canvas
        ahead = -1 if direction.is_mirrored() else 1
        return {
            key.Key_Left: partial(self._go_aside, -1, -ahead),
            key.Key_Right: partial(self._go_aside, 1, ahead),
            key.Key_PageUp: partial(self._go_on, -1),
            key.Key_PageDown: partial(self._go_on, 1),
            key.Key_Space: partial(self._go_on, 1),
            key.Key_Up: partial(self._step, -1),
            key.Key_Down: partial(self._step, 1),
            key.Key_Home: partial(self.turn_to, 1),
            key.Key_End: partial(self._go_last),
            key.Key_Plus: canvas.zoom_in,
            key.Key_Equal: canvas.zoom_in,
            key.Key_Minus: canvas.zoom_out,
            key.Key_W: partial(self._on_fit, Fit.WIDTH),
            key.Key_H: partial(self._on_fit, Fit.PAGE),
            key.Key_Return: self._on_entered,
            key.Key_Enter: self._on_entered,
            key.Key_Escape: self.left.emit,
        }

    @property
    def number(self) -> int:
        """The page that is shown or being drawn, from 1."""
        return self._number

    @property
    def name(self) -> str:
        """Of the file, "" until it is known."""
        return self._drawing.name

    @property
    def message(self) -> str:
        """What is said in place of a page, "" while there is one."""
        is_said = self._stack.currentWidget() is self._message
        return f"{self._message.title}\n{self._message.text}" if is_said else ""

    @property
    def hint(self) -> str:
        """What stands on the empty paper while the page is being drawn, "" for nothing."""
        return self.canvas.hint

    @property
    def is_drawn(self) -> bool:
        """Whether the picture of the page is there."""
        return self.canvas.is_drawn

    def show_file(self, load: Load, page_count: int, passwords: tuple[str, ...] = ()) -> None:
        """Show pages of this file from now on, the first of them; passwords: it may have one."""
        self._load = load
        self._drawing.set_file(load, passwords)
        self._number, self._count, self._followed = 1, page_count, 0
        self._was_asked = False
        self._clear(other_file=True)
        self._ask()

    def show_again(self, passwords: tuple[str, ...]) -> None:
        """Try the same page once more with these passwords, one of them just typed."""
        self._was_asked = True
        self._drawing.set_file(self._load, passwords)
        self._clear()
        self._ask()

    def follow(self, number: int) -> None:
        """Turn to the page of the text that is read, unless it is still the same one."""
        if number != self._followed and number > 0:
            self._followed = number
            self.turn_to(number)

    def mark(self, words: str) -> None:
        """Outline these words where they stand on the page, if they do so once; "" for none."""
        self._words = words
        self.canvas.mark(())
        self._find()

    def stay_at(self, number: int) -> None:
        """Stay at the page that is shown as long as this one's text is read."""
        self._followed = number

    def turn_back(self) -> None:
        """Show the page before."""
        self.turn_to(self._number - 1)

    def turn_on(self) -> None:
        """Show the next page."""
        self.turn_to(self._number + 1)

    def turn_to(self, number: int, *, at_foot: bool = False) -> None:
        """Show a page from its top, or its foot; the nearest one if there is none so called."""
        number = min(max(number, 1), self._count)
        if number == self._number:
            return
        self._number = number
        self._clear()
        self.canvas.go_to_edge(at_foot=at_foot)
        self._ask()
        self.turned.emit(number)

    def close_file(self) -> None:
        """Stop drawing, and forget the file."""
        self._settling.stop()
        self._drawing.set_file(None)
        self._load = None
        self._clear(other_file=True)

    def tint(self) -> None:
        """Take the theme's colours and sizes again."""
        self.head.tint()
        self.canvas.viewport().update()

    def _clear(self, *, other_file: bool = False) -> None:
        self.canvas.clear(other_file=other_file)
        self._stack.setCurrentWidget(self.canvas)
        self.head.setEnabled(True)
        self.head.show_number(self._number, self._count)

    def _say(self, title: str, text: str, *, can_act: bool = False) -> None:
        self._message.say(title, text, can_act=can_act)
        # Without its password a file has no other page either.
        self.head.setEnabled(not can_act)
        self._stack.setCurrentWidget(self._message)

    def _show_zoom(self) -> None:
        self.head.show_zoom(self.canvas.zoom.fit, self.canvas.scale)

    def _ask(self) -> None:
        """Have the picture drawn that is needed next, if there is one."""
        if self._load is None or not self.isVisible():
            return
        asked = self.canvas.wanted(self._number)
        if asked:
            if not self.is_drawn:
                self._waiting.start()
            self._drawing.ask(asked)

    def _find(self) -> None:
        if self._load and self._words and self.isVisible():
            self._drawing.find(self._number, self._words)

    def _on_found(self, number: int, parts: list[Part]) -> None:
        if number == self._number and self._words:
            self.canvas.mark(parts)

    def _on_waited(self) -> None:
        if self._load and not self.is_drawn and not self.message:
            self.canvas.show_hint(self.tr("The page is being drawn…"))

    def _on_drawn(self, drawn: DrawnPage) -> None:
        if drawn.asked.number != self._number:
            return
        self._count = drawn.picture.page_count
        self.canvas.put(drawn)
        self._stack.setCurrentWidget(self.canvas)
        self.head.setEnabled(True)
        self.head.show_number(self._number, self._count)
        self._show_zoom()
        words = self.tr("Page {number} of {count} of “{name}”")
        told = words.format(number=self._number, count=self._count, name=self.name)
        self.canvas.setAccessibleDescription(told)
        if not self._settling.isActive():
            self._ask()

    def _on_failed(self, error: BriefingError) -> None:
        if isinstance(error, PasswordNeeded):
            needed = self.tr("This file needs its password")
            self._say(
                self.tr("That was not its password") if self._was_asked else needed,
                self.tr("Its pages can be shown once you have typed it."),
                can_act=True,
            )
        else:
            text = f"{_sentence(error.message)} {error.hint}".strip()
            self._say(self.tr("This page cannot be shown"), text)

    def _on_fit(self, fit: Fit) -> None:
        self.canvas.set_zoom(Zoom(fit))

    def _on_clicked(self) -> None:
        if self.is_drawn:
            self.chosen.emit(self._number)

    def _on_entered(self) -> None:
        if self.canvas.hasFocus():  # and not the field for the page's number
            self._on_clicked()

    def _on_passed(self, way: int) -> None:
        self.turn_to(self._number + way, at_foot=way < 0)

    def _on_looked(self) -> None:
        self._show_zoom()
        self._settling.start()

    def _go_on(self, way: int) -> None:
        if not self.canvas.screen_on(way):
            self._on_passed(way)

    def _go_aside(self, way: int, pages: int) -> None:
        """To the left or the right, and where all of the page's width is seen, to another page."""
        bar = self.canvas.horizontalScrollBar()
        if bar.maximum():
            bar.setValue(bar.value() + way * bar.singleStep())
        else:
            self.turn_to(self._number + pages)

    def _step(self, way: int) -> None:
        bar = self.canvas.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.singleStep())

    def _go_last(self) -> None:
        self.turn_to(self._count)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settling.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drawing.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if act and plain:
            act()
        else:
            super().keyPressEvent(event)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
