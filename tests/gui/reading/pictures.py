"""What can be seen on a grabbed picture: where pixels of a colour lie."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage


def box_of(picture: QImage, color: QColor, within: QRect | None = None) -> QRect:
    """The smallest box around all pixels of just this colour; null where there are none."""
    area = (within or picture.rect()) & picture.rect()
    wanted = color.rgb()
    found = [
        (x, y)
        for y in range(area.top(), area.bottom() + 1)
        for x in range(area.left(), area.right() + 1)
        if picture.pixel(x, y) == wanted
    ]
    if not found:
        return QRect()
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def count_of(picture: QImage, color: QColor, within: QRect) -> int:
    """How many pixels within a box have just this colour."""
    area, wanted = within & picture.rect(), color.rgb()
    return sum(
        picture.pixel(x, y) == wanted
        for y in range(area.top(), area.bottom() + 1)
        for x in range(area.left(), area.right() + 1)
    )
