"""One window for all starts: a second start hands its files to the window that is open.

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
_LONGEST_PATH = 90
"""Bytes; addresses of local sockets hold little more than 100, and Qt adds some."""


def server_name() -> str:
    """Where this user's window on this screen listens."""
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    place = f"{settings.config_folder()}\n{screen}"
    name = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    socket = settings.config_folder() / f"window-{name}"
    # The folder is the user's own; the common one for passing files is not.
    if sys.platform == "win32" or len(os.fsencode(socket)) > _LONGEST_PATH:
        return f"briefing-app-{name}"
    return str(socket)


def hand_over(paths: Sequence[str]) -> bool:
    """Hand files to the window that is open; False when there is none, or when it declines.

    Without files the window only comes to the front.
    """
    socket = QLocalSocket()
    socket.connectToServer(server_name())
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(json.dumps([str(Path(path).absolute()) for path in paths]).encode() + b"\n")
    socket.flush()
    answer = b""
    while b"\n" not in answer and socket.waitForReadyRead(ANSWER_MS):
        answer += socket.readAll().data()
    socket.disconnectFromServer()
    return answer == TAKEN


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
        name = server_name()
        if self._server.listen(name):
            return True
        # Nobody answered when this start asked: what is there was left behind by a crash.
        QLocalServer.removeServer(name)
        return self._server.listen(name)

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
