"""Markdown, as note programs and clippers of pages keep articles: particulars, then the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing_app.domain.article import SetAside
from briefing_app.readers.canonical import canonical, one_line
from briefing_app.readers.particulars.authors import authors_line
from briefing_app.readers.particulars.dates import iso_date
from briefing_app.readers.particulars.language_names import language_tag
from briefing_app.readers.particulars.metadata import Particulars, clean_address

EXTENSIONS = (".md", ".markdown")

_PLACE = "front matter"
_FIELDS = {
    name: field
    for field, names in {
        "headline": "title headline titel titre título titolo",
        "byline": "author authors byline creator by autor auteur autori",
        "published": "published date date_published publish_date pubdate publisheddate "
        "datepublished published_at published_date datum",
        "updated": "updated modified lastmod date_modified datemodified updated_at last_modified",
        "url": "url source link canonical permalink original source_url",
        "publisher": "publisher publication outlet site website source site_name sitename journal",
        "deck": "description summary excerpt subtitle standfirst deck",
        "language": "language lang",
        "news_section": "section",
    }.items()
    for name in names.split()
}
_FRAME = re.compile(
    r"\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?:(?P=mark)|\.\.\.)[ \t]*(?:\n|$)", re.S
)
_KEY = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}?)\s*[:=](?:[ \t]+|$)(?P<value>.*)")
_IN_VALUE = re.compile(r"[ \t]|[-#\[\]{}\"']")
"""How a line of the front matter begins that goes on with the value above it, or says nothing."""

_PROPERTIES = re.compile(
    r"\s*(?P<title>#[ \t]+\S.*\n)?\n?(?P<lines>(?:[A-Z][\w -]{0,30}: .+\n){2,40})(?:\s*\n|\Z)"
)
_FEWEST_PROPERTIES = 2
_EXCERPT = re.compile(r"^>[ \t]*#{1,6}[ \t]+Excerpt[ \t]*\n(?P<lines>(?:>.*\n)+)", re.M)
_QUOTED_LINE = re.compile(r"^>[ \t]?|\n>?[ \t]?")

_WIKI_LINK = re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_LONGEST_FRAME = 20_000

_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<text>.*?)[ \t]*#*")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?P<text>.*)")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})")
_TARGET = re.compile(
    r"\[(?!\^)[^\[\]]{1,80}\]:[ \t]+(?:<[^<>]*>|\S+)(?:[ \t]+[\"'(][^\n]*[\"')])?[ \t]*"
)
"""Where a link leads whose address does not stand beside its words."""

_NOTE = re.compile(r"\[\^[^\[\]]{1,80}\]:[ \t]+(?P<text>.*)")
_QUOTED = re.compile(r"(?:[ \t]*>)+[ \t]?")
_TABLE_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t:-]*")
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\[\]]{0,500})\](?:\([^()\s]{0,3000}(?:\s+\"[^\"]{0,500}\")?\)|\[[^\[\]]{0,80}\])"
)
_LINK = re.compile(
    r"\[(?P<text>[^\[\]]{1,1000})\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,3000}(?:\s+\"[^\"]{0,500}\")?\)|\[[^\[\]]{0,80}\])"
)
_REFERENCE = re.compile(r"\[\^[^\[\]]{1,40}\]")
_ADDRESS = re.compile(r"<(https?://[^<>\s]{1,3000}|[^<>\s@]{1,100}@[^<>\s]{1,100})>")
_TAG = re.compile(
    r"</?(?:br|p|div|span|em|strong|b|i|u|sup|sub|figure|figcaption|center)\b[^<>]{0,500}>", re.I
)
_EMPHASIS = (
    re.compile(r"(?<![\w\\*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=[^\s\\])\1(?![\w*])"),
    re.compile(r"(?<![\w\\_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=[^\s\\])\1(?![\w_])"),
    re.compile(r"(~~|==)(?=\S)([^~=\n]{1,2000}?)\1"),
    re.compile(r"(`{1,2})([^`\n]{1,2000})\1"),
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~|])")


def is_markdown(text: str, extension: str) -> bool:
    """Whether a text is Markdown, by its name or by the particulars at its beginning."""
    frame = _frame(text)
    return extension in EXTENSIONS or bool(frame and _FIELDS.keys() & dict(_pairs_of(frame)).keys())


def read_markdown(found: Particulars, text: str) -> tuple[list[str], list[SetAside]]:
    """The paragraphs of a text without its marks, and captions and notes; its particulars are
    offered.
    """
    frame = _frame(text)
    if frame:
        _offer(found, _pairs_of(frame))
        text = text[frame.end() :]
    aside: list[SetAside] = []
    text = _without_properties(found, text, aside)
    text = _without_excerpt(found, text, aside)
    paragraphs = [line for block in _blocks(text.split("\n")) for line in _plain(block, aside)]
    return paragraphs, aside


def _frame(text: str) -> re.Match[str] | None:
    head = text[:_LONGEST_FRAME].lstrip("\ufeff")
    frame = _FRAME.match(head) if head.lstrip()[:3] in ("---", "+++") else None
    lines = frame["fields"].split("\n") if frame else []
    names = [line for line in lines if _KEY.fullmatch(line.rstrip())]
    others = [line for line in lines if line.strip() and not _IN_VALUE.match(line)]
    return frame if names and names == others else None


def _pairs_of(frame: re.Match[str]) -> Iterator[tuple[str, list[str]]]:
    return _pairs(frame["fields"].split("\n"))


def _without_properties(found: Particulars, text: str, aside: list[SetAside]) -> str:
    """A text without the properties that Notion prints below the title; they are offered."""
    block = _PROPERTIES.match(text)
    pairs = list(_pairs(block["lines"].splitlines())) if block else []
    if not block or sum(name in _FIELDS for name, _ in pairs) < _FEWEST_PROPERTIES:
        return text
    _offer(found, pairs)
    aside += [SetAside("note", line) for line in map(one_line, block["lines"].splitlines())]
    return (block["title"] or "") + text[block.end() :]


def _without_excerpt(found: Particulars, text: str, aside: list[SetAside]) -> str:
    """A text without the summary that MarkDownload quotes above it; it is offered."""
    excerpt = _EXCERPT.search(text, 0, _LONGEST_FRAME)
    if not excerpt:
        return text
    summary = one_line(_QUOTED_LINE.sub(" ", excerpt["lines"]))
    found.offer("deck", summary, _PLACE)
    aside.append(SetAside("note", summary))
    return text[: excerpt.start()] + text[excerpt.end() :]


def _offer(found: Particulars, pairs: Iterable[tuple[str, list[str]]]) -> None:
    pairs = list(pairs)
    is_note = "created" in dict(pairs)
    for name, values in pairs:
        field = _FIELDS.get(name, "")
        if field == "updated" and is_note:
            continue  # when the note was changed, not the article
        value = ", ".join(values)
        if field == "byline":
            value = authors_line(values)
        elif field in ("published", "updated"):
            value = iso_date(value)
        elif field == "language":
            value = language_tag(value) or value[:5]
        address = clean_address(value)
        if field in ("url", "publisher") and (address or name in ("source", "url", "link")):
            found.offer("url", address, _PLACE)
            field = "" if address else "publisher" if name == "source" else ""
        if field:
            found.offer(field, value, _PLACE)


def _pairs(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Names in lower case with their values: one, or those of a list."""
    name = ""
    values: list[str] = []
    for line in lines:
        key = None if line[:1].isspace() or line.startswith("-") else _KEY.fullmatch(line.rstrip())
        if key:
            if name:
                yield name, values
            name = re.sub("[ -]", "_", key["name"].strip().lower())
            values = _values(key["value"])
        elif line.strip() and name:
            item = line.strip()
            more = _values(item.removeprefix("- "))
            if item.startswith("- ") or not values:
                values = values + more
            else:
                values = [*values[:-1], " ".join((values[-1], *more))]
    if name:
        yield name, values


