"""What the user may do about the files of an import, once it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.article import ArticleRow
from briefing_app.gui import tasks
from briefing_app.gui.dates import shown_moment
from briefing_app.gui.importing.following import AT_ONCE, Following
from briefing_app.gui.importing.line import Group, Line
from briefing_app.gui.importing.words import (
    file_name,
    outcome_words,
    reason_words,
    replaced_words,
    skipped_words,
)
from briefing_app.gui.session import Session
from briefing_app.importing import ImportReport
from briefing_app.importing.decisions import Replaced, replace_older, take_out
from briefing_app.readers import Options, printable
from briefing_app.readers.pdf import ocr
from briefing_app.reading_pool import Wanted


class Reads(Protocol):
    """Reads files again and stores what came of them; gui.importing.importer.Importer does."""

    def reread(
        self,
        wanted: Sequence[Wanted],
        paths: Sequence[tuple[str, ...]],
        done: Callable[[ImportReport], object],
        *,
        anyway: bool = False,
    ) -> None:
        """Read files of which only what has, or is in, one of its paths is to come in."""

    def cancel(self) -> None:
        """Stop reading."""


class ImportReview(QObject):
    """The lines of the result list, and what is done about them.

    `chosen`: the paths of the lines that were selected last.

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
        self._ended_at = datetime.now()
        self._told: tuple[ImportReport, Sequence[Wanted]] = report, files
        self._lines: list[Line] | None = None
        self._following = Following(session, self)
        self._following.looked.connect(self._on_looked)
        self.chosen: set[str] = set()

    @property
    def lines(self) -> list[Line]:
        """In the order of the report; made when they are first asked for, unless by `prepare`."""
        if self._lines is None:
            self._on_made(self._lines_of(*self._told))
        return self._lines or []

    def prepare(self) -> None:
        """Have the lines made in a thread: of 10,000 files that takes a moment."""
        tasks.run(
            partial(self._lines_of, *self._told), done=self._on_made, failed=lambda _error: None
        )

    def _on_made(self, lines: list[Line]) -> None:
        if self._lines is None:
            self._lines, self._told = lines, (ImportReport(()), ())

    @property
    def title(self) -> str:
        """When it was, and how large: "14:32 · 40 files"."""
        rows = self._told[0].rows if self._lines is None else [line.row for line in self._lines]
        count = len(rows)
        text = self.tr("{time} · {n} files") if count != 1 else self.tr("{time} · {name}")
        name = file_name(rows[0]) if rows else ""
        return text.format(time=shown_moment(self._ended_at), n=f"{count:,}", name=name)

    def keep(self, lines: Iterable[Line]) -> None:
        """Keep both of what is alike; that is what is so anyway."""
        kept = self.tr("Kept both")
        alike = [line for line in lines if line.twins]
        self._put({id(line.row): [replace(line, twins=(), result=kept)] for line in alike})

    def replace_older(self, lines: Sequence[Line]) -> None:
        """Let articles that came in take the place of those that they are like."""
        twins = [twin for line in lines for twin in line.twins]
        told = self.tr("Replacing {n} articles…").format(n=f"{len(twins):,}")
        replaced = partial(replace_older, self.session.store, twins)
        done = partial(self._on_replaced, [line for line in lines if line.twins])
        self.session.attempt_many(len(twins), replaced, told, done)

    def _on_replaced(self, lines: Sequence[Line], done: dict[str, Replaced]) -> None:
        self._put({id(line.row): [self._replaced(line, done)] for line in lines})

    def _replaced(self, line: Line, done: dict[str, Replaced]) -> Line:
        fates = [done[twin.article_id] for twin in line.twins if twin.article_id in done]
        if not fates:
            remark = self.tr("One of the two articles is gone already.")
            return replace(line, twins=(), remark=remark)
        result = self.tr("Replaced the older one")
        return replace(line, twins=(), result=result, remark=replaced_words(fates), before=line)

    def skip(self, lines: Sequence[Line]) -> None:
        """Take the articles that are alike out again, but none that a passage was filed from."""
        ids = [twin.article_id for line in lines for twin in line.twins]
        told = self.tr("Taking out {n} articles…").format(n=f"{len(ids):,}")
        done = partial(self._on_taken_out, [line for line in lines if line.twins])
        taken = partial(take_out, self.session.store, ids)
        self.session.attempt_many(len(ids), taken, told, done)

    def _on_taken_out(self, lines: Sequence[Line], gone: Sequence[str]) -> None:
        out = set(gone)
        self._put({id(line.row): [self._skipped(line, out)] for line in lines})

    def _skipped(self, line: Line, gone: set[str]) -> Line:
        if not all(twin.article_id in gone for twin in line.twins):
            used = self.tr("A passage of it is filed already: delete it in the library.")
            return replace(line, remark=used)
        row = replace(line.row, article_ids=tuple(i for i in line.row.article_ids if i not in gone))
        skipped, remark = skipped_words(row)
        return replace(line, row=row, twins=(), result=skipped, remark=remark, before=line)

    def import_anyway(self, lines: Sequence[Line]) -> None:
        """Import what was kept out a second time."""
        self._reread([line for line in lines if line.is_left_out], anyway=True)

    def read_with_password(self, lines: Sequence[Line], password: str) -> None:
        """Read encrypted files again; the password opens them for looking at their pages, too."""
        self.session.remember_password(password)
        locked = [line for line in lines if line.needs_password]
        self._reread([_with_options(line, Options(password=password)) for line in locked])

    def read_again(self, lines: Sequence[Line]) -> None:
        """Read what was refused, or not read, once more; it may have been mended meanwhile."""
        self._reread([line for line in lines if line.is_unread])

    def has_article(self, line: Line) -> bool:
        """Whether the article of a line is in the library still."""
        return bool(line.article_id and self.session.store.articles.rows([line.article_id]))

    def stop(self) -> None:
        """Read no further."""
        self._reader.cancel()

    def look_again(self) -> None:
        """Follow what was done to the articles elsewhere: undone, corrected, deleted."""
        self._following.look(self.lines)

    def _on_looked(self, fresh: Mapping[int, Line]) -> None:
        """Give lines another look; by id() of the lines before."""
        self._lines = [fresh.get(id(line), line) for line in self.lines]
        self.changed.emit()

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
        named = (twin.known_id for row in report.rows for twin in row.twins)
        own = (row.article_ids[0] for row in report.rows if len(row.article_ids) == 1)
        known = self._known(list(dict.fromkeys([*named, *own])))
        lines = (
            Line(row, files[row.place], outcome_words(row), reason_words(row, known), row.twins)
            for row in report.rows
        )
        return [_light(line) for line in lines]

    def _known(self, ids: Sequence[str]) -> dict[str, ArticleRow]:
        """Some at a time: the window waits while a thread asks for them."""
        if not self.session.has_store:
            return {}
        rows = self.session.store.articles.rows
        found = (rows(ids[at : at + AT_ONCE]) for at in range(0, len(ids), AT_ONCE))
        return {row.id: row for some in found for row in some}

    def _reread(self, lines: Sequence[Line], *, anyway: bool = False) -> None:
        if not lines:
            return
        reading = self.tr("Reading…")
        self._put({id(line.row): [replace(line, is_busy=True, result=reading)] for line in lines})
        files: dict[Wanted, list[Line]] = {}
        for line in lines:
            files.setdefault(line.wanted, []).append(line)
        paths = [tuple(map(_path_to_read, within)) for within in files.values()]
        done = partial(self._on_reread, files)
        self._reader.reread(list(files), paths, done, anyway=anyway)

    def _on_reread(self, before: dict[Wanted, list[Line]], report: ImportReport) -> None:
        """Put what came of the files in the places of their lines; without any they stay."""
        fresh = self._lines_of(report, list(before))
        chosen = {id(line.row) for lines in before.values() for line in lines}
        others = {line.row.path for line in self.lines if id(line.row) not in chosen}
        instead: dict[int, list[Line]] = {}
        for place, lines in enumerate(before.values()):
            came = [new for new in fresh if new.row.place == place]
            here = [new for new in came if new.row.path not in others]
            beside = [new for new in here if not any(line.holds(new.row) for line in lines)]
            for line in lines:
                held = [new for new in here if line.holds(new.row)]
                if line.is_of_list and came and not held:
                    # Its file is listed under its own name.
                    instead[id(line.row)], beside = beside, []
                else:
                    instead[id(line.row)] = held or [line]
        self._put(instead)

    def _put(self, instead: Mapping[int, Sequence[Line]]) -> None:
        """Give lines another look, or several lines in their place; by id() of their row."""
        self._lines = [new for line in self.lines for new in instead.get(id(line.row), (line,))]
        self.changed.emit()


def _light(line: Line) -> Line:
    """Without bytes that nobody will read again: lists are kept long."""
    is_settled = line.group in (Group.LOOK, Group.IMPORTED) and not line.row.left_out
    if is_settled and line.wanted.data is not None:
        return replace(line, wanted=replace(line.wanted, data=b""))
    return line


def _path_to_read(line: Line) -> str:
    """What is to come in; of a record, whatever lies beside its list."""
    return printable(line.wanted.path.parent) if line.is_of_list else line.row.path


def _with_options(line: Line, options: Options) -> Line:
    return replace(line, wanted=replace(line.wanted, options=options))
