"""Exports of Factiva: rich text, web page or text; with field codes ("HD", "LP") or without.

Every article ends with its number: "Document LBA0000020200106eg16000xx", the first word being
in the language of the reader's Factiva.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.particulars.language_names import language_tag
from briefing_app.readers.press.clipping import (
    HEADING,
    Clipping,
    has_prose,
    is_date,
    stated_words,
)
from briefing_app.readers.press.signed import signed

NAME = "Factiva"

_END = re.compile(r"(?:AN\s+)?[^\W\d_]{2,12}\s[A-Z][A-Z0-9]{2,11}(?:19|20)\d{6}[a-z0-9]{6,14}")
_ABOVE = {"SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "NGC", "GC", "ED", "PG", "VOL",
          "LA", "CY", "DLN", "CLM"}  # fmt: skip
_TEXT = ("LP", "TD")
_BELOW = {"RF", "ART", "CO", "CT", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN"}
_FIELDS = {"SE": "section", "HD": "headline", "BY": "byline", "WC": "words", "PD": "published",
           "SN": "publisher", "PG": "print_page", "LA": "language", "DLN": "dateline"}  # fmt: skip
_CODED = re.compile(
    rf"(?P<code>{'|'.join(sorted({*_ABOVE, *_TEXT, *_BELOW}))})(?:\s+(?P<value>.*))?"
)
_KEYWORDS = {"CO", "CT", "IN", "NS", "RE", "IPC", "RF", "ART"}
_FURNITURE = re.compile(
    r"(?:Page|Seite) \d+ (?:of|von) \d+.*|.*© \d{4} Factiva, Inc\..*|Dow Jones(?: Factiva®?)?|"
    r"Factiva®?", re.I
)  # fmt: skip
_RIGHTS = re.compile(
    r"(?:copyright|©|\(c\)|tous droits|alle rechte|حقوق|авторск|版权|版權|著作権).*", re.I
)
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[AaPp][Mm])?(?:\s[A-Z]{3,4})?")
_PAGE = re.compile(
    r"(?:(?:pages?|pg|p|seite|s)\b\.?\s?)?"
    r"(?P<page>[A-Z]{0,3}[.-]?\d{1,4}(?:[-,/& ]{1,3}\d{1,4}){0,3})",
    re.I,
)
_SOURCE_CODE = re.compile(r"[A-Z]{3}[A-Z0-9]{0,9}")
_COUNTED = re.compile(r"\d{1,4}\)\s+(?=\S)")
"""Before each headline of a page of search results."""

_LINKED = re.compile(r"\[(?:https?://|mailto:|www\.)[^\]\s]*\]")
"""Where a word of the article's page leads: Factiva prints it behind the word."""

_COMPANY = re.compile(
    r"\b(?:ltd|limited|inc|llc|corp|company|co|plc|gmbh|mbh|ag|kg|se|s\.?a\.?s?|s\.?l\.?u?|s\.?p\.?a|"
    r"s\.?r\.?l|b\.?v|n\.?v|a/s|as|asa|ab|oyj?|group|verlag|syndication|publishing|publications|"
    r"publishers|newspapers|media|press|agency|agence|editorial|ооо|зао|ао)\b\.?\W*$|"
    r"^(?:verlag|editorial|groupe|société|ооо|зао|ао)\b|株式会社|新聞社|报社|报业",
    re.I,
)
_LONGEST_COMPANY = 80
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_BETWEEN_NAMES = ("and", "und", "et", "y", "e", "en", "och", "og", "и", "de", "da", "van", "von")
_CASED = re.compile("[A-Za-z\u00c0-\u052f]")
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff]+")
_LISTED = re.compile(r"\.{3}|\s\d+$|^table of contents$", re.I)
"""In a line of the table of contents."""

_AFTER_COUNT = 14
"""Lines of heading at most between the number of words and the text."""