def _values(written: str) -> list[str]:
    """The values in what stands behind a name: quoted, a list in brackets, a link to a note."""
    written = _WIKI_LINK.sub(r"\1", written.strip())
    if written in ("|", ">", "|-", ">-"):
        return []
    if written.startswith("[") and written.endswith("]"):
        parts = re.findall(r"\"[^\"]*\"|'[^']*'|[^,]+", written[1:-1])
    else:
        parts = [written]
    unquoted = (re.sub(r"^([\"'])(.*)\1$", r"\2", part.strip()) for part in parts)
    return [value for value in map(one_line, unquoted) if value]


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    """Paragraphs, headings and items with their marks; lines of one paragraph joined."""
    block: list[str] = []
    in_code = False
    for written in lines:
        quoted = None if in_code or ">" not in written[:4] else _QUOTED.match(written)
        line = written[quoted.end() :] if quoted else written
        if _FENCE.match(line):
            in_code = not in_code
        is_mark = _FENCE.match(line) or _RULE.fullmatch(line) or _TABLE_RULE.fullmatch(line)
        begins = in_code or any(mark.fullmatch(line) for mark in (_HEADING, _ITEM, _NOTE))
        if block and (not line.strip() or is_mark or begins):
            yield " ".join(block)
            block = []
        if line.strip() and not is_mark and not _TARGET.fullmatch(line):
            block.append(line.strip())
        if block and (_HEADING.fullmatch(line) or line.endswith(("  ", "\\")) or "|" in line[:2]):
            yield " ".join(block).rstrip("\\")
            block = []
    if block:
        yield " ".join(block)


def _plain(block: str, aside: list[SetAside]) -> Iterator[str]:
    """A block without its marks, if anything is left of it and it is no note."""
    note = _NOTE.fullmatch(block)
    if note:
        aside += [SetAside("note", text) for text in _plain(note["text"], aside)]
        return
    heading = _HEADING.fullmatch(block)
    item = None if heading else _ITEM.fullmatch(block)
    text = (heading or item or {"text": block})["text"]
    for picture in _PICTURE.finditer(text):
        if one_line(picture["alt"]):
            aside.append(SetAside("caption", one_line(picture["alt"])))
    text = _WIKI_LINK.sub(r"\1", _PICTURE.sub("", text))
    text = _REFERENCE.sub("", _LINK.sub(r"\g<text>", text))
    text = _TAG.sub(" ", _ADDRESS.sub(r"\1", text))
    for emphasis in _EMPHASIS:
        text = emphasis.sub(r"\2", text)
    text = canonical(_ESCAPE.sub(r"\1", text).strip("| \t")).replace(" | ", " ")
    yield from (line for line in map(one_line, text.split("\n")) if line)
