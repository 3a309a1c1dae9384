"""Files, folders, pieces of web pages and text, dropped anywhere in the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit, QWidget

from briefing_app.gui import drawing
from briefing_app.gui.importing import Importer, local_paths
from briefing_app.gui.theme import SEMIBOLD, Theme

_KINDS = QEvent.Type
_OWN_DRAG = "application/x-briefing"


class DropTarget(QWidget):
    """Takes drops for the whole window, and lies over it while something is dragged above it.

    It listens to the native window, before any pane does, so none can swallow a drop.
    """

    def __init__(self, window: QMainWindow, importer: Importer, theme: Theme) -> None:
        super().__init__(window.centralWidget())
        self._window = window
        self._importer = importer
        self._theme = theme
        self._native: QWindow | None = None
        self.text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Drop to import"))
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._listen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle drags over the native window; follow the window when it gets another one."""
        if watched is self._window:
            if event.type() in (_KINDS.Show, _KINDS.WinIdChange):
                self._listen()
            return False
        if event.type() in (_KINDS.DragEnter, _KINDS.DragMove) and isinstance(
            event, QDragMoveEvent
        ):
            return self._on_over(event)
        if event.type() == _KINDS.DragLeave and self.isVisible():
            self.hide()
        elif event.type() == _KINDS.Drop and isinstance(event, QDropEvent):
            return self._on_drop(event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("window", 225))
        gap = theme.px(22)
        frame = QRectF(self.rect()).adjusted(gap, gap, -gap, -gap)
        pen = QPen(theme.color("accent"), 2.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([6, 5])
        drawing.rounded(painter, frame, theme.px(16), theme.color("accent_soft", 170), pen)
        middle = frame.center()
        top = middle.y() - theme.px(62)
        icon = theme.pixmap("import", "accent", 48)
        painter.drawPixmap(QPointF(middle.x() - theme.px(24), top), icon)
        self._draw_line(painter, self.text, 22, "text", frame, top + theme.px(56))
        second = self.tr("They are copied into the briefing and stay on this computer")
        self._draw_line(painter, second, 14, "text2", frame, top + theme.px(94))

    def _draw_line(
        self, painter: QPainter, text: str, size_px: int, color: str, frame: QRectF, top: float
    ) -> None:
        weight = SEMIBOLD if color == "text" else self._theme.font(size_px).weight()
        painter.setFont(self._theme.font(size_px, weight))
        painter.setPen(self._theme.color(color))
        line = QRectF(frame.left(), top, frame.width(), self._theme.px(size_px * 1.6))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), text)

    def _listen(self) -> None:
        native = self._window.windowHandle()
        if native is not None and native is not self._native:
            self._native = native
            native.installEventFilter(self)

    def _on_over(self, event: QDragMoveEvent) -> bool:
        if not self._takes(event):
            self.hide()
            return False
        # Whoever hears of a move may delete the user's file: say copy at once.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if not self.isVisible():
            self.text = self._invitation(event.mimeData())
            self.setGeometry(self.parentWidget().rect())
            self.show()
            self.raise_()
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        self.hide()
        if not self._takes(event):
            return False
        # The data live as long as this event; they are read once, and the work comes after it.
        data = _copied(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        QTimer.singleShot(0, self, partial(self._importer.paste, data))
        return True

    def _takes(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if self._importer.is_off or event.source() is not None:
            return False
        if any(name.startswith(_OWN_DRAG) for name in data.formats()):
            return False
        if local_paths(data):
            return True
        return (data.hasText() or data.hasHtml()) and not self._is_over_field(event)

    def _is_over_field(self, event: QDropEvent) -> bool:
        """Text dragged onto something that is written in belongs there."""
        under = self._window.childAt(event.position().toPoint())
        while under is not None and under is not self._window:
            if isinstance(under, QLineEdit | QPlainTextEdit | QTextEdit):
                return under.isEnabled() and not under.isReadOnly() and under.acceptDrops()
            under = under.parentWidget()
        return False

    def _invitation(self, data: QMimeData) -> str:
        """Counts what is named and looks at no disk: a share may be slow to answer."""
        count = len(local_paths(data))
        if count > 1:
            return self.tr("Drop to import {n} files").format(n=count)
        return self.tr("Drop to import")


def _copied(data: QMimeData) -> QMimeData:
    copy = QMimeData()
    if paths := local_paths(data):
        copy.setUrls([QUrl.fromLocalFile(path) for path in paths])
        return copy
    if data.hasHtml():
        copy.setHtml(data.html())
    if data.hasText():
        copy.setText(data.text())
    return copy
