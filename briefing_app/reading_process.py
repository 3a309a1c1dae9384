"""What happens inside a process that reads files: it is confined, and only answers requests.

A request is a function by name and its arguments; whatever the function gives goes back item by
item, so that of a large archive only a few articles are in memory.
"""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import shutil
import socket
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterator, Mapping, MutableSequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from inspect import isgenerator
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from briefing_app import libreoffice, readers, settings
from briefing_app.analysis.overlap import fingerprint
from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.domain.fingerprint import Fingerprint
from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.readers import Options
from briefing_app.readers.incoming import Incoming
from briefing_app.readers.particulars import outlets
from briefing_app.readers.reading import Fatal, read_each
from briefing_app.store.originals import Packed, prepared

MEMORY_BYTES = 2 << 30

MEMORY_SETTING = "GLIBC_TUNABLES"
QUICK_MEMORY = (
    "glibc.malloc.tcache_count=65535:glibc.malloc.mmap_threshold=33554432"
    ":glibc.malloc.trim_threshold=67108864:glibc.malloc.top_pad=1048576"
)
"""For the C library of Linux: what one file gave back serves the next one as it is. To put it
together with its neighbours, and to return it to the system, page by page takes a twentieth of
the time of a PDF file. A process keeps some 40 MB more after a page of 10 MB than without this."""

WRITTEN_BYTES = 300 << 20
"""Largest file that a program may write for a reader, as long as the reader lets it."""

_log = logging.getLogger(__name__)

NICENESS = 5
"""The window goes first."""

PARCEL_S, LONGEST_PARCEL_S = 0.005, 0.04
PARCEL_BYTES, PARCEL_ANSWERS = 256 * 1024, 16
"""Answers that come sooner after each other go together, up to so many: a message for each would
cost as much as it takes to read a short text. The first ones go soon, later ones wait longer."""

LATE_S = 0.25
"""Answers go after this at the latest, also while the next file takes long."""

PRELOADED = ("briefing_app.readers.plain.text", "briefing_app.readers.web.html", "trafilatura",
             "briefing_app.readers.pdf.reader")  # fmt: skip
"""What most files need and what takes long to import."""


@dataclass(frozen=True)
class Request:
    """What a process is asked for.

    function   "package.module:name"
    arguments  the file's path first
    known      so many items, the first ones, are not wanted
    """

    function: str
    arguments: tuple[Any, ...]
    known: int = 0


@dataclass(frozen=True)
class Ready:
    """The process is up and waits for requests."""


@dataclass(frozen=True)
class Item:
    """Something that the function gave."""

    value: Any


@dataclass(frozen=True)
class Read:
    """What was read of a file, and what else takes time and need not hold up the window.

    result        the original of a ReadFile is without its bytes: they are in `packed`
    fingerprints  of its articles, by their ids
    """

    result: ReadFile | Refusal
    fingerprints: Mapping[str, Fingerprint] = field(default_factory=dict)
    packed: Packed | None = None


@dataclass(frozen=True)
class Done:
    """The function has ended.

    error  what it raised, None for nothing
    trace  of an error that is a fault of the program, else ""
    """

    error: BriefingError | None = None
    trace: str = ""


Tally = MutableSequence[int]
"""Shared with the parent: how many requests are done, and how many items the next one has given.
It tells what a process was at when it died, whatever it had not sent yet."""


class _Answers:
    """What goes back to the parent: parcels of pickled Items and Dones, in order."""

    def __init__(self, connection: Connection, tally: Tally) -> None:
        self._connection = connection
        self._tally = tally
        self._parcel: list[bytes] = []
        self._bytes = 0
        self._sent_at = 0.0
        self._patience = PARCEL_S
        self._lock = threading.Lock()

    def give(self, value: object, *, is_wanted: bool) -> None:
        """One item of the present request; it counts, wanted or not."""
        if is_wanted:
            self._put(Item(value))
        self._tally[1] += 1

    def end(self, done: Done) -> None:
        """The present request is answered."""
        self._put(done)
        self._tally[1] = 0
        self._tally[0] += 1

    def _put(self, message: Item | Done) -> None:
        data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        with self._lock:
            self._parcel.append(data)
            self._bytes += len(data)
        self.send_in_time()

    def send_in_time(self) -> None:
        """Send what waits if it is much, or waits for long."""
        is_much = self._bytes > PARCEL_BYTES or len(self._parcel) >= PARCEL_ANSWERS
        if is_much or time.monotonic() - self._sent_at > self._patience:
            self._patience = min(2 * self._patience, LONGEST_PARCEL_S)
            self._send()

    def send_all(self) -> None:
        """Send what waits: nothing more is asked for now."""
        self._patience = PARCEL_S
        self._send()

    def send_late(self) -> None:
        """Send, as long as the process lives, what waits behind a file that takes long."""
        with contextlib.suppress(OSError):
            while True:
                time.sleep(LATE_S)
                if self._parcel and time.monotonic() - self._sent_at > LATE_S:
                    self._send()

    def _send(self) -> None:
        with self._lock:
            if self._parcel:
                self._connection.send(self._parcel)
            self._parcel, self._bytes, self._sent_at = [], 0, time.monotonic()


