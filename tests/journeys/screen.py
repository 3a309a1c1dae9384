"""A screen of its own with a mouse and a keyboard (Xvfb, openbox, xdotool, ImageMagick)."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

PROGRAMS = ("Xvfb", "openbox", "xdotool", "import")
SIZE = (1600, 1000)


class Screen:
    """Starts at `with`, ends with it; every process started here ends too.

    Points are (x, y) in px of the screen. Acts by mouse and keys only.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = dict(os.environ)
        self._processes: list[subprocess.Popen[str]] = []

    @staticmethod
    def missing() -> list[str]:
        """Programs that a screen needs and this computer lacks."""
        return [name for name in PROGRAMS if shutil.which(name) is None]

    def __enter__(self) -> Self:
        read, write = os.pipe()
        width, height = SIZE
        # The server picks a free display number itself: a fixed one may be somebody else's.
        options = ["-screen", "0", f"{width}x{height}x24", "-displayfd", str(write), "-nolisten"]
        command = ["Xvfb", *options, "tcp"]
        self._processes.append(
            subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL, text=True)
        )
        os.close(write)
        with os.fdopen(read) as number:
            self.environment["DISPLAY"] = f":{number.readline().strip()}"
        self.environment["QT_QPA_PLATFORM"] = "xcb"
        self.start(["openbox"])
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            process.terminate()
        for process in self._processes:
            process.wait(10)
            if process.stdout:
                process.stdout.close()

    def use_home(self, program: Path) -> Path:
        """Give the programs started from now on a new, empty home; returns it.

        program  folder that the program is started from
        """
        home = self.folder / "home"
        home.mkdir()
        self.environment.update(
            HOME=str(home),
            BRIEFING_APP_CONFIG=str(home / "settings"),
            LC_ALL="C.UTF-8",
            PYTHONPATH=str(program),
            XDG_CONFIG_HOME=str(home / "config"),
            XDG_DATA_HOME=str(home / "data"),
            XDG_CACHE_HOME=str(home / "cache"),
        )
        return home

    def start(self, command: list[str]) -> subprocess.Popen[str]:
        """Start a program on this screen; its output can be read."""
        with (self.folder / "programs.log").open("a") as log:
            process = subprocess.Popen(
                command, env=self.environment, stdout=subprocess.PIPE, stderr=log, text=True
            )
        self._processes.append(process)
        return process

    def do(self, *words: object) -> str:
        """Run one chain of xdotool commands."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def windows(self, title: str) -> list[str]:
        """Ids of the visible windows whose title holds these words."""
        return self.do("search", "--onlyvisible", "--name", title).split()

    def wait_window(self, title: str) -> str:
        """The id of the window with this title, once it is there."""
        self.wait_until(lambda: bool(self.windows(title)), f"the window “{title}”")
        return self.windows(title)[0]

    def wait_no_window(self, title: str) -> None:
        """Go on once no window has this title."""
        self.wait_until(lambda: not self.windows(title), f"the end of the window “{title}”")

    def click(self, x: float, y: float, times: int = 1) -> None:
        """Click the left button at a point."""
        self.do("mousemove", round(x), round(y), "sleep", 0.1)
        self.do("click", "--repeat", times, "--delay", 60, 1, "sleep", 0.25)

    def drag(self, start: tuple[float, float], end: tuple[float, float], steps: int = 16) -> None:
        """Press at one point, move in steps, wiggle, let go at the other."""
        (x0, y0), (x1, y1) = start, end
        words: list[object] = ["mousemove", round(x0), round(y0), "sleep", 0.15, "mousedown", 1]
        for step in range(1, steps + 1):
            share = step / steps
            x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
            words += ["sleep", 0.03, "mousemove", round(x), round(y)]
        for shift in (2, 0):
            words += ["sleep", 0.1, "mousemove", round(x1) + shift, round(y1)]
        self.do(*words, "sleep", 0.15)

    def release(self) -> None:
        """Let the left button go."""
        self.do("mouseup", 1, "sleep", 0.4)

    def key(self, *keys: str) -> None:
        """Press keys one after the other ("ctrl+e", "2", "Return")."""
        self.do("key", "--clearmodifiers", "--delay", 60, *keys, "sleep", 0.25)

    def type(self, text: str) -> None:
        """Type text."""
        # "type" takes all that follows it for text, so the pause is a command of its own.
        self.do("type", "--delay", 25, text)
        self.do("sleep", 0.25)

    def shoot(self, name: str, size: tuple[int, int] = SIZE) -> Path:
        """Take a picture of the screen from its upper left corner on."""
        file = self.folder / f"{name}.png"
        part = f"{size[0]}x{size[1]}+0+0"
        command = ["import", "-window", "root", "-crop", part, "+repage", str(file)]
        subprocess.run(command, env=self.environment, check=True)
        return file

    def wait_until(self, is_true: Callable[[], bool], what: str, timeout_s: float = 30) -> None:
        """Look again and again until it is so. Raises TimeoutError: it never became so."""
        end = time.monotonic() + timeout_s
        while not is_true():
            if time.monotonic() > end:
                raise TimeoutError(f"waited {timeout_s:.0f} s for {what}")
            self.do("sleep", 0.1)
