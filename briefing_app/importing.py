"""From files to stored articles, with one line said about every file.

Readers and store know nothing of each other; here they meet, for the command line and the
window alike.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

from briefing_app import readers
from briefing_app.domain.article import Article, Original, ReadFile, Refusal
from briefing_app.domain.identity import new_id
from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.store import Store

BATCH_FILES = 100
"""Files that are held in memory and stored at once."""

_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    INCOMPLETE = "needs details"
    DUPLICATE = "already in the library"
    REFUSED = "refused"


@dataclass(frozen=True)
class ImportRow:
    """One file's fate.

    article_ids  the articles stored from it; of a duplicate, those that were there before
    missing      particulars that its articles lack (see domain.article.Article.missing)
    reason       why it was refused, or in what way it is a duplicate; else ""
    warnings     words of the reader
    """

    path: str
    outcome: Outcome
    article_ids: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    reason: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def is_stored(self) -> bool:
        """True if articles came in from this file."""
        return self.outcome in (Outcome.IMPORTED, Outcome.INCOMPLETE)


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
    read: Callable[[Path], ReadFile | Refusal | None] | None = None,
) -> ImportReport:
    """Read files and folders and store their articles as one undo step.

    progress  is told how many files are done and how many there are
    read      reads one file, or gives it up with None; `read_file` unless told otherwise
    """
    files = readers.find_files(paths)
    label = "Import articles" if len(files) > BATCH_FILES else ""
    results = (result for result in map(read or read_file, files) if result is not None)
    group = new_id()
    rows: list[ImportRow] = []
    while batch := list(islice(results, BATCH_FILES)):
        rows += store_read_files(store, batch, label=label, group=group).rows
        if progress:
            progress(len(rows), len(files))
    return ImportReport(tuple(rows))


def read_file(path: Path) -> ReadFile | Refusal:
    """Read one file; whatever goes wrong with it stays its own affair."""
    try:
        return readers.read(path)
    except BriefingError as error:
        return Refusal(str(path), error)
    except Exception:
        _log.exception("reading %s", path)
        return Refusal(
            str(path),
            UnreadableFile(
                f"“{path.name}” made the program stumble.",
                "Copy the article's text and paste it into the window.",
            ),
        )


def store_read_files(
    store: Store,
    read: Sequence[ReadFile | Refusal],
    *,
    label: str = "",
    group: str | None = None,
) -> ImportReport:
    """Store what readers made of files, in one change.

    label  of the undo step; "" says how many articles came in
    group  joins several calls in one undo step
    """
    plan = _Plan(store)
    rows = tuple(plan.take(item) for item in read)
    if plan.files:
        with store.change(label or _label(plan.files), group=group):
            for original, articles in plan.files:
                store.articles.add(original, articles)
    return ImportReport(rows)


def _label(files: Iterable[tuple[Original, Sequence[Article]]]) -> str:
    count = sum(len(articles) for _, articles in files)
    return "Import article" if count == 1 else f"Import {count} articles"


class _Plan:
    """Decides file by file what is new, before anything is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ids_of_digest: dict[str, tuple[str, ...]] = {}
        self._articles_of_body: dict[str, list[Article]] = {}
        self.files: list[tuple[Original, list[Article]]] = []

    def take(self, item: ReadFile | Refusal) -> ImportRow:
        if isinstance(item, Refusal):
            return ImportRow(item.path, Outcome.REFUSED, reason=str(item.error))
        path = item.original.path or item.original.name
        digest = item.original.sha256
        known = self._store.articles.with_sha256(digest) or self._ids_of_digest.get(digest, ())
        if known:
            reason = "The same file is already in the library."
            return ImportRow(path, Outcome.DUPLICATE, tuple(known), reason=reason)
        fresh, twins = self._sort(item.articles)
        if not fresh:
            return self._nothing_new(path, twins, item.warnings)
        self._remember(item.original, digest, fresh)
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

    def _nothing_new(self, path: str, twins: list[str], warnings: tuple[str, ...]) -> ImportRow:
        if not twins:
            reason = "There is no article in this file."
            return ImportRow(path, Outcome.REFUSED, reason=reason, warnings=warnings)
        reason = "Its text is already in the library, from another file."
        return ImportRow(path, Outcome.DUPLICATE, tuple(twins), reason=reason, warnings=warnings)

    def _remember(self, original: Original, digest: str, articles: list[Article]) -> None:
        self.files.append((original, articles))
        self._ids_of_digest[digest] = tuple(article.id for article in articles)


def _same(known: Article, other: Article) -> bool:
    """Equal texts of two outlets are two reports; an unknown outlet may be any."""
    return not (known.publisher and other.publisher) or known.publisher == other.publisher


def _some_known(known: int, total: int) -> str:
    verb = "is" if known == 1 else "are"
    return f"{known} of its {total} articles {verb} already in the library."
