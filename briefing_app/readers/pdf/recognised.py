"""Recognised lines as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from statistics import median_low

from briefing_app.readers.particulars.dates import is_date_line
from briefing_app.readers.pdf import ocr
from briefing_app.readers.pdf.paragraphs import Paragraph

_LARGE = 1.2
"""Times the size of the text, at least, that a headline has."""

_ALIKE = 1.5
"""Times that one line of a headline seems larger than another, for want of a “g” or an “l”."""

_NAMES = {
    "eng": "English", "deu": "German", "fra": "French", "spa": "Spanish", "ita": "Italian",
    "por": "Portuguese", "nld": "Dutch", "swe": "Swedish", "dan": "Danish", "nor": "Norwegian",
    "fin": "Finnish", "pol": "Polish", "ces": "Czech", "hun": "Hungarian", "ron": "Romanian",
    "ell": "Greek", "tur": "Turkish", "rus": "Russian", "ukr": "Ukrainian", "ara": "Arabic",
    "fas": "Persian", "heb": "Hebrew", "kur": "Kurdish", "urd": "Urdu", "hin": "Hindi",
    "chi": "Chinese", "jpn": "Japanese", "kor": "Korean",
}  # fmt: skip
"""Of languages, by the codes of ISO 639-2 that tesseract's begin with."""


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
        for is_text, block in groupby(lines, _is_in_paragraph):
            if is_text:
                text = list(block)
                # A bracket makes one line seem larger than it is.
                size = median_low(line.size for line in text)
                found.append(Paragraph(size, [(page, line.text) for line in text]))
            else:
                found += (Paragraph(line.size, [(page, line.text)]) for line in block if line.text)
    names = ", ".join(_NAMES.get(code[:3], code) for code in ocr.languages())
    warnings.append(f"The text was recognised by machine ({names}): compare it with the page.")
    return _with_whole_headlines(found)


def usual_size(paragraphs: Iterable[Paragraph]) -> float:
    """The size of most of the print, 0 where that is unknown."""
    sizes = [(p.size, sum(len(text) for _, text in p.parts)) for p in paragraphs if p.size]
    left = sum(letters for _, letters in sizes) / 2
    for size, letters in sorted(sizes):
        left -= letters
        if left <= 0:
            return size
    return 0


def _is_in_paragraph(line: ocr.Line) -> bool:
    return bool(line.text) and not is_date_line(line.text)


def _with_whole_headlines(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with large lines put together, which are recognised as one each."""
    large = _LARGE * usual_size(paragraphs)
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.page == paragraph.page
            and min(before.size, paragraph.size) >= large > 0
            and max(before.size, paragraph.size) <= _ALIKE * min(before.size, paragraph.size)
        ):
            joined[-1] = Paragraph(before.size, [*before.parts, *paragraph.parts])
        else:
            joined.append(paragraph)
    return joined
