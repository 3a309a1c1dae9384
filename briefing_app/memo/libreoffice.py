"""Word files as PDF by LibreOffice, where it is installed, and how many pages they really have."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing_app import libreoffice
from briefing_app.errors import UnreadableFile

SECONDS = 120.0
"""Longest that a conversion may take; 5,000 notes take about 100 s."""

_PAGE = re.compile(rb"/Type\s*/Page(?![\w])")
_TAGGED_PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def program() -> str:
    """Path of LibreOffice, "" where it is not installed."""
    return libreoffice.program()


def to_pdf(
    docx: bytes, seconds: float = SECONDS, progress: Callable[[object], None] | None = None
) -> bytes:
    """A Word document as PDF, tagged for those who hear it.

    `progress` is called with None several times a second; when it raises, LibreOffice is
    stopped and what it raised goes on.
    Raises UnreadableFile: LibreOffice is missing, failed, or took longer than `seconds`.
    """
    if not program():
        raise UnreadableFile("LibreOffice is not installed.", "Install it, or export to Word.")
    try:
        return libreoffice.convert(docx, "memo.docx", _TAGGED_PDF, seconds, progress=progress)
    except UnreadableFile as error:
        raise UnreadableFile(error.message, "Export to Word instead.") from error


def page_count(
    docx: bytes, seconds: float = SECONDS, progress: Callable[[object], None] | None = None
) -> int:
    """Pages of a Word document as LibreOffice sets it. `progress` and errors as of `to_pdf`."""
    return pages_of_pdf(to_pdf(docx, seconds, progress))


def pages_of_pdf(pdf: bytes) -> int:
    """Pages of a PDF that LibreOffice wrote."""
    return len(_PAGE.findall(pdf))
