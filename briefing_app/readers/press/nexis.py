"""Exports of Nexis Uni, Lexis+ and Nexis: Word, rich text, PDF or text with many articles.

After a cover with the list of contents, every article has its headline, outlet and date, labelled
lines, "Body", the text, more labelled lines, and "End of Document".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing_app.domain.article import SetAside
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.press import labels
from briefing_app.readers.press.clipping import (
    FIELD,
    HEADING,
    Clipping,
    has_prose,
    is_date,
    printed_date,
)

NAME = "Nexis"

_END = re.compile(
    r"End of Document|Ende (?:des|von) Dokuments?|Dokumentende|Fin (?:du|de) document|"
    r"Fin del documento|Fine del documento|Fim do documento|Einde (?:van )?(?:het )?document", re.I
)  # fmt: skip
_KNOWN = {*labels.FIELDS, *labels.BELOW, *labels.ABOVE, *labels.CAPTIONS}
_LABEL = re.compile(
    rf"(?P<label>{'|'.join(sorted(_KNOWN, key=len, reverse=True))})(?:\s?:\s?(?P<value>.*))?", re.I
)
_BARE = {"classification", *labels.CAPTIONS}
_LONGEST_END = 40
_AFTER = {*labels.BELOW, "correction-date", "series", "url", "website"}
_OWN = {"byline", "section", "words", "dateline", "deck"}
_COVER = re.compile(
    r"(?:Date and Time|Job Number|Documents? \(\d+\)|Client/Matter|Search Terms|Search Type|"
    r"Content Type|Narrowed by|User Name)\b.*|(?:\S+ )?(?:Timeline|Source|Sources|Location|"
    r"Publication Type|Language|Subject|Industry|Geography by Document)\s?: .*"
)
_LISTED = re.compile(r"\d{1,4}\.\s+\S")
"""In the list of contents; where nothing stands below it, it runs into the first headline."""

_ANNOUNCED = re.compile(r"Documents? \((?P<count>\d{1,5})\)")
_NOISE = re.compile(r"(?:Page|Seite) \d+ (?:of|von) \d+|\| About LexisNexis.*|News|Body", re.I)
_CORRECTED = re.compile(r"corrections? appended", re.I)
_AIRED = re.compile(r"(?P<show>.+?)\s+(?P<time>\d{1,2}:\d\d [AP]M(?: [A-Z]{2,4})?)")
_ORIGINAL = re.compile(r"link to the original (?:story|article|post)\.?", re.I)
_DELIVERED = re.compile(r".{0,200}\bdelivered by newstex\b.*", re.I)
_ADDRESS = re.compile(r"https?://\S+")
_LAST = 6
"""Lines at the end of a text among which what was added to it stands."""
_RIGHTS = re.compile(r"copyright\b|©|all rights reserved|alle rechte vorbehalten", re.I)


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by its last lines and its labels."""
    texts = [line.text for line in lines]
    if not _has_ends(lines) and "Body" not in texts:
        return False
    names = {_name(text) for text in texts}
    if not _has_ends(lines) and not names & labels.LOADED:
        return False
    fields = {labels.FIELDS.get(name, name) for name in names if name}
    seen = fields & {"words", "byline", "section"} | names & labels.LOADED
    return len(seen) + any(map(_begins, texts)) >= 2


def _has_ends(lines: Sequence[Line]) -> bool:
    return any(_END.fullmatch(line.text) for line in lines if len(line.text) < _LONGEST_END)


def _begins(text: str) -> bool:
    """Whether this line stands alone above an article's text."""
    return text.lower() in labels.TEXT


def _name(text: str) -> str:
    """The label of a line in lower case, "" for none."""
    match = _label(text)
    return match["label"].lower() if match else ""


def announced(lines: Sequence[Line]) -> int:
    """How many articles the cover speaks of, 0 where it does not."""
    matches = (_ANNOUNCED.fullmatch(line.text) for line in lines[:200])
    return next((int(match["count"]) for match in matches if match), 0)


