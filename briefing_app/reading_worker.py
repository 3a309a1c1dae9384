"""A process that does risky work on files, and can be ended: hostile files stop nobody else.

It has limits on memory and time, cannot write files and has no network; `reading_process` is its
inside.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import pickle
import shutil
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.util import Finalize
from pathlib import Path
from threading import Lock
from typing import Any

from briefing_app.errors import UnreadableFile
from briefing_app.reading_process import (
    MEMORY_BYTES,
    MEMORY_SETTING,
    PRELOADED,
    QUICK_MEMORY,
    Done,
    Item,
    Ready,
    Request,
    Tally,
    serve,
)

SECONDS_A_FILE = 30.0
START_SECONDS = 60.0
POLL_SECONDS = 0.05

_LONGEST_FOLDER = 70
"""Bytes; below a longer folder for temporary files the address of a socket would get too long."""

_log = logging.getLogger(__name__)


class ReadingWorker:
    """One process that answers one request after the other; it starts with the first.

    Either `call` it from any thread, or `ask` and `receive` in one thread, as ReadingPool does.
    """

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._scratch = _Scratch()
        self._parcel: deque[bytes] = deque()
        self._tally: Tally = [0, 0]
        self._heard = 0
        self._memory = _Memory()
        self._turn = Lock()
        self.is_ready = False

    @property
    def process_id(self) -> int | None:
        """Number of the process, None while there is none."""
        return self._process.pid if self._process is not None else None

    @property
    def connection(self) -> Connection | None:
        """Has something to read when there is something to `receive`; None without a process."""
        return self._connection

    def start(self) -> None:
        """Start the process, if none is alive; it is ready a moment later."""
        if self._process is not None:
            if self._process.is_alive():
                return
            self.stop()
        context = _context()
        self._connection, other = context.Pipe()
        self._tally, self._heard = context.RawArray("Q", 2), 0
        arguments = (other, self._tally, self._scratch.folder())
        process = context.Process(target=serve, args=arguments, daemon=True)
        warm_up()
        process.start()  # may fail for want of memory: there is no process then
        self._process = process
        other.close()
        self._memory = _Memory(process.pid)

    def ask(self, requests: Sequence[Request]) -> None:
        """Hand requests over, to be answered in order. Raises OSError: the process is gone."""
        if self._connection is None:
            self.start()
        assert self._connection is not None
        self._connection.send(list(requests))

    def receive(self) -> Item | Done | None:
        """The next part of the answers; None: the process is up. Waits for it.

        Raises EOFError or OSError: the process is gone.
        """
        assert self._connection is not None
        if not self._parcel:
            parcel: list[bytes] | Ready = self._connection.recv()
            if isinstance(parcel, Ready):
                self.is_ready = True
                return None
            self._parcel.extend(parcel)
        message: Item | Done = pickle.loads(self._parcel.popleft())
        if isinstance(message, Done):
            self._heard += 1
            if message.trace:
                _log.error("in a reading process:\n%s", message.trace)
        return message

    @property
    def has_more(self) -> bool:
        """Whether there is something to `receive` that the connection no longer tells of."""
        return bool(self._parcel)

    @property
    def reached(self) -> tuple[int, int]:
        """Requests that the process is done with and has not said so, and items of the next."""
        return self._tally[0] - self._heard, self._tally[1]

    @property
    def is_over_memory(self) -> bool:
        """Whether the process takes more memory than it may. Looks at most every POLL_SECONDS."""
        return self._memory.look() > MEMORY_BYTES

    def fault(self, name: str) -> UnreadableFile:
        """What is to be said of the file that the process died of."""
        if self._memory.peak > MEMORY_BYTES // 2:
            return refused(f"Reading “{name}” takes too much memory.")
        return refused(f"“{name}” made the reader fail; it may be damaged.")

    def stop(self) -> None:
        """End the process at once, with all that it has started."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        self._parcel.clear()
        self.is_ready = False
        if connection is not None:
            connection.close()
        if process is not None:
            _kill(process)
        self._scratch.remove()

    def call(
        self,
        function: str,
        *arguments: object,
        seconds: float = SECONDS_A_FILE,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> Any:
        """What `function` ("package.module:name") gives there, None when cancelled.

        Raises what the function raises, and UnreadableFile: it took longer than `seconds`, too
        much memory, or the process with it.
        """
        with self._turn:
            name = Path(str(arguments[0])).name if arguments else function
            try:
                self.start()
                self.ask([Request(function, arguments)])
                return self._result(name, seconds, is_cancelled)
            except (EOFError, OSError) as error:
                fault = self.fault(name)
                self.stop()
                raise fault from error

    def _result(self, name: str, seconds: float, is_cancelled: Callable[[], bool]) -> Any:
        assert self._connection is not None
        end = time.monotonic() + (seconds if self.is_ready else START_SECONDS)
        value = None
        while True:
            if self.has_more or self._connection.poll(POLL_SECONDS):
                message = self.receive()
                if message is None:
                    end = time.monotonic() + seconds
                elif isinstance(message, Item):
                    value = message.value
                elif message.error is not None:
                    raise message.error
                else:
                    return value
            elif is_cancelled():
                self.stop()
                return None
            elif self.is_over_memory:
                raise EOFError
            elif time.monotonic() > end:
                self.stop()
                raise took_too_long(name, seconds)


def took_too_long(name: str, seconds: float) -> UnreadableFile:
    """What is said of a file whose time is over."""
    return refused(f"Reading “{name}” took longer than {seconds:.0f} seconds.")


def refused(message: str) -> UnreadableFile:
    """An error with the way out that is left for every article."""
    hint = "Open it in its own program, copy the text and paste it into the window."
    return UnreadableFile(message, hint)


def warm_up() -> bool:
    """Let processes start at once when they are wanted; False where that is not possible.

    Takes no time itself.
    """
    if _context().get_start_method() != "forkserver":
        return False
    _start_server()
    return True


def _context() -> Any:
    # On Linux a small server imports the parsers once and splits off processes within
    # milliseconds, which share its memory. Elsewhere that is not safe, or not there.
    folder = os.fsencode(tempfile.gettempdir())
    if sys.platform != "linux" or len(folder) > _LONGEST_FOLDER:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["briefing_app.reading_process", *PRELOADED])
    return context


