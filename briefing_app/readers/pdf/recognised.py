"""Recognised lines as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from briefing_app.readers.dates import is_date_line
from briefing_app.readers.pdf import ocr
from briefing_app.readers.pdf.paragraphs import Paragraph


def recognised(
    pictures: Iterable[tuple[int, int, int, bytes]], warnings: list[str]
) -> list[Paragraph]:
    """What stands in pictures of pages, each with its page, counted from 0, and as `ocr.recognise`
    takes it. Says in `warnings` that it was recognised.

    Raises UnreadableFile: nothing can be recognised.
    """
    found: list[Paragraph] = []
    for page, width, height, grey in pictures:
        lines = ocr.recognise(width, height, grey)
        for is_text, block in groupby(lines, lambda line: bool(line) and not is_date_line(line)):
            if is_text:
                found.append(Paragraph(0, [(page, line) for line in block]))
            else:
                found += (Paragraph(0, [(page, line)]) for line in block if line)
    names = ", ".join(ocr.languages())
    warnings.append(f"The text was recognised by machine ({names}): compare it with the page.")
    return found
