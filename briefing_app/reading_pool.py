"""Reads many files in several processes at once, with bounds on everything that is under way."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import wait
from pathlib import Path

from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.errors import BriefingError
from briefing_app.readers import SLOW_EXTENSIONS, Options, printable
from briefing_app.readers.reading import Fatal
from briefing_app.reading_ahead import read_ahead
from briefing_app.reading_process import Done, Item, Read, Request
from briefing_app.reading_worker import (
    POLL_SECONDS,
    SECONDS_A_FILE,
    START_SECONDS,
    ReadingWorker,
    refused,
    took_too_long,
)

MOST_PROCESSES = 4

AHEAD_FILES, AHEAD_BYTES = 32, 1_000_000
"""What a process has before it, so that it never waits: one file at least, so many at most."""

HANDED_FILES = 8
"""What it is given at once: if it got more, what others read would wait for it to come in order."""

HELD_BYTES = 32_000_000
HELD_SECONDS = 0.25
"""How much, and how long, waits for a file before it that is not read yet."""

MOST_FATAL = 5
"""Files inside one file that may each cost a process; after that the rest is not read."""

LARGE_BYTES = 20_000_000
SECONDS_A_LARGE_FILE = 60.0
SECONDS_A_RECOGNITION = 60.0 * 200
"""Recognising the text in pictures takes a minute a page, and the reader takes 200 pages."""


@dataclass(frozen=True)
class Wanted:
    """A file to read, and what the user said about it.

    data  its bytes where it lies on no disk, and `path` only names it; else None
    url   of the page that it came from, "" where that is unknown
    """

    path: Path
    options: Options = field(default_factory=Options)
    data: bytes | None = None
    url: str = ""

    def request(self, known: int = 0, fatal: Fatal | None = None) -> Request:
        """What a process is asked for.

        known  so many files, the first ones, have come already: itself and some inside it
        fatal  see readers.reading.read_each
        """
        arguments: tuple[object, ...]
        if self.data is None:
            name, arguments = "read_file", (str(self.path), self.options, fatal)
        else:
            name = "read_handed"
            arguments = (str(self.path), self.data, self.url, self.options, fatal)
        return Request(f"briefing_app.reading_process:{name}", arguments, known)

    @property
    def size(self) -> int:
        """Bytes; 0 where there is no such file."""
        if self.data is not None:
            return len(self.data)
        try:
            return self.path.stat().st_size
        except (OSError, ValueError):
            return 0


@dataclass(frozen=True)
class WantedSelection(Wanted):
    """A piece of a page: `data` is its markup, b"" for none, `text` the same without markup."""

    text: str = ""

    def request(self, known: int = 0, fatal: Fatal | None = None) -> Request:
        """What a process is asked for; there is nothing inside a piece of a page."""
        selection = (str(self.path), self.data or b"", self.text, self.url)
        return Request("briefing_app.reading_process:read_selection", selection, known)


@dataclass(frozen=True)
class ReadItem:
    """What came of a file.

    place  of the file among those asked for, from 0
    read   the file itself or one inside it; None: that was all of it
    """

    place: int
    read: Read | None

    @property
    def path(self) -> str:
        """Of the file, or of the file inside it, as in domain.article.Original."""
        if self.read is None:
            return ""
        result = self.read.result
        if isinstance(result, ReadFile):
            return result.original.path or result.original.name
        return result.path

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes."""
        if self.read is None or not isinstance(self.read.result, ReadFile):
            return 0
        packed = len(self.read.packed.data) if self.read.packed else 0
        return packed + sum(len(article.body) for article in self.read.result.articles)