@cache  # The environment is the whole program's: it is touched once, not for each process.
def _start_server() -> None:
    """Start what processes are split off from, which use memory as QUICK_MEMORY says."""
    from multiprocessing.forkserver import ensure_running

    is_ours = MEMORY_SETTING not in os.environ
    if is_ours:
        os.environ[MEMORY_SETTING] = QUICK_MEMORY
    try:
        ensure_running()
    finally:
        if is_ours:
            del os.environ[MEMORY_SETTING]


def _kill(process: BaseProcess) -> None:
    if sys.platform == "win32":
        import psutil

        with contextlib.suppress(psutil.Error):
            for started in psutil.Process(process.pid).children(recursive=True):
                started.kill()
    elif process.pid is not None:
        with contextlib.suppress(OSError):
            if os.getpgid(process.pid) == process.pid:
                os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()
    process.close()


class _Scratch:
    """A folder for what a process writes in passing. It goes with the process, whatever ends it."""

    def __init__(self) -> None:
        self._end: Callable[[], object] | None = None

    def folder(self) -> str:
        """Make a new one."""
        self.remove()
        path = tempfile.mkdtemp(prefix="briefing-reading-")
        # Unlike weakref's, this also runs where the program is itself a child, and after the
        # processes that write there were ended.
        self._end = Finalize(self, shutil.rmtree, (path, True), exitpriority=-1)
        return path

    def remove(self) -> None:
        if self._end is not None:
            self._end()
        self._end = None


class _Memory:
    """Watches what a process takes: only Linux can be told to limit it."""

    def __init__(self, process_id: int | None = None) -> None:
        self._process_id = process_id
        self._process: Any = None
        self._looked_at = 0.0
        self._bytes = 0
        self.peak = 0

    def look(self) -> int:
        """Bytes in memory now, 0 where that is unknown."""
        now = time.monotonic()
        if self._process_id is None or now - self._looked_at < POLL_SECONDS:
            return self._bytes
        self._looked_at = now
        import psutil

        with contextlib.suppress(psutil.Error):
            self._process = self._process or psutil.Process(self._process_id)
            self._bytes = self._process.memory_info().rss
            self.peak = max(self.peak, self._bytes)
        return self._bytes
