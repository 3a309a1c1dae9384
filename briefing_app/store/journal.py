"""The one door: every write is one transaction, one undo step and one signal."""

from __future__ import annotations

import logging
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock, get_ident
from time import sleep
from typing import Any

from briefing_app.errors import ReadOnlyFile
from briefing_app.store.aside import Aside, NotNow
from briefing_app.store.failures import BrokenOff, explain
from briefing_app.store.schema import TABLES
from briefing_app.store.steps import Record, Step, trim
from briefing_app.store.turns import Turns

_log = logging.getLogger(__name__)

GIVE_WAY_S = 0.0005


@dataclass(frozen=True)
class Change:
    """What one commit did.

    rows  table -> ids of the rows that were added, altered or deleted; for `reading` the ids
          of the articles
    kind  "do", "undo" or "redo"
    """

    label: str
    rows: dict[str, frozenset[str]]
    kind: str = "do"


def _touched(records: Iterable[Record]) -> dict[str, frozenset[str]]:
    rows: dict[str, set[str]] = {}
    for table, _, row in records:
        if TABLES[table][1] == "id":
            rows.setdefault(table, set()).add(row[1])
    return {table: frozenset(ids) for table, ids in rows.items()}


def _trigger(table: str, action: str) -> str:
    when, row = {
        "insert": ("AFTER", "new"),
        "update": ("AFTER", "old"),
        "delete": ("BEFORE", "old"),
    }[action]
    columns = TABLES[table][:2] if action == "insert" else TABLES[table]
    if action == "insert" and columns[1] != "id":
        columns = columns[:1]
    values = ", ".join(f'{row}."{column}"' for column in columns)
    return (
        f"CREATE TEMP TRIGGER journal_{table}_{action} {when} {action} ON main.{table} "
        f"BEGIN SELECT journal('{table}', '{action}', {values}); END"
    )


