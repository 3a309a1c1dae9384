"""Exports of Factiva in XML: an element for every field of an article."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefing_app.domain.article import SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.press import factiva
from briefing_app.readers.press.clipping import Clipping
from briefing_app.readers.press.exports import articles_of
from briefing_app.readers.xml_tree import children, descendants, local_name, parse, text_of

_FIELDS = {
    "headline": "headline", "sourceName": "publisher", "byline": "byline",
    "wordCount": "words", "baseLanguage": "language", "sectionName": "section",
}  # fmt: skip
_TEXT = ("leadParagraph", "tailParagraphs")


def read_factiva_xml(file: Incoming) -> Contents:
    """Read an export: an article for every element of one.

    Raises UnreadableFile: damaged, or none of its articles has text.
    """
    root = parse(file.data, may_name_type=True)
    found = [node for node in descendants(root, "article") if _has_fields(node)]
    articles, warnings = articles_of(factiva.NAME, [_clipping(node) for node in found])
    if not articles:
        raise UnreadableFile(
            "there is no article text in this export of Factiva, perhaps only headlines.",
            "Export it once more, with the full articles.",
        )
    return Contents(articles, warnings)


def _has_fields(node: etree._Element) -> bool:
    return any(local_name(child) in _FIELDS for child in node)


def _clipping(article: etree._Element) -> Clipping:
    clipping = Clipping()
    for node in article:
        name = local_name(node)
        text = text_of(node)
        clipping.take(_FIELDS.get(name, ""), f"{text} words" if name == "wordCount" else text)
        if name == "copyright" and text:
            clipping.aside.append(SetAside("copyright", text))
        elif name == "source":
            clipping.take("publisher", _text(node, "sourceName"))
        elif name == "pages":
            clipping.take("print_page", ", ".join(filter(None, map(text_of, node))) or text)
    clipping.take("published", _moment(article))
    clipping.lines = [
        text_of(paragraph) for node in children(article, *_TEXT) for paragraph in _paragraphs(node)
    ]
    return clipping


def _moment(article: etree._Element) -> str:
    """Day and time of publication as printed."""
    dated = next(children(article, "publicationDate"), None)
    if dated is None:
        return ""
    day = _text(dated, "dateTime", "date") or text_of(dated)
    timed = next(children(article, "publicationTime"), None)
    time = "" if timed is None else text_of(timed)
    return f"{day} {time}".strip() if len(day) <= len("2020-01-07") else day


def _paragraphs(node: etree._Element) -> Iterator[etree._Element]:
    found = list(descendants(node, "paragraph"))
    yield from found or [node]


def _text(node: etree._Element, *names: str) -> str:
    return next(filter(None, map(text_of, descendants(node, *names))), "")
