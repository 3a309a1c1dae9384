"""Paints the paper of an original's page with its picture, or what there is of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefing_app.gui.drawing import write_as
from briefing_app.gui.original_page.drawing import DrawnPage
from briefing_app.gui.theme import Theme
from briefing_app.gui.tokens import LIGHT
from briefing_app.readers.pdf.pages import Part

DIMMED = 0.9
"""White paper would be a lamp among dark colours."""


def shown_part(paper: QRectF, view: QRectF) -> Part:
    """Which part of the paper lies in the view."""
    seen = paper & view
    if seen.isEmpty():
        return 0.0, 0.0, 0.0, 0.0
    return (
        (seen.left() - paper.left()) / paper.width(),
        (seen.top() - paper.top()) / paper.height(),
        (seen.right() - paper.left()) / paper.width(),
        (seen.bottom() - paper.top()) / paper.height(),
    )


def placed(paper: QRectF, part: Part) -> QRectF:
    """Where a part of the page lies."""
    left, top, right, foot = part
    width, height = paper.width(), paper.height()
    return QRectF(
        paper.left() + left * width,
        paper.top() + top * height,
        (right - left) * width,
        (foot - top) * height,
    )


def paint_paper(
    painter: QPainter,
    theme: Theme,
    paper: QRectF,
    view: QRectF,
    pictures: Sequence[DrawnPage],
    *,
    hint: str,
    is_focused: bool,
) -> None:
    """Paint the pictures one above the other; without any, empty paper and the hint."""
    painter.setOpacity(DIMMED if theme.is_dark else 1.0)
    for drawn in pictures:
        _paint_picture(painter, placed(paper, drawn.picture.part), drawn, view)
    if not pictures:
        painter.fillRect(paper, theme.color("surface"))
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text2"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        write_as(painter, hint)
        painter.drawText((paper & view).adjusted(12, 0, -12, 0), flags, hint)
    painter.setOpacity(1.0)
    pen = QPen(theme.color("accent" if is_focused else "border2"), 2 if is_focused else 1)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_marks(painter: QPainter, boxes: Sequence[QRectF]) -> None:
    """Paint lines of a passage as if marked by a pen."""
    if not boxes:
        return
    color = QColor(LIGHT["selection"])  # Paper is white in the dark, too.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    # What is printed stays as dark as it is.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for box in boxes:
        painter.drawRect(box.adjusted(-1, 0, 1, 0))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QPen(QColor(LIGHT["accent"]), 1))
    for box in boxes:
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def _paint_picture(painter: QPainter, place: QRectF, drawn: DrawnPage, view: QRectF) -> None:
    """Only what is in sight: the rest of a large page would cost as much."""
    seen = place & view
    if seen.isEmpty():
        return
    image = drawn.image
    across, down = image.width() / place.width(), image.height() / place.height()
    source = QRectF(
        (seen.left() - place.left()) * across,
        (seen.top() - place.top()) * down,
        seen.width() * across,
        seen.height() * down,
    )
    density = painter.device().devicePixelRatio()
    is_exact = abs(across - density) < 0.01 and abs(down - density) < 0.01
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_exact)
    painter.drawImage(seen, image, source)
