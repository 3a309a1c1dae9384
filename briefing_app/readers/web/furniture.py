"""What is on a page and is not read: hidden nodes, menus, dialogs, and what frames an article.

Every rule here is a trade: it was kept because on real pages it took out more that is no text
than it cost of the text. A rule that looks at names only never takes a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.domain.article import SetAside
from briefing_app.readers.canonical import one_line
from briefing_app.readers.web.html_tree import remembering, remove, text_of
from briefing_app.readers.web.spoken import is_initial, is_word_of_sentence, only_spoken
from briefing_app.readers.web.style_rules import faint, hidden_by_sheets

_NEVER_SEEN = {"script", "style", "template", "noscript", "svg", "iframe", "object", "button",
               "select", "dialog", "nav", "input", "textarea", "title"}  # fmt: skip
_ROLES = {"navigation", "dialog", "alertdialog", "search", "menu", "menubar", "banner",
          "tooltip"}  # fmt: skip
_HIDES = frozenset({"role", "style", "hidden", "aria-hidden"})
"""Attributes that an element which is not seen has, if it is not seen for one."""
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|"
    r"(?<![-\w])(left|top|text-indent)\s*:\s*-\d{4}",
    re.I,
)
_KEEPS_PLACE = re.compile(r"visibility\s*:\s*hidden", re.I)
"""Of most of a page: a script will show it."""

_FAINT = re.compile(
    r"(?<![-\w])(opacity\s*:\s*0*(\.0*)?\s*(;|!|$)|clip\s*:\s*rect\(\s*[01][\s,p]|"
    r"clip-path\s*:\s*inset\((50|100)%|font-size\s*:\s*[01]?(\.\d*)?(px|pt)?\s*(;|!|$))",
    re.I,
)
"""Hides little things; a whole article fades in from it, or sets a size of its own inside."""
_NAMING = frozenset({"class", "id", "style", "role"})
_HEADINGS = ("h2", "h3", "h4")
_WORDS = ("span", "a", "em", "strong", "b", "i", "mark")
_ENDS = re.compile(r"[.!?…:。！？؟।][\"'”’“»«)\]）」』】]*$")
_is_beside = remembering(
    r"(^|[\s_-])(cookies?|consent|gdpr|newsletters?|related|recirc\w*|recommend(ed|ations?)|"
    r"read-?(more|next|also)|also-?read|more-?(on|from)|teasers?|outbrain|taboola|comments?|"
    r"most-?(read|popular)|trending|breadcrumbs?|pull-?quotes?|"
    r"(author|article)-?(bio|info)|about-?the-?author)([\s_-]|$)"
)
_may_be_beside = remembering(
    r"(^|[\s_-])(promo|share|sharing|social|sns|advert\w*|ads?|sponsored|subscribe|subscription|"
    r"signup|tags)([\s_-]|$)"
)
_names_comments = remembering(
    r"(^|\s)(?!(no|has|show|with|hide|allow|enable)[-_])([\w-]+[-_])?"
    r"comment(s|s?[-_]?(list|area|section|thread|wrapper|container|content|wrap|block))(\s|$)|"
    r"(^|\s)(respond|disqus_thread|kommentare|commentaires|comentarios)(\s|$)"
)
_NAMEABLE = {"div", "section", "aside", "ul", "ol", "dl", "header", "footer", "figure", "table",
             "span", "blockquote", "form"}  # fmt: skip
_names_caption = remembering(
    r"(^|[\s_-])(wp-)?(caption|image-?(credit|caption|source)|photo-?credit|media-?caption|"
    r"picture-?caption)([\s_-]|$|text)"
)
_CLASSES = etree.XPath("//@class", smart_strings=False)
_CAPTION_LENGTH = 1_000
_SLANTED_LENGTH = 250
_FORM_LENGTH = 1_500
"""Characters; on some pages the whole article stands within a form."""
_LONG, _LONG_IN_SIGNS = 100, 40
"""Characters of a paragraph that is text and no label, in letters and in Chinese or Japanese."""

_SIGNS = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_ENOUGH_WRITTEN = 300
"""Characters of running text; an article that is shorter is not told from what was said of it."""

_CLOAK = 10
"""So many times more text than what is left does only a page hide that will show it later."""

HIDDEN_LENGTH = 200
"""Characters; less is a label of a button or the like, and not worth a word."""


def remove_unseen(tree: HtmlElement) -> int:
    """Take out what a browser does not show. Returns how many characters of hidden text it was."""
    by_sheet, by_itself = hidden_by_sheets(tree), faint(tree)
    for node in only_spoken(tree):
        remove(node)
    for node in [node for node in tree.iter(etree.Element) if _may_be_unseen(node)]:
        is_word = node.tag == "button" and is_word_of_sentence(node)
        if is_word or (node.get("aria-hidden") == "true" and is_initial(node)):
            node.drop_tag()
        elif node.getparent() is None or node.tag in ("html", "body"):
            continue
        elif (
            node.tag in _NEVER_SEEN
            or node.get("role") in _ROLES
            or (node.tag == "form" and len(node.text_content()) < _FORM_LENGTH)
        ):
            remove(node)
        elif _is_hidden(node):
            by_itself.append(node)
    if waiting := {node for node in by_itself if _KEEPS_PLACE.search(node.get("style") or "")}:
        whole = _length(tree)
        waiting = {node for node in waiting if 2 * _length(node) > whole}
    hidden = _remove_all([node for node in by_itself if node not in waiting], tree, _is_cloak)
    return hidden + _remove_all(by_sheet, tree, lambda hidden, left: hidden > left)


def _remove_all(
    nodes: Sequence[HtmlElement], tree: HtmlElement, is_too_much: Callable[[int, int], bool]
) -> int:
    """Take nodes out, unless so much text would go and so little be left that it cannot be meant.

    A page may hide all of itself until its script has run. Returns the length of what went.
    """
    if not nodes:
        return 0
    inside = {*tree.iter(etree.Element)}
    there = {node for node in nodes if node in inside and node.tag not in ("html", "body")}
    outermost = [node for node in there if there.isdisjoint(node.iterancestors())]
    hidden = sum(map(_length, outermost))
    if is_too_much(hidden, _length(tree) - hidden):
        return 0
    for node in outermost:
        remove(node)
    return hidden


def _is_cloak(hidden: int, left: int) -> bool:
    return left < HIDDEN_LENGTH < hidden and hidden > _CLOAK * left


def _length(node: HtmlElement) -> int:
    # Close enough: `one_line` takes twenty times as long on all of a page.
    return len(" ".join(text_of(node).split()))


def remove_furniture(tree: HtmlElement) -> None:
    """Take out what frames an article: sharing, related articles, cookies, advertisements."""
    for node in list(tree.iter(_NAMEABLE)):
        if node.getparent() is not None and _is_furniture(node):
            remove(node)
    forget_names_within_text(tree)


def forget_names_within_text(tree: HtmlElement) -> None:
    """Take the names from what is within sentences: the library would leave out those words."""
    for node in [node for node in tree.iter(*_WORDS) if not _NAMING.isdisjoint(node.keys())]:
        around = next(node.iterancestors("p", "blockquote", *_HEADINGS), None)
        text = text_of(around).strip() if around is not None else ""
        if around is None or len(text_of(node).strip()) >= len(text):
            continue
        if _ENDS.search(text) or around.tag in _HEADINGS or is_running_text(around):
            for name in _NAMING.intersection(node.keys()):
                del node.attrib[name]


def remove_comments(tree: HtmlElement) -> None:
    """Take out what readers wrote below an article, unless there is nothing else on the page."""
    found = [
        node
        for node in tree.iter("div", "section", "ol", "ul", "dl", "aside")
        if any(map(_names_comments, _names(node)))
    ]
    if not found:
        return
    inside = {node for box in found for node in box.iter("p")}
    written = sum(_length(p) for p in tree.iter("p") if p not in inside and is_running_text(p))
    for node in found if written >= _ENOUGH_WRITTEN else ():
        if node.getparent() is not None and node.find(".//h1") is None:
            remove(node)


def take_captions(tree: HtmlElement) -> Iterator[SetAside]:
    """Take the words under pictures out of the page."""
    # Most pages name no captions: to look at all their elements takes three times as long.
    named = any(map(_names_caption, set(_CLASSES(tree))))
    found = [
        node for node in tree.iter(etree.Element if named else "figcaption") if _is_caption(node)
    ]
    for node in (*found, *_slanted_below_pictures(tree)):
        text = one_line(node.text_content())
        if node.getparent() is None or len(text) > _CAPTION_LENGTH:
            continue
        remove(node)
        if text:
            yield SetAside("caption", text)


def _slanted_below_pictures(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Paragraphs that hold a picture and, all in italics or small, a few words."""
    for picture in tree.iter("img"):
        node = next(picture.iterancestors("p"), None)
        text = text_of(node).strip() if node is not None else ""
        if node is None or not 0 < len(text) < _SLANTED_LENGTH:
            continue
        slanted = "".join(text_of(part) for part in node.iter("em", "i", "small", "figcaption"))
        if len(slanted.strip()) >= len(text):
            yield node


