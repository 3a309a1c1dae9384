"""Exports of NewsBank (Access World News): headline, "Outlet (place) - day", labels and text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.readers.documents.flow import Line
from briefing_app.readers.particulars.metadata import clean_address
from briefing_app.readers.press.clipping import HEADING, Clipping, printed_date
from briefing_app.readers.press.labelled import CAPTION, RIGHTS, Layout, clipping_of, divided

NAME = "NewsBank"

_LAYOUT = Layout(
    above={
        "author/byline": "byline", "author": "byline", "byline": "byline", "section": "section",
        "page": "print_page", "edition": "", "column": "", "source": "", "readability": "",
        "series": "", "estimated printed pages": "", "slug": "", "caption": CAPTION,
        "dateline": "dateline", "location": "", "article type": "",
    },
    below={
        "memo": "", "record number": "", "record": "", "copyright": RIGHTS, "openurl link": "",
        "sqn": "",
        "index terms": "", "correction": "", "product": "", "article bookmark (openurl)": "",
        "document id": "", "citation (apa style)": "", "citation (mla style)": "",
    },
    ends=re.compile(
        r"(?:\(c\) ?|© ?)?copyright (?:\(c\)|©|,|\d{4}).*|.*\ball rights reserved\.?|"
        r"to bookmark this article.*|.*infoweb\.newsbank\.com.*", re.I
    ),
    noise=re.compile(
        r"NewsBank(?:, inc\.?)?|Access World News.*|Page \d+ of \d+|"
        r"(?:Print|Email) .{0,40}NewsBank.*",
        re.I,
    ),
)  # fmt: skip
_SOURCE = re.compile(
    r"(?P<outlet>[^()]{2,80}?)(?: \((?P<place>[^()]{2,60})\))? [-–—] "
    r"(?P<date>(?:[^\W\d_]+, )?[^\W\d_]+\.? \d{1,2}, (?:19|20)\d\d|\d{1,2} [^\W\d_]+ (?:19|20)\d\d)"
    r"(?: [-–—] (?P<page>[\w-]+))?"
)
_ARTICLE = re.compile(r"(?P<name>.+), (?P<article>The|El|La|Le|Les|Der|Die|Das|Il)", re.I)
_ADDRESS = re.compile(r"https?://\S*newsbank\S*")


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by the lines with outlet and day, and by its labels."""
    names = _LAYOUT.names(lines)
    has_end = bool(names & {"record number", "openurl link", "article bookmark (openurl)", "sqn"})
    return has_end and any(_SOURCE.fullmatch(line.text) for line in lines)


def announced(lines: Sequence[Line]) -> int:
    """How many articles there are is not said."""
    return 0


def split(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order."""
    return [_clipping(chunk) for chunk in divided(lines, _LAYOUT)]


def _clipping(chunk: Sequence[str]) -> Clipping:
    source = next((i for i, text in enumerate(chunk) if _SOURCE.fullmatch(text)), -1)
    rest = [text for i, text in enumerate(chunk) if i > source]
    clipping, above = clipping_of(["", *rest], _LAYOUT)
    clipping.lines = [*above, *clipping.lines]
    heading = [text for text in chunk[: max(0, source)] if text]
    clipping.take("headline", " ".join(heading), HEADING)
    match = _SOURCE.fullmatch(chunk[source]) if source >= 0 else None
    if match:
        clipping.take("publisher", _outlet(match["outlet"]), HEADING)
        clipping.take("published", printed_date(match["date"]), HEADING)
        clipping.take("print_page", match["page"] or "", HEADING)
    address = _ADDRESS.search(" ".join(chunk))
    clipping.found.propose("url", clean_address(address[0]) if address else "", "database link")
    return clipping


def _outlet(name: str) -> str:
    """ "Sunday Courier, The" as the newspaper calls itself."""
    match = _ARTICLE.fullmatch(name.strip())
    return f"{match['article']} {match['name']}" if match else name.strip()
