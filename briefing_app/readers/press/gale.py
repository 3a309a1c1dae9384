"""Exports of Gale: headline, labels with "From:", text, "Gale Document Number:" at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.press.clipping import HEADING, Clipping
from briefing_app.readers.press.labelled import RIGHTS, TEXT, Layout, clipping_of, divided

NAME = "Gale"

_LAYOUT = Layout(
    above={
        "author": "byline", "authors": "byline", "date": "published", "from": "",
        "section": "section", "publisher": "", "document type": "", "length": "words",
        "lexile measure": "",
        "content level": "", "copyright": RIGHTS, "full text": TEXT, "byline": "byline",
        "publication title": "publisher", "dateline": "dateline", "issn": "",
        "language": "language", "article type": "", "geographic code": "", "report format": "",
    },
    below={
        "gale document number": "", "disclaimer": "", "source citation": "", "named works": "",
        "document url": "", "accessed": "",
    },
    ends=re.compile(
        r"Source Citation\b.*|.*\bAccessed \d{1,2} \w+\.? \d{4}\.?|Disclaimer\b.*", re.I
    ),
    noise=re.compile(r"About this publication|How to Cite|Works Cited|Gale .{0,60}Print", re.I),
)  # fmt: skip
_FROM = re.compile(r"(?P<outlet>.+?)\s?(?:\((?:Vol|Issue|No)\b.*\))?\.?")
_CITED = re.compile(r"(?:Gale|link\.gale\.com|go\.gale\.com)")
_PAGE = re.compile(r", pp?\. (?P<page>[A-Z]?\d+(?:-\d+)?)")


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by its labels."""
    names = _LAYOUT.names(lines)
    return "gale document number" in names and bool(names & {"from", "publication title"})


def announced(lines: Sequence[Line]) -> int:
    """How many articles there are is not said."""
    return 0


def split(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order."""
    return [_clipping(chunk) for chunk in divided(lines, _LAYOUT)]


def _clipping(chunk: Sequence[str]) -> Clipping:
    clipping, heading = clipping_of(chunk, _LAYOUT)
    clipping.take("headline", " ".join(heading), HEADING)
    values = {name: value for name, value in map(_LAYOUT.named, chunk) if name}
    match = _FROM.fullmatch(values.get("from", ""))
    clipping.take("publisher", match["outlet"] if match else "")
    cited = [text for text in chunk if _CITED.search(text)]
    page = next(filter(None, map(_PAGE.search, cited)), None)
    clipping.take("print_page", page["page"] if page else "")
    left = [text for text in clipping.lines if not _CITED.search(text) or len(text) > 400]
    clipping.aside += [SetAside("credits", text) for text in clipping.lines if text not in left]
    clipping.lines = left
    return clipping
