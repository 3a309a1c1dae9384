"""One window for all starts: a second start hands its files to a window that is open.

Both talk through a local socket that only the same user may open; nothing leaves the computer.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from briefing_app import settings

CONNECT_MS, ANSWER_MS = 500, 3_000
MOST_BYTES = 1_000_000
TAKEN, NOT_TAKEN = b"taken\n", b"not taken\n"
MOST_WINDOWS = 8
"""Windows that can be told apart; there are several where several briefings are open."""

_LONGEST_PATH = 90
"""Bytes; addresses of local sockets hold little more than 100, and Qt adds some."""


def server_name(number: int = 0) -> str:
    """Where this user's window on this screen listens; `number` counts windows from 0."""
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    place = f"{settings.config_folder()}\n{screen}" + (f"\n{number}" if number else "")
    name = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    socket = settings.config_folder() / f"window-{name}"
    # The folder is the user's own; the common one for passing files is not.
    if sys.platform == "win32" or len(os.fsencode(socket)) > _LONGEST_PATH:
        return f"briefing-app-{name}"
    return str(socket)


def hand_over(paths: Sequence[str]) -> bool:
    """Hand files to a window that is open; False when there is none, or when all decline.

    The window that was opened last is asked first. Without files it only comes to the front.
    """
    message = json.dumps([str(Path(path).absolute()) for path in paths]).encode() + b"\n"
    return any(_asked(server_name(number), message) for number in reversed(range(MOST_WINDOWS)))


def _asked(name: str, message: bytes) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(message)
    socket.flush()
    answer = b""
    while b"\n" not in answer and socket.waitForReadyRead(ANSWER_MS):
        answer += socket.readAll().data()
    socket.disconnectFromServer()
    return answer == TAKEN


def _is_alive(name: str) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    is_alive = socket.waitForConnected(CONNECT_MS)
    socket.abort()
    return is_alive


class Handover(QObject):
    """Listens for other starts; `take` is given their files and says whether it took them."""

    def __init__(self, take: Callable[[list[str]], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self) -> bool:
        """Begin to listen; False where that is not possible, and every start has its window."""
        with suppress(OSError):
            settings.config_folder().mkdir(parents=True, exist_ok=True)
        for number in range(MOST_WINDOWS):
            name = server_name(number)
            # Another window, on another briefing, keeps its place.
            if not _is_alive(name):
                # What is there all the same was left behind by a crash.
                QLocalServer.removeServer(name)
                return self._server.listen(name)
        return False

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _on_connection(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._on_ready, socket))

    def _on_ready(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
        elif socket.canReadLine():
            paths = _paths(bytes(socket.readLine(MOST_BYTES).data()))
            is_taken = paths is not None and self._take(paths)
            socket.write(TAKEN if is_taken else NOT_TAKEN)
            socket.flush()


def _paths(line: bytes) -> list[str] | None:
    """The paths in a message; None where it is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    is_list = isinstance(found, list) and all(isinstance(path, str) for path in found)
    return found if is_list else None
