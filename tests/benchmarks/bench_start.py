"""From starting the process to a window that is drawn and listens, beside a bare Qt window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from briefing_app.sample import make_sample
from tests.benchmarks.measuring import Row, folder, library, percentile

ROUNDS = 7
GOAL_S = 1.0
ROOT = Path(__file__).resolve().parents[2]

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, say)

def say():
    print(time.monotonic(), flush=True)
    app.quit()

app = QApplication(sys.argv[:1])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

WHOLE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from briefing_app.gui import app

class Window(app.MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        # What was put off until the window is drawn is done before this.
        QTimer.singleShot(0, self.say)

    def say(self):
        assert self.session.has_store
        print(time.monotonic(), flush=True)
        self.close()

app.MainWindow = Window
sys.exit(app.run(sys.argv))
"""


def environment() -> dict[str, str]:
    """No screen, no settings or documents of the user, and compiled modules kept as usual."""
    places = {
        "HOME": folder(),
        "BRIEFING_APP_CONFIG": folder() / "config",
        "PYTHONPYCACHEPREFIX": folder() / "compiled",
    }
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return (
        kept | {name: str(path) for name, path in places.items()} | {"QT_QPA_PLATFORM": "offscreen"}
    )


def start(code: str, *arguments: str) -> float:
    """Seconds from starting a process to the moment that it prints."""
    command = [sys.executable, "-c", code, *arguments]
    begun = time.monotonic()
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=environment(), check=True
    )
    return float(done.stdout.split()[0]) - begun


def starts(code: str, *arguments: str) -> list[float]:
    """Warm starts: the first one reads everything from the disk and does not count."""
    start(code, *arguments)
    return [start(code, *arguments) for _ in range(ROUNDS)]


def run() -> Iterator[Row]:
    bare = percentile(starts(BARE), 0.5)
    for name, path in (
        ("the sample", make_sample(folder() / "start.briefing")),
        ("100,000 articles", library(100_000)),
    ):
        whole = starts(WHOLE, str(path))
        median = percentile(whole, 0.5)
        yield Row(
            f"start to a usable window on {name}",
            f"median {median:.2f} s, worst {max(whole):.2f} s "
            f"({median / bare:.1f} x a bare Qt window, {bare:.2f} s)",
            f"< {GOAL_S:.0f} s",
            median < GOAL_S,
        )
