"""What the user may do about the files of an import, once it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from briefing_app.errors import PasswordNeeded, PicturesOnly
from briefing_app.gui.import_words import (
    file_name,
    outcome_words,
    reason_words,
    replaced_words,
)
from briefing_app.gui.session import Session
from briefing_app.importing import ImportReport, ImportRow, Outcome, Twin
from briefing_app.importing.decisions import Replaced, replace_older, take_out
from briefing_app.readers import Options
from briefing_app.readers.pdf import ocr
from briefing_app.reading_pool import Wanted


class Group(IntEnum):
    """The parts of the result list, from top to bottom."""

    REFUSED = 0
    LOOK = 1
    KNOWN = 2
    IMPORTED = 3


_GROUPS = {
    Outcome.REFUSED: Group.REFUSED,
    Outcome.ALIKE: Group.LOOK,
    Outcome.INCOMPLETE: Group.LOOK,
    Outcome.DUPLICATE: Group.KNOWN,
    Outcome.IMPORTED: Group.IMPORTED,
}


@dataclass(frozen=True)
class Line:
    """One file in the result list.

    wanted   where to read it again from
    twins    of its articles, those that wait for a decision
    is_busy  it is being read again
    """

    row: ImportRow
    wanted: Wanted
    result: str
    remark: str
    twins: tuple[Twin, ...] = ()
    is_busy: bool = False

    @property
    def name(self) -> str:
        """Of the file, without its folders."""
        return file_name(self.row)

    @property
    def group(self) -> Group:
        """Where it stands in the list; decisions do not move it."""
        return _GROUPS[self.row.outcome]

    @property
    def needs_password(self) -> bool:
        """True if a password would help."""
        return isinstance(self.row.error, PasswordNeeded) and not self.is_busy

    @property
    def is_picture(self) -> bool:
        """True if recognising text would help."""
        return isinstance(self.row.error, PicturesOnly) and not self.is_busy

    @property
    def is_left_out(self) -> bool:
        """True if articles of it were kept out, because they are in the library."""
        return self.row.left_out > 0 and not self.is_busy

    def holds(self, row: ImportRow) -> bool:
        """Whether a row is about this file, or about one inside it."""
        return row.path == self.row.path or row.path.startswith(f"{self.row.path}/")


class Reads(Protocol):
    """Reads files again and stores what came of them; gui.importing.Importer does."""

    def reread(
        self,
        wanted: Sequence[Wanted],
        paths: Sequence[tuple[str, ...]],
        done: Callable[[ImportReport], object],
        *,
        anyway: bool = False,
    ) -> None:
        """Read files of which only what has, or is in, one of its paths is to come in."""


class ImportReview(QObject):
    """The lines of the result list, and what is done about them.

    Signals: `changed` after lines were altered.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        reader: Reads,
        report: ImportReport,
        files: Sequence[Wanted],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._reader = reader
        self.lines = self._lines_of(report, files)

    def keep(self, lines: Iterable[Line]) -> None:
        """Keep both of what is alike; that is what is so anyway."""
        kept = self.tr("Kept both")
        alike = [line for line in lines if line.twins]
        self._put({id(line.row): [replace(line, twins=(), result=kept)] for line in alike})

    def replace_older(self, lines: Sequence[Line]) -> None:
        """Let articles that came in take the place of those that they are like."""
        twins = [twin for line in lines for twin in line.twins]
        done = self._attempt(partial(replace_older, self.session.store, twins))
        if done is not None:
            self._put({id(line.row): [self._replaced(line, done)] for line in lines if line.twins})

    def _replaced(self, line: Line, done: dict[str, Replaced]) -> Line:
        fates = [done[twin.article_id] for twin in line.twins if twin.article_id in done]
        if not fates:
            remark = self.tr("One of the two articles is gone already.")
            return replace(line, twins=(), remark=remark)
        result = self.tr("Replaced the older one")
        return replace(line, twins=(), result=result, remark=replaced_words(fates))

    def skip(self, lines: Sequence[Line]) -> None:
        """Take the articles that are alike out again, but none that a passage was filed from."""
        ids = [twin.article_id for line in lines for twin in line.twins]
        gone = self._attempt(partial(take_out, self.session.store, ids))
        if gone is not None:
            out = set(gone)
            self._put({id(line.row): [self._skipped(line, out)] for line in lines if line.twins})

    def _skipped(self, line: Line, gone: set[str]) -> Line:
        if not all(twin.article_id in gone for twin in line.twins):
            used = self.tr("A passage of it is filed already: delete it in the library.")
            return replace(line, remark=used)
        row = replace(line.row, article_ids=tuple(i for i in line.row.article_ids if i not in gone))
        remark = self.tr("Taken out again; Undo brings it back.")
        return replace(line, row=row, twins=(), result=self.tr("Skipped"), remark=remark)

    def import_anyway(self, lines: Sequence[Line]) -> None:
        """Import what was kept out a second time."""
        self._reread([line for line in lines if line.is_left_out], anyway=True)

    def read_with_password(self, lines: Sequence[Line], password: str) -> None:
        """Read encrypted files again."""
        locked = [line for line in lines if line.needs_password]
        self._reread([_with_options(line, Options(password=password)) for line in locked])

    @property
    def can_recognise(self) -> bool:
        """Whether text can be recognised on this computer."""
        return ocr.is_installed()

    def recognise_text(self, lines: Sequence[Line]) -> None:
        """Read pictures of text again, letter by letter."""
        pictures = [line for line in lines if line.is_picture]
        options = (Options(line.wanted.options.password, recognise_text=True) for line in pictures)
        self._reread([_with_options(line, o) for line, o in zip(pictures, options, strict=True)])

    def _lines_of(self, report: ImportReport, files: Sequence[Wanted]) -> list[Line]:
        wanted = {twin.known_id for row in report.rows for twin in row.twins}
        found = self.session.store.articles.rows(wanted) if self.session.has_store else []
        known = {row.id: row for row in found}
        return [
            Line(row, files[row.place], outcome_words(row), reason_words(row, known), row.twins)
            for row in report.rows
        ]

    def _reread(self, lines: Sequence[Line], *, anyway: bool = False) -> None:
        if not lines:
            return
        reading = self.tr("Reading…")
        self._put({id(line.row): [replace(line, is_busy=True, result=reading)] for line in lines})
        files: dict[Wanted, list[Line]] = {}
        for line in lines:
            files.setdefault(line.wanted, []).append(line)
        paths = [tuple(line.row.path for line in within) for within in files.values()]
        done = partial(self._on_reread, files)
        self._reader.reread(list(files), paths, done, anyway=anyway)

    def _on_reread(self, before: dict[Wanted, list[Line]], report: ImportReport) -> None:
        fresh = self._lines_of(report, list(before))
        instead: dict[int, list[Line]] = {}
        for place, lines in enumerate(before.values()):
            here = [new for new in fresh if new.row.place == place]
            for line in lines:
                instead[id(line.row)] = [new for new in here if line.holds(new.row)] or [line]
        self._put(instead)

    def _put(self, instead: Mapping[int, Sequence[Line]]) -> None:
        """Give lines another look, or several lines in their place; by id() of their row."""
        self.lines = [new for line in self.lines for new in instead.get(id(line.row), (line,))]
        self.changed.emit()

    def _attempt(self, run: Callable[[], Any]) -> Any:
        found: list[Any] = []
        self.session.attempt(lambda: found.append(run()))
        return found[0] if found else None


def _with_options(line: Line, options: Options) -> Line:
    return replace(line, wanted=replace(line.wanted, options=options))
