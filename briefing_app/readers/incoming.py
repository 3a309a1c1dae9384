"""What goes into a reader and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefing_app.domain.article import Article, Refusal


def _nothing_beside(name: str) -> bytes | None:
    return None


@dataclass(frozen=True)
class Known:
    """What is known of the one article in a file from elsewhere, better than from the file itself.

    fields   of domain.article.Article, as a metadata.Particulars would take them
    place    where that stood, e.g. "RIS record"
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    place: str = ""


@dataclass(frozen=True)
class Options:
    """What the user said about one file.

    password        of an encrypted file, "" for none
    recognise_text  read the letters in pictures of pages, which takes long
    """

    password: str = ""
    recognise_text: bool = False


@dataclass(frozen=True)
class Incoming:
    """A file that is to be read.

    url       the address its text came from, "" where that is unknown
    path      as in domain.article.Original
    modified  day on which the file was last changed, "2020-01-06", "" where that is unknown
    depth     files around this one: 0 for a file on the disk, 1 for one in an archive
    known     what a list of references says of it
    beside    the bytes of a file of the same folder or below it, by its relative name with "/";
              None where there is none, or where this file lies in no folder
    """

    name: str
    data: bytes
    url: str = ""
    path: str = ""
    modified: str = ""
    depth: int = 0
    options: Options = field(default_factory=Options)
    known: Known = field(default_factory=Known)
    beside: Callable[[str], bytes | None] = _nothing_beside

    @property
    def extension(self) -> str:
        """In lower case with the dot, "" for none."""
        stem, dot, extension = self.name.rpartition(".")
        return f".{extension.lower()}" if dot and stem else ""

    def inner(self, name: str, data: bytes, *, url: str = "", modified: str = "") -> Incoming:
        """A file inside this one; `name` may have folders before it, divided by "/"."""
        return replace(
            self,
            name=name.rstrip("/").rpartition("/")[2] or name,
            data=data,
            url=url,
            path=f"{self.path or self.name}/{name}",
            modified=modified,
            depth=self.depth + 1,
            known=Known(),
            beside=_nothing_beside,
        )


@dataclass(frozen=True)
class Contents:
    """What a reader found in a file.

    warnings  whole sentences for the user
    inner     files inside it that are to be read on their own, and those that cannot be; may be
              a generator, so that only one of them is in memory at a time
    """

    articles: list[Article]
    warnings: list[str] = field(default_factory=list)
    inner: Iterable[Incoming | Refusal] = ()
