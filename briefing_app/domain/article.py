"""One imported news text and the file that it came from.

The fields of an article follow schema.org NewsArticle (https://schema.org/NewsArticle).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing_app.domain.identity import new_id


@dataclass(frozen=True)
class Original:
    """The imported bytes, unaltered."""

    name: str
    media_type: str
    data: bytes
    id: str = field(default_factory=new_id)
    path: str = ""

    @property
    def sha256(self) -> str:
        """Digest of the bytes, 64 lowercase hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class SetAside:
    """A line of the original that is no article text: kept, but out of the body.

    `kind` is one of "advertisement", "repeated headline", "contact", "copyright",
    "caption", "credits", "navigation".
    """

    kind: str
    text: str


@dataclass(frozen=True)
class Article:
    """One news text. Unknown particulars are empty strings, never guesses.

    body       canonical text, one paragraph a line ("\\n" between paragraphs, no empty lines)
    published  ISO 8601 as far as printed: "2020-01-06" or "2020-01-06T14:03:00+01:00"
    language   BCP 47 tag, e.g. "en", "fa"
    reliability  of the source, "A" to "F" (NATO scale), or "" where nobody has judged it
    provenance  field name -> where the value stood, e.g. {"published": "photo caption"}
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
    provenance: Mapping[str, str] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()

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
        return self.body.count("\n", 0, position) + 1


@dataclass(frozen=True)
class ArticleRow:
    """What the library shows of an article: everything but the text."""

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


@dataclass(frozen=True)
class ReadFile:
    """What a reader makes of one file: its bytes, its articles and words for the user."""

    original: Original
    articles: tuple[Article, ...]
    warnings: tuple[str, ...] = ()
