"""Reads files in a process of its own, so that a hostile or endless file cannot hold up the window.

The process is killed when one file takes too long, and started again for the next.
"""

from __future__ import annotations

import multiprocessing
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Event
from types import TracebackType

from briefing_app import importing
from briefing_app.domain.article import ReadFile
from briefing_app.errors import UnreadableFile
from briefing_app.importing import Refusal

TIME_LIMIT_S = 30
"""For one file, from the request to the answer."""

START_LIMIT_S = 60
"""For the process to come up on a busy machine; no file is to blame for that time."""

MEMORY_LIMIT_BYTES = 3 * 1024**3


class FileWorker:
    """One process that reads one file after another. Use it as a context manager.

    Setting `stop` ends what it is doing; the file that was being read counts as refused.
    """

    def __init__(self, stop: Event | None = None, time_limit_s: float = TIME_LIMIT_S) -> None:
        self._stop = stop or Event()
        self._time_limit_s = time_limit_s
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> FileWorker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def read(self, path: Path) -> ReadFile | Refusal:
        """What the file holds, or why it was refused: too slow and too large included."""
        try:
            connection = self._started()
            connection.send(path)
            if self._answers(connection, self._time_limit_s):
                return connection.recv()
        except (EOFError, OSError):
            self.kill()
            return _refused(path, "made its reader stop")
        self.kill()
        return _refused(path, f"took longer than {self._time_limit_s:g} seconds to read")

    def kill(self) -> None:
        """End the process at once, whatever it is doing. A later `read` starts another."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._connection = None

    def _started(self) -> Connection:
        if self._connection is None:
            context = multiprocessing.get_context("spawn")
            self._connection, far_end = context.Pipe()
            self._process = context.Process(target=serve, args=(far_end,), daemon=True)
            self._process.start()
            far_end.close()
            if not self._answers(self._connection, START_LIMIT_S):
                raise EOFError
            self._connection.recv()
        return self._connection

    def _answers(self, connection: Connection, limit_s: float) -> bool:
        """Wait for the process to say something; False when time is up or all is to stop."""
        until = time.monotonic() + limit_s
        while not self._stop.is_set():
            left_s = until - time.monotonic()
            if connection.poll(min(0.1, max(0.0, left_s))):
                return True
            if left_s <= 0:
                break
        return False


def serve(connection: Connection) -> None:
    """Answer paths with what is read from them, until the other side hangs up."""
    _limit_memory()
    connection.send("ready")
    with suppress(EOFError, OSError):
        while True:
            connection.send(importing.read_file(connection.recv()))


def _limit_memory() -> None:
    try:
        import resource  # not on Windows
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))


def _refused(path: Path, what: str) -> Refusal:
    return Refusal(
        str(path),
        UnreadableFile(
            f"“{path.name}” {what}.", "Copy the article's text and paste it into the window."
        ),
    )
