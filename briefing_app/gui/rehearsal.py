"""What takes longer the first time, done while the window rests: the first article opens at once.

Qt loads fonts and lays out by them, and Python makes the names of Qt's constants, when they are
first met.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from briefing_app.domain.article import Article
from briefing_app.gui.drawing import rounded
from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.theme import Theme

WIDTH_PX, HEIGHT_PX = 700, 300
_ARTICLE = Article("“A”", "One – two\nThree", byline="By A", publisher="A", published="2020-01-06")


def rehearse(window: QWidget, theme: Theme) -> None:
    """Do each in a turn of its own; nothing of it is seen."""
    parts: list[Callable[[], object]] = [partial(_dress, window), _draw, partial(_set, theme)]
    timer = QTimer(window, interval=0)
    timer.timeout.connect(lambda: parts.pop(0)() if parts else timer.deleteLater())
    timer.start()


def _dress(window: QWidget) -> None:
    for widget in window.findChildren(QWidget):
        widget.ensurePolished()


def _draw() -> None:
    picture = QPixmap(8, 8)
    painter = QPainter(picture)
    rounded(painter, QRectF(1, 1, 6, 6), 2, QColor("black"))
    painter.end()


def _set(theme: Theme) -> None:
    page = ArticlePage(_ARTICLE, theme)
    page.set_margins(WIDTH_PX)
    page.document.setTextWidth(WIDTH_PX)
    picture = QPixmap(WIDTH_PX, HEIGHT_PX)
    painter = QPainter(picture)
    page.document.drawContents(painter)
    painter.end()
