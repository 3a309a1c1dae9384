"""Another program to drag from: a window of its own process, full of one draggable label.

python -m tests.journeys.drag_source FILE...          offers files
python -m tests.journeys.drag_source --formats FILE   offers what a JSON file holds: text by format
Prints "ready" once it is on the screen and, after each drag, what the target did with it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

PLACE = (1450, 100, 140, 140)


class Source(QLabel):
    """Offers what it is given for copying, moving and linking, as file managers do."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(f"{len(arguments)} files")
        self._arguments = arguments
        self._pressed_at = QPointF()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        moved = event.position() - self._pressed_at
        if moved.manhattanLength() < QApplication.startDragDistance():
            return
        drag = QDrag(self)
        drag.setMimeData(offered(self._arguments))
        actions = Qt.DropAction
        taken = drag.exec(actions.CopyAction | actions.MoveAction | actions.LinkAction)
        sys.stdout.write(f"{taken.name}\n")
        sys.stdout.flush()


def offered(arguments: list[str]) -> QMimeData:
    """The data of a drag."""
    data = QMimeData()
    if arguments[0] == "--formats":
        formats = json.loads(Path(arguments[1]).read_text(encoding="utf-8"))
        for name, text in formats.items():
            data.setData(name, text.encode())
    else:
        data.setUrls([QUrl.fromLocalFile(path) for path in arguments])
    return data


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
