"""From files to stored articles, with one line said about every file.

Readers and store know nothing of each other; here they meet, for the command line and the
window alike.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefing_app import readers
from briefing_app.domain.article import Article, Original, ReadFile, Refusal
from briefing_app.domain.identity import new_id
from briefing_app.errors import BriefingError
from briefing_app.reading_pool import ReadItem, Wanted
from briefing_app.reading_process import read_file, stumbled
from briefing_app.store import Store

BATCH_FILES, BATCH_BYTES = 100, 8_000_000
"""What is held in memory and stored at once where nobody waits."""

NO_ARTICLE = "There is no article in this file."

_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    INCOMPLETE = "needs details"
    DUPLICATE = "already in the library"
    REFUSED = "refused"


@dataclass(frozen=True)
class ImportRow:
    """One file's fate; a file inside another one has a row of its own.

    path         as in domain.article.Original
    article_ids  the articles stored from it; of a duplicate, those that were there before
    missing      particulars that its articles lack (see domain.article.Article.missing)
    reason       why it was refused, or in what way it is a duplicate; else ""
    warnings     words of the reader
    error        why it was refused, for what the user can do about it; else None
    """

    path: str
    outcome: Outcome
    article_ids: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    reason: str = ""
    warnings: tuple[str, ...] = ()
    error: BriefingError | None = None

    @property
    def is_stored(self) -> bool:
        """True if articles came in from this file."""
        return self.outcome in (Outcome.IMPORTED, Outcome.INCOMPLETE) and bool(self.article_ids)


@dataclass(frozen=True)
class ImportReport:
    """Every file of an import, in the order given."""

    rows: tuple[ImportRow, ...]

    def count(self, outcome: Outcome) -> int:
        """How many files had this outcome."""
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def article_ids(self) -> tuple[str, ...]:
        """Ids of all articles that came in."""
        return tuple(id for row in self.rows if row.is_stored for id in row.article_ids)


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
    size = 0
    for item in (read or read_here)(files):
        batch.append(item)
        size += item.size
        if len(batch) >= BATCH_FILES or size > BATCH_BYTES:
            importing.take(batch)
            batch, size = [], 0
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
            for result in read_file(str(wanted.path), wanted.options):
                yield ReadItem(place, result)
        except BriefingError as error:
            yield ReadItem(place, Refusal(str(wanted.path), error))
        except Exception:
            _log.exception("reading %s", wanted.path)
            yield ReadItem(place, Refusal(str(wanted.path), stumbled(wanted.path.name)))
        yield ReadItem(place, None)


class Import:
    """Files on their way into the library: stored batch by batch, undone as one step.

    Another change between two batches parts the step in two.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._placed: list[tuple[int, ImportRow]] = []
        self._containers: list[tuple[int, ReadFile]] = []
        self._group = new_id()
        self._label = ""
        self._in_step = 0
        self.files_done = 0

    @property
    def files_told(self) -> int:
        """How many files, and files inside them, have their row by now."""
        return len(self._placed)

    def take(self, items: Iterable[ReadItem]) -> tuple[str, ...]:
        """Store what was read, in one change; the ids of the articles that came in."""
        plan = _Plan(self._store)
        rows: list[tuple[int, ImportRow]] = []
        for item in items:
            if item.result is None:
                self.files_done += 1
            elif isinstance(item.result, ReadFile) and not item.result.articles:
                self._containers.append((item.place, item.result))
            else:
                rows.append((item.place, plan.take(item.result)))
        self._write(plan)
        self._placed += rows
        return tuple(id for _, row in rows if row.is_stored for id in row.article_ids)

    def report(self) -> ImportReport:
        """What became of all files so far."""
        paths = [row.path for _, row in self._placed]
        paths += [file.original.path for _, file in self._containers]
        full = {folder for path in paths for folder in _around(path)}
        own = ((place, _own(file, full)) for place, file in self._containers)
        told = [(place, row) for place, row in own if row is not None]
        rows = sorted([*told, *self._placed], key=lambda placed: placed[0])
        return ImportReport(tuple(row for _, row in rows))

    def _write(self, plan: _Plan) -> None:
        count = sum(len(file.articles) for file in plan.files)
        if not count:
            return
        if self._label != self._store.undo_label:
            self._in_step, self._group = 0, new_id()
        self._in_step += count
        is_one = self._in_step == 1
        self._label = "Import article" if is_one else f"Import {self._in_step} articles"
        with self._store.change(self._label, group=self._group):
            for file in plan.files:
                self._store.articles.add(file.original, file.articles)


