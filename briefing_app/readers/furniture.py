"""What is on a page and is not read: hidden nodes, menus, dialogs, and what frames an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.domain.article import SetAside
from briefing_app.readers.canonical import one_line
from briefing_app.readers.html_tree import remove

_NEVER_SEEN = ("script", "style", "template", "noscript", "svg", "iframe", "object", "button",
               "form", "select", "dialog", "nav", "input", "title")  # fmt: skip
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FURNITURE = re.compile(
    r"(^|[\s_-])(cookies?|consent|gdpr|newsletter|related|recirc\w*|recommended|promo|share|sharing|"
    r"social|breadcrumbs?|advert\w*|ads?|sponsored|paywall|subscribe|most-?read|trending|tags|"
    r"comments)([\s_-]|$)",
    re.I,
)
_ROLES = {"navigation", "dialog", "alertdialog", "search", "menu", "menubar", "banner"}
HIDDEN_LENGTH = 200
"""Characters; less is a label of a button or the like, and not worth a word."""


def remove_unseen(tree: HtmlElement) -> int:
    """Take out what a browser does not show. Returns how many characters of hidden text it was."""
    hidden = 0
    for node in list(tree.iter(etree.Element)):
        if node.getparent() is None or node.tag in ("html", "body"):
            continue
        if node.tag in _NEVER_SEEN or node.get("role") in _ROLES:
            remove(node)
        elif _is_hidden(node):
            hidden += len(one_line(node.text_content()))
            remove(node)
    return hidden


def remove_furniture(tree: HtmlElement) -> None:
    """Take out what frames an article: sharing, related articles, cookies, advertisements."""
    for node in list(tree.iter(etree.Element)):
        if (
            node.getparent() is not None
            and node.tag not in ("html", "body")
            and _is_furniture(node)
        ):
            remove(node)


def take_captions(tree: HtmlElement) -> Iterator[SetAside]:
    """Take the words under pictures out of the page."""
    for node in [*tree.iter("figcaption"), *tree.xpath("//*[contains(@class, 'caption')]")]:
        if node.getparent() is None or len(node.text_content()) > 1000:
            continue
        text = one_line(node.text_content())
        remove(node)
        if text:
            yield SetAside("caption", text)


def _is_hidden(node: HtmlElement) -> bool:
    """Whether a browser would not show the node.

    `aria-hidden` counts for little things only: a saved page may carry it on the whole
    article, because a dialog lay over it.
    """
    if node.get("hidden") is not None or _HIDING.search(node.get("style") or ""):
        return True
    return node.get("aria-hidden") == "true" and len(node.text_content()) < HIDDEN_LENGTH


def _is_furniture(node: HtmlElement) -> bool:
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    if node.tag == "article" or not _FURNITURE.search(names):
        return False
    long_paragraphs = sum(len(p.text_content()) > 120 for p in node.iter("p"))
    return long_paragraphs < 3 and node.find(".//h1") is None