def split(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order."""
    divided = _at_ends(lines) if _has_ends(lines) else _below_labels(lines)
    return [_clipping(_without_cover(chunk)) for chunk in divided]


def _at_ends(lines: Sequence[Line]) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for line in lines:
        if _END.fullmatch(line.text):
            yield chunk
            chunk = []
        else:
            chunk.append(line)
    if any(_is_own_label(x.text) for x in chunk) and has_prose([x.text for x in chunk]):
        yield chunk  # the file was cut off, or only copied so far


def _below_labels(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The articles of an export without last lines: each ends with the labels below its text."""
    chunk: list[Line] = []
    is_loaded = False
    for line in lines:
        name = _name(line.text)
        if is_loaded and line.text and name not in _AFTER:
            yield chunk
            chunk, is_loaded = [], False
        chunk.append(line)
        is_loaded = is_loaded or name in labels.LOADED
    if is_loaded:
        yield chunk


def _without_cover(chunk: list[Line]) -> list[Line]:
    """What follows the cover's last line; the cover stands before the first date with an outlet."""
    last = next((i for i, line in enumerate(chunk) if _begins(line.text)), len(chunk))
    cover = [i for i, line in enumerate(chunk[:last]) if _COVER.fullmatch(line.text)]
    labels = [i for i, line in enumerate(chunk[:last]) if _is_own_label(line.text)]
    first_label = min(labels, default=last)
    before = [i for i in cover if i < first_label]
    return chunk[before[-1] + 1 :] if before else chunk


def _is_own_label(text: str) -> bool:
    return labels.FIELDS.get(_name(text), "") in _OWN


def _clipping(chunk: list[Line]) -> Clipping:
    clipping = Clipping()
    written = [i for i, line in enumerate(chunk) if line.text]
    labelled = [i for i in written[2:] if _label(chunk[i].text)]
    start = _start(chunk)
    heading_end = min([i for i in (start, *labelled) if i >= 0], default=0)
    if start < 0:
        start = max(_own_labels(chunk, labelled), default=heading_end)
        _take_labels(clipping, chunk[heading_end : start + 1])
    else:
        _take_labels(clipping, chunk[heading_end:start])
    _take_heading(clipping, [line for line in chunk[:heading_end] if line.text])
    _take_text(clipping, chunk[start + 1 :])
    return clipping


def _own_labels(chunk: list[Line], labelled: Sequence[int]) -> Iterator[int]:
    """Numbers of the lines with labels above the text, up to the first paragraph."""
    last = ""
    for before, i in pairwise((labelled[0], *labelled) if labelled else ()):
        if last != "deck" and has_prose([line.text for line in chunk[before + 1 : i]]):
            return
        last = labels.FIELDS.get(_name(chunk[i].text), "")
        if last in _OWN:
            yield i


def _start(chunk: list[Line]) -> int:
    """The line that stands alone above the text, -1 for none: "Text" may be a line of it too."""
    own = [i for i, line in enumerate(chunk) if _is_own_label(line.text)]
    first = next((i for i, line in enumerate(chunk) if line.text == "Body"), -1)
    return (
        first
        if first >= 0
        else next(
            (i for i, line in enumerate(chunk) if own and i > own[0] and _begins(line.text)), -1
        )
    )


def _label(text: str) -> re.Match[str] | None:
    match = _LABEL.fullmatch(text)
    if not match or not text[:1].isupper():
        return None
    return match if match["value"] is not None or match["label"].lower() in _BARE else None


def _take_heading(clipping: Clipping, lines: list[Line]) -> None:
    """Headline, outlet and date, in this order; after it editions and rights."""
    lines = [line for line in lines if not _NOISE.fullmatch(line.text)]
    lines = [line for line in lines if not _CORRECTED.fullmatch(line.text)]
    date = next((i for i, line in enumerate(lines) if i and is_date(line.text)), -1)
    if date < 0:
        date = next((i for i, line in enumerate(lines) if _RIGHTS.match(line.text)), len(lines))
    else:
        aired = _AIRED.fullmatch(lines[date - 1].text)
        printed = f"{lines[date].text} {aired['time']}" if aired else lines[date].text
        clipping.take("published", printed, HEADING)
    for line in lines[date:]:
        if _RIGHTS.search(line.text):
            clipping.aside.append(SetAside("copyright", line.text))
    above = lines[:date]
    if len(above) > 1:
        outlet = above.pop().text
        aired = _AIRED.fullmatch(outlet)
        clipping.take("publisher", aired["show"] if aired else outlet, HEADING)
    linked = [i for i, line in enumerate(above) if line.link.startswith("http")]
    if linked:
        clipping.found.propose("url", above[linked[-1]].link, "database link")
        first = next(i for i in linked if above[i].link == above[linked[-1]].link)
        above = above[first:]
    listed = [i for i, line in enumerate(above[:-1]) if _LISTED.match(line.text)]
    above = above[listed[-1] + 1 :] if listed else above
    clipping.take("headline", " ".join(line.text for line in above[-3:]), HEADING)


def _take_labels(clipping: Clipping, lines: list[Line]) -> None:
    """The labelled lines; a line without a label goes on with the one before."""
    label, value = "", ""
    for line in lines:
        match = _label(line.text)
        if match:
            clipping.take(labels.FIELDS.get(label.lower(), ""), value)
            label, value = match["label"], match["value"] or ""
        elif line.text and not _RIGHTS.match(line.text):
            value = f"{value} {line.text}"
    clipping.take(labels.FIELDS.get(label.lower(), ""), value)


def _take_text(clipping: Clipping, lines: list[Line]) -> None:
    """The text up to the labelled lines below it; the words under pictures are set aside."""
    texts = [line.text for line in lines]
    end = _end_of_text(texts)
    graphic = next((i for i in range(end) if _name(texts[i]) in labels.CAPTIONS), end)
    if sum(map(len, texts[graphic:end])) > sum(map(len, texts[:graphic])):
        graphic = end  # a paragraph begins with the word
    clipping.lines = _without_delivery(clipping, lines[:graphic])
    captions = [texts[graphic].partition(":")[2].strip()] if graphic < end else []
    captions += texts[graphic + 1 : end]
    clipping.aside += [SetAside("caption", text) for text in captions if text]
    for text in texts[end:]:
        match = _label(text)
        if match:
            _take_below(clipping, match["label"].lower(), match["value"] or "")


def _without_delivery(clipping: Clipping, lines: list[Line]) -> list[str]:
    """The lines without what was added on the way: where the article was, and when corrected."""
    left: list[str] = []
    texts = [line.text for line in lines]
    written = [i for i, text in enumerate(texts) if text]
    for i, line in enumerate(lines):
        is_address = _ADDRESS.fullmatch(line.text) and i in written[-_LAST:]
        if _ORIGINAL.fullmatch(line.text) or is_address:
            clipping.found.propose("url", line.link or line.text if is_address else line.link,
                                   "database link")  # fmt: skip
            clipping.aside.append(SetAside("navigation", line.text))
        elif _DELIVERED.fullmatch(line.text) and i in written[:2]:
            clipping.aside.append(SetAside("credits", line.text))
        elif line.text == "Notes" and i in written[-_LAST:] and not has_prose(texts[i:]):
            clipping.aside += [SetAside("copyright", rest.text) for rest in lines[i:] if rest.text]
            break
        elif _name(line.text) == "correction-date":
            _take_below(clipping, "correction-date", line.text.partition(":")[2])
        else:
            left.append(line.text)
    return left


def _take_below(clipping: Clipping, label: str, value: str) -> None:
    if label in labels.LOADED:
        clipping.found.propose("published", printed_date(value)[:10], "load date of the database")
    elif label == "correction-date":
        clipping.found.offer("updated", printed_date(value), FIELD)
    else:
        clipping.take(labels.FIELDS.get(label, ""), value)


def _end_of_text(lines: list[str]) -> int:
    """Where the labels below the text begin: "Subject: ..." between paragraphs may well be text."""
    tail = len(lines)
    while tail and (not lines[tail - 1] or _name(lines[tail - 1]) in _AFTER):
        tail -= 1
    sure = (i for i, text in enumerate(lines[:tail]) if _is_end(text, lines[i + 1 :]))
    first = next(
        (i for i in range(tail, len(lines)) if _name(lines[i]) in labels.BELOW), len(lines)
    )
    return next(sure, first)


def _is_end(text: str, below: Sequence[str]) -> bool:
    if text == "Classification":
        first = next(filter(None, below), "")
        return _name(first) in _AFTER or not has_prose(below)
    return _name(text) in labels.LOADED