def _around(path: str) -> Iterator[str]:
    """The folders and files that a file lies in."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _own(container: ReadFile, full: Container[str]) -> ImportRow | None:
    """The row of a file that has no article of its own; None when those inside speak for it."""
    path = container.original.path or container.original.name
    if path not in full:
        return ImportRow(path, Outcome.REFUSED, reason=NO_ARTICLE, warnings=container.warnings)
    if container.warnings:
        return ImportRow(path, Outcome.INCOMPLETE, warnings=container.warnings)
    return None


@dataclass(frozen=True)
class _New:
    """A file of which these articles are to be stored."""

    original: Original
    articles: tuple[Article, ...]


class _Plan:
    """Decides file by file what is new, before anything is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ids_of_digest: dict[str, tuple[str, ...]] = {}
        self._articles_of_body: dict[str, list[Article]] = {}
        self.files: list[_New] = []

    def take(self, item: ReadFile | Refusal) -> ImportRow:
        """Decide on one file with articles."""
        if isinstance(item, Refusal):
            reason = str(item.error)
            return ImportRow(item.path, Outcome.REFUSED, reason=reason, error=item.error)
        path = item.original.path or item.original.name
        digest = item.original.sha256
        known = self._store.articles.with_sha256(digest) or self._ids_of_digest.get(digest, ())
        if known:
            reason = "The same file is already in the library."
            return ImportRow(path, Outcome.DUPLICATE, tuple(known), reason=reason)
        fresh, twins = self._sort(item.articles)
        if not fresh:
            reason = "Its text is already in the library, from another file."
            return ImportRow(
                path, Outcome.DUPLICATE, tuple(twins), reason=reason, warnings=item.warnings
            )
        self.files.append(_New(item.original, tuple(fresh)))
        self._ids_of_digest[digest] = tuple(article.id for article in fresh)
        missing = tuple(dict.fromkeys(name for a in fresh for name in a.missing))
        outcome = Outcome.INCOMPLETE if missing else Outcome.IMPORTED
        reason = _some_known(len(twins), len(item.articles)) if twins else ""
        ids = tuple(article.id for article in fresh)
        return ImportRow(path, outcome, ids, missing, reason, item.warnings)

    def _sort(self, articles: Iterable[Article]) -> tuple[list[Article], list[str]]:
        """The new ones, and for each other one the id of its twin in the library."""
        fresh: list[Article] = []
        twins: list[str] = []
        for article in articles:
            twin = next((a.id for a in self._with_same_text(article) if _same(a, article)), None)
            if twin is None:
                fresh.append(article)
                self._articles_of_body.setdefault(article.body, []).append(article)
            else:
                twins.append(twin)
        return fresh, twins

    def _with_same_text(self, article: Article) -> Iterator[Article]:
        yield from self._articles_of_body.get(article.body, ())
        yield from map(self._store.articles.get, self._store.articles.with_same_text(article.body))


def _same(known: Article, other: Article) -> bool:
    """Equal texts of two outlets are two reports; an unknown outlet may be any."""
    return not (known.publisher and other.publisher) or known.publisher == other.publisher


def _some_known(known: int, total: int) -> str:
    verb = "is" if known == 1 else "are"
    return f"{known} of its {total} articles {verb} already in the library."
