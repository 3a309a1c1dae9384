"""A label and a button that give way: what does not fit ends in "…", the tooltip has all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

ROUND_PX = 8
"""What a style may set around the words."""


class ElidedLabel(QLabel):
    """One line of plain text; `whole` is all of it."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.whole = ""
        self._least_px = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show `text` as far as it fits."""
        self.whole = text
        self.setAccessibleName(text)
        self._fit()

    def insist(self, letters: int) -> None:
        """Ask for the room of so many letters, or of the whole text if that is shorter."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        least = metrics.averageCharWidth() * letters
        self._least_px = min(metrics.horizontalAdvance(self.whole), least) + ROUND_PX
        # Qt asks labels whose policy is to be ignored for nothing.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least_px, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Larger text needs more room in a label that stays as wide as it is.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        # What the style sets around the words is in the hint.
        around = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        room = max(0, self.width() - max(2, around))
        cut = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, room)
        self.setText(cut)
        self.setToolTip(self.whole if cut != self.whole else "")


class ElidedButton(QPushButton):
    """As wide as its text where there is room, narrower where there is none."""

    LEAST_LETTERS = 8

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        room = self.fontMetrics().averageCharWidth() * self.LEAST_LETTERS
        return QSize(min(least.width(), room), least.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(inside, option, self).width()
        option.text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room
        )  # fmt: skip
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