def knows(lines: Sequence[Line]) -> bool:
    """Whether this is such an export, told by the articles' numbers, codes and lengths."""
    texts = [line.text for line in lines]
    if not any(_END.fullmatch(text) for text in texts):
        return False
    codes = {match["code"] for match in map(_CODED.fullmatch, texts) if match}
    return len(codes & {"HD", "WC", "PD", "SN", "LP", "TD"}) >= 4 or any(map(stated_words, texts))


def announced(lines: Sequence[Line]) -> int:
    """Factiva does not say how many there are."""
    return 0


def split(lines: Sequence[Line]) -> list[Clipping]:
    """The articles in order."""
    clippings = []
    chunk: list[str] = []
    for line in lines:
        if _END.fullmatch(line.text):
            clippings.append(_coded(chunk) if _is_coded(chunk) else _plain(chunk))
            chunk = []
        elif not _FURNITURE.fullmatch(line.text):
            chunk.append(line.text)
    if _is_coded(chunk) or (any(map(stated_words, chunk)) and has_prose(chunk)):
        clippings.append(_coded(chunk) if _is_coded(chunk) else _plain(chunk))  # was cut off
    return clippings


def _is_coded(chunk: list[str]) -> bool:
    codes = {match["code"] for match in map(_CODED.fullmatch, chunk) if match}
    return len(codes & {"HD", "WC", "PD", "SN", "LP", "TD"}) >= 4


def _coded(chunk: list[str]) -> Clipping:
    """An article with codes; a line without one goes on with the field before."""
    clipping = Clipping()
    values: dict[str, list[str]] = {}
    code = ""
    for text in chunk:
        match = _CODED.fullmatch(text)
        if match and _is_next(match, code, values):
            code = match["code"]
            values[code] = [match["value"]] if match["value"] else []
        elif code:
            values[code].append(text)
    texts = {code: " ".join(filter(None, lines)) for code, lines in values.items()}
    if _TIME.fullmatch(texts.get("ET", "")):
        texts["PD"] = f"{texts.get('PD', '')} {texts['ET']}"
    texts["HD"] = _COUNTED.sub("", texts.get("HD", ""), count=1)
    for code, field in _FIELDS.items():
        clipping.take(field, texts.get(code, ""))
    clipping.lines = [
        _LINKED.sub("", line) for code in _TEXT for line in (*values.get(code, []), "")
    ]
    clipping.aside += [SetAside("copyright", line) for line in values.get("CY", []) if line]
    return clipping


def _is_next(match: re.Match[str], code: str, seen: Container[str]) -> bool:
    """Whether a code stands where it may, and is not the first word of a text.

    seen  the codes so far, the last of which is `code`
    """
    new, value = match["code"], match["value"] or ""
    if new in seen or (code == "TD" and new == "LP"):
        return False
    if new in _ABOVE:
        return not code or code in _ABOVE
    if new in _TEXT:
        return code not in _BELOW
    if code in _TEXT and new in _KEYWORDS:
        return not value or " : " in value or "|" in value
    return code in _TEXT or code in _BELOW


def _plain(chunk: list[str]) -> Clipping:
    """An article without codes: headline, byline, length, date, time, outlet, code, language."""
    clipping = Clipping()
    chunk = [line for line in chunk if line or clipping.words]
    count = next((i for i, line in enumerate(chunk) if stated_words(line)), -1)
    if count < 0:
        clipping.lines = chunk
        return clipping
    clipping.take("words", chunk[count])
    _take_above(clipping, [line for line in chunk[:count] if line])
    end = _end_of_heading(chunk, count)
    _take_below(clipping, [line for line in chunk[count + 1 : end] if line])
    clipping.lines = [_LINKED.sub("", line) for line in chunk[end:]]
    _take_company(clipping, chunk[count:end])
    return clipping


