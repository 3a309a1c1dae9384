"""What is to be imported together, and its reading, in a thread beside the window."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Event

from briefing_app import readers
from briefing_app.importing import ImportReport
from briefing_app.reading_ahead import Room
from briefing_app.reading_pool import ReadingPool, ReadItem, Wanted


@dataclass(frozen=True)
class Lot:
    """What is to be imported together.

    find   lists the files
    then   is called within the step that stores something of them, of this `label`
    paths  of each file, of what is to come in; () for everything
    done   is called at the end, in place of a notice
    anyway  even what is in the library comes in
    """

    find: Callable[[], list[Wanted]]
    then: Callable[[ImportReport], object] | None = None
    label: str = ""
    paths: tuple[tuple[str, ...], ...] = ()
    done: Callable[[ImportReport], object] | None = None
    anyway: bool = False

    def wants(self, item: ReadItem) -> bool:
        """Whether something that was read is to come in."""
        if not self.paths or item.read is None:
            return True
        wanted = self.paths[item.place]
        return item.path in wanted or any(item.path.startswith(f"{path}/") for path in wanted)


class Reading:
    """What the thread that reads and the window share: when to stop, when to wait, what is read.

    items  were read and wait for the window
    """

    def __init__(self) -> None:
        self.stop = Event()
        self.room = Room()
        self.files: list[Wanted] = []
        self.items: deque[ReadItem] = deque()
        self._is_told = False

    def put(self, item: ReadItem) -> bool:
        """Add to `items`; whether the window has to be told, which it is once until it looks."""
        self.items.append(item)
        is_news, self._is_told = not self._is_told, True
        return is_news

    def look(self) -> None:
        """The window looks at the items now; it is told again when another one comes."""
        self._is_told = False


def find(paths: Iterable[str], is_stopped: Callable[[], bool] = lambda: False) -> list[Wanted]:
    """The files that are named, and those of folders that are; see readers.find_files."""
    return [Wanted(path) for path in readers.find_files(paths, is_stopped)]


def read(lot: Lot, pool: ReadingPool, reading: Reading, progress: Callable[[object], None]) -> None:
    """Read a lot; `progress` is told how many files it has, and then None for new items."""
    reading.files = lot.find()
    progress(len(reading.files))
    for item in pool.read(reading.files, reading.stop.is_set):
        if not lot.wants(item):
            continue
        if not reading.room.take(item, reading.stop.is_set):
            return
        if reading.put(item):
            progress(None)
