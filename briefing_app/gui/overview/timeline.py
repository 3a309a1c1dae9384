"""The dated events of a memo as a picture: days on an axis, a dot for every entry."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from briefing_app.domain.coverage import Event
from briefing_app.gui import drawing
from briefing_app.gui.dates import shown_date
from briefing_app.gui.theme import SEMIBOLD, Theme

DAY_PX, DOT_PX, GAP_PX = 132, 12, 8
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class TimelineView(QWidget):
    """Signals: `entry_chosen(str)` when a dot is clicked, or on Enter.

    The arrow keys go from event to event; `current` is the index of the one marked.
    """

    entry_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._events: Sequence[Event] = ()
        self._days: list[tuple[str, list[int]]] = []
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Events in the order of time"))

    def show_events(self, events: Sequence[Event]) -> None:
        """Draw these, in the order of time."""
        self._events = events
        numbered = groupby(range(len(events)), key=lambda number: events[number].when[:10])
        self._days = [(day, list(numbers)) for day, numbers in numbered]
        self.current = 0
        self._tell_current()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        tallest = max((len(numbers) for _, numbers in self._days), default=1)
        dots = tallest * (DOT_PX + GAP_PX)
        width = max(1, len(self._days)) * DAY_PX + 40
        return QSize(round(self._theme.px(width)), round(self._theme.px(150 + dots)))

    minimumSizeHint = sizeHint

    def place_of(self, number: int) -> QPointF:
        """Middle of the dot of an event."""
        day = next(n for n, (_, numbers) in enumerate(self._days) if number in numbers)
        step = self._days[day][1].index(number)
        px = self._theme.px
        x = px(20) + px(DAY_PX) * (day + 0.5)
        return QPointF(x, self._axis() - px(16) - step * px(DOT_PX + GAP_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Time goes from left to right, as in the memo's own picture.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme, px, axis = self._theme, self._theme.px, self._axis()
        painter.setPen(QPen(theme.color("border2"), px(2)))
        painter.drawLine(QPointF(px(12), axis), QPointF(self.width() - px(12), axis))
        for number, (day, numbers) in enumerate(self._days):
            left = px(20) + px(DAY_PX) * number
            self._draw_day(painter, day, numbers, QRectF(left, axis, px(DAY_PX), px(90)))
        for number in range(len(self._events)):
            self._draw_dot(painter, number)

    def _draw_day(self, painter: QPainter, day: str, numbers: list[int], box: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        painter.setPen(QPen(theme.color("accent"), px(2)))
        middle = box.center().x()
        painter.drawLine(QPointF(middle, box.top() - px(5)), QPointF(middle, box.top() + px(5)))
        painter.setFont(theme.font(13, SEMIBOLD))
        painter.setPen(theme.color("text"))
        line = QRectF(box.left(), box.top() + px(10), box.width(), px(20))
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, shown_date(day))
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        room = box.width() - px(12)
        told = drawing.wrap(self._events[numbers[0]].text, painter.font(), room, 2)
        below = QRectF(box.left() + px(6), box.top() + px(32), room, px(40))
        for number, text in enumerate(told):
            row = QRectF(below.left(), below.top() + number * px(17), room, px(17))
            painter.drawText(row, Qt.AlignmentFlag.AlignHCenter, text)

    def _draw_dot(self, painter: QPainter, number: int) -> None:
        theme, px = self._theme, self._theme.px
        is_current = number == self.current and self.hasFocus()
        ring = QPen(theme.color("text"), px(2)) if is_current else Qt.PenStyle.NoPen
        painter.setPen(ring)
        painter.setBrush(theme.color("accent"))
        radius = px(DOT_PX) / 2
        painter.drawEllipse(self.place_of(number), radius, radius)

    def _axis(self) -> float:
        return self.height() - self._theme.px(100)

    def event_at(self, point: QPointF) -> int | None:
        """Number of the event whose dot is under a point."""
        reach = self._theme.px(DOT_PX + GAP_PX) / 2
        for number in range(len(self._events)):
            away = self.place_of(number) - point
            if max(abs(away.x()), abs(away.y())) <= reach:
                return number
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.event_at(event.position())
        if number is not None:
            self._go_to(number)
            self.entry_chosen.emit(self._events[number].entry_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self.event_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._events) - 1
        if event.key() in _BACK and self._events:
            self._go_to(max(0, self.current - 1))
        elif event.key() in _ON and self._events:
            self._go_to(min(last, self.current + 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._events:
            self.entry_chosen.emit(self._events[self.current].entry_id)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.event_at(QPointF(event.pos()))
            text = "" if number is None else self._told(number)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _go_to(self, number: int) -> None:
        self.current = number
        self._tell_current()
        self.update()

    def _tell_current(self) -> None:
        self.setAccessibleDescription(self._told(self.current) if self._events else "")

    def _told(self, number: int) -> str:
        event = self._events[number]
        return f"{shown_date(event.when[:10])}: {event.text}"
