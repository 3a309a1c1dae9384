"""Exports of GENIOS and its WISO: text, rich text, PDF or page with many articles.

Headline and text stand above, and below them "Quelle:" with outlet, day and page, and more labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.readers.documents.flow import Line
from briefing_app.readers.particulars.metadata import clean_address
from briefing_app.readers.press.clipping import (
    FIELD,
    HEADING,
    Clipping,
    has_prose,
    is_prose,
    printed_date,
)
from briefing_app.readers.press.labelled import (
    RIGHTS,
    Layout,
    clipping_of,
    divided,
    with_whole_addresses,
)

NAME = "GENIOS"

_BELOW = {
    "quelle": "", "ausgabe": "", "ressort": "section", "rubrik": "section", "autor": "byline",
    "autoren": "byline", "dokumentnummer": "", "dauerhafte adresse des dokuments": "",
    "alle rechte vorbehalten": RIGHTS, "issn": "", "schlagwörter": "", "deskriptoren": "",
    "seite": "print_page", "datum": "published", "länge": "words", "wörter": "words",
}  # fmt: skip
_LAYOUT = Layout(
    above={},
    below=_BELOW,
    ends=re.compile(r"(?:©|\(c\)) ?(?:GBI-?)?Genios\b.*|© .*", re.I),
    noise=re.compile(
        r"Seite \d+ von \d+|Dokumente|Inhaltsverzeichnis|Dokument(?:e)? \d+ von \d+|"
        r"\d+\.? .{3,200}?[. …]{2,}\d+|GBI-?Genios.*GmbH", re.I
    ),
    marks=frozenset({"dokumentnummer", "dauerhafte adresse des dokuments"}),
)  # fmt: skip
_SOURCE = re.compile(
    r"[\"„“»]?(?P<outlet>[^\"“”«]+?)[\"“”«]?,?"
    r"(?: (?:print|online))?:?(?:,? (?:Heft|Nr\.?|Ausgabe) [\w/.-]+)?,?\s*"
    r"(?:\b(?:vom|v\.|den)\s+)?(?P<date>\d{1,2}\.\s?(?:\d{1,2}\.|\w+)\s?\d{2,4})"
    r"(?P<rest>.*)", re.I
)  # fmt: skip
_PAGE = re.compile(r"\b(?:S\.|Seite:?)\s*(?P<page>[A-Z]{0,3}\d+(?:-\d+)?)", re.I)
_ADDRESS = re.compile(r"https?://\S+?(?=Alle Rechte|\s|$)")
_LONGEST_HEADLINE = 200


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by its labels below a text: each source has a number or
    an address with it, where a report may name one below every table.
    """
    texts = [line.text for line in lines]
    if not any(text[:6].lower() == "quelle" for text in texts):
        return False
    texts = with_whole_addresses(texts, _LAYOUT)
    names = _LAYOUT.names_of(texts)
    return "quelle" in names and has_prose(texts[: names.index("quelle")])


def announced(lines: Sequence[Line]) -> int:
    """How many articles there are is not said."""
    return 0


def split(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order."""
    return [_clipping(chunk) for chunk in divided(lines, _LAYOUT)]


def _clipping(chunk: Sequence[str]) -> Clipping:
    clipping, heading = clipping_of(chunk, _LAYOUT)
    if not heading:
        while clipping.lines and not clipping.lines[0]:
            del clipping.lines[0]
        if clipping.lines and not is_prose(clipping.lines[0]):
            heading = [clipping.lines.pop(0)]
    clipping.take("headline", " ".join(heading)[:_LONGEST_HEADLINE], HEADING)
    names = _LAYOUT.names_of(chunk)
    below = next((i for i, name in enumerate(names) if name), len(chunk))
    values = dict(reversed([_LAYOUT.named(text) for text in _joined(chunk[below:])]))
    _take_source(clipping, values.get("quelle", ""))
    address = _ADDRESS.match(values.get("dauerhafte adresse des dokuments", ""))
    clipping.found.propose("url", clean_address(address[0]) if address else "", "database link")
    return clipping


def _joined(chunk: Sequence[str]) -> list[str]:
    """The lines, with the values that stand below their labels beside them."""
    lines: list[str] = []
    for text in filter(None, chunk):
        if lines and _LAYOUT.named(lines[-1])[0] and not _LAYOUT.named(lines[-1])[1]:
            lines[-1] += f" {text}"
        else:
            lines.append(text)
    return lines


def _take_source(clipping: Clipping, source: str) -> None:
    """Outlet, day and page of "Meridian Tageblatt vom 06.01.2020, S. 12"."""
    match = _SOURCE.fullmatch(source)
    clipping.take("publisher", match["outlet"].strip(" ,:") if match else source)
    if match:
        clipping.take("published", printed_date(match["date"]))
        page = _PAGE.search(match["rest"])
        clipping.found.offer("print_page", page["page"] if page else "", FIELD)
