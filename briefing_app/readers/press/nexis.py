"""Exports of Nexis Uni, Lexis+ and Nexis: Word, rich text, PDF or text with many articles.

After a cover with the list of contents, every article has its headline, outlet and date, labelled
lines, "Body", the text, more labelled lines, and "End of Document".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.press.clipping import HEADING, Clipping, is_date

NAME = "Nexis"

_END = "End of Document"
_FIELDS = {
    "byline": "byline", "section": "section", "length": "words", "dateline": "dateline",
    "highlight": "deck", "language": "language", "url": "url", "website": "url",
}  # fmt: skip
_LABEL = re.compile(
    r"(?P<label>Byline|Section|Length|Dateline|Highlight|Language|URL|Website|Load-Date|"
    r"Publication-Type|Journal Code|Subject|Industry|Geographic|Person|Organization|Company|"
    r"Ticker|Acc-No|Document-Type|Series|Correction-Date|Anchor|Show|Guests?|Edition|"
    r"Classification|Graphic)(?:\s?:\s?(?P<value>.*))?"
)
_TAIL = {"Load-Date", "Language", "Publication-Type", "Journal Code", "Subject", "Industry",
         "Geographic", "Person", "Organization", "Company", "Ticker", "Acc-No", "Document-Type",
         "Classification"}  # fmt: skip
_BARE = {"Classification", "Graphic"}
_COVER = re.compile(
    r"(?:Date and Time|Job Number|Documents? \(\d+\)|Client/Matter|Search Terms|Search Type|"
    r"Content Type|Narrowed by|User Name)\b.*|(?:\S+ )?(?:Timeline|Source|Sources|Location|"
    r"Publication Type|Language|Subject|Industry|Geography by Document)\s?: .*"
)
_ANNOUNCED = re.compile(r"Documents? \((?P<count>\d{1,5})\)")
_NOISE = re.compile(r"(?:Page|Seite) \d+ (?:of|von) \d+|\| About LexisNexis.*|News|Body", re.I)
_RIGHTS = re.compile(r"copyright\b|©|all rights reserved|alle rechte vorbehalten", re.I)


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by its last lines and its labels."""
    texts = [line.text for line in lines]
    if _END not in texts:
        return False
    seen = {match["label"] for match in map(_LABEL.fullmatch, texts) if match and match["value"]}
    return len(seen & {"Length", "Load-Date", "Byline", "Section"}) + ("Body" in texts) >= 2


def announced(lines: Sequence[Line]) -> int:
    """How many articles the cover speaks of, 0 where it does not."""
    matches = (_ANNOUNCED.fullmatch(line.text) for line in lines[:200])
    return next((int(match["count"]) for match in matches if match), 0)


def split(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order."""
    clippings = []
    chunk: list[Line] = []
    for line in lines:
        if line.text == _END:
            clippings.append(_clipping(_without_cover(chunk)))
            chunk = []
        else:
            chunk.append(line)
    return clippings


def _without_cover(chunk: list[Line]) -> list[Line]:
    """What follows the cover's last line; the cover stands before the first date with an outlet."""
    last = next((i for i, line in enumerate(chunk) if line.text == "Body"), len(chunk))
    cover = [i for i, line in enumerate(chunk[:last]) if _COVER.fullmatch(line.text)]
    labels = [i for i, line in enumerate(chunk[:last]) if _is_own_label(line.text)]
    first_label = min(labels, default=last)
    before = [i for i in cover if i < first_label]
    return chunk[before[-1] + 1 :] if before else chunk


def _is_own_label(text: str) -> bool:
    return bool(re.match(r"(?:Byline|Section|Length|Dateline|Highlight)\s?:", text))


def _clipping(chunk: list[Line]) -> Clipping:
    clipping = Clipping()
    start = next((i for i, line in enumerate(chunk) if line.text == "Body"), -1)
    labelled = [i for i, line in enumerate(chunk) if _label(line.text)]
    heading_end = min([i for i in (start, *labelled) if i >= 0], default=0)
    _take_heading(clipping, [line for line in chunk[:heading_end] if line.text])
    if start < 0:
        start = max([i for i in labelled if _is_own_label(chunk[i].text)], default=heading_end)
        _take_labels(clipping, chunk[heading_end : start + 1])
    else:
        _take_labels(clipping, chunk[heading_end:start])
    _take_text(clipping, [line.text for line in chunk[start + 1 :]])
    return clipping


def _label(text: str) -> re.Match[str] | None:
    match = _LABEL.fullmatch(text)
    return match if match and (match["value"] is not None or match["label"] in _BARE) else None


def _take_heading(clipping: Clipping, lines: list[Line]) -> None:
    """Headline, outlet and date, in this order; after it editions and rights."""
    lines = [line for line in lines if not _NOISE.fullmatch(line.text)]
    date = next((i for i, line in enumerate(lines) if i and is_date(line.text)), -1)
    if date < 0:
        date = next((i for i, line in enumerate(lines) if _RIGHTS.match(line.text)), len(lines))
    else:
        clipping.take("published", lines[date].text, HEADING)
    for line in lines[date:]:
        if _RIGHTS.search(line.text):
            clipping.aside.append(SetAside("copyright", line.text))
    above = lines[:date]
    if len(above) > 1:
        clipping.take("publisher", above.pop().text, HEADING)
    linked = [i for i, line in enumerate(above) if line.link.startswith("http")]
    if linked:
        clipping.found.propose("url", above[linked[-1]].link, "database link")
        first = next(i for i in linked if above[i].link == above[linked[-1]].link)
        above = above[first:]
    clipping.take("headline", " ".join(line.text for line in above[-3:]), HEADING)


def _take_labels(clipping: Clipping, lines: list[Line]) -> None:
    """The labelled lines; a line without a label goes on with the one before."""
    label, value = "", ""
    for line in lines:
        match = _label(line.text)
        if match:
            clipping.take(_FIELDS.get(label.lower(), ""), value)
            label, value = match["label"], match["value"] or ""
        elif line.text and not _RIGHTS.match(line.text):
            value = f"{value} {line.text}"
    clipping.take(_FIELDS.get(label.lower(), ""), value)


def _take_text(clipping: Clipping, lines: list[str]) -> None:
    """The text up to the labelled lines below it; the words under pictures are set aside."""
    end = _end_of_text(lines)
    graphic = next((i for i in range(end) if lines[i] in ("Graphic", "Graphic:")), end)
    clipping.lines = lines[:graphic]
    clipping.aside += [SetAside("caption", text) for text in lines[graphic + 1 : end] if text]
    for text in lines[end:]:
        match = _label(text)
        if match:
            clipping.take(_FIELDS.get(match["label"].lower(), ""), match["value"] or "")


def _end_of_text(lines: list[str]) -> int:
    """Where the labels below the text begin: "Subject: ..." between paragraphs may well be text."""
    tail = len(lines)
    while tail and (not lines[tail - 1] or _label(lines[tail - 1])):
        tail -= 1
    sure = (i for i, text in enumerate(lines[:tail]) if _is_end(text))
    first = next((i for i in range(tail, len(lines)) if _is_tail(lines[i])), len(lines))
    return next(sure, first)


def _is_end(text: str) -> bool:
    return text == "Classification" or text.startswith(("Load-Date:", "Load-Date :"))


def _is_tail(text: str) -> bool:
    match = _label(text)
    return bool(match and match["label"] in _TAIL)
