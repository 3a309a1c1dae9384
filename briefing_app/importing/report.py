"""What became of the files of an import."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from briefing_app.domain.doubts import Doubt
from briefing_app.errors import BriefingError


class Outcome(StrEnum):
    """What became of a file; UNREAD where the import ended before its turn."""

    IMPORTED = "imported"
    INCOMPLETE = "needs details"
    ALIKE = "needs a look"
    DUPLICATE = "already in the library"
    REFUSED = "refused"
    UNREAD = "not read"


STORED = (Outcome.IMPORTED, Outcome.INCOMPLETE, Outcome.ALIKE)


class Likeness(StrEnum):
    """How an article that came in resembles one that was there."""

    LATER = "later version"
    EARLIER = "earlier version"
    NEAR = "nearly the same"
    COPY = "copy in another outlet"
    ADDRESS = "same address, other text"


@dataclass(frozen=True)
class Twin:
    """An article that came in although `known_id`, in the library, is much like it."""

    article_id: str
    known_id: str
    likeness: Likeness


@dataclass(frozen=True)
class ImportRow:
    """One file's fate; a file inside another one has a row of its own.

    path         as in domain.article.Original
    article_ids  the articles stored from it; of a duplicate, those that were there before
    missing      particulars that its articles lack (see domain.article.Article.missing)
    reason       why it was refused or not read, or in what way it is a duplicate; else ""
    warnings     words of the reader
    error        why it was refused, for what the user can do about it; else None
    twins        of its articles, those much like one that was there
    left_out     how many of its articles are in the library already and did not come in
    lent         how many articles of the library got an address from it that they lacked
    place        of the file, or of the one around it, among those asked for, from 0
    doubts       what does not add up in its dates, but for zones: few pages state one
    is_unkept    the file is too large to be kept: the briefing has its text only
    """

    path: str
    outcome: Outcome
    article_ids: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    reason: str = ""
    warnings: tuple[str, ...] = ()
    error: BriefingError | None = None
    twins: tuple[Twin, ...] = ()
    left_out: int = 0
    lent: int = 0
    place: int = 0
    doubts: tuple[Doubt, ...] = ()
    is_unkept: bool = False

    @property
    def is_stored(self) -> bool:
        """True if articles came in from this file."""
        return self.outcome in STORED and bool(self.article_ids)


@dataclass(frozen=True)
class ImportReport:
    """Every file of an import, in the order given."""

    rows: tuple[ImportRow, ...]

    def count(self, outcome: Outcome) -> int:
        """How many files had this outcome."""
        return self._counts[outcome]

    @cached_property
    def _counts(self) -> Counter[Outcome]:
        return Counter(row.outcome for row in self.rows)

    @property
    def article_ids(self) -> tuple[str, ...]:
        """Ids of all articles that came in."""
        return tuple(id for row in self.rows if row.is_stored for id in row.article_ids)
