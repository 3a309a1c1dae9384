"""Exports of Europresse (Eureka) as a web page, in its newer and in its older form."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from briefing_app.readers.canonical import one_line
from briefing_app.readers.press.clipping import FIELD, Clipping, printed_date
from briefing_app.readers.press.signed import signed
from briefing_app.readers.web import html_tree

NAME = "Europresse"

_OUTLET, _HEADER = "DocPublicationName", "DocHeader"
_TITLES = ("titreArticleVisu", "TitreArticleVisu", "titreArticle")
_TEXTS = ("docOcurrContainer", "DocText")
_ABOVE_TEXT = (_OUTLET, _HEADER, "DocTitreSousSection", "sm-margin-bottomNews", *_TITLES)
_BELOW_TEXT = ("apd-wrapper", "publiC-lblNodoc", "icon-logo", "DocCopyright")
_WORDS = re.compile(r"(?<!\d)(\d{1,3}(?:[\s\u202f]\d{3})*)\s(?:mots|words|palabras|Wörter)")
_WEEKDAY = re.compile(r"[^\W\d_]+day|[^\W\d_]+di|dimanche|[^\W\d_]+tag|mittwoch", re.I)
_PAGE = re.compile(r"\bp(?:ages?)?\.\s?([\w-]+)")
_ISSUE = re.compile(r",?\s+n[o°º]\.?\s?\d.*$", re.I)
_KIND = re.compile(r"\s*\((?:site web|blogs?|réf\. site web|web site|tweets?).*\)$", re.I)


def knows(tree: HtmlElement) -> bool:
    """Whether a page is such an export, told by the classes of outlet and title."""
    return bool(_with_class(tree, _OUTLET)) and any(_with_class(tree, name) for name in _TITLES)


def split(tree: HtmlElement) -> list[Clipping]:
    """The articles in order."""
    articles = [node for node in tree.iter("article") if _with_class(node, _OUTLET)]
    return [_clipping(node) for node in articles or _tables(tree)]


def _tables(tree: HtmlElement) -> list[HtmlElement]:
    """The innermost tables around an outlet's name: the older form has one for every article."""
    found = []
    for name in _with_class(tree, _OUTLET):
        table = next(name.iterancestors("table"), None)
        if table is not None and table not in found:
            found.append(table)
    return found


def _clipping(node: HtmlElement) -> Clipping:
    clipping = Clipping()
    clipping.take("publisher", _ISSUE.sub("", _KIND.sub("", _text(node, _OUTLET))))
    for name in _TITLES:
        clipping.take("headline", _text(node, name))
    header = one_line(" ".join(part.text_content() for part in _with_class(node, _HEADER)))
    clipping.take("published", printed_date(header) or printed_date(_text(node, _OUTLET)))
    words, page = _WORDS.search(header), _PAGE.search(header)
    clipping.words = int(re.sub(r"\D", "", words[1])) if words else 0
    clipping.found.offer("print_page", page[1] if page else "", FIELD)
    section = header.split(",")[0]
    if "," in header and not re.search(r"\d", section) and not _WEEKDAY.fullmatch(section):
        clipping.take("section", section)
    author = _author(node)
    _take_author(clipping, author)
    clipping.lines = _lines(node)
    if clipping.found.get("byline") and clipping.lines[:1] == [author]:
        del clipping.lines[0]
    return clipping


def _author(node: HtmlElement) -> str:
    """The line below the title, which is told by its class only in newer exports."""
    named = _text(node, "sm-margin-bottomNews") or _text(node, "docAuthors")
    titles = (title for name in _TITLES for title in _with_class(node, name))
    return named or next(filter(None, map(_line_below, titles)), "")


def _line_below(title: HtmlElement) -> str:
    below = title.getnext()
    if title.tag == "span":
        text = one_line(title.tail or "")
        while not text and below is not None and below.tag == "br":
            text, below = one_line(below.tail or ""), below.getnext()
        return text
    if below is None or {title.tag, below.tag} != {"div"} or below.get("class"):
        return ""
    return one_line(below.text_content())


def _take_author(clipping: Clipping, text: str) -> None:
    names = signed(text) or signed(f"By {text}")
    if names:
        clipping.take("byline", names)
    else:
        clipping.found.propose("byline", text if len(text.split()) <= 9 else "", FIELD)


def _lines(node: HtmlElement) -> list[str]:
    """The paragraphs of an article's text; what frames it is taken out of the page."""
    for name in (*_ABOVE_TEXT, *_BELOW_TEXT):
        for frame in _with_class(node, name):
            html_tree.remove(frame)
    for frame in list(node.iter("header", "aside", "footer", "script", "style")):
        html_tree.remove(frame)
    texts = next((found for name in _TEXTS if (found := _with_class(node, name))), [node])
    return [line for text in texts for line in html_tree.lines(text)]


def _text(node: HtmlElement, name: str) -> str:
    """The text of the first element of this class, "" for none."""
    return next((one_line(found.text_content()) for found in _with_class(node, name)), "")


def _with_class(node: HtmlElement, name: str) -> list[HtmlElement]:
    return [found for found in node.iter() if name in str(found.get("class") or "").split()]
