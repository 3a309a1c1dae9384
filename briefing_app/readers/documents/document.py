"""A word processor's document, whatever its format: the article in it, or the many of an export."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing_app.errors import UnreadableFile
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars import agency, outlets
from briefing_app.readers.particulars.dates import find_date, is_date_line, iso_date
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.metadata import Particulars, clean_address, complete
from briefing_app.readers.press.exports import read_export

_JUNK_TITLE = re.compile(
    r"\W*|untitled.*|(document|dokument|documento|título|titel|titre|title)\s*\d*|"
    r"microsoft word.*|word document|.*\.(docx?|dotx?|odt|rtf|pdf|html?|txt|indd)|https?:\S+",
    re.I,
)
_TWO_WORDS = re.compile(r"\w[\w.'’-]*,? \w")
_PROGRAM_OR_ACCOUNT = re.compile(
    r"\b(microsoft|windows|office|python-docx|apache poi|openxml\w*|libreoffice|openoffice|aspose|"
    r"docx4j|generated|created by|user|user name|utilisateur|usuario|benutzer|admin\w*|guest|owner|"
    r"customer|your name|unknown|un-named)\b",
    re.I,
)
_DAYS_OF_TEMPLATES = ("2013-12-23T23:15:00", "1980-01-01", "1601-01-01", "1970-01-01")
"""Those of the template of python-docx, and of programs that do not know the day."""

_LINES_BEFORE, _WORDS_OF_KICKER = 4, 3

_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}")


@dataclass(frozen=True)
class Document:
    """What a document holds.

    margins     lines of its headers and footers
    properties  field of Article -> what the file says of itself, often a template's
    removed, hidden  whether there was text that a tracked change deleted, or that is not shown
    reversed    whether characters that reverse the direction of text were removed
    cut_off     whether the file breaks off
    embedded    files within it that are to be read on their own
    """

    lines: Sequence[Line]
    margins: Sequence[Line] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    removed: bool = False
    hidden: bool = False
    reversed: bool = False
    cut_off: bool = False
    embedded: Sequence[Incoming] = ()


def read_document(file: Incoming, document: Document) -> Contents:
    """The article of a document, or the articles of a press database's export.

    Raises UnreadableFile: there is no text.
    """
    warnings = _warnings(document)
    articles, notes = read_export(document.lines)
    warnings += notes
    if articles:
        return Contents(articles, warnings, document.embedded)
    found = Particulars()
    found.offer("url", clean_address(file.url), "address")
    found.offer("headline", _heading(document.lines), "heading")
    body, aside = take_head(found, [line.text for line in document.lines])
    _propose(found, document)
    article = complete(found, body, aside)
    if article.body:
        return Contents([article], warnings, document.embedded)
    if document.embedded:
        return Contents([], warnings, document.embedded)
    raise UnreadableFile(
        "there is no text in this document.",
        "If it shows pictures of pages, type the quotes or run text recognition on it.",
    )


def _heading(lines: Sequence[Line]) -> str:
    """The heading that the document begins with, "" for none. Only a word or two, a name or a day
    may stand before it, and then it must be long enough to be none of a chapter.
    """
    for number, line in enumerate(lines[: min(_LINES_BEFORE, len(lines) - 1)]):
        words = len(line.text.split())
        if line.is_heading and (number == 0 or words > _WORDS_OF_KICKER):
            return line.text
        before = words <= _WORDS_OF_KICKER or is_date_line(line.text) or agency.byline(line.text)
        if not before or line.is_heading:
            return ""
    return ""


def _warnings(document: Document) -> list[str]:
    warnings = []
    if document.cut_off:
        warnings.append("The file breaks off; the end of the text may be missing.")
    if document.removed:
        warnings.append("Text that a tracked change deletes was left out.")
    if document.hidden:
        warnings.append("Hidden text was left out.")
    if document.reversed:
        warnings.append("Characters that reverse the direction of text were removed.")
    return warnings


def _propose(found: Particulars, document: Document) -> None:
    """Propose what headers and footers and the file itself say."""
    for line in document.margins:
        address = _ADDRESS.search(line.text)
        found.propose("url", clean_address(address[0]) if address else "", "header or footer")
        found.propose("published", find_date(line.text), "header or footer")
        if line.text.casefold() in outlets.outlets().by_name:
            found.propose("publisher", outlets.printed_name(line.text), "header or footer")
    for name, value in document.properties.items():
        value = iso_date(value) if name == "published" else value.strip()
        if not _IS_OF_A_PROGRAM[name](value):
            found.propose(name, value, "document properties")


def _is_no_name(author: str) -> bool:
    if author.isascii() and not _TWO_WORDS.search(author):
        return True
    return bool(_PROGRAM_OR_ACCOUNT.search(author))


_IS_OF_A_PROGRAM: dict[str, Callable[[str], object]] = {
    "headline": _JUNK_TITLE.fullmatch,
    "byline": _is_no_name,
    "published": lambda day: day.startswith(_DAYS_OF_TEMPLATES),
}
"""Whether what a file says of itself was put there by a program, by the field of Article."""
