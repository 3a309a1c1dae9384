"""A strip that says what happened and offers one thing to do; it never stops the user."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from shiboken6 import isValid

from briefing_app.gui import direction
from briefing_app.gui.session import Notice
from briefing_app.gui.theme import Theme

SHOWN_MS = 6000
PROBLEM_SHOWN_MS = 15000
BOTTOM_GAP_PX = 44


def _is_open(notice: Notice) -> bool:
    """Whether a notice is a question that can be asked again."""
    return notice.is_open is not None and notice.is_open()


class NoticeBar(QFrame):
    """The strip itself, over the bottom of its host; one notice at a time, the newest wins.

    A question that was not answered comes back after the notices that covered it.
    """

    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(host)
        self._theme = theme
        self._notice = Notice("")
        self._covered: list[Notice] = []
        self._came_from: QWidget | None = None
        self.setProperty("look", "notice")
        self.setAccessibleName(self.tr("Notice"))
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._action = self._button(self._run)
        self._close = self._button(self._refuse)
        row = QHBoxLayout(self)
        row.setContentsMargins(direction.margins(16, 8, 8, 8))
        row.setSpacing(10)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._end)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown now, "" when nothing is."""
        return self._notice.text if self.isVisible() else ""

    @property
    def is_answerable(self) -> bool:
        """True while there is something that can be done about the notice."""
        return self.isVisible() and not (self._action.isHidden() and self._close.isHidden())

    def take_keyboard(self) -> None:
        """Let the keyboard answer the notice, which waits for that."""
        self._timer.stop()
        self._came_from = QApplication.focusWidget()
        (self._close if self._action.isHidden() else self._action).setFocus()

    def say(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        if _is_open(self._notice) and not self.isHidden():
            self._covered.append(self._notice)
        self._show(notice)

    def _show(self, notice: Notice) -> None:
        self._notice = notice
        self._text.setText(notice.text)
        self._action.setText(notice.action)
        self._action.setAccessibleName(notice.action)
        self._action.setToolTip(notice.action)
        self._action.setVisible(bool(notice.action))
        self._close.setText(notice.refusal or self.tr("Close"))
        self._close.setToolTip(notice.refusal or self.tr("Close the notice"))
        self._close.setVisible(notice.is_problem or bool(notice.refusal))
        self._place()
        self.show()
        self.raise_()
        self._wait()
        self.setAccessibleDescription(notice.text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def outdate(self) -> None:
        """Another change has been made: an undo would no longer take back what is told here."""
        if self._notice.offers_undo and not self.isHidden():
            self._end()

    def withdraw(self) -> None:
        """A question that was answered in another way is asked no longer."""
        if self._notice.is_open is not None and not self._notice.is_open() and not self.isHidden():
            self._end()

    def _button(self, run: object) -> QPushButton:
        button = QPushButton()
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        # A click leaves the keyboard where the user works.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(run)
        button.installEventFilter(self)
        return button

    def _run(self) -> None:
        self._answer(self._notice.run)

    def _refuse(self) -> None:
        self._answer(self._notice.refuse)

    def _go(self) -> None:
        """Leave the screen, and give the keyboard back to where it came from."""
        focused, before = QApplication.focusWidget(), self._came_from
        is_held = focused is not None and self.isAncestorOf(focused)
        if is_held and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _answer(self, answer: Callable[[], object] | None) -> None:
        self._go()
        if answer is not None:
            answer()
        if self.isHidden():
            self._end()

    def _end(self) -> None:
        """Let the notice go, and ask again what waits for an answer still."""
        self._go()
        while self._covered:
            question = self._covered.pop()
            if _is_open(question):
                self._show(question)
                return

    def _wait(self) -> None:
        if self._notice.refusal:
            self._timer.stop()
        else:
            self._timer.start(PROBLEM_SHOWN_MS if self._notice.is_problem else SHOWN_MS)

    def _place(self) -> None:
        host = self.parentWidget()
        most = min(self._theme.px(640), host.width() - 48)
        text_px = self._text.fontMetrics().horizontalAdvance(self._notice.text) + 4
        buttons = (self._action, self._close)
        beside = sum(b.sizeHint().width() + 10 for b in buttons if not b.isHidden())
        self._text.setMinimumWidth(min(text_px, most - beside - 40))
        self.resize(min(text_px + beside + 40, most), 10)
        self.layout().activate()
        height = self.layout().totalHeightForWidth(self.width())
        self.resize(self.width(), height if height > 0 else self.sizeHint().height())
        gap = self._theme.px(BOTTOM_GAP_PX)
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - gap)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.parentWidget():
            if event.type() == QEvent.Type.FocusOut and not self.isHidden():
                self._wait()
            return False
        # Shown, even if its window is not yet: then the host still has to take its size.
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._wait()
        super().leaveEvent(event)
