"""Exports of press databases that are PDF files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing_app.domain.article import Article
from briefing_app.readers.canonical import one_line
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.pdf.paragraphs import Paragraph
from briefing_app.readers.pdf.words import put_together, words_of
from briefing_app.readers.press.exports import is_export, read_export

_WORDS = ("document", "dokument", "newsbank")
_LABEL = re.compile(r"\n(?:full\s+text|record number|accession number)")
_NUMBER = re.compile(r"\d\d{7}[a-z0-9]{6}")
"""Every export has a short line with one of these: most files need no closer look.

One pattern for all would take four times as long.
"""

_SHORT = 60
_FULL_TEXT = ("Full", "FULL", "full")

_FULL = 0.7
"""Of the longest line: a shorter one was not broken for want of room, and ends its paragraph."""


def read_export_pdf(paragraphs: Sequence[Paragraph]) -> tuple[list[Article], list[str]]:
    """The articles of an export, and words for the user; no articles where it is none."""
    texts = [text for paragraph in paragraphs for _, text in paragraph.parts]
    short = [text for text in texts if len(text) < _SHORT or text.startswith(_FULL_TEXT)]
    if not _may_be_of_export("\n".join(("", *short)).lower()):
        return [], []
    if not is_export([Line(one_line(text)) for text in texts]):
        return [], []
    words = words_of(paragraphs)
    width = max(len(text) for paragraph in paragraphs for _, text in paragraph.parts)
    lines = (put_together(part, words)[0] for p in paragraphs for part in _parted(p, width))
    return read_export([Line(one_line(line)) for line in lines])


def _may_be_of_export(lines: str) -> bool:
    words = any(map(lines.__contains__, _WORDS))
    return bool(words or _LABEL.search(lines) or _NUMBER.search(lines))


def _parted(paragraph: Paragraph, width: int) -> Iterator[Paragraph]:
    """A paragraph divided after its short lines: headline and outlet stand close together."""
    part = Paragraph(paragraph.size)
    for page, text in paragraph.parts:
        part.parts.append((page, text))
        if len(text) < _FULL * width:
            yield part
            part = Paragraph(paragraph.size)
    if part.parts:
        yield part