def _take_company(clipping: Clipping, heading: Sequence[str]) -> None:
    """Set aside the last line of an article: the company behind the outlet, if it is that."""
    last = next((i for i in reversed(range(len(clipping.lines))) if clipping.lines[i]), 0)
    if last and _is_company(clipping.lines[last], heading):
        clipping.aside.append(SetAside("copyright", clipping.lines[last]))
        del clipping.lines[last:]


def _is_company(line: str, heading: Sequence[str]) -> bool:
    """Whether a line is the name of a company, by how such names end or by words of `heading`."""
    words = _LONG_WORD.findall(line)
    small = sum(word[0].islower() for word in words)
    if len(line) > _LONGEST_COMPANY or line.endswith(("”", '"', "»", "?", "!", ":", ";")):
        return False
    if _COMPANY.search(line):
        return not small
    known = {word.casefold() for text in heading for word in _LONG_WORD.findall(text)}
    is_known = any(word.casefold() in known for word in words)
    return is_known and small < 2 and len(line.split()) <= 6 and not line.endswith(".")


def _end_of_heading(chunk: list[str], count: int) -> int:
    """Where the text begins: after the rights, else after the language."""
    head = chunk[count + 1 : count + 1 + _AFTER_COUNT]
    rights = [i for i, line in enumerate(head) if _RIGHTS.fullmatch(line)]
    languages = [i for i, line in enumerate(head) if len(line) < 25 and language_tag(line)]
    last = (rights or languages or [min(3, len(head)) - 1])[0]
    return count + 1 + last + 1


def _take_above(clipping: Clipping, lines: list[str]) -> None:
    """The lines above the length: section, headline, byline; the first and last may be missing."""
    if len(lines) > 1 and signed(lines[-1]):
        clipping.take("byline", lines.pop(), HEADING)
    elif len(lines) > 1 and _may_be_names(lines[-1], lines[-2]):
        clipping.found.propose("byline", lines.pop(), HEADING)
    if lines:
        clipping.take("headline", _COUNTED.sub("", lines.pop(), count=1), HEADING)
    if lines and len(lines[-1]) <= 60 and not _LISTED.search(lines[-1]):
        clipping.take("section", lines[-1], HEADING)


def _may_be_names(line: str, above: str) -> bool:
    """Whether a line may name authors and the one above it may be the headline, not a section."""
    if _UNSPACED.fullmatch(line):
        return len(line) <= 4 < len(above)
    words = line.split()
    if not _CASED.search(line):  # Arabic, Persian, Hebrew
        is_short = 2 <= len(words) <= 4 and len(words) < len(above.split())
        return is_short and not re.search(r"\d|[.!?؟:]$", line) and not is_date(line)
    return (
        2 <= len(words) <= 5
        and all(word[0].isupper() or word in _BETWEEN_NAMES for word in words)
        and not line.endswith((".", "?", "!"))
        and not re.search(r"\d", line)
        and (
            len(words) < len(above.split()) or re.search(r"\b[^\W\d_A-ZÀ-Þ]{4,}", above) is not None
        )
        and not is_date(line)
    )


def _take_below(clipping: Clipping, lines: list[str]) -> None:
    """The lines between the length and the text."""
    rest = []
    date = next((line for line in lines if is_date(line)), "")
    time = next((line for line in lines if _TIME.fullmatch(line)), "")
    clipping.take("published", f"{date} {time}" if time else date, HEADING)
    for line in lines:
        if _RIGHTS.fullmatch(line):
            clipping.aside.append(SetAside("copyright", line))
        elif language_tag(line) and len(line) < 25:
            clipping.take("language", line, HEADING)
        elif line not in (date, time):
            rest.append(line)
    if rest:
        clipping.take("publisher", rest.pop(0), HEADING)
    pages = (_PAGE.fullmatch(line) for line in rest if not _SOURCE_CODE.fullmatch(line))
    for page in filter(None, pages):
        clipping.take("print_page", page["page"], HEADING)
