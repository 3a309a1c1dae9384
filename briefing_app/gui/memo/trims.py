"""What is painted behind and beside the words of a memo, on the page and in a PDF of Qt's own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion, QTextBlock

from briefing_app.gui.drawing import rounded
from briefing_app.gui.memo.looks import ACCENT, GREY, HAIRLINE, NAVY, RULE, TINT
from briefing_app.gui.memo.printing import IS_MIRRORED, TRIM

AROUND_PX, FRAME_PX = 8, 6
"""Of the box: how far it reaches above and below the words, and its strip."""
BAR_PX, BESIDE_PX = 3, 13
"""Of the bar along quotes: its width, and the gap to the words."""
FROM_EDGE_PX = 18
"""Of the handling mark, from the edges of the paper."""
BELOW_PX = 3
"""From a heading to its line."""


def paint(painter: QPainter, block: QTextBlock, box: QRectF, left: float, right: float) -> None:
    """Paint what belongs to a block, whose words are in `box`, between the edges of the text."""
    form = block.blockFormat()
    trim, is_mirrored = form.property(TRIM), form.property(IS_MIRRORED)
    if trim == "box":
        around = QRectF(left, box.top() - AROUND_PX, right - left, box.height() + 2 * AROUND_PX)
        painter.fillRect(around, QColor(TINT))
        x = right - FRAME_PX if is_mirrored else left
        painter.fillRect(QRectF(x, around.top(), FRAME_PX, around.height()), QColor(ACCENT))
    elif trim == "bar":
        begin, end = left + form.leftMargin() - BESIDE_PX - BAR_PX, right - form.rightMargin()
        x = end + BESIDE_PX if is_mirrored else begin
        painter.fillRect(QRectF(x, box.top(), BAR_PX, box.height()), QColor(RULE))
    elif trim:
        is_thick = trim == "thick line"
        painter.setPen(QPen(QColor(NAVY if is_thick else HAIRLINE), 2 if is_thick else 1))
        y = box.bottom() + BELOW_PX
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def goes_on(block: QTextBlock) -> bool:
    """Whether the bar beside a block reaches down to the next one, as Word draws it."""
    form, below = block.blockFormat(), block.next().blockFormat()
    if not form.property(TRIM) == below.property(TRIM) == "bar":
        return False
    return bool(form.property(IS_MIRRORED) == below.property(IS_MIRRORED))


def paint_banner(painter: QPainter, page: QRectF, text: str, color: str) -> None:
    """The handling mark, at the top and bottom as it will be on every page; color "": as usual."""
    painter.setPen(QColor(f"#{color}" if color else GREY))
    line = page.adjusted(0, FROM_EDGE_PX, 0, -FROM_EDGE_PX)
    across = Qt.AlignmentFlag.AlignHCenter
    painter.drawText(line, across | Qt.AlignmentFlag.AlignTop, text)
    painter.drawText(line, across | Qt.AlignmentFlag.AlignBottom, text)


def paint_paper(painter: QPainter, page: QRectF, seen: QRect) -> None:
    """A white sheet and its shade; `seen` is what is painted anew."""
    painter.save()
    # Under the sheet the shade would be filled in vain, eight times.
    painter.setClipRegion(QRegion(seen) - QRegion(page.toRect().adjusted(4, 4, -4, -4)))
    for step in range(8):
        shade = page.adjusted(-step, 2 - step, step, step + 2)
        rounded(painter, shade, 4 + step, QColor(0, 0, 0, 6))
    painter.restore()
    rounded(painter, page, 2, QColor("#FFFFFF"))
