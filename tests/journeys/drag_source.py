"""Another program to drag files from: a window of its own process, full of one draggable label.

python -m tests.journeys.drag_source FILE...
Prints "ready" once it is on the screen and, after each drag, what the target did with it.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

PLACE = (1450, 100, 140, 140)


class Source(QLabel):
    """Offers the files for copying, moving and linking, as file managers do."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(f"{len(paths)} files")
        self._paths = paths
        self._pressed_at = QPointF()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        moved = event.position() - self._pressed_at
        if moved.manhattanLength() < QApplication.startDragDistance():
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(data)
        actions = Qt.DropAction
        taken = drag.exec(actions.CopyAction | actions.MoveAction | actions.LinkAction)
        sys.stdout.write(f"{taken.name}\n")
        sys.stdout.flush()


def main() -> int:
    """Show the window until the process is ended."""
    app = QApplication(sys.argv[:1])
    source = Source(sys.argv[1:])
    source.setWindowTitle("Drag source")
    source.setWindowFlags(Qt.WindowType.FramelessWindowHint)
    source.setGeometry(*PLACE)
    source.show()
    QTimer.singleShot(0, lambda: (sys.stdout.write("ready\n"), sys.stdout.flush()))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
