"""Drops anywhere in the window, and what is shown while something hangs above it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QMainWindow, QWidget

from briefing_app.gui import drawing
from briefing_app.gui.intake import payload
from briefing_app.gui.intake.intake import Intake
from briefing_app.gui.intake.places import NoSections, SectionFinder, SectionPlace
from briefing_app.gui.intake.sheet_drops import is_for_us, say_copy
from briefing_app.gui.theme import SEMIBOLD, Theme

_KINDS = QEvent.Type
_AFTER_DRAGS = (_KINDS.MouseMove, _KINDS.MouseButtonPress)
"""While another program drags, the mouse is its own: it ended without a word if these come."""

_LEAST_WIDTH_PX = 300
"""The invitation needs so much beside the outline."""


class DropTarget(QWidget):
    """Takes drops for the whole window, and lies over it while something is dragged above it.

    It listens to the native window, before any pane does, so none can swallow a drop.
    """

    def __init__(
        self,
        window: QMainWindow,
        intake: Intake,
        theme: Theme,
        sections: SectionFinder | None = None,
    ) -> None:
        super().__init__(window.centralWidget())
        self._window = window
        self._intake = intake
        self._theme = theme
        self._sections: SectionFinder = sections or NoSections()
        self._native: QWindow | None = None
        self._offer: _Offer | None = None
        self.section: SectionPlace | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Drop to import"))
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._listen()

    @property
    def text(self) -> str:
        """What a drop here would do, "" while nothing is held above the window."""
        if self._offer is None:
            return ""
        if self.section:
            return self.tr("Drop to import and file in “{title}”").format(title=self.section.title)
        if self._offer.is_link:
            return self.tr("Drop to add the page")
        if self._offer.is_selection:
            return self.tr("Drop to import the selected text")
        if self._offer.files > 1:
            return self.tr("Drop to import {n} files").format(n=self._offer.files)
        return self.tr("Drop to import")

    @property
    def second_text(self) -> str:
        """What else there is to know about it."""
        if self._offer and self._offer.is_link:
            return self.tr("Nothing is fetched from the web unless you say so")
        if self.section:
            return self.tr("Its words become a quote or a fact in that section")
        if self._offer and self._offer.is_selection and not self._sections.area().isEmpty():
            return self.tr("Drop it on a section to file it there as well")
        return self.tr("They are copied into the briefing and stay on this computer")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle drags over the native window; follow the window when it gets another one."""
        if watched is self._window:
            if event.type() in (_KINDS.Show, _KINDS.WinIdChange):
                self._listen()
            return False
        if event.type() in (_KINDS.DragEnter, _KINDS.DragMove) and isinstance(
            event, QDragMoveEvent
        ):
            if event.type() == _KINDS.DragEnter:
                self._offer = None
                self._intake.get_ready()
            return self._on_over(event)
        if event.type() == _KINDS.DragLeave or event.type() in _AFTER_DRAGS:
            self._forget()
        elif event.type() == _KINDS.Drop and isinstance(event, QDropEvent):
            return self._on_drop(event)
        return False

    def _listen(self) -> None:
        native = self._window.windowHandle()
        if native is not None and native is not self._native:
            self._native = native
            native.installEventFilter(self)

    def _forget(self) -> None:
        if self._offer is None:
            return
        self.hide()
        self._offer = self.section = None

    def _on_over(self, event: QDragMoveEvent) -> bool:
        if not self._takes(event):
            self._forget()
            return False
        say_copy(event)
        self._offer = self._offer or _Offer.of(event.mimeData())
        was, self.section = self.section, self._section_at(event)
        if not self.isVisible():
            self.setGeometry(self.parentWidget().rect())
            self.show()
            self.raise_()
        elif was != self.section:
            self.update()
        return True

    def _section_at(self, event: QDropEvent) -> SectionPlace | None:
        if not (self._offer and self._offer.is_selection):
            return None
        point = self._window.mapToGlobal(event.position().toPoint())
        self._sections.come_near(point)
        return self._sections.at(point)

    def _on_drop(self, event: QDropEvent) -> bool:
        is_taken = self._takes(event)
        if is_taken:
            self._offer = self._offer or _Offer.of(event.mimeData())
        section = self._section_at(event)
        self._forget()
        if not is_taken:
            return False
        say_copy(event)
        # The data live as long as this event; they are read here, and the work comes after it.
        found = payload.read_payload(event.mimeData())
        receive = partial(self._intake.receive, found, section.id if section else "")
        QTimer.singleShot(0, self, receive)
        return True

    def _takes(self, event: QDropEvent) -> bool:
        return not self._intake.is_off and is_for_us(event, self._window)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        room = self.rect()
        outline = self._here(self._sections.area())
        if self._offer and self._offer.is_selection and not outline.isEmpty():
            room = _beside(room, outline)
            painter.fillRect(room, theme.color("window", 225))
            self._paint_section(painter)
        else:
            painter.fillRect(room, theme.color("window", 225))
        self._paint_invitation(painter, room)

    def _here(self, rect: QRect) -> QRect:
        return QRect(self.mapFromGlobal(rect.topLeft()), rect.size()) & self.rect()

    def _paint_section(self, painter: QPainter) -> None:
        if self.section is None:
            return
        pen = QPen(self._theme.color("accent"), 2)
        frame = QRectF(self._here(self.section.frame)).adjusted(3, 1, -3, -1)
        drawing.rounded(painter, frame, 8, self._theme.color("accent", 41), pen)

    def _paint_invitation(self, painter: QPainter, room: QRect) -> None:
        theme = self._theme
        gap = theme.px(22)
        frame = QRectF(room).adjusted(gap, gap, -gap, -gap)
        pen = QPen(theme.color("accent"), 2.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([6, 5])
        drawing.rounded(painter, frame, theme.px(16), theme.color("accent_soft", 170), pen)
        middle = frame.center()
        top = middle.y() - theme.px(62)
        icon = theme.pixmap("link" if self._offer and self._offer.is_link else "import",
                            "accent", 48)  # fmt: skip
        painter.drawPixmap(QPointF(middle.x() - theme.px(24), top), icon)
        self._draw_line(painter, self.text, 22, "text", frame, top + theme.px(56))
        self._draw_line(painter, self.second_text, 14, "text2", frame, top + theme.px(94))

    def _draw_line(
        self, painter: QPainter, text: str, size_px: int, color: str, frame: QRectF, top: float
    ) -> None:
        weight = SEMIBOLD if color == "text" else self._theme.font(size_px).weight()
        painter.setFont(self._theme.font(size_px, weight))
        painter.setPen(self._theme.color(color))
        line = QRectF(frame.left(), top, frame.width(), self._theme.px(size_px * 1.6))
        shown = drawing.elide(painter, text, line.width() - self._theme.px(24))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), shown)


@dataclass(frozen=True)
class _Offer:
    """What hangs above the window, as far as that can be told without disturbing its program."""

    files: int = 0
    is_link: bool = False
    is_selection: bool = False

    @classmethod
    def of(cls, data: QMimeData) -> _Offer:
        if payload.holds_files(data):
            return cls(files=max(1, payload.counted_paths(data)))
        is_link = payload.holds_link(data)
        return cls(is_link=is_link, is_selection=not is_link)


def _beside(room: QRect, outline: QRect) -> QRect:
    """The larger part of the room to the left or to the right of the outline."""
    left = QRect(room.topLeft(), QPoint(outline.left() - 1, room.bottom()))
    right = QRect(QPoint(outline.right() + 1, room.top()), room.bottomRight())
    widest = max(left, right, key=QRect.width)
    return widest if widest.width() >= _LEAST_WIDTH_PX else room