class ReadingPool:
    """Processes that read files; they start when wanted, and stay for the next files."""

    def __init__(
        self, processes: int | None = None, seconds_a_file: float = SECONDS_A_FILE
    ) -> None:
        count = processes or min(os.cpu_count() or 1, MOST_PROCESSES)
        self._lanes = [_Lane(seconds_a_file) for _ in range(count)]

    def start(self) -> None:
        """Start all processes, so that the first file need not wait for that."""
        for lane in self._lanes:
            lane.worker.start()

    def stop(self) -> None:
        """End all processes at once."""
        for lane in self._lanes:
            lane.stop()

    @property
    def current(self) -> str:
        """Name of the file that has been read for longest, "" for none. For any thread."""
        jobs = [job for lane in self._lanes for job in tuple(lane.jobs)[:1]]
        return min(jobs, key=lambda job: job.place).name if jobs else ""

    @property
    def process_ids(self) -> list[int]:
        """Numbers of the processes that run."""
        return [id for lane in self._lanes if (id := lane.worker.process_id) is not None]

    def read(
        self, files: Iterable[Wanted], is_cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[ReadItem]:
        """Read files; what comes of them arrives in their order, as far as that holds nothing up.

        The next files are read only while the caller takes what has been read. When cancelled,
        or when the caller stops, nothing more comes and no process works on.
        """
        waiting = deque(_Job(place, wanted) for place, wanted in enumerate(files))
        line = _Line()
        try:
            while not is_cancelled():
                self._hand_out(waiting)
                yield from line.take(self._answers(waiting))
                if not waiting and not any(lane.jobs for lane in self._lanes):
                    yield from line.rest()
                    return
        finally:
            for lane in self._lanes:
                if lane.jobs:
                    lane.stop()

    def read_ahead(self, files: Iterable[Wanted]) -> Iterator[ReadItem]:
        """Like `read`, in a thread: the next files are read while the caller works on these."""
        return read_ahead(partial(self.read, files))

    def _hand_out(self, waiting: deque[_Job]) -> None:
        for lane in sorted(self._lanes, key=lambda lane: len(lane.jobs)):
            if not waiting:
                return
            share = -(-len(waiting) // len(self._lanes))
            lane.take_from(waiting, min(share, HANDED_FILES))

    def _answers(self, waiting: deque[_Job]) -> Iterator[ReadItem]:
        busy = {lane.worker.connection: lane for lane in self._lanes if lane.jobs}
        ready = wait([connection for connection in busy if connection], POLL_SECONDS)
        for connection, lane in busy.items():
            try:
                if connection in ready:
                    yield from lane.receive()
                else:
                    lane.check()
            except (EOFError, OSError):
                yield from lane.give_up(waiting, is_slow=False)
            except _TooLong:
                yield from lane.give_up(waiting, is_slow=True)


class _TooLong(Exception):
    """A file's time is over."""


class _Job:
    """A file that waits to be read, or is being read.

    known  how many files have come of it: itself and some inside it
    fatal  places among them where a process has died
    """

    def __init__(self, place: int, wanted: Wanted) -> None:
        self.place = place
        self.wanted = wanted
        self.name = printable(wanted.path.name)
        self.seconds = 0.0
        self.size = 0
        self.known = 0
        self.fatal: dict[int, BriefingError] = {}

    def weigh(self, seconds_a_file: float) -> None:
        """Find out how large the file is and how long it may take."""
        self.size = self.wanted.size
        self.seconds = seconds_a_file
        is_slow = self.wanted.path.suffix.lower() in SLOW_EXTENSIONS
        if self.size > LARGE_BYTES or is_slow:
            self.seconds = max(seconds_a_file, SECONDS_A_LARGE_FILE)
        if self.wanted.options.recognise_text:
            self.seconds = SECONDS_A_RECOGNITION


class _Lane:
    """One process, and the files that it answers for, in order: the first is being read."""

    def __init__(self, seconds_a_file: float) -> None:
        self.worker = ReadingWorker()
        self.jobs: deque[_Job] = deque()
        self._seconds_a_file = seconds_a_file
        self._begun_at = 0.0
        self._reached = (0, 0)

    def take_from(self, waiting: deque[_Job], share: int) -> None:
        """Hand files over to the process, `share` of them at most."""
        if len(self.jobs) > AHEAD_FILES // 2:
            return
        if not self.jobs:
            self.worker.start()
            self._begun_at = time.monotonic()
        size = sum(job.size for job in self.jobs)
        fresh: list[_Job] = []
        while waiting and len(fresh) < share and len(self.jobs) + len(fresh) < AHEAD_FILES:
            waiting[0].weigh(self._seconds_a_file)
            size += waiting[0].size
            if size > AHEAD_BYTES and (self.jobs or fresh):
                break
            fresh.append(waiting.popleft())
        if fresh:
            self.jobs.extend(fresh)
            # A process that has just died is found out when it is listened to.
            with suppress(OSError):
                self.worker.ask([job.wanted.request(job.known, job.fatal or None) for job in fresh])

    def receive(self) -> Iterator[ReadItem]:
        """All that has come."""
        while True:
            message = self.worker.receive()
            if message is None:
                self._begun_at = time.monotonic()
            elif isinstance(message, Item):
                self.jobs[0].known += 1
                yield ReadItem(self.jobs[0].place, message.value)
            else:
                assert isinstance(message, Done)
                yield from self._end(message.error)
            if not self.worker.has_more:
                return

    def check(self) -> None:
        """Raises _TooLong or EOFError: the process must be ended."""
        if self.worker.is_over_memory:
            raise EOFError
        if self._reached != self.worker.reached:
            self._reached = self.worker.reached
            self._begun_at = time.monotonic()
        most = self.jobs[0].seconds if self.worker.is_ready else START_SECONDS
        if time.monotonic() - self._begun_at > most:
            raise _TooLong

    def give_up(self, waiting: deque[_Job], *, is_slow: bool) -> Iterator[ReadItem]:
        """End the process; the file being read is lost, or the one inside it, all others go back.

        What the process had read and not sent is read again.
        """
        done, given = self.worker.reached
        job = self.jobs[min(done, len(self.jobs) - 1)]
        given = max(given, job.known)  # it may have died while it sent the last one
        error = took_too_long(job.name, job.seconds) if is_slow else self.worker.fault(job.name)
        self.worker.stop()
        if given > 0 and given not in job.fatal and len(job.fatal) < MOST_FATAL:
            job.fatal[given] = _of_a_part(is_slow)
        else:
            self.jobs.remove(job)
            yield from _last(job, error)
        waiting.extendleft(reversed(self.jobs))
        self.jobs.clear()

    def stop(self) -> None:
        self.jobs.clear()
        self.worker.stop()

    def _end(self, error: BriefingError | None) -> Iterator[ReadItem]:
        self._begun_at = time.monotonic()
        yield from _last(self.jobs.popleft(), error)


def _last(job: _Job, error: BriefingError | None) -> Iterator[ReadItem]:
    if error is not None:
        yield ReadItem(job.place, Read(Refusal(printable(job.wanted.path), error)))
    yield ReadItem(job.place, None)


def _of_a_part(is_slow: bool) -> BriefingError:
    """What is to be said of a file in another one, behind its name."""
    what = (
        "reading it takes too long." if is_slow else "it made the reader fail and may be damaged."
    )
    return refused(what)


class _Line:
    """Lets what was read out in the order of the files, but does not wait for ever."""

    def __init__(self) -> None:
        self._next = 0
        self._held: dict[int, list[ReadItem]] = {}
        self._ended: set[int] = set()
        self._bytes = 0
        self._moved_at = time.monotonic()

    def take(self, items: Iterable[ReadItem]) -> Iterator[ReadItem]:
        """Take what has come, and let out what may go."""
        for item in items:
            if not self._held:
                self._moved_at = time.monotonic()
            self._held.setdefault(item.place, []).append(item)
            self._bytes += item.size
        while self._next in self._held or self._next in self._ended:
            yield from self._let_out(self._next)
            # Now, not before: the caller may have taken its time.
            self._moved_at = time.monotonic()
            if self._next not in self._ended:
                break
            self._ended.discard(self._next)
            self._next += 1
        if self._bytes > HELD_BYTES or time.monotonic() - self._moved_at > HELD_SECONDS:
            yield from self.rest()

    def rest(self) -> Iterator[ReadItem]:
        """Let out everything that still waits."""
        for place in sorted(self._held):
            yield from self._let_out(place)

    def _let_out(self, place: int) -> Iterator[ReadItem]:
        for item in self._held.pop(place, ()):
            self._bytes -= item.size
            if item.read is None:
                self._ended.add(place)
            yield item
