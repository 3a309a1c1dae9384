"""Collects garbage in the window's thread only.

Python collects cycles in whichever thread happens to allocate. A closed dialog is often part of
a cycle, and a Qt object that dies in another thread than its own brings the program down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
YOUNG, MIDDLE = 0, 1
OLD_EVERY = 60
"""Turns between two collections of all that came since the last one."""

THOROUGH_EVERY = 20
"""After so many of these everything is gone over once more. Of an import of thousands of files
there is so much that the window is held up by it."""


class GarbageCollector(QObject):
    """Takes over from Python for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.collect()
        # What is there at the start stays: going over it again and again would only take time.
        gc.freeze()
        gc.disable()
        self._turn = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what Python would have collected by now."""
        self._turn += 1
        young, middle, _ = gc.get_threshold()
        count = gc.get_count()
        if self._turn % OLD_EVERY == 0:
            if self._turn % (OLD_EVERY * THOROUGH_EVERY) == 0:
                gc.unfreeze()
            gc.collect()
            gc.freeze()
        elif count[MIDDLE] > middle:
            gc.collect(MIDDLE)
        elif count[YOUNG] > young:
            gc.collect(YOUNG)

    def stop(self) -> None:
        """Hand back to Python."""
        self._timer.stop()
        gc.enable()
        gc.unfreeze()
