"""Text and shapes that the panes paint alike. Lengths are device-independent px."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)

from briefing_app.domain.direction import is_right_to_left

_DIRECTIONS = {
    False: Qt.LayoutDirection.LeftToRight,
    True: Qt.LayoutDirection.RightToLeft,
}


@dataclass(frozen=True)
class Mirror:
    """Puts the parts of a row on the other side where the interface goes from right to left."""

    row: QRectF
    is_on: bool

    @classmethod
    def of(cls, painter: QPainter, row: QRectF) -> Mirror:
        """For a row whose painter has the direction of its widget still."""
        return cls(row, painter.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    def box(self, box: QRectF) -> QRectF:
        """Where a box of the row lies."""
        if not self.is_on:
            return box
        left = self.row.left() + self.row.right() - box.right()
        return QRectF(left, box.top(), box.width(), box.height())

    def pixmap(self, painter: QPainter, box: QRectF, pixmap: QPixmap) -> None:
        """Draw a picture that fills a box of the row."""
        painter.drawPixmap(self.box(box).topLeft(), pixmap)

    def words(self, painter: QPainter, box: QRectF, text: str, *, at_end: bool = False) -> None:
        """Draw a line from where a box begins, or up to its end, in the text's own direction."""
        flag = Qt.AlignmentFlag
        side = flag.AlignLeft if self.is_on == at_end else flag.AlignRight
        write_as(painter, text)
        painter.drawText(self.box(box), flag.AlignVCenter | flag.AlignAbsolute | side, text)


def write_as(painter: QPainter, text: str) -> None:
    """Have a painter write in a text's own direction, whatever that of the window is."""
    painter.setLayoutDirection(_DIRECTIONS[is_right_to_left(text)])


def wrap(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Break text into at most `most` lines that fit `width`; the last one is elided."""
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[tuple[int, int]] = []
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append((line.textStart(), line.textLength()))
    layout.endLayout()
    # Qt counts UTF-16 units, so cut there and not in Python's code points.
    units = layout.text().encode("utf-16-le")
    lines = [units[s * 2 : (s + n) * 2].decode("utf-16-le").rstrip() for s, n in starts[:most]]
    if len(starts) > most:
        rest = units[starts[most - 1][0] * 2 :].decode("utf-16-le")
        lines[-1] = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines


def draw_lines(painter: QPainter, lines: list[str], box: QRectF, line_height: float) -> float:
    """Draw lines from the top of `box` with the painter's font and pen; returns the y below them.

    Each line aligns by its own writing direction.
    """
    metrics = QFontMetricsF(painter.font())
    y = box.top()
    for line in lines:
        right = is_right_to_left(line)
        painter.setLayoutDirection(_DIRECTIONS[right])
        x = box.right() - metrics.horizontalAdvance(line) if right else box.left()
        baseline = y + (line_height - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(x, baseline), line)
        y += line_height
    return y


def elide(painter: QPainter, text: str, width: float) -> str:
    """The text cut to `width` with an ellipsis, in the painter's font."""
    metrics = QFontMetricsF(painter.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | None = None,
    pen: QPen | None = None,
) -> None:
    """A rounded rectangle, filled, outlined or both."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(pen if pen is not None else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, radius, radius)