def serve(connection: Connection, tally: Tally, scratch: str | None = None) -> None:
    """The process's life: lists of requests come in, Items and a Done for each go out.

    scratch  folder for all that is written in passing; the parent removes it
    """
    _confine()
    if scratch:
        tempfile.tempdir = scratch
        libreoffice.keep_profile_in(Path(scratch))
    threading.Thread(target=_end_with_parent, args=(scratch,), daemon=True).start()
    for module in PRELOADED:
        import_module(module)
    fault = outlets.extend(settings.config_folder() / settings.OUTLETS)
    if fault:
        _log.warning(fault)
    answers = _Answers(connection, tally)
    threading.Thread(target=answers.send_late, daemon=True).start()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        connection.send(Ready())
        while True:
            for request in connection.recv():
                answers.send_in_time()
                _answer(answers, request)
            if not connection.poll():
                answers.send_all()


def read_file(path: str, options: Options, fatal: Fatal | None = None) -> Iterator[Read]:
    """A file and the files inside it, but for the `fatal` ones (see readers.reading.read_each).

    Raises BriefingError: the file cannot be read.
    """
    yield from map(_prepared, readers.read_file_and_parts(Path(path), options, fatal))


def read_handed(
    name: str, data: bytes, url: str, options: Options, fatal: Fatal | None = None
) -> Iterator[Read]:
    """A file that lies on no disk, and the files inside it; like `read_file`."""
    file = Incoming(Path(name).name, data, url, options=options)
    yield from map(_prepared, read_each(file, fatal))


def read_selection(name: str, html: bytes, text: str, url: str) -> Iterator[Read]:
    """A piece of a page, from its markup or else its text. Raises BriefingError: it is empty."""
    from briefing_app.readers.web.selection import read_selection as read  # its parser loads slowly

    yield _prepared(read(name, html, text, url))


def _prepared(result: ReadFile | Refusal) -> Read:
    if isinstance(result, Refusal):
        return Read(result)
    marks = {article.id: fingerprint(article.body) for article in result.articles}
    # Only what holds articles is kept.
    packed = prepared(result.original) if result.articles else None
    bare = replace(result.original, data=b"")
    return Read(replace(result, original=bare), marks, packed)


def stumbled(name: str) -> UnreadableFile:
    """What is said of a file that shows up a fault of the program."""
    return UnreadableFile(
        f"“{name}” made the program stumble.",
        "Copy the article's text and paste it into the window.",
    )


def _answer(answers: _Answers, request: Request) -> None:
    arguments = request.arguments
    try:
        module, _, name = request.function.partition(":")
        result = getattr(import_module(module), name)(*arguments)
        for place, value in enumerate(result if isgenerator(result) else (result,)):
            answers.give(value, is_wanted=place >= request.known)
        done = Done()
    except BriefingError as error:
        done = Done(error)
    except (MemoryError, RecursionError):
        done = Done(_too_much(_name_of(arguments)))
    except Exception:
        done = Done(stumbled(_name_of(arguments)), traceback.format_exc())
    answers.end(done)


def _name_of(arguments: tuple) -> str:
    return Path(str(arguments[0])).name if arguments else ""


def _too_much(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is nested too deeply or needs too much memory.",
        "Copy the article's text and paste it into the window.",
    )


def _end_with_parent(scratch: str | None) -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        if scratch:
            shutil.rmtree(scratch, ignore_errors=True)
        os._exit(1)


def _confine() -> None:
    class NoSocket(socket.socket):
        def __init__(self, *_: object, **__: object) -> None:
            raise OSError("readers have no network")

    socket.socket = NoSocket  # type: ignore[misc]
    logging.disable(logging.CRITICAL)
    # Not for the programs that a reader starts. The library cuts the setting up as it reads it.
    if QUICK_MEMORY.startswith(os.environ.get(MEMORY_SETTING) or "\0"):
        del os.environ[MEMORY_SETTING]
    if sys.platform == "win32":
        return
    import resource

    os.nice(NICENESS)
    # A group of its own, so that what a reader starts ends with it.
    with contextlib.suppress(OSError):
        os.setpgrp()
    for limit, now, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, 0, WRITTEN_BYTES),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        # macOS knows RLIMIT_AS but refuses to set it.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (now, most))
