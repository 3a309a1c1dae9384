"""Exports of ProQuest as text: articles between long lines of underscores, with labelled fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.readers.documents.flow import Line
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.metadata import clean_address
from briefing_app.readers.press.clipping import HEADING, Clipping, printed_date

NAME = "ProQuest"

_RULE = re.compile(r"[_*]{40,}")
_NUMBER, _LAST = "proquest document id", "database:"
"""The last fields of an article, where a page has no long lines between them."""

_BELOW = {"publication title", "publication year", "publication date", "source type",
          "proquest document id", "details"}  # fmt: skip
"""Fields that stand below the text only."""

_FURNITURE = re.compile(
    r"all documents are reproduced with the permission.*|please do not reply directly.*|"
    r".{1,80} sent you the following:|email \d+ of \d+|database copyright .*|"
    r"terms and conditions|contact proquest|report information from proquest.*|links|"
    r"linking service|terms and conditions contact proquest|check .{0,40}full[- ]?text.*", re.I
)  # fmt: skip
_SECTION = re.compile(r"(?P<label>FULL TEXT|ABSTRACT|DETAILS)( \([A-Z ]+\))?")
"""Headings in the files that it makes for printing, where pages have labels."""

_PICTURE = re.compile(r"enlarge this image\.?|view image -?", re.I)
_INFO = re.compile(r"(?P<outlet>[^;,\[]+?)\s?[;,].*")
_FIELDS = {
    "title": "headline", "author": "byline", "publication title": "publisher",
    "publication date": "published", "section": "section", "pages": "print_page",
    "first page": "print_page", "language of publication": "language", "language": "language",
    "dateline": "dateline",
}  # fmt: skip
_OTHERS = (
    "abstract", "links", "publication year", "publisher", "place of publication",
    "country of publication", "publication subject", "issn", "e-issn", "source type",
    "document type", "proquest document id", "document url", "copyright", "last updated",
    "database", "subject", "location", "people", "company / organization", "column", "edition",
    "identifier / keyword", "volume", "issue", "number of pages", "credit", "alternate title",
    "classification", "start page", "source", "full text", "publication info",
    "business indexing term",
)  # fmt: skip
_LABEL = re.compile(
    rf"(?P<label>{'|'.join(map(re.escape, (*_FIELDS, *_OTHERS)))})\s?:\s?(?P<value>.*)", re.I
)


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by its long lines and its labels."""
    labels = {match["label"].lower() for match in (_label(x.text) for x in lines) if match}
    if "full text" not in labels:
        return False
    marks = {"proquest document id", "publication title", "document url", "publication date"}
    return "proquest document id" in labels or (
        len(labels & marks) >= 2 and any(_RULE.fullmatch(line.text) for line in lines)
    )


def announced(lines: Sequence[Line]) -> int:
    """ProQuest does not say how many there are."""
    return 0


def split(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order; what holds no full text is the cover or the list of contents."""
    chunks: list[list[str]] = [[]]
    has_number = False
    for line in lines:
        if _RULE.fullmatch(line.text):
            chunks.append([])
        elif not _FURNITURE.fullmatch(line.text):
            chunks[-1].append(line.text)
            has_number = has_number or line.text.lower().startswith(_NUMBER)
            if has_number and line.text.lower().startswith(_LAST):
                chunks.append([])
                has_number = False
    fields = [_fields(chunk) for chunk in chunks]
    return [_clipping(found) for found in fields if "full text" in found]


def _fields(chunk: list[str]) -> dict[str, list[str]]:
    """The lines of each field; those above the first label are under ""."""
    found: dict[str, list[str]] = {}
    label = ""
    end = _end_of_text(chunk)
    for place, line in enumerate(chunk):
        match = None if label == "full text" and place < end else _label(line)
        if match and match["label"].lower() not in found:
            label = match["label"].lower()
            found[label] = [match.groupdict().get("value", "")]
        else:
            found.setdefault(label, []).append(line)
    return found


def _label(line: str) -> re.Match[str] | None:
    return _LABEL.fullmatch(line) or _SECTION.fullmatch(line)


def _end_of_text(chunk: list[str]) -> int:
    """Where the labels below the text begin: a paragraph may begin like one."""
    names = [match["label"].lower() if match else "" for match in map(_label, chunk)]
    begin = names.index("full text") if "full text" in names else 0
    end = next((i for i in range(begin + 1, len(chunk)) if names[i] in _BELOW), begin + 1)
    while end > begin + 1 and (names[end - 1] or not chunk[end - 1]):
        end -= 1
    return end


def _clipping(found: dict[str, list[str]]) -> Clipping:
    clipping = Clipping()
    values = {label: " ".join(filter(None, lines)) for label, lines in found.items()}
    values["author"] = _names(values.get("author", ""))
    values["publication title"] = _outlet(values)
    if printed_date(values.get("dateline", "")):
        values["dateline"] = ""  # when it was written, not where
    for label, field in _FIELDS.items():
        clipping.take(field, values.get(label, ""))
    above = [line for line in found.get("", []) if line and not line.startswith("Document ")]
    clipping.take("headline", above[0] if above else "", HEADING)
    address = clean_address(values.get("document url", ""))
    clipping.found.propose("url", address, "database link")
    clipping.lines = [line for line in found["full text"] if not _PICTURE.fullmatch(line)]
    return clipping


def _outlet(values: dict[str, str]) -> str:
    """The outlet of "New Example,  Late Edition (East Coast); New York"."""
    title = values.get("publication title", "").partition(";")[0]
    info = _INFO.fullmatch(values.get("publication info", ""))
    return outlets.without_edition(title) or (info["outlet"] if info else "")


def _names(authors: str) -> str:
    """ "Doe, Jane; Roe, Rick" as a newspaper prints it: "Jane Doe, Rick Roe"."""
    names = []
    for author in filter(None, (author.strip(" .") for author in authors.split(";"))):
        last, comma, first = author.partition(",")
        names.append(f"{first.strip()} {last}" if comma and "," not in first else author)
    return ", ".join(names)
