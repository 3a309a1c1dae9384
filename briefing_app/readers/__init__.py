"""Files become articles here, one file a format.

How to add a reader
-------------------
1. Write a module in the folder of its kind (documents, mail, pdf, plain, press, references, web,
   wire) with a function that takes an `incoming.Incoming` and returns `incoming.Contents`. Offer
   what the file knows to `particulars.metadata.Particulars`, best first, each with its provenance,
   and let `complete` beside it make the article: it sorts boilerplate out and reads dateline,
   contact and credits lines. A container returns the files inside it as `inner`.
2. Say in `signatures.py` by which bytes the format is known, and add a `Format` to `registry.py`:
   it imports the reader when the first such file comes.
3. Put a sample into `seeds/` (the contract tests run over all of them) and write its test, in the
   same place under `tests/readers`.

How a press database writes its exports, one file with many articles, is in a module of its own
that `press/exports.py` names; the readers of documents, texts and pages hand their lines to it.

A reader raises BriefingError for what is wrong with the file, and never guesses: what is
unknown stays "", what is unsure becomes a proposal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefing_app.domain.article import Original, ReadFile, Refusal
from briefing_app.errors import UnreadableFile
from briefing_app.readers.files import find_files, load, load_beside, modified_day, printable
from briefing_app.readers.hygiene import tidied
from briefing_app.readers.incoming import Incoming, Options
from briefing_app.readers.reading import Fatal, read_each, read_whole
from briefing_app.readers.registry import FORMATS

__all__ = [
    "EXTENSIONS", "SLOW_EXTENSIONS", "Options", "find_files", "printable", "read", "read_bytes",
    "read_file_and_parts", "read_text",
]  # fmt: skip

EXTENSIONS = tuple(extension for form in FORMATS for extension in form.extensions)
"""Of the files that can be read, with the dot."""

SLOW_EXTENSIONS = tuple(
    extension for form in FORMATS if form.needs for extension in form.extensions
)
"""Of those that another program reads for us."""

_LARGEST_BYTES = max(form.largest_bytes for form in FORMATS)


def read(path: str | Path, options: Options | None = None) -> ReadFile:
    """Read one file, with the files inside it as its parts.

    Raises UnreadableFile (missing, empty, too large, damaged), PasswordNeeded, PicturesOnly or
    UnsupportedFormat.
    """
    return read_whole(_incoming(Path(path), options))


def read_file_and_parts(
    path: str | Path, options: Options | None = None, fatal: Fatal | None = None
) -> Iterator[ReadFile | Refusal]:
    """Read one file, then the files inside it one by one, so that memory holds one at a time.

    `fatal` ones are not opened, see reading.read_each. Raises like `read`, for the file itself.
    """
    return read_each(_incoming(Path(path), options), fatal)


def read_bytes(name: str, data: bytes, path: str = "", url: str = "") -> ReadFile:
    """Read a file's bytes, such as a drop hands over. `url` is the page they came from.

    Raises like `read`.
    """
    return read_whole(Incoming(name, data, url, path))


def read_text(text: str, url: str = "") -> ReadFile:
    """Read pasted text. `url` is the page it came from, "" where that is unknown.

    Raises UnreadableFile: there is no text.
    """
    if not text.strip():
        raise UnreadableFile("There is no text to import.", "Copy the article first.")
    original = Original("pasted text", "text/plain", text.encode("utf-8", "replace"))
    # Only now: with the layouts of all press databases it takes long to load.
    from briefing_app.readers.plain.text import read_plain_text

    article, warnings = read_plain_text(text, url)
    articles, more = tidied([replace(article, original_id=original.id)])
    return ReadFile(original, tuple(articles), (*warnings, *more))


def _incoming(path: Path, options: Options | None) -> Incoming:
    return Incoming(
        printable(path.name),
        load(path, _LARGEST_BYTES),
        path=printable(path),
        modified=modified_day(path),
        options=options or Options(),
        beside=partial(_load_beside, path.parent),
    )


def _load_beside(folder: Path, name: str) -> bytes | None:
    return load_beside(folder, name, _LARGEST_BYTES)
