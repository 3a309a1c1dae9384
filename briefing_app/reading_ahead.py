"""Reading on while what was read is stored: in a thread, and not too far ahead."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from queue import SimpleQueue
from threading import Condition, Event, Thread
from typing import Protocol, TypeVar

AHEAD_ITEMS, AHEAD_BYTES = 1500, 64_000_000
"""What may be read and not stored yet; reading waits beyond that."""


class Sized(Protocol):
    """Something that was read."""

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes."""


Item = TypeVar("Item", bound=Sized)


class Room:
    """How much may be read ahead of what is stored; the reading thread waits for it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._items = self._bytes = 0

    def take(self, item: Sized, is_stopped: Callable[[], bool]) -> bool:
        """Wait until there is room for one more; False when all is to stop."""
        with self._changed:
            while self._items >= AHEAD_ITEMS or (self._items and self._bytes > AHEAD_BYTES):
                if is_stopped():
                    return False
                self._changed.wait(0.1)
            self._items += 1
            self._bytes += item.size
        return not is_stopped()

    def give(self, items: Iterable[Sized]) -> None:
        """These are no longer waiting."""
        with self._changed:
            for item in items:
                self._items -= 1
                self._bytes -= item.size
            self._changed.notify()


def read_ahead(read: Callable[[Callable[[], bool]], Iterable[Item]]) -> Generator[Item, None, None]:
    """What `read` gives, which goes on in a thread meanwhile; raises what it raises.

    read  is given a function that says when it is to stop
    """
    stop, room = Event(), Room()
    items: SimpleQueue[Item | None] = SimpleQueue()
    failures: list[BaseException] = []

    def run() -> None:
        try:
            for item in read(stop.is_set):
                if not room.take(item, stop.is_set):
                    break
                items.put(item)
        except BaseException as error:
            failures.append(error)
        items.put(None)

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        while (item := items.get()) is not None:
            room.give([item])
            yield item
        if failures:
            raise failures[0]
    finally:
        stop.set()
        thread.join()
