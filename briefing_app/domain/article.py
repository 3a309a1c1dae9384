"""One imported news text and the file that it came from.

The fields of an article follow schema.org NewsArticle (https://schema.org/NewsArticle).
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefing_app.domain.identity import new_id
from briefing_app.errors import BriefingError


@dataclass(frozen=True)
class Original:
    """The imported bytes, unaltered.

    path   where the file lay, "" where that is unknown. A file out of an archive or a message
           has the path of that file and its own name after it: "/home/a/news.zip/world/1.docx"
    left_out  "" where `data` is the file; else `data` is empty, because the file was too large
           to keep, and this is the SHA-256 of what lay at `path`
    """

    name: str
    media_type: str
    data: bytes
    id: str = field(default_factory=new_id)
    path: str = ""
    left_out: str = ""

    @property
    def sha256(self) -> str:
        """Digest of the bytes, 64 lowercase hexadecimal digits."""
        return self.left_out or hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class SetAside:
    """A line of the original that is no article text: kept, but out of the body.

    `kind` is one of "advertisement", "repeated headline", "contact", "copyright",
    "caption", "credits", "navigation", "note"; of mail "quoted mail", "covering note", "signature".
    """

    kind: str
    text: str


@dataclass(frozen=True)
class Proposal:
    """A value for a field of Article that is too unsure to be taken: the user decides.

    `place` says where it stood, like Article.provenance, e.g. "file date".
    """

    field: str
    value: str
    place: str


@dataclass(frozen=True)
class Correction:
    """A recorded edit of an article's text: at `position`, `removed` gave way to `inserted`.

    position   code point of the body as it was just before this correction
    made_at    ISO 8601, UTC
    """

    position: int
    removed: str
    inserted: str
    made_at: str = ""


@dataclass(frozen=True)
class Article:
    """One news text. Unknown particulars are empty strings, never guesses.

    body       canonical text, one paragraph a line ("\\n" between paragraphs, no empty lines)
    deck       the standfirst under the headline
    published, updated  ISO 8601 as far as printed: "2020-01-06", "2020-01-06T14:03:00+01:00"
    url        without what only tracks readers
    news_section, print_page  where the outlet had it: "World", "A4"
    language   BCP 47 tag, e.g. "en", "fa"
    reliability  of the source, "A" to "F" (NATO scale), or "" where nobody has judged it
    provenance  field name -> where the value stood, e.g. {"published": "photo caption"}
    proposals   values too unsure to be taken, at most one for a field
    page_starts  code points of the body at which the original's pages begin, first page first;
                 empty where the original has no pages
    corrections  what was changed in the imported text, oldest first
    origin       what the report rests on, in the drafter's words ("the press conference of 6
                 January"); articles with the same origin count as one, "" counts for itself
    relays       the outlet whose report this one repeats, "" for an own report
    version_of   id of the article of which this is a later version, "" for none
    """

    headline: str
    body: str
    id: str = field(default_factory=new_id)
    original_id: str = ""
    byline: str = ""
    dateline: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    reliability: str = ""
    deck: str = ""
    updated: str = ""
    news_section: str = ""
    print_page: str = ""
    provenance: Mapping[str, str] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    page_starts: tuple[int, ...] = ()
    corrections: tuple[Correction, ...] = ()
    version_of: str = ""
    origin: str = ""
    relays: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What a citation lacks: any of "headline", "publisher", "published", in that order."""
        return tuple(n for n in ("headline", "publisher", "published") if not getattr(self, n))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body's paragraphs in order; empty for an empty body."""
        return tuple(self.body.split("\n")) if self.body else ()

    def paragraph_at(self, position: int) -> int:
        """Number (from 1) of the paragraph that holds the code point at `position`."""
        return bisect_right(self._line_ends, position - 1) + 1

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.body)]

    def page_at(self, position: int) -> int:
        """Number (from 1) of the original's page with this code point; 0 where it has none."""
        return bisect_right(self.page_starts, position)

    @property
    def imported_body(self) -> str:
        """The text as it was before all corrections."""
        text = self.body
        for edit in reversed(self.corrections):
            end = edit.position + len(edit.inserted)
            text = text[: edit.position] + edit.removed + text[end:]
        return text


@dataclass(frozen=True)
class ArticleRow:
    """What the library shows of an article: everything but the text.

    is_earlier  there is a later version of it
    proposed    field and value of what a file hints at, for fields that are missing
    """

    id: str
    headline: str
    publisher: str
    published: str
    byline: str
    is_read: bool
    quotes: int
    facts: int
    missing: tuple[str, ...]
    added_at: str
    is_earlier: bool = False
    proposed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A file that no reader could make articles of; `path` as in Original."""

    path: str
    error: BriefingError


@dataclass(frozen=True)
class ReadFile:
    """What a reader makes of one file: its bytes, its articles and words for the user.

    parts   the files inside it (of an archive, of a message), those inside these among them
    """

    original: Original
    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()
    parts: tuple[ReadFile | Refusal, ...] = ()
