"""Files become articles here, one file a format.

How to add a reader
-------------------
1. Write `readers/<format>.py` with a function `(data: bytes, url: str) -> (articles, warnings)`.
   Offer what the file knows to a `metadata.Particulars`, best first, each with its provenance,
   and let `metadata.complete` make the article: it sorts boilerplate out and reads dateline,
   contact and credits lines. Import a heavy parser inside the function.
2. Add a `Format` to `registry.py`, with the bytes or the extension it is known by, and take the
   format out of the refusals there.
3. Put a sample into `seeds/` (the contract tests run over all of them) and write
   `tests/readers/test_<format>.py`.

A reader raises BriefingError for what is wrong with the file, and never guesses: what is
unknown stays "".
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from briefing_app.domain.article import Original, ReadFile
from briefing_app.errors import BriefingError, UnreadableFile
from briefing_app.readers.files import find_files, load
from briefing_app.readers.registry import FORMATS, TEXT, recognise
from briefing_app.readers.text import read_plain_text

__all__ = ["EXTENSIONS", "find_files", "read", "read_bytes", "read_text"]

EXTENSIONS = tuple(extension for form in FORMATS for extension in form.extensions)
"""Of the files that can be read, with the dot."""


def read(path: str | Path) -> ReadFile:
    """Read one file.

    Raises UnreadableFile (missing, empty, too large, damaged) or UnsupportedFormat.
    """
    path = Path(path)
    data = load(path, max(form.largest_bytes for form in FORMATS))
    return read_bytes(path.name, data, str(path))


def read_bytes(name: str, data: bytes, path: str = "", url: str = "") -> ReadFile:
    """Read a file's bytes, such as a drop hands over. `url` is the page they came from.

    Raises UnreadableFile or UnsupportedFormat.
    """
    form = recognise(name, data)
    original = Original(name, form.media_type, data, path=path)
    try:
        articles, warnings = form.read(data, url)
    except BriefingError as error:
        raise type(error)(f"“{name}”: {error.message}", error.hint) from error
    except (RecursionError, MemoryError) as error:
        raise UnreadableFile(
            f"“{name}” is nested too deeply or needs too much memory.",
            "Copy the article's text and paste it into the window.",
        ) from error
    placed = tuple(dataclasses.replace(a, original_id=original.id) for a in articles)
    return ReadFile(original, placed, tuple(warnings))


def read_text(text: str, url: str = "") -> ReadFile:
    """Read pasted text. `url` is the page it came from, "" where that is unknown.

    Raises UnreadableFile: there is no text.
    """
    if not text.strip():
        raise UnreadableFile("There is no text to import.", "Copy the article first.")
    data = text.encode("utf-8", "replace")
    original = Original("pasted text", TEXT.media_type, data)
    article, warnings = read_plain_text(text, url)
    placed = dataclasses.replace(article, original_id=original.id)
    return ReadFile(original, (placed,), tuple(warnings))
