"""Exports of LexisNexis as it was until 2019: "1 of 10 DOCUMENTS", in text or as a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.press.clipping import HEADING, Clipping, blocks_of, is_date

NAME = "LexisNexis"

_START = re.compile(
    r"(?:Page )?\d+ (?:of|de|von|di|van) (?P<count>\d+) "
    r"(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTI|DOCUMENTOS?|DOCUMENTEN)"
    r"|(?:Dokument|Document|Documento) \d+ (?:von|de|of|di) (?P<other>\d+)",
    re.I,
)
_FIELDS = {
    "headline": "headline", "titre": "headline", "titel": "headline", "byline": "byline",
    "autor": "byline", "auteur": "byline", "section": "section", "rubrik": "section",
    "rubrique": "section", "length": "words", "länge": "words", "longueur": "words",
    "dateline": "dateline", "highlight": "deck", "language": "language", "sprache": "language",
    "langue": "language", "url": "url",
}  # fmt: skip
_CAPTIONS = {"graphic", "grafik", "graphique"}
_LABEL = re.compile(r"(?P<label>[A-ZÄÖÜÉÈ][A-ZÄÖÜÉÈ-]{2,24})\s?:\s?(?P<value>.*)")
_KNOWN = {*_FIELDS, *_CAPTIONS, "load-date", "update", "publication-type", "publikationstyp",
          "type-de-publication", "distribution", "journal-code", "subject", "person", "series",
          "correction", "correction-date", "date-chargement", "geographic", "organization",
          "company", "industry", "ticker", "acc-no", "doc-type", "notes", "type"}  # fmt: skip
_TAIL = {"load-date", "update", "language", "sprache", "langue", "publication-type",
         "publikationstyp", "type-de-publication", "date-chargement", "subject"}  # fmt: skip
_RIGHTS = re.compile(r"copyright\b.*|©.*|all rights reserved.*|alle rechte.*|tous droits.*", re.I)


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by the lines between articles and by its labels."""
    if not any(_START.fullmatch(line.text) for line in lines):
        return False
    seen = {_label(line.text) for line in lines}
    return bool(seen & {"length", "länge", "longueur"}) or len(seen & _KNOWN) >= 2


def announced(lines: Sequence[Line]) -> int:
    """How many articles the export speaks of."""
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
    return [_clipping(chunk) for chunk in chunks]


def _label(text: str) -> str:
    match = _LABEL.fullmatch(text)
    return match["label"].lower() if match and match["label"].lower() in _KNOWN else ""


def _clipping(chunk: list[str]) -> Clipping:
    clipping = Clipping()
    blocks = blocks_of(chunk)
    first = next((i for i, block in enumerate(blocks) if _label(block[0])), len(blocks))
    _take_heading(clipping, blocks[:first])
    in_tail = False
    for block in blocks[first:]:
        label = _label(block[0])
        in_tail = in_tail or label in _TAIL
        if label:
            _take_labelled(clipping, block)
        elif _RIGHTS.fullmatch(block[0]):
            clipping.aside.append(SetAside("copyright", " ".join(block)))
        elif not in_tail:
            clipping.lines += [*block, ""]
    return clipping


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
        if label in _CAPTIONS:
            clipping.aside.append(SetAside("caption", value.strip()))
        else:
            clipping.take(_FIELDS.get(label, ""), value.strip())


def _take_heading(clipping: Clipping, blocks: list[list[str]]) -> None:
    """Outlet, date, editions and, last of all, the headline."""
    lines = [line for block in blocks for line in block]
    date = next((line for line in lines[1:] if is_date(line)), "")
    if lines:
        clipping.take("publisher", lines[0], HEADING)
    clipping.take("published", date, HEADING)
    below = [block for block in blocks[1:] if date not in block and not _RIGHTS.match(block[0])]
    if below:
        clipping.take("headline", " ".join(below[-1]), HEADING)
