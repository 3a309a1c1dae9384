"""One file of an import in the list of its results: what can be done about it, where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from pathlib import Path

from briefing_app.errors import OnlyALink, PasswordNeeded, PicturesOnly
from briefing_app.gui.importing.words import file_name
from briefing_app.importing import ImportRow, Outcome, Twin
from briefing_app.readers import printable
from briefing_app.reading_pool import Wanted


class Group(IntEnum):
    """The parts of the result list, from top to bottom."""

    REFUSED = 0
    UNREAD = 1
    LOOK = 2
    KNOWN = 3
    IMPORTED = 4


_GROUPS = {
    Outcome.REFUSED: Group.REFUSED,
    Outcome.UNREAD: Group.UNREAD,
    Outcome.ALIKE: Group.LOOK,
    Outcome.INCOMPLETE: Group.LOOK,
    Outcome.DUPLICATE: Group.KNOWN,
    Outcome.IMPORTED: Group.IMPORTED,
}

LISTS = (".bib", ".bibtex", ".ris", ".json")
"""Lists of references; what their records name lies beside them."""


@dataclass(frozen=True)
class Line:
    """One file in the result list.

    wanted   where to read it again from
    twins    of its articles, those that wait for a decision
    before   this line as it was, where undoing or doing again may bring that back
    is_busy  it is being read again
    """

    row: ImportRow
    wanted: Wanted
    result: str
    remark: str
    twins: tuple[Twin, ...] = ()
    before: Line | None = None
    is_busy: bool = False

    @property
    def name(self) -> str:
        """Of the file, without its folders."""
        return file_name(self.row)

    @property
    def article_id(self) -> str:
        """Of the first article that it brought in, or that it is like; "" where there is none."""
        return self.row.article_ids[0] if self.row.article_ids else ""

    @property
    def place(self) -> Path | None:
        """Where the file should lie on the disk; for one inside an archive, that archive."""
        path = self.wanted.path
        return path if self.wanted.data is None and path.is_absolute() else None

    @cached_property  # asked three times of each of 10,000 lines when they are shown
    def group(self) -> Group:
        """Where it stands in the list; decisions do not move it."""
        is_odd = self.row.doubts and self.row.outcome is Outcome.IMPORTED
        return Group.LOOK if is_odd else _GROUPS[self.row.outcome]

    @property
    def is_waiting(self) -> bool:
        """True if only the user can bring it in, or decide; it stays so when that was done."""
        can_be_helped = isinstance(self.row.error, PasswordNeeded | PicturesOnly | OnlyALink)
        return can_be_helped or self.row.outcome is Outcome.ALIKE

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

    @property
    def is_unread(self) -> bool:
        """True if reading it again makes sense: it may have been mended meanwhile."""
        if self.is_busy or isinstance(self.row.error, PasswordNeeded | PicturesOnly | OnlyALink):
            return False
        on_disk = self.group is Group.REFUSED and self.place is not None
        return on_disk or self.group is Group.UNREAD

    @property
    def is_questionable(self) -> bool:
        """True if particulars were missing, or did not add up, when it came in."""
        return bool(self.row.missing or self.row.doubts)

    @property
    def address(self) -> str:
        """Of the page that a mere link leads to, "" for all other files."""
        return self.row.error.address if isinstance(self.row.error, OnlyALink) else ""

    @property
    def is_of_list(self) -> bool:
        """True for a record of a list of references, whose file comes in under its own name."""
        is_list = self.wanted.path.suffix.lower() in LISTS
        return is_list and self.row.path != printable(self.wanted.path)

    def holds(self, row: ImportRow) -> bool:
        """Whether a row is about this file, or about one inside it."""
        return row.path == self.row.path or row.path.startswith(f"{self.row.path}/")