class Journal:
    """A connection whose writes are recorded, so that they can be undone.

    Outside `change()` the connection refuses to write. Another thread may make a change: as long
    as that lasts, nobody else writes, and the thread that made the journal reads what was there
    before. Its subscribers hear of the change at its next one or when it calls `announce`.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        read_only: bool,
        before_commit: Callable[[sqlite3.Connection, list[Record]], Iterable[None]],
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.turns = Turns()
        self._alone = RLock()
        self._awaiting: set[int] = set()
        self._home = get_ident()
        self._aside = Aside(path)
        self._waits = True
        self._connection = connection
        self._before_commit = before_commit
        self._records: list[Record] | None = None
        self._undo: deque[Step] = deque()
        self._redo: deque[Step] = deque()
        self._open_group: object = None
        self._subscribers: list[Callable[[Change], None]] = []
        self._unheard: deque[Change] = deque()
        self._announcing = False
        if not read_only:
            connection.create_function("journal", -1, self._record)
            for table in TABLES:
                for action in ("insert", "update", "delete"):
                    connection.execute(_trigger(table, action))
        connection.execute("PRAGMA query_only = ON")

    def _record(self, table: str, action: str, *row: Any) -> None:
        assert self._records is not None
        self._records.append(Record(table, action, row))

    @property
    def is_busy(self) -> bool:
        """Whether another thread is at work, so that whoever asks for rows would have to wait."""
        is_free = self._alone.acquire(blocking=False)
        if is_free:
            self._alone.release()
        return not is_free

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple]:
        """All rows of a query."""
        try:
            if get_ident() == self._home and self.is_busy:
                found = self._aside.rows(sql, values)
                if found is not None:
                    return found
                if not self._waits:
                    raise NotNow
            with self._alone:
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Have `rows` raise NotNow in the block rather than wait; for the thread of the journal."""
        before, self._waits = self._waits, False
        try:
            yield
        finally:
            self._waits = before

    def row(self, sql: str, values: Sequence[Any] = ()) -> tuple | None:
        """The first row of a query, None when there is none."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def write(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one writing statement inside a change; a failing one leaves no trace.

        Gives the number of the row that an INSERT added.
        """
        if self._records is None or not self._connection.in_transaction:
            raise RuntimeError("attempt to write outside change()")
        mark = len(self._records)
        try:
            return self._connection.execute(sql, values).lastrowid or 0
        except sqlite3.Error as error:
            del self._records[mark:]  # SQLite has taken the statement's rows back
            raise explain(error, self.path) from error

    @contextmanager
    def change(
        self,
        label: str | Callable[[], str],
        group: object = None,
        undoable: bool = True,
        gives_way: bool = False,
    ) -> Iterator[None]:
        """Make one step out of everything written in the block.

        label     what Undo shows, e.g. "File quote"; may be asked for at the end
        group     successive changes of the same group (not None) join in one step, which then
                  carries the last label
        undoable  False only for reading marks and fingerprints: committed, but not undone
        gives_way  in another thread it is broken off, before it commits, when the window waits

        Within another change the block joins it. An exception takes back what the block wrote.

        Raises ReadOnlyFile: the briefing is open for reading only. BrokenOff: it gave way.
        """
        with self.alone():
            if self._records is not None:
                with self._savepoint():
                    yield
                return
            with self._transaction(gives_way=gives_way) as records:
                yield
            label = label if isinstance(label, str) else label()
            if records and undoable:
                self._keep(label, group, records)
            if rows := _touched(records):
                self._unheard.append(Change(label, rows))
        self.announce()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other threads from reading and writing, for as long as the block takes."""
        if not self._alone.acquire(blocking=False):
            self._awaiting.add(get_ident())
            try:
                self._alone.acquire()
            finally:
                self._awaiting.discard(get_ident())
        try:
            yield
        finally:
            self._alone.release()

    @property
    def is_awaited(self) -> bool:
        """Whether others wait to write, and this is not the thread that goes before all others."""
        return bool(self._awaiting) and get_ident() != self._home

    def give_way(self) -> None:
        """Let those begin who wait to write. Not within a change."""
        while self.is_awaited:
            sleep(GIVE_WAY_S)

    def _keep(self, label: str, group: object, records: list[Record]) -> None:
        self._redo.clear()
        if group is not None and group == self._open_group and self._undo:
            self._undo[-1].extend(records)
            self._undo[-1].label = label
        else:
            self._undo.append(Step(label, records, group))
        self._open_group = group
        trim(self._undo)

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        assert self._records is not None
        mark = len(self._records)
        self._connection.execute("SAVEPOINT nested")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK TO nested")
                self._connection.execute("RELEASE nested")
            del self._records[mark:]
            raise
        self._connection.execute("RELEASE nested")

    @contextmanager
    def _transaction(self, *, gives_way: bool = False) -> Iterator[list[Record]]:
        if self.read_only:
            raise ReadOnlyFile(
                f"“{self.path}” is open for reading only.",
                "Save a copy and work in the copy, or open it again when it is free.",
            )
        if get_ident() != self._home:
            self._aside.open()
        connection = self._connection
        records: list[Record] = []
        try:
            connection.execute("PRAGMA query_only = OFF")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("PRAGMA defer_foreign_keys = ON")
            self._records = records
            yield records
            # Not by interrupting: FTS5 leaves a statement of its own open between ours. Then the
            # connection stays interrupted for ever, and not even ROLLBACK is carried out.
            for _ in self._before_commit(connection, records):
                if gives_way and self._home in self._awaiting:
                    raise BrokenOff
            with self.turns.writing():
                connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise explain(error, self.path) from error
            raise
        finally:
            self._records = None
            connection.execute("PRAGMA query_only = ON")

    def undo(self) -> str | None:
        """Take back the last step; its label, or None when there is none."""
        return self._revert(self._undo, self._redo, "undo")

    def redo(self) -> str | None:
        """Do the step again that was undone last; its label, or None when there is none."""
        return self._revert(self._redo, self._undo, "redo")

    def _revert(self, source: deque[Step], target: deque[Step], kind: str) -> str | None:
        with self.alone():
            if self._records is not None:
                raise RuntimeError(f"{kind} inside change()")
            if not source:
                return None
            step = source[-1]
            with self._transaction() as records:
                for record in reversed(step.records):
                    self._restore(record)
            source.pop()
            target.append(Step(step.label, records, made_at=step.made_at))
            trim(target)
            self._open_group = None
            self._unheard.append(Change(step.label, _touched(records), kind))
        self.announce()
        return step.label

    def _restore(self, record: Record) -> None:
        table, action, row = record
        columns = TABLES[table]
        if action == "insert":
            self.write(f"DELETE FROM {table} WHERE n = ?", row[:1])
        elif action == "delete":
            self.write(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", row)
        else:
            settings = ", ".join(f'"{column}" = ?' for column in columns[1:])
            self.write(f"UPDATE {table} SET {settings} WHERE n = ?", (*row[1:], row[0]))

    @property
    def undo_labels(self) -> list[str]:
        """Labels of the steps that can be undone, oldest first."""
        return [step.label for step in tuple(self._undo)]

    @property
    def redo_labels(self) -> list[str]:
        """Labels of the steps that can be redone, the next one last."""
        return [step.label for step in tuple(self._redo)]

    def step_size(self, kind: str, steps: int = 1) -> int:
        """How many rows "undo" or "redo" would write, so many times."""
        known = tuple(self._undo if kind == "undo" else self._redo)
        return sum(len(step.records) for step in known[-steps:])

    @property
    def undo_times(self) -> list[datetime]:
        """When each step that can be undone was made last, local time, oldest first."""
        return [step.made_at for step in tuple(self._undo)]

    @property
    def redo_times(self) -> list[datetime]:
        """When each step that can be done again was made, the next one last."""
        return [step.made_at for step in tuple(self._redo)]

    def subscribe(self, subscriber: Callable[[Change], None]) -> Callable[[], None]:
        """Call `subscriber` after every commit; the result ends that.

        Changes that a subscriber makes are announced after the one that it hears. A failing
        subscriber is logged: the change is in the file, and the others must hear of it.
        """
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return unsubscribe

    def announce(self) -> None:
        """Tell subscribers what they have not heard of yet; elsewhere than at home, nothing."""
        if self._announcing or get_ident() != self._home:
            return
        self._announcing = True
        try:
            while self._unheard:
                self._tell(self._unheard.popleft())
        finally:
            self._announcing = False

    def _tell(self, change: Change) -> None:
        for subscriber in list(self._subscribers):
            try:
                subscriber(change)
            except Exception:
                _log.exception("a subscriber failed on the change “%s”", change.label)

    def close(self) -> None:
        """Close the connection; an unfinished change is taken back, another thread's awaited."""
        with self._alone:
            self._aside.close()
            self._connection.close()
