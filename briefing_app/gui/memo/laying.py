"""Lays out a long document in slices, so that the window goes on meanwhile."""

from __future__ import annotations

from bisect import bisect_left
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

SLICE_S = 0.003
"""Qt lays out 2,000 px at a time, which may take 13 ms where they are tables; then it is enough."""
A_STEP = 4
"""Blocks that are laid out between two looks at the clock."""
MARGIN = 4
"""Steps back from the one that is looked for: cells of a row begin at the same height."""


class Laying(QObject):
    """Qt lays long documents out in steps that double, up to a second; here they stay small.

    Signals: `moved(float)` with the height laid out so far; `ended` when all of it is.
    """

    moved = Signal(float)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self._next = QTextBlock()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._lay_on)
        self.height = 0.0
        self._tops: list[float] = []
        self._numbers: list[int] = []

    @property
    def is_busy(self) -> bool:
        """True while there is something left to lay out."""
        return self._timer.isActive()

    def start(self, document: QTextDocument) -> None:
        """Lay out a document that has its width; another one is let go."""
        self.stop()
        self._document = document
        self._next = document.begin()
        self.height = 0.0
        self._tops, self._numbers = [], []
        document.documentLayout().installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest to Qt."""
        self._timer.stop()
        if self._document is not None:
            self._document.documentLayout().removeEventFilter(self)
            self._document = None
        self._next = QTextBlock()

    @property
    def last_number(self) -> int:
        """The last block that is laid out for certain, -1 before the first."""
        return self._numbers[-1] if self._numbers else -1

    def number_above(self, y: float) -> int:
        """A block not far above `y`, by its number; Qt would look at every block to find one."""
        return self._numbers[max(0, bisect_left(self._tops, y) - MARGIN)] if self._numbers else 0

    def _lay_on(self) -> None:
        assert self._document is not None
        layout, until = self._document.documentLayout(), perf_counter() + SLICE_S
        while perf_counter() < until and self._next.isValid():
            box = layout.blockBoundingRect(self._next)
            self.height = max(self.height, box.bottom())
            self._tops.append(box.top())
            self._numbers.append(self._next.blockNumber())
            for _ in range(A_STEP):
                following = self._next.next()
                if not following.isValid():
                    # The last one, which the steps may have gone past.
                    last = layout.blockBoundingRect(self._next)
                    self.height = max(self.height, last.bottom())
                self._next = following
                if not following.isValid():
                    break
        # Scroll bars listen to this; the layout itself says it from its own timer only.
        layout.documentSizeChanged.emit(QSizeF(self._document.textWidth(), self.height))
        is_whole = not self._next.isValid()
        if is_whole:
            self.stop()
        self.moved.emit(self.height)
        if is_whole:
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the layout from taking steps of its own."""
        return event.type() == QEvent.Type.Timer
