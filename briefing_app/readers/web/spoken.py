"""Words for those who have a page read out, and how they differ from what others see."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.readers.web.html_tree import remembering, text_of

_CLASSES = etree.XPath("//@class", smart_strings=False)
_WITH_CLASS = etree.XPath("//@class/..")
_names_spoken = remembering(
    r"(^|[\s_-])(?<!not-)(sr-?only|for-sr|visually-?hidden|hidden-?visually|"
    r"screen-?reader(-?(text|only))?|assistive-?text|a11y-?(text|hidden|only))([\s_-]|$)"
)
_HEADLINES = {"html", "body", "h1", "h2", "main", "article", "p"}
_LONGEST = 200
_SENTENCES = {"p", "li", "blockquote", "td", "dd", "span", "em", "i", "b", "strong"}
_LONGEST_INITIAL = 2
_ENDED = re.compile(r"[.!?…:。！？؟।][\"'”’“»«)\]）」』】]*\s*$")
_COMMAND = re.compile(
    r"\W*(Follow(ing)?|Share|Save|Listen|Play|Watch|Copy|Subscribe|Sign [Uu]p|Log [Ii]n|Add to .*|"
    r"Folgen|Teilen|Merken|Suivre|Partager|S’abonner|Seguir|Compartir|Segui|Condividi|Подписаться|"
    r"متابعة|تابع|شارك|مشاركة|关注|分享)\W*"
)
"""What a button does that has no word of the text."""


def only_spoken(tree: HtmlElement) -> list[HtmlElement]:
    """The little elements that no one sees: "opens in a new window" in the middle of a sentence.

    Not those that are read out in the place of others, which are left out instead.
    """
    if not any(map(_names_spoken, set(_CLASSES(tree)))):
        return []
    return [
        node
        for node in _WITH_CLASS(tree)
        if _is_spoken(node) and len(text_of(node)) < _LONGEST and not _replaces(node)
    ]


def is_initial(node: HtmlElement) -> bool:
    """Whether an element that is not read out is the large first letter of a word."""
    text = text_of(node).strip()
    if len(text) > _LONGEST_INITIAL or not text.isalpha():
        return False
    following = node.tail or ""
    for sibling in node.itersiblings(etree.Element):
        if following:
            break
        following = (sibling.tail or "") if _is_spoken(sibling) else text_of(sibling)
    return following[:1].isalpha()


def is_word_of_sentence(node: HtmlElement) -> bool:
    """Whether a button or the like is a word or more in the middle of a sentence, as to explain it.

    Not between two sentences, where sites advertise.
    """
    parent, previous = node.getparent(), node.getprevious()
    if parent is None or parent.tag not in _SENTENCES or not (node.tail or "").strip():
        return False
    before = (parent.text if previous is None else previous.tail) or ""
    if not before.strip() or _ENDED.search(before):
        return False
    text = text_of(node)
    return any(map(str.isalpha, text)) and not _COMMAND.fullmatch(text)


def _is_spoken(node: HtmlElement) -> bool:
    return node.tag not in _HEADLINES and _names_spoken(node.get("class") or "")


def _replaces(node: HtmlElement) -> bool:
    beside = (node.getprevious(), node.getnext())
    return any(
        other is not None and other.get("aria-hidden") == "true"
        and any(map(str.isalnum, text_of(other))) and not is_initial(other)
        for other in beside
    )  # fmt: skip
