"""A page of the original as it looks on paper: looked at closely, and moved about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QGestureEvent,
    QPinchGesture,
)

from briefing_app.gui.original_page.drawing import Asked, DrawnPage
from briefing_app.gui.original_page.painting import (
    paint_marks,
    paint_paper,
    placed,
    shown_part,
)
from briefing_app.gui.original_page.wheel import EndOfPage
from briefing_app.gui.original_page.zoom import Fit, Zoom, larger, limited, smaller
from briefing_app.gui.theme import Theme
from briefing_app.readers.pdf.pages import SCREEN_POINT, WHOLE, Part

MARGIN_PX = 12
A4 = 595 * SCREEN_POINT, 842 / 595
"""Own width and ratio of a page before it is known."""

FLATTEST = 0.01
"""Ratio of a page that is a mere line; flatter ones are shown as if they were so high."""

LARGEST_PIXELS = 4_000_000
"""Of a picture; of a page that is larger, a part is drawn. Handing over more would be felt."""

NARROW_PX = 200
_GRID = 8
"""Parts begin and end at eighths of what is in sight, so that moving a little asks for nothing."""


class PageCanvas(QAbstractScrollArea):
    """Shows one page at the size that `zoom` says; `wanted` tells what picture it needs for that.

    Signals: `clicked` on the page, or Enter; `turn_requested` with -1 for the page before and 1 for
    the next; `looked` when another part or size of the page is in sight.
    """

    clicked = Signal()
    turn_requested = Signal(int)
    looked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.zoom = Zoom()
        self.hint = ""
        self._own_width, self._ratio = A4
        self._whole: DrawnPage | None = None
        self._part: DrawnPage | None = None
        self.marked: tuple[Part, ...] = ()
        self._grabbed: QPointF | None = None
        self._moved = False
        self._end = EndOfPage(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Picture of the page"))
        self.viewport().setToolTip(self.tr("Click to go to this page in the text (Enter)"))
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        # Pages are not mirrored with the interface.
        self.horizontalScrollBar().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._end.passed.connect(self.turn_requested)

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture of the page."""
        return self._whole is not None

    @property
    def scale(self) -> float:
        """The page's size of its own size, as it is shown."""
        return self.paper().width() / self._own_width

    def clear(self, *, other_file: bool = False) -> None:
        """Show empty paper, of the same shape unless the next page is another file's."""
        self._whole = self._part = None
        self.marked = ()
        self.hint = ""
        if other_file:
            self._own_width, self._ratio = A4
        self._fit()

    def put(self, drawn: DrawnPage) -> None:
        """Show a picture of the page."""
        self.hint = ""
        if drawn.asked.part == WHOLE:
            self._whole = drawn
        else:
            self._part = drawn
        ratio = min(max(drawn.picture.page_ratio, FLATTEST), 1 / FLATTEST)
        shape = drawn.picture.own_width, ratio
        if shape != (self._own_width, self._ratio):
            self._own_width, self._ratio = shape
            self._fit()
        self.viewport().update()

    def mark(self, parts: Sequence[Part]) -> None:
        """Outline these parts of the page, and bring the first of them into sight."""
        self.marked = tuple(parts)
        if self.marked:
            paper, view = self.paper(), self.viewport().height()
            box = placed(paper, self.marked[0])
            if box.top() < 0 or box.bottom() > view:
                bar = self.verticalScrollBar()
                bar.setValue(round(bar.value() + box.center().y() - view / 3))
        self.viewport().update()

    def show_hint(self, hint: str) -> None:
        """Say something on the empty paper."""
        self.hint = hint
        self.viewport().update()

    def wanted(self, number: int) -> Asked | None:
        """The picture of this page that is needed to show it sharply, None: it is there."""
        density = self.devicePixelRatioF()
        width = max(1, round(self.paper().width() * density))
        most = int((LARGEST_PIXELS / self._ratio) ** 0.5)
        if self._whole is None or self._whole.asked.width_px != min(width, most):
            return Asked(number, min(width, most))
        if width <= most:
            return None
        part = self.part_in_sight()
        if self._part and self._part.asked.width_px == width and _holds(self._part, part):
            return None
        return Asked(number, width, self._around(part))

    def part_in_sight(self) -> Part:
        """Which part of the page can be seen."""
        return shown_part(self.paper(), QRectF(self.viewport().rect()))

    def _around(self, part: Part) -> Part:
        """A part with half of it more on each side, in steps."""
        found = []
        for begin, end in ((part[0], part[2]), (part[1], part[3])):
            step = max((end - begin) / _GRID, 0.001)
            half = (end - begin) / 2
            first, last = round((begin - half) / step), round((end + half) / step)
            found.append((max(first * step, 0.0), min(last * step, 1.0)))
        (left, right), (top, foot) = found
        return left, top, right, foot

    def paper(self) -> QRectF:
        """Where the page lies in the viewport."""
        size, view = self._paper_size(), self.viewport().size()
        left = self._edge(size.width(), view.width(), self.horizontalScrollBar().value())
        top: float = MARGIN_PX - self.verticalScrollBar().value()
        if size.height() + 2 * MARGIN_PX < view.height() and self.zoom.fit is Fit.PAGE:
            top = (view.height() - size.height()) / 2
        density = self.devicePixelRatioF()
        # At whole pixels of the screen, or a sharp picture would be blurred.
        left, top = round(left * density) / density, round(top * density) / density
        return QRectF(QPointF(left, top), size)

    def _edge(self, width: float, room: int, scrolled: int) -> float:
        has_room = width + 2 * MARGIN_PX <= room
        return (room - width) / 2 if has_room else MARGIN_PX - scrolled

    def _paper_size(self) -> QSizeF:
        # With or without a scroll bar the page has the same width, or it would be drawn twice.
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 2 * MARGIN_PX, self.height() - 2 * MARGIN_PX
        density = self.devicePixelRatioF()
        width = round(self.zoom.width(room, self._ratio, self._own_width) * density) / density
        return QSizeF(width, round(width * self._ratio * density) / density)

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Show the page so large; what is at that place of the viewport, or in its middle, stays
        there."""
        at = at or QPointF(self.viewport().rect().center())
        before = self.paper()
        across = (at.x() - before.left()) / before.width()
        down = (at.y() - before.top()) / before.height()
        self.zoom = zoom
        self._fit()
        size = self._paper_size()
        self.horizontalScrollBar().setValue(round(MARGIN_PX + across * size.width() - at.x()))
        self.verticalScrollBar().setValue(round(MARGIN_PX + down * size.height() - at.y()))
        self.viewport().update()
        self.looked.emit()

    def zoom_in(self) -> None:
        """Show the page a step larger."""
        self.set_zoom(Zoom(Fit.NOTHING, larger(self.scale)))

    def zoom_out(self) -> None:
        """Show the page a step smaller."""
        self.set_zoom(Zoom(Fit.NOTHING, smaller(self.scale)))

    def go_to_edge(self, *, at_foot: bool = False) -> None:
        """Show the top of the page, or its foot."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if at_foot else 0)

    def screen_on(self, direction: int) -> bool:
        """Go a screen down (1) or up (-1); False: the page ends here."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + direction * bar.pageStep() * 9 // 10)
        return bar.value() != before

    def _fit(self) -> None:
        size, view = self._paper_size(), self.viewport().size()
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        lengths = (size.width(), size.height())
        for bar, length, room in zip(bars, lengths, (view.width(), view.height()), strict=True):
            bar.setRange(0, max(0, round(length + 2 * MARGIN_PX) - room))
            bar.setPageStep(room)
            bar.setSingleStep(self._theme.px(40))
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW_PX, NARROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.looked.emit()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
        self.looked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.color("canvas"))
            view = QRectF(self.viewport().rect())
            paint_paper(
                *(painter, self._theme, self.paper(), view, self._pictures()),
                hint=self.hint,
                is_focused=self.hasFocus(),
            )
            paint_marks(painter, [placed(self.paper(), part) for part in self.marked])

    def _pictures(self) -> list[DrawnPage]:
        whole, part = self._whole, self._part
        if part is None or whole is None:
            return [whole] if whole else []
        # A part of a much larger page, made so small, would be a dark patch on it.
        if whole.asked.width_px >= round(self.paper().width() * self.devicePixelRatioF()):
            return [whole]
        return [part] if _holds(part, self.part_in_sight()) else [whole, part]

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            scale = limited(self.scale * 1.15**notches)
            self.set_zoom(Zoom(Fit.NOTHING, scale), event.position())
            event.accept()
        elif not self._end.take(event):
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # What holds the canvas knows the keys.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None:
            return
        way = event.position() - self._grabbed
        if not self._moved and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._moved, self._grabbed = True, event.position()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - round(way.x()))
        down.setValue(down.value() - round(way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_click = self._grabbed is not None and not self._moved
        self._grabbed = None
        self.viewport().unsetCursor()
        if is_click and self.paper().contains(event.position()):
            self.clicked.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                scale = limited(self.scale * (1 + event.value()))
                self.set_zoom(Zoom(Fit.NOTHING, scale), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                place = QPointF(self.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
                self.set_zoom(Zoom(Fit.NOTHING, limited(self.scale * pinch.scaleFactor())), place)
                return True
        return super().viewportEvent(event)


def _holds(drawn: DrawnPage, part: Part) -> bool:
    """Whether a picture shows all of a part."""
    left, top, right, foot = drawn.picture.part
    return left <= part[0] and top <= part[1] and part[2] <= right and part[3] <= foot
