"""CSL-JSON, the lists of references that Zotero and its kin write (https://citationstyles.org)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from briefing_app.readers.canonical import one_line
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars.authors import authors_line
from briefing_app.readers.particulars.dates import iso_date
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.language_names import language_tag
from briefing_app.readers.particulars.metadata import clean_address
from briefing_app.readers.references.reference import Reference, contents_of
from briefing_app.readers.web.fragment import clean_fragment
from briefing_app.readers.wire.ninjs import parse_json

Record = Mapping[str, Any]


def read_csl_json(file: Incoming) -> Contents:
    """Read a list: the files that its records name, with what the records know.

    Raises UnreadableFile: damaged, or there are no records.
    """
    value = parse_json(file.data)
    if isinstance(value, dict):
        listed = value.get("items", value.get("references"))
        value = listed if isinstance(listed, list) else [value]
    records = [record for record in value if isinstance(record, dict) and "title" in record]
    return contents_of(file, map(_reference, records), "CSL-JSON record")


def _reference(record: Record) -> Reference:
    language = _text(record, "language")
    fields = (
        ("headline", " ".join(clean_fragment(_text(record, "title")))),
        ("byline", authors_line(_names(record.get("author")))),
        ("publisher", _text(record, "container-title")),
        ("publisher", _text(record, "publisher")),
        ("published", _date(record.get("issued"))),
        ("url", clean_address(_text(record, "URL"))),
        ("language", language_tag(language) or tag_of(language)),
        ("news_section", _text(record, "section")),
        ("print_page", _text(record, "page")),
    )
    return Reference(fields, tuple(_files(record)))


def _names(people: Any) -> Iterator[str]:
    for person in people if isinstance(people, list) else []:
        if isinstance(person, dict):
            parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
            full = " ".join(filter(None, (_text(person, part) for part in parts)))
            yield _text(person, "literal") or full


def _date(issued: Any) -> str:
    """The day of publication; "" where only year or month are given."""
    if not isinstance(issued, dict):
        return iso_date(issued) if isinstance(issued, str) else ""
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    try:
        year, month, day = (int(part) for part in first or ())
        return date(year, month, day).isoformat()
    except (TypeError, ValueError, OverflowError):
        return iso_date(_text(issued, "raw") or _text(issued, "literal"))


def _files(record: Record) -> Iterator[str]:
    attachments = record.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else []:
        if isinstance(attachment, dict):
            yield from filter(None, (_text(attachment, "path"), _text(attachment, "localPath")))
    yield from filter(None, (_text(record, "file"),))


def _text(record: Record, name: str) -> str:
    value = record.get(name)
    return one_line(value) if isinstance(value, str) else ""