def long_paragraphs(node: HtmlElement) -> int:
    """How many paragraphs of running text, not of links, are below a node."""
    return sum(is_running_text(paragraph) for paragraph in node.iter("p"))


def is_running_text(node: HtmlElement) -> bool:
    """Whether a node is long enough for text and less than half of it is links."""
    text = text_of(node).strip()
    long = _LONG_IN_SIGNS if _SIGNS.match(text) else _LONG
    return len(text) >= long and 2 * linked_length(node) < len(text)


def linked_length(node: HtmlElement) -> int:
    """Characters of links below a node."""
    links = node.iter("a") if len(node) or node.tag == "a" else ()
    return sum(len(text_of(link)) for link in links if link.get("href"))


def _may_be_unseen(node: HtmlElement) -> bool:
    """A quick look: most nodes are plainly there to be seen."""
    return node.tag in _NEVER_SEEN or node.tag == "form" or not _HIDES.isdisjoint(node.keys())


def _is_hidden(node: HtmlElement) -> bool:
    """Whether a browser would not show the node.

    `aria-hidden` and faintness count for little things only: a saved page may carry the one on
    the whole article, because a dialog lay over it, and the other until it was scrolled to.
    """
    if node.get("hidden") is not None or _HIDING.search(node.get("style") or ""):
        return True
    little = node.get("aria-hidden") == "true" or _FAINT.search(node.get("style") or "")
    return bool(little) and len(node.text_content()) < HIDDEN_LENGTH


def names_what_is_beside(node: HtmlElement) -> bool:
    """Whether a node's class or id says that it holds something else than the article."""
    return any(_is_beside(name) or _names_comments(name) for name in _names(node))


def _is_furniture(node: HtmlElement) -> bool:
    names = _names(node)
    if names and node.tag == "span" and is_word_of_sentence(node):
        return False
    if any(map(_is_beside, names)):
        return long_paragraphs(node) < 3 and node.find(".//h1") is None
    if any(map(_may_be_beside, names)):
        return long_paragraphs(node) < 1 and node.find(".//h1") is None
    return False


def _names(node: HtmlElement) -> list[str]:
    return [name for name in (node.get("class"), node.get("id")) if name]


def _is_caption(node: HtmlElement) -> bool:
    if node.tag == "figcaption":
        return True
    name = node.get("class")
    return bool(name and _names_caption(name))
