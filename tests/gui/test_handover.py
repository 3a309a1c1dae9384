"""A second start of the program, and the window that is open."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app import settings
from briefing_app.gui import handover
from briefing_app.gui.handover import Handover, hand_over, server_name

ROOT = Path(__file__).resolve().parents[2]
ASK = (
    "import sys; from PySide6.QtCore import QCoreApplication; app = QCoreApplication([]);"
    "from briefing_app.gui.handover import hand_over; print(hand_over(sys.argv[1:]))"
)


class Window:
    """Takes everything but what is named "other"."""

    def __init__(self) -> None:
        self.given: list[list[str]] = []

    def take(self, paths: list[str]) -> bool:
        self.given.append(paths)
        return not any("other" in path for path in paths)


@pytest.fixture(autouse=True)
def short_folder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory) -> Iterator[None]:
    """A place for settings whose path is short enough for a socket in it."""
    import shutil
    import tempfile

    folder = tempfile.mkdtemp(prefix="b")
    monkeypatch.setenv(settings.FOLDER_VARIABLE, folder)
    yield
    shutil.rmtree(folder)


@pytest.fixture
def window(qapp) -> Iterator[Window]:
    window = Window()
    door = Handover(window.take)
    assert door.listen()
    yield window
    door.close()


def start_again(qtbot, *paths: str) -> str:
    """What another process is told."""
    command = [sys.executable, "-c", ASK, *paths]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    assert process.stdout is not None
    with process.stdout as said:
        return said.read().strip()


def test_files_of_a_second_start_reach_the_open_window(qtbot, window: Window) -> None:
    assert start_again(qtbot, "/a b/ümlaut.txt", "relative.html") == "True"
    assert window.given == [["/a b/ümlaut.txt", str(ROOT / "relative.html")]]


def test_a_start_without_files_is_told_of_the_open_window(qtbot, window: Window) -> None:
    assert start_again(qtbot) == "True"
    assert window.given == [[]]


def test_what_the_window_declines_is_left_to_the_second_start(qtbot, window: Window) -> None:
    assert start_again(qtbot, "/other.briefing") == "False"


def test_each_of_two_windows_is_found(qtbot, window: Window) -> None:
    class Other(Window):
        def take(self, paths: list[str]) -> bool:
            self.given.append(paths)
            return not any("first" in path for path in paths)

    other = Other()
    door = Handover(other.take)
    assert door.listen()
    assert start_again(qtbot, "/other.briefing") == "True"
    assert start_again(qtbot, "/first.briefing") == "True"
    assert window.given == [["/first.briefing"]]
    assert other.given == [["/other.briefing"], ["/first.briefing"]]
    door.close()
    assert start_again(qtbot, "/a.txt") == "True"
    assert window.given[1:] == [["/a.txt"]]


def test_without_a_window_a_start_is_on_its_own(qapp) -> None:
    assert hand_over(["/a.txt"]) is False


def test_what_a_crash_left_behind_stops_nobody(qapp) -> None:
    settings.config_folder().mkdir(parents=True, exist_ok=True)
    left = socket.socket(socket.AF_UNIX)
    left.bind(server_name())
    left.close()
    door = Handover(Window().take)
    assert door.listen()
    door.close()


@pytest.mark.skipif(sys.platform == "win32", reason="files of the file system")
def test_only_the_user_may_open_the_socket(window: Window) -> None:
    assert Path(server_name()).stat().st_mode & 0o077 == 0


def test_each_screen_has_its_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":1")
    first = server_name()
    monkeypatch.setenv("DISPLAY", ":2")
    assert server_name() != first


def test_a_long_path_has_a_short_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.FOLDER_VARIABLE, "/" + "long/" * 40)
    assert len(os.fsencode(server_name())) < 40


@pytest.mark.parametrize("message", [b"[1]\n", b"{}\n", b"nonsense\n", b"\n", b'["a"]'])
def test_nonsense_is_declined(qtbot, window: Window, message: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(server_name())
        client.sendall(message)
        client.shutdown(socket.SHUT_WR)
        client.setblocking(False)
        answer = bytearray()

        def has_ended() -> bool:
            try:
                got = client.recv(100)
            except BlockingIOError:
                return False
            answer.extend(got)
            return not got or answer.endswith(b"\n")

        qtbot.waitUntil(has_ended)
    assert bytes(answer) in (b"", handover.NOT_TAKEN)
    assert window.given == []
