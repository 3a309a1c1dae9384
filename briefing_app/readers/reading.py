"""One file read: its format found, its articles placed, and the files inside it read in turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefing_app.domain.article import Article, Original, Proposal, ReadFile, Refusal, SetAside
from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.readers.boilerplate import same_headline
from briefing_app.readers.hygiene import tidied
from briefing_app.readers.incoming import Contents, Incoming, Known
from briefing_app.readers.registry import Format, recognise

DEEPEST = 3
"""Files around a file that is still read: a text in an archive attached to a mail in an archive."""

INNER_FILES = 20_000
INNER_BYTES = 600 * 1024 * 1024
"""Limits of what is read from inside one file; archives and mail folders have lower ones too."""


Fatal = Mapping[int, BriefingError]
"""Places among the results of one file, from 0, where reading has ended a process before; with
what to say of the file there."""


def read_each(file: Incoming, fatal: Fatal | None = None) -> Iterator[ReadFile | Refusal]:
    """Read a file, then the files inside it, one at a time and each with its own outcome.

    The first is the file itself; of an archive it has no articles. `fatal` ones are not opened.
    Raises BriefingError: the file itself cannot be read.
    """
    form, contents = _open(file)
    yield _read_file(file, form, contents)
    yield from _inside(contents, _Budget(fatal or {}))


def read_whole(file: Incoming) -> ReadFile:
    """Read a file with everything inside it. Raises BriefingError: it cannot be read."""
    whole, *parts = read_each(file)
    assert isinstance(whole, ReadFile)
    return replace(whole, parts=tuple(parts))


class _Budget:
    """What one file may still hold inside it, on all levels together."""

    def __init__(self, fatal: Fatal) -> None:
        self._files, self._bytes = INNER_FILES, INNER_BYTES
        self._fatal = fatal
        self._place = 1

    def count(self) -> None:
        """Count a result that was given."""
        self._place += 1

    def spend(self, file: Incoming) -> None:
        """Count a file. Raises BriefingError: that was too much, or the file is fatal."""
        if self._place in self._fatal:
            raise self._fatal[self._place].about(file.name)
        self._files -= 1
        self._bytes -= len(file.data)
        if file.depth > DEEPEST:
            raise UnreadableFile(
                f"“{file.name}” is in a file within files within files.",
                "Unpack it and import what is inside.",
            )
        if self.is_over:
            raise UnreadableFile(
                f"“{file.name}” and what follows was left out: too much is packed into one file.",
                "Unpack it and import the articles in several steps.",
            )

    @property
    def is_over(self) -> bool:
        """Whether no further file may be read."""
        return self._files < 0 or self._bytes < 0


def _inside(contents: Contents, budget: _Budget) -> Iterator[ReadFile | Refusal]:
    inner = iter(contents.inner)
    while not budget.is_over:
        name = "?"
        try:
            file = next(inner, None)
            if file is None:
                return
            if isinstance(file, Refusal):
                yield file
                budget.count()
                continue
            name = file.path
            budget.spend(file)
            form, contents = _open(file)
        except BriefingError as error:
            yield Refusal(name, error)
            budget.count()
            continue
        yield _read_file(file, form, contents)
        budget.count()
        yield from _inside(contents, budget)


def _open(file: Incoming) -> tuple[Format, Contents]:
    try:
        form = recognise(file)
        return form, form.read(file)
    except BriefingError as error:
        raise error.about(file.name) from error
    except (RecursionError, MemoryError) as error:
        raise UnreadableFile(
            f"“{file.name}” is nested too deeply or needs too much memory.",
            "Copy the article's text and paste it into the window.",
        ) from error


def _read_file(file: Incoming, form: Format, contents: Contents) -> ReadFile:
    original = Original(file.name, form.media_type, file.data, path=file.path)
    known = file.known if len(contents.articles) == 1 else Known()
    placed = [_placed(article, original, file, known) for article in contents.articles]
    articles, warnings = tidied(placed)
    return ReadFile(original, tuple(articles), (*contents.warnings, *warnings))


def _placed(article: Article, original: Original, file: Incoming, known: Known) -> Article:
    """The article as one of the file, with what is known of it from elsewhere.

    Its own headline is not lost. Without a date it gets the file's as a proposal: that may be
    the day of a download.
    """
    changed: dict[str, Any] = {"original_id": original.id}
    proposals = article.proposals
    undated = not article.published and all(p.field != "published" for p in proposals)
    if file.modified and undated:
        proposals = (*proposals, Proposal("published", file.modified, "file date"))
    if known.fields:
        headline = known.fields.get("headline", article.headline)
        if article.headline and not same_headline(article.headline, headline):
            aside = SetAside("repeated headline", article.headline)
            changed["set_aside"] = (aside, *article.set_aside)
        changed |= known.fields
        changed["provenance"] = {**article.provenance, **dict.fromkeys(known.fields, known.place)}
        proposals = tuple(p for p in proposals if p.field not in known.fields)
    return replace(article, **changed, proposals=proposals)
