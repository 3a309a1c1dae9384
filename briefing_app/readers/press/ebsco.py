"""Exports of EBSCO (Newspaper Source): labelled fields above the text, "Record: 1" between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.particulars.dates import unsure_date
from briefing_app.readers.particulars.metadata import clean_address
from briefing_app.readers.press.clipping import FIELD, HEADING, Clipping, has_prose, printed_date
from briefing_app.readers.press.labelled import (
    RIGHTS,
    TEXT,
    Layout,
    clipping_of,
    with_whole_addresses,
)

NAME = "EBSCO"

_LAYOUT = Layout(
    above={
        "title": "", "authors": "byline", "author": "byline", "author(s)": "byline",
        "source": "", "document type": "", "subject terms": "", "subjects": "", "people": "",
        "geographic terms": "", "naics/industry codes": "", "company/entity": "", "abstract": "",
        "full text word count": "words", "lexile": "", "issn": "", "accession number": "",
        "persistent link to this record (permalink)": "", "persistent link to this record": "",
        "cut and paste": "", "database": "", "html full text": TEXT, "full text": TEXT,
        "section": "section", "language": "language", "publication type": "", "doi": "",
        "images": "", "dateline": "dateline", "reviews & products": "", "record": "",
    },
    below={"copyright of": RIGHTS, "copyright": RIGHTS},
    ends=re.compile(r"copyright (?:of|\(c\)|©|\d{4}).*|this article is copyrighted.*", re.I),
)  # fmt: skip
_RECORD = re.compile(r"Record ?: ?\d+|Record \d+ of \d+", re.I)
_WITHOUT_STOP = re.compile(r"(?<=\w)\.$")
_SIGNED = re.compile(r"~{3,}")
_SOURCE = re.compile(
    r"(?P<outlet>.+?)[.,;]? *(?P<date>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|"
    r"\d{1,2} ?[^\W\d_]+\.? ?\d{4}|[^\W\d_]{3,9}\.? ?\d{1,2}, ?\d{4}|[^\W\d_]{3}\d{4})\b"
    r"(?P<rest>.*)"
)
_PAGE = re.compile(r"\bp\.? ?(?P<page>[A-Z]?\d+(?:-[A-Z]?\d+)?)")
_ARTICLE = re.compile(r"(?P<name>.+), (?P<article>The|Le|La|El)")


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by its labels; text above the first is of no record."""
    if not {"title", "source", "accession number", "database"} <= _LAYOUT.names(lines):
        return False
    texts = [line.text for line in lines]
    first = next(i for i, text in enumerate(texts) if _LAYOUT.named(text)[0])
    return not has_prose(texts[:first])


def announced(lines: Sequence[Line]) -> int:
    """How many articles there are is not said."""
    return 0


def split(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order; each begins with its number or, where there is none, its title."""
    is_numbered = any(_RECORD.fullmatch(line.text) for line in lines)
    chunks: list[list[str]] = []
    for text in with_whole_addresses([line.text for line in lines], _LAYOUT):
        is_title = _LAYOUT.named(text)[0] == "title"
        if _RECORD.fullmatch(text) if is_numbered else is_title:
            chunks.append([])
        if chunks and not _RECORD.fullmatch(text):
            chunks[-1].append(text)
    return [_clipping(chunk) for chunk in chunks]


def _clipping(chunk: Sequence[str]) -> Clipping:
    clipping, _ = clipping_of(["", *chunk], _LAYOUT)
    values = {name: value for name, value in map(_LAYOUT.named, chunk) if name}
    clipping.take("headline", _WITHOUT_STOP.sub("", values.get("title", "")))
    _take_source(clipping, values.get("source", ""))
    address = next((value for name, value in values.items() if name.startswith("persistent")), "")
    clipping.found.propose("url", clean_address(address), "database link")
    signed = next((i for i, x in enumerate(clipping.lines) if _SIGNED.fullmatch(x)), -1)
    if signed >= 0:
        names = [text for text in clipping.lines[signed + 1 :] if text]
        clipping.take("byline", names[0] if names else "")
        clipping.aside += [SetAside("credits", text) for text in names]
        del clipping.lines[signed:]
    written = [i for i, text in enumerate(clipping.lines) if text]
    if written and clipping.lines[written[0]] == values.get("title"):
        del clipping.lines[written[0]]
    return clipping


def _take_source(clipping: Clipping, source: str) -> None:
    """Outlet, day and page of "Courier, The. 1/6/2020, Vol. 3 Issue 5, pA1. 2p."; American days."""
    match = _SOURCE.fullmatch(source)
    outlet = (match["outlet"] if match else source).strip(" .,;")
    article = _ARTICLE.fullmatch(outlet)
    clipping.take("publisher", f"{article['article']} {article['name']}" if article else outlet)
    if match:
        day = unsure_date(match["date"], month_first=True)
        clipping.found.offer("published", printed_date(match["date"]) or day, HEADING)
        page = _PAGE.search(match["rest"])
        clipping.found.offer("print_page", page["page"] if page else "", FIELD)
