"""What is read in another thread, so that typing never waits for it: searches and snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event
from typing import Any

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.name_variants import Groups
from briefing_app.domain.outline import Memo
from briefing_app.domain.query import Query
from briefing_app.store import snapshot
from briefing_app.store.finding import Found, find, last_imported
from briefing_app.store.turns import Reader


class Search:
    """One search of what is committed. Call `first` and `all` in one other thread, `stop` in any.

    Both raise turns.Stopped once it is stopped, or the briefing closed.
    """

    def __init__(self, reader: Reader, query: Query, groups: Groups, sort: str) -> None:
        self.query = query
        self._reader = reader
        self._groups = groups
        self._sort = sort
        self._stopped = Event()

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple]:
        """All rows of a query, for those who look for something."""
        return self._reader.rows(sql, values, self._stopped)

    def first(self, limit: int) -> list[str]:
        """Ids of the articles imported last; this goes faster than all."""
        return [id for _, id in last_imported(self, self.query, self._groups, limit)]

    def all(self) -> Found:
        """What Store.find finds."""
        return find(self, self.query, self._groups, self._sort)

    def stop(self) -> None:
        """Nobody wants the answer any more."""
        self._stopped.set()
        self._reader.interrupt()


@dataclass(frozen=True)
class Taken:
    """A snapshot of a file that one thread alone can read: it was taken at once."""

    briefing: Briefing

    def take(self) -> Briefing:
        """As of Snapshot."""
        return self.briefing

    def stop(self) -> None:
        """As of Snapshot."""


class Snapshot:
    """One snapshot of a memo. Call `take` in one other thread, `stop` in any."""

    def __init__(self, reader: Reader, title: str, memo: Memo) -> None:
        self._reader = reader
        self._title = title
        self._memo = memo
        self._stopped = Event()

    def take(self) -> Briefing:
        """What Store.snapshot reads, all of one moment; `title` and `memo` are as they were given.

        Raises turns.Stopped: it was stopped, or the briefing closed.
        """
        while True:
            before = self._version()
            taken = snapshot.take(self._rows, self._title, self._memo)
            if self._version() == before:
                return taken

    def stop(self) -> None:
        """Nobody wants the answer any more."""
        self._stopped.set()
        self._reader.interrupt()

    def _rows(self, sql: str, values: Sequence[Any]) -> list[tuple]:
        return self._reader.rows(sql, values, self._stopped)

    def _version(self) -> object:
        """Another one after each commit of anybody else."""
        return self._rows("PRAGMA data_version", ())
