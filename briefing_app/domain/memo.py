"""What a memo says, block by block, and not how it looks.

`memo.build` makes it; the Word writer and the window's memo page both print it, so they
cannot disagree in text, order or notes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is; every writer maps a role to a style of its own."""

    TITLE = "title"
    FIELD = "field"
    BOTTOM_LINE = "bottom line"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    BULLET = "bullet"
    NUMBER = "number"
    OPTION = "option"
    QUOTE = "quote"
    QUOTE_SOURCE = "quote source"
    BODY = "body"
    CAPTION = "caption"
    TABLE_NOTE = "table note"
    DECISION = "decision"


OWN_DIRECTION = frozenset(
    {Role.QUOTE, Role.BODY, Role.BULLET, Role.NUMBER, Role.OPTION, Role.BOTTOM_LINE}
)
"""Roles whose paragraphs run right to left if their words do; the others run as the memo does."""


class Emphasis(StrEnum):
    """How a run stands out from its paragraph; BLANK is a line to write on, of underscores."""

    PLAIN = "plain"
    LEAD = "lead"
    LABEL = "label"
    STRONG = "strong"
    CONFIDENCE = "confidence"
    MARK = "mark"
    ITALIC = "italic"
    WARNING = "warning"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner.

    note    number (from 1) of the footnote whose reference stands here; `text` is then ""
    anchor  name of the bookmark that the run links to, "" for no link
    url     address that the run links to, "" for none
    mark    name of the bookmark that the run carries, "" for none
    language  BCP 47 tag where it differs from the memo's, else ""
    """

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    note: int = 0
    anchor: str = ""
    url: str = ""
    mark: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `id` names the row behind it (entry, section, or a header field), else ""."""

    role: Role
    runs: tuple[Run, ...]
    id: str = ""

    @property
    def text(self) -> str:
        """The words alone, without note references."""
        return "".join(run.text for run in self.runs)

    @property
    def own_words(self) -> str:
        """What says whether the paragraph runs right to left: "" where it runs as the memo does.

        A label or a mark before the words is the memo's, not theirs.
        """
        if self.role not in OWN_DIRECTION:
            return ""
        not_theirs = (Emphasis.LABEL, Emphasis.MARK)
        return "".join(run.text for run in self.runs if run.emphasis not in not_theirs)


@dataclass(frozen=True)
class Table:
    """A table with a header row.

    widths  shares of the text width, one a column, together 1.0
    rows    each a tuple of cells, each cell a tuple of runs
    """

    title: str
    description: str
    widths: tuple[float, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    id: str = ""


@dataclass(frozen=True)
class Point:
    """A day on a timeline: ISO 8601 date as far as known, its label, and what happened."""

    day: str
    label: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A timeline. `description` says in words what it shows, for those who do not see it."""

    title: str
    description: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note; numbers run from 1 in the order of the references."""

    number: int
    runs: tuple[Run, ...]


Block = Paragraph | Table | Picture


@dataclass(frozen=True)
class ComposedMemo:
    """The whole memo, ready to print.

    banner  handling mark for the top and bottom of every page, "" for none; banner_color: its
            colour, six hexadecimal digits, "" for the usual one
    short_title  for the continuation header; unit: for the footer
    date    as printed
    body_length  blocks before the first annex
    has_one_numbering  numbers of paragraphs run on from section to section
    """

    title: str
    subject: str
    short_title: str
    unit: str
    date: str
    banner: str
    language: str
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    has_one_numbering: bool = False
    banner_color: str = ""
    body_length: int = 0


@dataclass(frozen=True)
class QuoteDifference:
    """A quote of the memo that its article does not bear out.

    `found` is the article's nearest wording, "" where there is none.
    """

    entry_id: str
    quoted: str
    found: str
    article_id: str
    reason: str
