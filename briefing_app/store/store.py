"""The briefing file: opening it, its one door, and the nouns kept in it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from briefing_app.domain.briefing import Briefing
from briefing_app.domain.name_variants import expanded
from briefing_app.domain.query import Query, parse
from briefing_app.errors import BriefingError, ReadOnlyFile, UnreadableFile
from briefing_app.store import (
    backups,
    checking,
    copies,
    finding,
    fingerprints,
    index,
    originals,
    search,
    snapshot,
)
from briefing_app.store.apart import Search, Snapshot, Taken
from briefing_app.store.article_rows import now
from briefing_app.store.articles import Articles
from briefing_app.store.backups import Backup
from briefing_app.store.connection import connect, file_version, open_checked
from briefing_app.store.entries import Entries
from briefing_app.store.excerpts import Excerpts
from briefing_app.store.failures import explain
from briefing_app.store.finding import EntryHit, Found
from briefing_app.store.journal import Change, Journal
from briefing_app.store.lists import Aliases, SavedFilters
from briefing_app.store.lock import Lock
from briefing_app.store.memos import Memos
from briefing_app.store.originals import OriginalsSize
from briefing_app.store.reading_only import open_for_reading
from briefing_app.store.schema import VERSION, begin, migrate
from briefing_app.store.search import Hit
from briefing_app.store.sections import Sections
from briefing_app.store.steps import Record
from briefing_app.store.turns import Reader


def _make_file(path: Path, title: str) -> None:
    connection = connect(path, "rwc")
    try:
        begin(connection, title, now())
    finally:
        connection.close()


def _follow(
    seen: fingerprints.Seen, connection: sqlite3.Connection, records: list[Record]
) -> Iterator[None]:
    """Bring all that is derived from the tables in step; it can be broken off before each part."""
    yield
    index.follow(connection, records)
    yield
    fingerprints.follow(connection, records, seen)
    yield


def _is_protected(path: Path) -> bool:
    return not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222


class Store:
    """One open briefing. Get it from `Store.create` or `Store.open`; use it in one thread.

    Another thread may make a change: whoever wants to write meanwhile waits, and the thread that
    opened the store reads what was there before.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None) -> None:
        self.path = path
        self.read_only = lock is None
        self._lock = lock
        seen = fingerprints.Seen()
        self._journal = Journal(connection, path, self.read_only, partial(_follow, seen))
        self.articles = Articles(self._journal, seen)
        self.excerpts = Excerpts(self._journal)
        self.memos = Memos(self._journal)
        self.sections = Sections(self._journal)
        self.entries = Entries(self._journal, self.excerpts, self.sections)
        self.aliases = Aliases(self._journal)
        self.saved_filters = SavedFilters(self._journal)
        self._backup_folder: Path | None = None
        self._reader: Reader | None = None
        self._can_read_apart = file_version(path) >= VERSION

    @classmethod
    def create(cls, path: str | os.PathLike[str], title: str) -> Store:
        """Make a new briefing file with one memo, and open it.

        Raises BriefingError: there is a file already, or it cannot be made there.
        """
        path = Path(path).absolute()
        if path.exists():
            raise BriefingError(f"There is already a file “{path}”.", "Choose another name.")
        if not path.parent.is_dir():
            raise UnreadableFile(f"There is no folder “{path.parent}”.", "Choose another folder.")
        lock = Lock(path)
        draft = path.with_name(f".{path.name}.new")
        try:
            draft.unlink(missing_ok=True)
            _make_file(draft, title)
            draft.replace(path)
            return cls(path, open_checked(path, read_only=False), lock)
        except sqlite3.Error as error:
            lock.release()
            raise explain(error, path) from error
        except BaseException:
            lock.release()
            raise
        finally:
            draft.unlink(missing_ok=True)

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        read_only: bool = False,
        backup_folder: Path | None = None,
    ) -> Store:
        """Open a briefing file; for writing, unless `read_only`, and then with a backup.

        `backup_folder`: see keep_backups_in.

        Raises UnreadableFile: missing, empty or not readable. NotABriefing: another kind of
        file, or damaged. NewerFileVersion: of a newer program; read_only may work. FileInUse:
        someone else writes to it; read_only works. ReadOnlyFile: the file or its folder is
        protected; read_only works. The file is unchanged after each of these.
        """
        path = Path(path).absolute()
        version = file_version(path)
        if read_only:
            return cls(path, open_for_reading(path), None)
        if _is_protected(path):
            raise ReadOnlyFile(
                f"“{path}” may not be written to.",
                "Open it for reading only, or save a copy elsewhere.",
            )
        lock = Lock(path)
        try:
            connection = open_checked(path, read_only=False)
            try:
                if version < VERSION:
                    backups.make(path, backup_folder)
                    migrate(connection)
                store = cls(path, connection, lock)
                store.keep_backups_in(backup_folder)
                backups.make_at_open(path, backup_folder)
                return store
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as error:
            lock.release()
            raise explain(error, path) from error
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Close the file and let others write to it; a second call does nothing."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
        self._journal.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def title(self) -> str:
        """Name of the briefing."""
        row = self._journal.row("SELECT title FROM briefing")
        return row[0] if row else ""

    def rename(self, title: str) -> None:
        """Give the briefing another name; its memos and its file keep theirs."""
        if title != self.title:
            with self.change("Rename briefing"):
                self._journal.write("UPDATE briefing SET title = ?", [title])

    def change(
        self,
        label: str | Callable[[], str],
        group: object = None,
        undoable: bool = True,
        gives_way: bool = False,
    ) -> AbstractContextManager[None]:
        """The one door: see Journal.change."""
        return self._journal.change(label, group, undoable, gives_way)

    def alone(self) -> AbstractContextManager[None]:
        """Keep other threads from reading and writing, for as long as the block takes."""
        return self._journal.alone()

    @property
    def is_awaited(self) -> bool:
        """Whether the window waits for the change that another thread makes: it should end soon."""
        return self._journal.is_awaited

    def give_way(self) -> None:
        """Let the window write first, if it waits to; for other threads, between two changes."""
        self._journal.give_way()

    def at_once(self) -> AbstractContextManager[None]:
        """Have what is asked in the block raise aside.NotNow where it would have to wait."""
        return self._journal.at_once()

    def subscribe(self, subscriber: Callable[[Change], None]) -> Callable[[], None]:
        """Call `subscriber(change)` after every commit; the result ends that."""
        return self._journal.subscribe(subscriber)

    def announce(self) -> None:
        """Let subscribers hear now of what another thread has written."""
        self._journal.announce()

    def undo(self) -> str | None:
        """Take back the last step; its label, or None when there is none."""
        return self._journal.undo()

    def redo(self) -> str | None:
        """Do again what was undone last; its label, or None when there is none."""
        return self._journal.redo()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._journal.undo_labels)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._journal.redo_labels)

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, "" for nothing."""
        return self._journal.undo_labels[-1] if self.can_undo else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would do again, "" for nothing."""
        return self._journal.redo_labels[-1] if self.can_redo else ""

    def step_size(self, kind: str, steps: int = 1) -> int:
        """How many rows "undo" or "redo" would write: for a hundred articles some four hundred."""
        return self._journal.step_size(kind, steps)

    def steps(self) -> list[str]:
        """Labels of the steps that can be undone, oldest first."""
        return self._journal.undo_labels

    def undone_steps(self) -> list[str]:
        """Labels of the steps that can be carried out again, the next one last."""
        return self._journal.redo_labels

    def step_times(self) -> list[datetime]:
        """When each of `steps` was made, local time."""
        return self._journal.undo_times

    def undone_times(self) -> list[datetime]:
        """When each of `undone_steps` was made, local time."""
        return self._journal.redo_times

    def query(self, text: str) -> Query:
        """What the user typed into the search, names in it with all their variants."""
        return expanded(parse(text), self.aliases.groups())

    def search(self, text: str, limit: int = 200) -> list[Hit]:
        """The last imported articles that the user's query means; none for ""."""
        return search.search(self._journal, self.query(text), self.aliases.groups(), limit)

    def find(self, text: str, sort: str = "newest") -> Found:
        """The articles that a query means, all for "", in an order of `Articles.ids`."""
        return finding.find(self._journal, self.query(text), self.aliases.groups(), sort)

    def find_entries(self, text: str) -> list[EntryHit]:
        """The entries that a query means; none for "" or conditions of articles alone."""
        return finding.entries(self._journal, self.query(text), self.aliases.groups())

    def search_apart(self, text: str, sort: str = "newest") -> Search | None:
        """`find` for another thread; None where only this thread can read: a file of an older
        version that is open for reading."""
        if not self._can_read_apart:
            return None
        return Search(self._reader_apart(), self.query(text), self.aliases.groups(), sort)

    def copy_entries(self, ids: Sequence[str], section_id: str) -> list[str]:
        """Put copies of entries at the end of a section; the copies' ids in the order given.

        Raises KeyError: an entry or the section is gone.
        """
        return copies.copy_entries(self._journal, self.entries, self.sections, ids, section_id)

    def continue_memo(self, memo_id: str, title: str) -> str:
        """Begin a memo that goes on from another, with all that it says; its id.

        Raises KeyError: the memo is gone.
        """
        return copies.continue_memo(
            self._journal, self.memos, self.sections, self.entries, memo_id, title
        )

    def snapshot(self, memo_id: str | None = None) -> Briefing:
        """A memo (the first one, unless told) with everything that it rests on."""
        memo = self.memos.all()[0] if memo_id is None else self.memos.get(memo_id)
        return snapshot.take(self._journal.rows, self.title, memo)

    def snapshot_apart(self, memo_id: str) -> Snapshot | Taken:
        """`snapshot` for another thread, which takes it while this one goes on."""
        if not self._can_read_apart:
            return Taken(self.snapshot(memo_id))
        return Snapshot(self._reader_apart(), self.title, self.memos.get(memo_id))

    def originals_size(self) -> OriginalsSize:
        """How large all imported files are, and what they take in the briefing file."""
        return originals.total(self._journal)

    def check(self) -> list[str]:
        """Problems of the file in words, [] when it is sound. Takes seconds for large files."""
        return checking.problems(self.path)

    def save_copy(self, path: str | os.PathLike[str]) -> None:
        """Write a compact copy without any trace of deleted text; replaces a file at `path`."""
        backups.save_copy(self.path, Path(path).absolute())

    def backups(self) -> list[Backup]:
        """The backups of this briefing, newest first."""
        return backups.of(self.path, self._backup_folder)

    def keep_backups_in(self, folder: Path | None) -> None:
        """Put backups into this folder from now on; None: beside the briefing.

        So do those that cannot be written there, see `backup_place`.
        """
        self._backup_folder = folder

    @property
    def backup_place(self) -> Path:
        """The folder that the next backup goes into; it need not exist yet."""
        return backups.folder(self.path, self._backup_folder)

    @property
    def saved_at(self) -> datetime:
        """When the file was last written, local time."""
        return datetime.fromtimestamp(self.path.stat().st_mtime)

    def _reader_apart(self) -> Reader:
        if self._reader is None:
            self._reader = Reader(self.path, self._journal.turns)
        return self._reader

    @property
    def backup_due(self) -> bool:
        """Whether the file changed since its last backup (large files are not copied at open)."""
        return not self.read_only and backups.is_due(self.path, self._backup_folder)

    def make_backup(self, label: str = "") -> Backup:
        """Copy the file as it is now. May run in any thread while the store is in use.

        With a label it is a version that no later backup drives out.
        """
        return backups.make(self.path, self._backup_folder, label)

    @staticmethod
    def restore(
        backup_path: str | os.PathLike[str],
        path: str | os.PathLike[str],
        backup_folder: Path | None = None,
    ) -> None:
        """Put a backup in the place of a closed briefing, which becomes a backup itself.

        Raises NotABriefing or UnreadableFile: the backup is no good. FileInUse: the briefing is
        open for writing.
        """
        backups.restore(Path(backup_path).absolute(), Path(path).absolute(), backup_folder)
