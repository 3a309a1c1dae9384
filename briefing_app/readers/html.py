"""Web pages: which part of them is the article."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from briefing_app.domain.article import Article, SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import OVERRIDES, one_line
from briefing_app.readers.dates import iso_date
from briefing_app.readers.encoding import decode
from briefing_app.readers.head import take_head
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


def read_html_file(data: bytes, url: str) -> tuple[list[Article], list[str]]:
    """Read a web page: one article, and words for the user.

    `url` is the address that the page came from, "" where that is unknown.
    Raises UnreadableFile: there is no text on the page.
    """
    declared = _CHARSET.search(data[:4000])
    decoded = decode(data, declared[1].decode("ascii") if declared else "")
    warnings = [] if decoded.sure else [f"The text encoding was guessed ({decoded.encoding})."]
    if OVERRIDES.search(decoded.text):
        warnings.append("Characters that reverse the direction of text were removed.")
    tree = _parse(decoded.text)
    found = Particulars()
    found.offer("url", clean_address(url), "address")
    read_page(found, tree)
    aside = list(_take_captions(tree))
    if _remove_unseen(tree) > _HIDDEN_LENGTH:
        warnings.append("Hidden text was left out.")
    paragraphs = _article_text(tree)
    if not paragraphs:
        body = tree.find("body")
        paragraphs = _paragraphs(tree if body is None else body)
        warnings.append("No article was recognised; the text of the whole page was kept.")
    if not paragraphs:
        raise UnreadableFile(
            "there is no text on this page.",
            "Copy the article's text and paste it into the window.",
        )
    _fall_back(found, tree)
    text, head = take_head(found, paragraphs)
    return [complete(found, text, [*aside, *head])], warnings


def _parse(text: str) -> HtmlElement:
    text = _DECLARATION.sub("", text.replace("\0", "")).strip()
    try:
        return document_fromstring(text.encode("utf-8", "replace"), HTMLParser(encoding="utf-8"))
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
    """Ask trafilatura for what the page's own words did not tell."""
    if found.get("headline") and found.get("byline") and found.get("published"):
        return
    from trafilatura.metadata import extract_metadata

    careful = {"extensive_search": False, "original_date": True}
    guess = extract_metadata(tree, date_config=careful, extensive=False)
    found.offer("headline", guess.title or "", "page markup")
    found.offer("byline", (guess.author or "").replace("; ", ", "), "page markup")
    found.offer("published", iso_date(guess.date or ""), "page markup")
