"""Documents of programs that few people have: LibreOffice, where it is installed, reads them.

It makes a Word document of the file, which is then read like any other; the original stays what
it was.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from briefing_app import libreoffice
from briefing_app.errors import UnreadableFile, UnsupportedFormat
from briefing_app.readers import signatures
from briefing_app.readers.documents.docx import read_docx
from briefing_app.readers.incoming import Contents, Incoming

SECONDS = 50.0
"""Longest that a document may take: a short one takes one second, five the first time; 50,000
words take ten."""

_TO = "docx:MS Word 2007 XML"
_OTHERS = {
    ".sxw": "the format of OpenOffice.org (.sxw)",
    ".wpd": "the format of WordPerfect (.wpd)",
    ".wps": "the format of Microsoft Works (.wps)",
    ".pages": "the format of Apple Pages (.pages)",
    ".hwp": "the format of Hangul (.hwp)",
    ".wri": "the format of Windows Write (.wri)",
}


def read_foreign(file: Incoming) -> Contents:
    """Read a document of another office program.

    Raises UnsupportedFormat: LibreOffice is missing. UnreadableFile: it cannot read the file.
    """
    extension = signatures.foreign_document(file)
    return read_converted(file, extension, _OTHERS[extension])


def read_converted(file: Incoming, extension: str, what: str) -> Contents:
    """Read a document that LibreOffice knows.

    extension  of its kind, with the dot, whatever the file is called
    what       its kind, as a sentence says it: "old Word format (.doc)"
    Raises as `read_foreign` does.
    """
    if not libreoffice.program():
        raise UnsupportedFormat(
            f"{what}.",
            "Install LibreOffice, restart, and import it again; or open it in its own program and "
            "save it as .docx.",
        )
    hint = "Open it in its own program and save it as .docx, or copy the text and paste it."
    try:
        with _leave_to_write():
            made = libreoffice.convert(file.data, f"document{extension}", _TO, SECONDS)
    except UnreadableFile as error:
        raise UnreadableFile(f"{what}: {error.message}", hint) from error
    except OSError as error:
        raise UnreadableFile(f"{what}: there is no room to read it.", hint) from error
    converted = replace(file, data=made)
    if not signatures.is_word(converted):
        raise UnreadableFile(f"{what}: LibreOffice could not read it.", hint)
    return read_docx(converted)


@contextmanager
def _leave_to_write() -> Iterator[None]:
    """Let files be written, as a process that reads may not, up to the size that it was left."""
    if sys.platform == "win32":
        yield
        return
    import resource

    now, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (now, most))
