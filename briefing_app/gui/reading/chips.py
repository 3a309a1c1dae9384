"""The sections as buttons with a drawn key cap, flowing into rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from briefing_app.gui.drawing import Mirror, elide, rounded
from briefing_app.gui.theme import BOLD, MEDIUM, NORMAL, Theme

GAP_PX = 6
ROW_PX = 30
MOST_ROWS, FEWEST_ROWS = 5, 2
"""More rows than this scroll; where there is little room, fewer do."""


class Chip(QPushButton):
    """One section, or with `is_plain` something else to press.

    key  the digit that presses it, "" when there is none
    """

    def __init__(self, theme: Theme, label: str, key: str = "", *, is_plain: bool = False) -> None:
        super().__init__(label)
        self._theme = theme
        self._key = key
        self._is_plain = is_plain
        self.is_target = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        words = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        beside = 46 if self._key else 25
        return QSize(min(round(words) + px(beside), px(320)), px(ROW_PX))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        pointed = self.isEnabled() and (self.underMouse() or self.hasFocus())
        if pointed or not self._is_plain:
            self._paint_frame(painter, box, pointed)
        mirror = Mirror.of(painter, box)
        left = box.left() + px(12)
        if self._key:
            cap = self.cap
            self._paint_cap(painter, mirror.box(cap))
            left = cap.right() + px(8)
        painter.setFont(self._font())
        ink = "accent" if self._is_plain else "text"
        painter.setPen(theme.color(ink if self.isEnabled() else "text3"))
        room = QRectF(left, box.top(), box.right() - left - px(6), box.height())
        label = elide(painter, self.text(), room.width())
        mirror.words(painter, room, label)
        painter.end()

    @property
    def cap(self) -> QRectF:
        """Where the key cap lies; on the other side where the interface is mirrored."""
        px, middle = self._theme.px, self.rect().height() / 2
        return QRectF(0.75 + px(6), middle - px(9), px(19), px(18))

    def _font(self) -> QFont:
        return self._theme.font(13, MEDIUM if self.is_target else NORMAL)

    def _paint_frame(self, painter: QPainter, box: QRectF, pointed: bool) -> None:
        theme = self._theme
        marked = self.is_target and self.isEnabled()
        line = theme.color("accent") if pointed else theme.color("border2")
        if marked and not pointed:
            line = theme.color("accent", 140)
        fill = theme.color("accent_soft" if marked or pointed else "side")
        rounded(painter, box, 8, fill, QPen(line, 2 if self.hasFocus() else 1.2))

    def _paint_cap(self, painter: QPainter, cap: QRectF) -> None:
        theme = self._theme
        rounded(painter, cap, 5, theme.color("surface"), QPen(theme.color("border2"), 1))
        painter.setPen(QPen(theme.color("border2"), 1.6))
        foot = QPointF(4, 0)
        painter.drawLine(QLineF(cap.bottomLeft() + foot, cap.bottomRight() - foot))
        painter.setFont(theme.font(11.5, BOLD))
        painter.setPen(theme.color("text2" if self.isEnabled() else "text3"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


class Flow(QScrollArea):
    """Widgets one after the other, wrapped into rows; as high as they need, up to MOST_ROWS.

    keeps_height  stay as high as now though fewer widgets are shown
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._inside = QWidget()
        self._shown: list[QWidget] = []
        self.keeps_height = False
        self.setWidget(self._inside)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)

    def fill(self, children: list[QWidget]) -> None:
        """Show these widgets and hide the ones shown before; `arrange` places them."""
        for child in self._shown:
            if child not in children:
                child.hide()
        self._shown = children
        for child in children:
            child.setParent(self._inside)

    def arrange(self, width: int, most_rows: int = MOST_ROWS) -> None:
        """Lay the widgets out in rows of this width and take the height that they need."""
        gap, row = self._theme.px(GAP_PX), self._theme.px(ROW_PX)
        most = most_rows * (row + gap) - gap
        height = self._flow(width)
        if height > most:
            height = self._flow(width - self.verticalScrollBar().sizeHint().width() - gap)
        self._inside.resize(width, height)
        least = self.height() if self.keeps_height else 0
        self.setFixedSize(width, min(max(height, least), most))

    def _flow(self, width: int) -> int:
        """Place the widgets; returns the height of their rows."""
        gap, row = self._theme.px(GAP_PX), self._theme.px(ROW_PX)
        x = y = 0
        for child in self._shown:
            wide = min(max(child.sizeHint().width(), child.minimumWidth()), width)
            if x and x + wide > width:
                x, y = 0, y + row + gap
            left = width - x - wide if self.isRightToLeft() else x
            child.setGeometry(left, y, wide, row)
            child.show()
            x += wide + gap
        return y + row
