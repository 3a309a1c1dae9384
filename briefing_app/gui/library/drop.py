"""The whole window takes files and text; the user's files are copied from, never moved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMainWindow, QWidget

from briefing_app.gui.drawing import rounded
from briefing_app.gui.importing import Importer
from briefing_app.gui.theme import Theme


class DropTarget(QWidget):
    """What is drawn over the window while something is dragged over it."""

    def __init__(self, window: QMainWindow, importer: Importer, theme: Theme) -> None:
        super().__init__(window.centralWidget())
        self._window = window
        self._importer = importer
        self._theme = theme
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Drop target"))
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._on_drop(event)
        if isinstance(event, QDragEnterEvent):
            return self._on_enter(event)
        if isinstance(event, QDragMoveEvent) and event.type() == QEvent.Type.DragMove:
            return self._copy(event)
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        return super().eventFilter(watched, event)

    def _on_enter(self, event: QDragEnterEvent) -> bool:
        # A drag of this window's own cards is none of our business.
        if event.source() is not None or not _is_wanted(event.mimeData()):
            return False
        self._text = self._words(event.mimeData())
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()
        return self._copy(event)

    def _on_drop(self, event: QDropEvent) -> bool:
        self.hide()
        if event.source() is not None or not _is_wanted(event.mimeData()):
            return False
        self._copy(event)
        # The other program hands the data over now and perhaps never again.
        self._importer.take(event.mimeData())
        return True

    def _copy(self, event: QDropEvent) -> bool:
        """Take it as a copy: a source that hears of a move may delete the user's file."""
        if event.source() is not None or not _is_wanted(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _words(self, data: QMimeData) -> str:
        count = sum(url.isLocalFile() for url in data.urls())
        if count == 0:
            return self.tr("Drop to import the text")
        if count == 1:
            return self.tr("Drop to import")
        return self.tr("Drop to import {count} files").format(count=count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color("window", 225))
        frame = QRectF(self.rect()).adjusted(22, 22, -22, -22)
        pen = QPen(theme.color("accent"), 2.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([6, 5])
        rounded(painter, frame, 16, theme.color("accent_soft", 170), pen)
        middle = frame.center()
        size = theme.px(48)
        picture = theme.pixmap("import", "accent", 48)
        painter.drawPixmap(round(middle.x() - size / 2), round(middle.y() - size * 1.55), picture)
        for text, top, token, font in (
            (self._text, -12, "text", theme.font(22)),
            (
                self.tr("Files stay where they are, and on this computer"),
                24,
                "text2",
                theme.font(14),
            ),
        ):
            painter.setPen(theme.color(token))
            painter.setFont(font)
            box = QRectF(frame.left(), middle.y() + theme.px(top), frame.width(), theme.px(34))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


def _is_wanted(data: QMimeData) -> bool:
    return any(url.isLocalFile() for url in data.urls()) or data.hasHtml() or data.hasText()
