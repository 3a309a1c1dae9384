r"""BibTeX and BibLaTeX: entries with braces, macros, and letters written as \"u.

Read here and not by a library: what is needed of it is little, and none of those about reads
entries without LaTeX machinery behind them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from briefing_app.readers.canonical import one_line
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars.authors import authors_line, in_order
from briefing_app.readers.particulars.dates import iso_date
from briefing_app.readers.particulars.language import tag_of
from briefing_app.readers.particulars.language_names import language_tag
from briefing_app.readers.particulars.metadata import clean_address
from briefing_app.readers.references.reference import Reference, contents_of

_ENTRY = re.compile(r"@\s*(?P<kind>[A-Za-z]+)\s*[{(]\s*")
_FIELD = re.compile(r"[\s,]*(?P<name>[A-Za-z][\w+:.-]*)\s*=\s*")
_KEY = re.compile(r"[^\s,={}]*\s*,?")
_PLAIN = re.compile(r"[\w.:/+-]+")
_JOIN = re.compile(r"\s*#\s*")
_MARK = re.compile(r"[{}]|\\.", re.S)
_ACCENT = re.compile(
    r"\\([\"'`^~=.]|[cuvHkrd](?![A-Za-z]))\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\?([A-Za-z]))"
)
_COMBINING = dict(zip("\"'`^~=.cuvHkrd", "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u0327\u0306"
                      "\u030c\u030b\u0328\u030a\u0323", strict=True))  # fmt: skip
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ",
            "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ",
            "textquotedblleft": "“", "textquotedblright": "”", "textquoteright": "’",
            "textquoteleft": "‘", "textendash": "–", "textemdash": "—", "euro": "€",
            "ldots": "…", "dots": "…", "textellipsis": "…", "guillemotleft": "«",
            "guillemotright": "»"}  # fmt: skip
_COMMAND = re.compile(r"\\([A-Za-z]+)\s*(\{\})?")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_OUTLETS = ("journaltitle", "journal", "newspaper", "maintitle", "booktitle", "publisher",
            "organization", "institution", "howpublished")  # fmt: skip
_FILES = ("file", "local-url", "pdf")
"""Fields of Zotero, JabRef and Mendeley; of Papers; of older programs."""

_BABEL = {"ngerman": "german", "naustrian": "german", "nswissgerman": "german",
          "american": "english", "british": "english", "ukenglish": "english",
          "usenglish": "english", "brazilian": "portuguese", "francais": "french"}  # fmt: skip
"""What LaTeX calls languages otherwise than by their names."""

Entry = Mapping[str, str]


def read_bibtex(file: Incoming) -> Contents:
    """Read a list: the files that its entries name, with what the entries know.

    Raises UnreadableFile: there are no entries.
    """
    entries = _entries(decode(file.data).text)
    return contents_of(file, map(_reference, entries), "BibTeX entry")


def _entries(text: str) -> Iterator[Entry]:
    """The fields of each entry, names in lower case, values as they are written."""
    macros = {month: month for month in _MONTHS}
    at = 0
    while start := _ENTRY.search(text, at):
        at = start.end()
        kind = start["kind"].lower()
        if kind in ("comment", "preamble"):
            continue
        if kind != "string":
            at = (_KEY.match(text, at) or start).end()
        fields: dict[str, str] = {}
        while field := _FIELD.match(text, at):
            value, at = _value(text, field.end(), macros)
            fields.setdefault(field["name"].lower(), value)
        if kind == "string":
            macros.update(fields)
        elif fields:
            yield fields


def _value(text: str, at: int, macros: Mapping[str, str]) -> tuple[str, int]:
    """A value, of several parts joined by "#", and where it ends."""
    parts: list[str] = []
    while True:
        if text[at : at + 1] in ("{", '"'):
            end = _end(text, at)
            parts.append(text[at + 1 : end])
            at = end + 1
        else:
            plain = _PLAIN.match(text, at)
            word = plain[0] if plain else ""
            parts.append(macros.get(word.lower(), word))
            at += len(word)
        joined = _JOIN.match(text, at)
        if not joined:
            return "".join(parts), at
        at = joined.end()


def _end(text: str, start: int) -> int:
    """Where the brace or quotation mark at `start` is closed; the end of the text if nowhere."""
    depth = 0
    quoted = text[start] == '"'
    for mark in (re.compile(r'[{}"]|\\.', re.S) if quoted else _MARK).finditer(text, start + 1):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == '"' and depth == 0:
            return mark.start()
        elif mark[0] == "}":
            if depth == 0:
                return mark.start()
            depth -= 1
    return len(text)


def plain_text(latex: str) -> str:
    """A value without its braces and commands, letters with accents put together."""
    text = _ACCENT.sub(
        lambda match: unicodedata.normalize("NFC", (match[2] or match[3]) + _COMBINING[match[1]]),
        latex,
    )
    text = re.sub(r"\\href\s*\{[^{}]*\}", "", text)
    text = _COMMAND.sub(lambda match: _LETTERS.get(match[1], ""), text)
    text = re.sub(r"(?<!\\)[{}]", "", text).replace("~", " ")
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return one_line(re.sub(r"\\(.)", r"\1", text))


def _reference(entry: Entry) -> Reference:
    title = plain_text(entry.get("title", ""))
    subtitle = plain_text(entry.get("subtitle", ""))
    authors = " ".join(entry.get("author", "").split()).split(" and ")
    names = [in_order(plain_text(name)) if name[:1] != "{" else plain_text(name)
             for name in authors if name != "others"]  # fmt: skip
    language = entry.get("langid", "") or entry.get("language", "")
    files = [path for name in _FILES for path in _files(entry.get(name, ""))]
    fields = (
        ("headline", f"{title}: {subtitle}" if title and subtitle else title),
        ("byline", authors_line(names)),
        *(("publisher", plain_text(entry.get(name, ""))) for name in _OUTLETS),
        ("published", _date(entry)),
        ("url", clean_address(entry.get("url", "").replace("\\", ""))),
        ("language", language_tag(_BABEL.get(language.lower(), language)) or tag_of(language)),
        ("print_page", plain_text(entry.get("pages", ""))),
    )
    return Reference(fields, tuple(files))


def _date(entry: Entry) -> str:
    """The day of publication; "" where only year or month are given."""
    stated = iso_date(entry.get("date", ""))
    if stated:
        return stated
    year, month = plain_text(entry.get("year", "")), plain_text(entry.get("month", "")).lower()
    day = plain_text(entry.get("day", ""))
    both = re.fullmatch(r"(\w+)\W+(\d+)|(\d+)\W+(\w+)", month)
    if both:
        month, day = both[1] or both[4], both[2] or both[3]
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else month
    return iso_date(f"{year}/{number}/{day}")


def _files(value: str) -> Iterator[str]:
    r"""The paths in a `file` field: a path, or "name:path:type" several times with ";" between.

    Colons, semicolons and backslashes of the path itself are written "\:", "\;" and "\\", or by
    Mendeley as LaTeX would print them.
    """
    value = value.replace(r"$\backslash$", "\\").replace(r"{\_}", "_")
    for listed in re.split(r"(?<!\\);", value):
        parts = re.split(r"(?<!\\):", listed.strip())
        path = parts[1] if len(parts) >= 3 else listed.strip()
        if len(parts) >= 3 and re.fullmatch(r"[A-Za-z]", parts[0]):
            path = ":".join(parts[:2])
        path = re.sub(r"\\([:;\\{}_&%#$ ])", r"\1", path)
        if path:
            yield path
