"""RIS, the lists of references that databases and reference programs write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars import outlets
from briefing_app.readers.particulars.authors import authors_line, in_order
from briefing_app.readers.particulars.dates import iso_date
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.language_names import language_tag
from briefing_app.readers.particulars.metadata import clean_address
from briefing_app.readers.references.reference import Reference, contents_of

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*))?")
_FIELDS = (
    ("headline", ("TI", "T1", "CT")),
    ("publisher", ("JF", "T2", "JO", "JA", "J2", "BT", "PB")),
    ("published", ("DA", "Y1", "PY")),
    ("url", ("UR", "L2", "LK")),
    ("language", ("LA",)),
    ("news_section", ("SE",)),
    ("print_page", ("SP",)),
)
_AUTHORS = ("AU", "A1")
_FILES = ("L1", "L4", "LK", "L2")

Record = Sequence[tuple[str, str]]


def read_ris(file: Incoming) -> Contents:
    """Read a list: the files that its records name, with what the records know.

    Raises UnreadableFile: there are no records.
    """
    records = _records(decode(file.data).text)
    return contents_of(file, map(_reference, records), "RIS record")


def _records(text: str) -> Iterator[Record]:
    """Tags and values of each record; a line without a tag goes on with the one before."""
    record: list[tuple[str, str]] = []
    for line in text.splitlines():
        tagged = _LINE.fullmatch(line.rstrip())
        if tagged and tagged["tag"] in ("TY", "ER"):
            if record:
                yield record
            record = []
        elif tagged:
            record.append((tagged["tag"], (tagged["value"] or "").strip()))
        elif record and line.strip() and len(record[-1][1]) < 5_000:
            tag, value = record[-1]
            record[-1] = (tag, f"{value} {line.strip()}")
    if record:
        yield record


def _reference(record: Record) -> Reference:
    fields = [
        (field, _value(field, value))
        for field, tags in _FIELDS
        for wanted in tags
        for tag, value in record
        if tag == wanted
    ]
    fields.append(("published", _with_year(record)))
    authors = [in_order(value) for tag, value in record if tag in _AUTHORS]
    files = [part.strip() for tag, value in record if tag in _FILES for part in value.split(";")]
    links = dict.fromkeys(filter(None, files))
    return Reference((*fields, ("byline", authors_line(authors))), tuple(links))


def _with_year(record: Record) -> str:
    """The date that one field has without the year, and another has the year of."""
    values = dict(reversed(record))
    return iso_date(f"{values.get('DA', '')}, {values.get('PY', '')[:4]}")


def _value(field: str, value: str) -> str:
    if field == "published":
        return iso_date(value)
    if field == "url":
        return clean_address(value)
    if field == "publisher":
        return outlets.without_edition(value)
    return language_tag(value) or tag_of(value) if field == "language" else value
