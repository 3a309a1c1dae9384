"""Exports of LexisNexis as it was until 2019: "1 of 10 DOCUMENTS", in text or as a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.press import labels
from briefing_app.readers.press.clipping import HEADING, Clipping, blocks_of, is_date, is_prose

NAME = "LexisNexis"

_START = re.compile(
    r"(?:Page )?\d+ (?:of|de|von|di|van) (?P<count>\d+) "
    r"(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTI|DOCUMENTOS?|DOCUMENTEN)"
    r"|(?:Dokument|Document|Documento) \d+ (?:von|de|of|di|van) (?P<other>\d+)",
    re.I,
)
_LABEL = re.compile(r"(?P<label>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ-]{2,24})\s?:\s?(?P<value>.*)")
_KNOWN = {*labels.FIELDS, *labels.CAPTIONS, *labels.TEXT, *labels.BELOW, *labels.ABOVE}
_LENGTHS = {label for label, field in labels.FIELDS.items() if field == "words"}
_LONE = 4
"""Labels that a single article has which does not say that it is the first of one."""

_RIGHTS = re.compile(
    r"copyright\b.*|©.*|all rights reserved.*|alle rechte.*|tous droits.*|todos los derechos.*|"
    r"todos os direitos.*|tutti i diritti.*", re.I
)  # fmt: skip


_STATED = re.compile(
    r"(?:copyright|©|\(c\)|[\s:,])*(?:19|20)\d\d\b|"
    r"[^.]{0,40}(?:reserved|vorbehalten|réservés|reservados|riservati)\b\W*$", re.I
)  # fmt: skip
_MOST_WORDS = 7
"""Of a sentence that is all the same no paragraph: "Copyright The Example Co."."""


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by the lines between articles and by its labels."""
    has_start = any(_START.fullmatch(line.text) for line in lines)
    seen = {label for label in (_label(line.text) for line in lines) if label}
    if has_start:
        return bool(seen & _LENGTHS) or len(seen) >= 2
    return bool(seen & _LENGTHS and seen & labels.ENDS) and len(seen) >= _LONE


def announced(lines: Sequence[Line]) -> int:
    """How many articles the export speaks of, 0 where it does not."""
    matches = (_START.fullmatch(line.text) for line in lines)
    counts = (int(match["count"] or match["other"]) for match in matches if match)
    return next(counts, 0)


def split(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order."""
    chunks: list[list[str]] = []
    for line in lines:
        if _START.fullmatch(line.text):
            chunks.append([])
        elif chunks:
            chunks[-1].append(line.text)
    return [_clipping(chunk) for chunk in chunks or [[line.text for line in lines]]]


def _label(text: str) -> str:
    match = _LABEL.fullmatch(text)
    return match["label"].lower() if match and match["label"].lower() in _KNOWN else ""


def _clipping(chunk: list[str]) -> Clipping:
    clipping = Clipping()
    blocks = [block for block in blocks_of(chunk) if not _take_rights(clipping, block)]
    names = [_label(block[0]) for block in blocks]
    plain = [not name and is_prose(" ".join(x)) for x, name in zip(blocks, names, strict=True)]
    first = next((i for i, name in enumerate(names) if name), len(blocks))
    end = _end_of_text(names, max((i for i, is_one in enumerate(plain) if is_one), default=first))
    is_text = False
    for block, name in zip(blocks[first:end], names[first:end], strict=True):
        if name in labels.TEXT and not is_text:
            is_text = True
            clipping.lines += [block[0].partition(":")[2].strip(), *block[1:], ""]
        elif name in labels.CAPTIONS or (name and not is_text):
            _take_labelled(clipping, block)
        else:
            is_text = True
            clipping.lines += [*block, ""]
    for block in blocks[end:]:
        if _label(block[0]):
            _take_labelled(clipping, block)
    _take_heading(clipping, blocks[:first])
    return clipping


def _end_of_text(names: list[str], first: int) -> int:
    """Where what is below the text begins, by the labels of the blocks."""
    end = next((i for i in range(first, len(names)) if names[i] in labels.ENDS), len(names))
    while end > first and names[end - 1] in labels.BELOW:
        end -= 1
    return end


def _take_rights(clipping: Clipping, block: list[str]) -> bool:
    """Set aside the lines that say who owns the article; whether they were that."""
    if not _RIGHTS.fullmatch(block[0]):
        return False
    is_long = len(" ".join(block).split()) > _MOST_WORDS and block[-1].endswith(
        (".", "?", "!", "”")
    )
    if is_long and not _STATED.match(block[0]):
        return False  # "Copyright law is strict."
    clipping.aside.append(SetAside("copyright", " ".join(block)))
    return True


def _take_labelled(clipping: Clipping, block: list[str]) -> None:
    """A block of labelled lines; a line without a label goes on with the one before."""
    texts: list[str] = []
    for line in block:
        if _label(line) or not texts:
            texts.append(line)
        else:
            texts[-1] += " " + line
    for text in texts:
        label, _, value = text.partition(":")
        label = label.strip().lower()
        if label in labels.CAPTIONS:
            clipping.aside.append(SetAside("caption", value.strip()))
        else:
            clipping.take(labels.FIELDS.get(label, ""), value.strip())


def _take_heading(clipping: Clipping, blocks: list[list[str]]) -> None:
    """Outlet, date, editions and, last of all, the headline, if no label names it."""
    lines = [line for block in blocks for line in block]
    date = next((line for line in lines[1:] if is_date(line)), "")
    if lines:
        clipping.take("publisher", lines[0], HEADING)
    clipping.take("published", date, HEADING)
    below = [block for block in blocks[1:] if date not in block and not is_date(block[0])]
    if below:
        clipping.take("headline", " ".join(below[-1]), HEADING)
