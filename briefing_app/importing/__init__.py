"""From files to stored articles, with one line said about every file.

Readers and store know nothing of each other; here they meet, for the command line and the
window alike.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from pathlib import Path

from briefing_app import readers
from briefing_app.domain.article import ReadFile, Refusal
from briefing_app.domain.identity import new_id
from briefing_app.errors import BriefingError
from briefing_app.importing.plan import SAME_FILE, Address, NewFile, Plan
from briefing_app.importing.report import (
    ImportReport,
    ImportRow,
    Likeness,
    Outcome,
    Twin,
)  # fmt: skip
from briefing_app.reading_pool import ReadItem, Wanted
from briefing_app.reading_process import Read, read_file, stumbled
from briefing_app.store import BrokenOff, Store

__all__ = [
    "NO_ARTICLE", "Import", "ImportReport", "ImportRow", "Likeness", "Outcome", "Twin",
    "import_files", "read_here",
]  # fmt: skip

BATCH_S, BATCH_BYTES = 1.0, 32_000_000
"""How long, and how much, is gathered and stored at once where nobody waits: a commit has to wait
for the disk, and what is not stored yet is lost with the program."""

NO_ARTICLE = "There is no article in this file."

_log = logging.getLogger(__name__)


def import_files(
    store: Store,
    paths: Iterable[str | Path],
    progress: Callable[[int, int], object] | None = None,
    read: Callable[[Sequence[Wanted]], Iterable[ReadItem]] | None = None,
) -> ImportReport:
    """Read files and folders and store their articles as one undo step.

    progress  is told how many files are done and how many there are
    read      reads them: `read_here` unless told otherwise, ReadingPool.read in processes
    """
    files = [Wanted(path) for path in readers.find_files(paths)]
    importing = Import(store)
    batch: list[ReadItem] = []
    size, begun_at = 0, time.monotonic()
    for item in (read or read_here)(files):
        batch.append(item)
        size += item.size
        if size > BATCH_BYTES or time.monotonic() - begun_at > BATCH_S:
            importing.take(batch)
            batch, size, begun_at = [], 0, time.monotonic()
            if progress:
                progress(importing.files_done, len(files))
    importing.take(batch)
    if progress and batch:
        progress(importing.files_done, len(files))
    return importing.report()


def read_here(files: Iterable[Wanted]) -> Iterator[ReadItem]:
    """Read files in this process: for files that we trust."""
    for place, wanted in enumerate(files):
        try:
            for read in read_file(str(wanted.path), wanted.options):
                yield ReadItem(place, read)
        except BriefingError as error:
            yield ReadItem(place, Read(Refusal(readers.printable(wanted.path), error)))
        except Exception:
            _log.exception("reading %s", wanted.path)
            path = readers.printable(wanted.path)
            yield ReadItem(place, Read(Refusal(path, stumbled(Path(path).name))))
        yield ReadItem(place, None)


class Import:
    """Files on their way into the library: stored batch by batch, undone as one step.

    Another change between two batches parts the step in two.
    """

    def __init__(self, store: Store, *, anyway: bool = False, keep_up_to_bytes: int = 0) -> None:
        """`anyway` takes what is in the library a second time; the rest as in Articles.add."""
        self._store = store
        self._anyway = anyway
        self._keep_up_to_bytes = keep_up_to_bytes
        self._rows: list[ImportRow] = []
        self._containers: list[tuple[int, ReadFile]] = []
        self._group = new_id()
        self._label = ""
        self._in_step = 0
        self.files_done = 0

    def take(self, items: Iterable[ReadItem]) -> tuple[str, ...]:
        """Store what is new of what was read, in one change; the ids of what came in.

        May be called in another thread, if nothing else is asked of this import meanwhile.
        """
        plan = Plan(self._store, anyway=self._anyway, keep_up_to_bytes=self._keep_up_to_bytes)
        rows: list[ImportRow] = []
        for item in items:
            if item.read is None:
                self.files_done += 1
            elif isinstance(item.read.result, ReadFile) and not item.read.result.articles:
                self._containers.append((item.place, item.read.result))
            else:
                rows.append(plan.take(item.place, item.read))
        left = deque(plan.files)
        try:
            self._write(left, plan.addresses)
        except BaseException:
            # Where the window wrote in between, a part of it is stored already, and has to be told.
            lost = {article.id for file in left for article in file.articles}
            self._rows += (r for r in rows if r.is_stored and lost.isdisjoint(r.article_ids))
            raise
        self._rows += rows
        return tuple(id for row in rows if row.is_stored for id in row.article_ids)

    def _write(self, left: deque[NewFile], addresses: Sequence[Address]) -> None:
        """Store files, which are taken out as they are stored."""
        gives_way = True
        while left or addresses:
            try:
                with self._store.alone():
                    if self._label != self._store.undo_label:
                        self._in_step, self._group = 0, new_id()
                    self._add(left, addresses, gives_way=gives_way)
            except BrokenOff:
                # Once: a user who never rests must not keep it from going on.
                gives_way = False
            else:
                if not left:
                    return
                gives_way = True
            self._store.give_way()

    def _add(self, files: deque[NewFile], addresses: Sequence[Address], *, gives_way: bool) -> None:
        """Store files, which are taken out; all, unless the window waits for its turn.

        Raises BrokenOff: the window could not wait until these were stored; none is taken out.
        """
        articles, before = self._store.articles, self._in_step
        taken: list[NewFile] = []
        try:
            with self._store.change(self._new_label, group=self._group, gives_way=gives_way):
                while files:
                    file = files.popleft()
                    taken.append(file)
                    articles.add(
                        file.original,
                        file.articles,
                        file.fingerprints,
                        keep_up_to_bytes=self._keep_up_to_bytes,
                        packed=file.packed,
                    )
                    self._in_step += len(file.articles)
                    if files and self._store.is_awaited:
                        break
                else:
                    for address in addresses:
                        articles.supply_address(address.article_id, address.url, address.place)
        except BaseException:
            self._in_step = before
            files.extendleft(reversed(taken))
            raise
        self._label = self._new_label()

    def _new_label(self) -> str:
        return _label(self._in_step)

    def report(self) -> ImportReport:
        """What became of all files so far."""
        paths = [row.path for row in self._rows]
        paths += [file.original.path for _, file in self._containers]
        full = {folder for path in paths for folder in _around(path)} | self._answered()
        own = (_own(file, full, place) for place, file in self._containers)
        told = [*filter(None, own), *_told_once(self._rows)]
        return ImportReport(tuple(sorted(told, key=lambda row: row.place)))

    def _answered(self) -> set[str]:
        """Files that were asked for and brought in files from beside them, as lists do."""
        outermost: dict[int, str] = {}
        for place, file in self._containers:
            outermost.setdefault(place, file.original.path)
        placed = {row.place for row in self._rows}
        return {path for place, path in outermost.items() if place in placed}


def _told_once(rows: Sequence[ImportRow]) -> Iterator[ImportRow]:
    """Rows without those of files that another row tells of, as of what a list brought in too."""
    stored = {row.path for row in rows if row.is_stored}
    return (row for row in rows if row.reason != SAME_FILE or row.path not in stored)


def _label(count: int) -> str:
    """Of the step that stores so many articles, or nothing but addresses."""
    if not count:
        return "Add address"
    return "Import article" if count == 1 else f"Import {count} articles"


def _around(path: str) -> Iterator[str]:
    """The folders and files that a file lies in."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _own(container: ReadFile, full: Container[str], place: int) -> ImportRow | None:
    """The row of a file that has no article of its own; None when those inside speak for it."""
    path = container.original.path or container.original.name
    told = container.warnings
    if path not in full:
        return ImportRow(path, Outcome.REFUSED, reason=NO_ARTICLE, warnings=told, place=place)
    if told:
        return ImportRow(path, Outcome.INCOMPLETE, warnings=told, place=place)
    return None
