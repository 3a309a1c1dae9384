"""Web pages: which part of them is the article."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from html import unescape

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from briefing_app.domain.article import SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import OVERRIDES, one_line
from briefing_app.readers.encoding import decode
from briefing_app.readers.head import take_head
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.metadata import Particulars, clean_address, complete
from briefing_app.readers.page import read_page

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:-]+)", re.I
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NEVER_SEEN = ("script", "style", "template", "noscript", "svg", "iframe", "object", "button",
               "form", "select", "dialog", "nav", "input")  # fmt: skip
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FURNITURE = re.compile(
    r"(^|[\s_-])(cookies?|consent|gdpr|newsletter|related|recirc\w*|recommended|promo|share|sharing|"
    r"social|breadcrumbs?|advert\w*|ads?|sponsored|paywall|subscribe|most-?read|trending|tags|"
    r"comments)([\s_-]|$)",
    re.I,
)
_ROLES = {"navigation", "dialog", "alertdialog", "search", "menu", "menubar", "banner"}
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|code|dd|details|div|dl|dt|fieldset|figcaption|figure|"
    "footer|h[1-6]|head|header|hr|html|item|lb|li|list|main|ol|option|p|pre|quote|row|section|"
    "summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_HIDDEN_LENGTH = 200
_DEEPEST = 500
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_OVERLONG_TAG = re.compile(r"<([a-zA-Z][\w:-]*)[^<>]{20000,}>")
"""Tags with thousands of attributes: the parser's time grows with the square of their number."""


def read_html_file(file: Incoming) -> Contents:
    """Read a web page: one article.

    Raises UnreadableFile: there is no text on the page.
    """
    declared = _CHARSET.search(file.data[:4000])
    decoded = decode(file.data, declared[1].decode("ascii") if declared else "")
    warnings = [] if decoded.sure else [f"The text encoding was guessed ({decoded.encoding})."]
    if OVERRIDES.search(decoded.text):
        warnings.append("Characters that reverse the direction of text were removed.")
    tree = _parse(decoded.text)
    found = Particulars()
    found.offer("url", clean_address(file.url), "address")
    read_page(found, tree)
    aside = list(_take_captions(tree))
    paragraphs = _text_of_page(tree, decoded.text, warnings)
    _fall_back(found, tree)
    body, head = take_head(found, paragraphs)
    article = complete(found, body, [*aside, *head])
    if not article.body:
        raise UnreadableFile(
            "there is no text on this page.",
            "Copy the article's text and paste it into the window.",
        )
    return Contents([article], warnings)


def _text_of_page(tree: HtmlElement, source: str, warnings: list[str]) -> list[str]:
    """The paragraphs of the article, or of everything on the page where that has to do."""
    if _depth(tree) > _DEEPEST:
        warnings.append("The page is nested too deeply; the text of the whole page was kept.")
        return _without_tags(source)
    if _remove_unseen(tree) > _HIDDEN_LENGTH:
        warnings.append("Hidden text was left out.")
    paragraphs = _article_text(tree)
    if not paragraphs:
        body = tree.find("body")
        paragraphs = _paragraphs(tree if body is None else body)
        warnings.append("No article was recognised; the text of the whole page was kept.")
    return paragraphs


def _depth(tree: HtmlElement) -> int:
    """Levels of the tree; the parser gives up at 2,048 and leaves out what lies deeper."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _without_tags(source: str) -> list[str]:
    seen = re.sub(r"(?is)<(script|style|template|noscript)\b.*?</\1\s*>|<!--.*?-->", " ", source)
    lines = re.split(r"(?i)<(?:/?(?:p|div|li|h[1-6]|tr|br)\b)[^<>]*>", seen)
    return [line for line in (one_line(unescape(_TAG.sub("", line))) for line in lines) if line]


def _parse(text: str) -> HtmlElement:
    text = _DECLARATION.sub("", text.replace("\0", "")).strip()
    text = _OVERLONG_TAG.sub(r"<\1>", text)
    try:
        parser = HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
        return document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnreadableFile(
            "this is not a readable web page.", "Open it in a browser and save it again."
        ) from error


def _take_captions(tree: HtmlElement) -> Iterator[SetAside]:
    """Take the words under pictures out of the page."""
    for node in [*tree.iter("figcaption"), *tree.xpath("//*[contains(@class, 'caption')]")]:
        if node.getparent() is None or len(node.text_content()) > 1000:
            continue
        text = one_line(node.text_content())
        _remove(node)
        if text:
            yield SetAside("caption", text)


def _remove_unseen(tree: HtmlElement) -> int:
    """Take out what a browser does not show and what frames the article.

    Returns how many characters of hidden text there were.
    """
    hidden = 0
    for node in list(tree.iter(etree.Element)):
        if node.getparent() is None or node.tag in ("html", "body"):
            continue
        if node.tag in _NEVER_SEEN or node.get("role") in _ROLES or _is_furniture(node):
            _remove(node)
        elif _is_hidden(node):
            hidden += len(one_line(node.text_content()))
            _remove(node)
    return hidden


def _is_hidden(node: HtmlElement) -> bool:
    """Whether a browser would not show the node.

    `aria-hidden` counts for little things only: a saved page may carry it on the whole
    article, because a dialog lay over it.
    """
    if node.get("hidden") is not None or _HIDING.search(node.get("style") or ""):
        return True
    return node.get("aria-hidden") == "true" and len(node.text_content()) < _HIDDEN_LENGTH


def _is_furniture(node: HtmlElement) -> bool:
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    if node.tag == "article" or not _FURNITURE.search(names):
        return False
    long_paragraphs = sum(len(p.text_content()) > 120 for p in node.iter("p"))
    return long_paragraphs < 3 and node.find(".//h1") is None


def _remove(node: HtmlElement) -> None:
    if node.getparent() is not None:
        node.drop_tree()


def _article_text(tree: HtmlElement) -> list[str]:
    """The paragraphs of the article, [] where none was recognised."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(tree, include_comments=False, include_tables=True)
    return _paragraphs(document.body) if isinstance(document, Document) else []


def _paragraphs(root: etree._Element) -> list[str]:
    """The text below `root`, divided where a browser would begin a new line."""
    parts: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        is_block = isinstance(node.tag, str) and bool(_BLOCK.fullmatch(node.tag))
        if event == "start":
            parts.append(("\0" if is_block else "") + (node.text or ""))
            if node.tag in ("td", "th", "cell") and node.getprevious() is not None:
                parts.insert(-1, " ")
        if event != "start" and node is not root:
            parts.append(("\0" if is_block else "") + (node.tail or ""))
    return [line for line in map(one_line, "".join(parts).split("\0")) if line]


def _fall_back(found: Particulars, tree: HtmlElement) -> None:
    """Ask trafilatura for what the markup did not plainly tell, but never for the date.

    Its date may be that of a change or of another article on the page.
    """
    if found.get("headline") and found.get("byline"):
        return
    from trafilatura.metadata import extract_metadata

    guess = extract_metadata(tree, extensive=False)
    found.offer("headline", guess.title or "", "page markup")
    found.offer("byline", (guess.author or "").replace("; ", ", "), "page markup")
