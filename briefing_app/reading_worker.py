"""Reads files in a process of its own, which can be killed: hostile files stop nobody else.

The process has limits on memory and time, cannot write files and has no network.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import socket
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.errors import UnreadableFile
from briefing_app.importing import read_file

SECONDS_A_FILE = 30.0
START_SECONDS = 60.0
MEMORY_BYTES = 2 << 30
POLL_SECONDS = 0.05


class ReadingWorker:
    """One process that reads one file after the other; it starts with the first file."""

    def __init__(self, seconds_a_file: float = SECONDS_A_FILE) -> None:
        self._seconds = seconds_a_file
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    @property
    def process_id(self) -> int | None:
        """Number of the process, None while there is none."""
        return self._process.pid if self._process is not None else None

    def read(
        self, path: Path, is_cancelled: Callable[[], bool] = lambda: False
    ) -> ReadFile | Refusal | None:
        """What became of one file; None when it was cancelled."""
        try:
            connection = self._started()
            connection.send(str(path))
            return self._answer(path, connection, is_cancelled)
        except (EOFError, OSError):
            self.stop()
            return _refused(path, f"“{path.name}” made the reader fail; it may be damaged.")

    def stop(self) -> None:
        """End the process at once."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._connection = None

    def _started(self) -> Connection:
        if self._connection is None or self._process is None or not self._process.is_alive():
            self.stop()
            context = multiprocessing.get_context("spawn")
            self._connection, other = context.Pipe()
            self._process = context.Process(target=serve, args=(other,), daemon=True)
            self._process.start()
            other.close()
            if not self._connection.poll(START_SECONDS):
                raise OSError("the reading process did not start")
            self._connection.recv()
        return self._connection

    def _answer(
        self, path: Path, connection: Connection, is_cancelled: Callable[[], bool]
    ) -> ReadFile | Refusal | None:
        end = time.monotonic() + self._seconds
        while not connection.poll(POLL_SECONDS):
            if is_cancelled():
                self.stop()
                return None
            if time.monotonic() > end:
                self.stop()
                limit = f"{self._seconds:.0f} seconds"
                return _refused(path, f"Reading “{path.name}” took longer than {limit}.")
        answer: ReadFile | Refusal = connection.recv()
        return answer


def serve(connection: Connection) -> None:
    """The process's life: a path comes in, a ReadFile or a Refusal goes out."""
    _confine()
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        connection.send("ready")
        while True:
            connection.send(read_file(Path(connection.recv())))


def _confine() -> None:
    class NoSocket(socket.socket):
        def __init__(self, *_: object, **__: object) -> None:
            raise OSError("readers have no network")

    socket.socket = NoSocket  # type: ignore[misc]
    if sys.platform != "win32":
        import os
        import resource

        os.nice(5)
        for limit, most in (
            (resource.RLIMIT_AS, MEMORY_BYTES),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            # macOS knows RLIMIT_AS but refuses to set it.
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(limit, (most, most))


def _refused(path: Path, message: str) -> Refusal:
    hint = "Open it in its own program, copy the text and paste it into the window."
    return Refusal(str(path), UnreadableFile(message, hint))
