"""Which part of a web page is the article: trafilatura's answer, checked and completed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.domain.article import SetAside
from briefing_app.readers.canonical import one_line
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.furniture import is_running_text, linked_length
from briefing_app.readers.web.html_tree import text_of
from briefing_app.readers.web.left_out import ENDS_SENTENCE, is_quotation, with_left_out
from briefing_app.readers.web.recognition import recognised

_BOXES = {"div", "section", "article", "main", "td", "body", "form", "center"}
_INLINE = {"a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s",
           "small", "span", "strong", "sub", "sup", "time", "u", "wbr"}  # fmt: skip
_EMPHASIS = {"b", "em", "font", "i", "q", "span", "strong", "u"}
_STRAY_LENGTH = 60
_LONGEST_LINK = 200
_LONGEST_MARK, _LONGEST_LABEL, _MOST_PARTS = 12, 24, 4
"""Characters of the rank or date beside a link in an item of a list, of a "Related:" before it,
and elements of an item.
"""

_FEWEST_SIGNS = 8
"""Of a headline in Chinese or Japanese."""

_FEWEST_LINKS = 3
"""Of a list after an article that ends in other short lines."""


def article_paragraphs(tree: HtmlElement) -> list[str]:
    """The paragraphs of the article, [] where none was recognised."""
    _wrap_stray_text(tree)
    body = recognised(tree)
    if body is None:
        return []
    found = html_tree.lines(body)
    if len(found) == 1 and len(found[0]) > _STRAY_LENGTH and found[0] not in html_tree.lines(tree):
        return []  # all of the page in one line: its last resort
    return with_left_out(found, tree)


def running_text(tree: HtmlElement) -> list[str]:
    """The running paragraphs of the part of a page that has most of them, [] for none.

    They count together when they stand in the same box or in boxes side by side.
    """
    found: dict[HtmlElement, list[str]] = {}
    for node in tree.iter("p"):
        if is_running_text(node):
            place = next(islice(node.iterancestors(), 1, 2), tree)
            found.setdefault(place, []).append(one_line(text_of(node)))
    return max(found.values(), key=text_length, default=[])


def main_part(tree: HtmlElement) -> HtmlElement:
    """What a page marks as its main part, or all of it where that is little or not marked."""
    body = tree.find("body")
    whole = tree if body is None else body
    length = len(text_of(whole))
    marked = (node for name in ("article", "main") for node in tree.iter(name))
    return next((node for node in marked if 2 * len(text_of(node)) > length), whole)


def text_length(paragraphs: Sequence[str]) -> int:
    """Characters of all paragraphs together."""
    return sum(map(len, paragraphs))


def without_links(paragraphs: Sequence[str], tree: HtmlElement) -> tuple[list[str], list[SetAside]]:
    """Divide paragraphs into text and those that are nothing but a link to another page.

    Where most of the text is links, they are what the page is about, and all of it is kept.
    """
    links = _linked_lines(tree, paragraphs)
    linked = [line in links for line in paragraphs]
    length = sum(len(line) for line, is_link in zip(paragraphs, linked, strict=True) if is_link)
    if 3 * length > text_length(paragraphs):
        return list(paragraphs), []
    end = _end_of_text(paragraphs, linked)
    if 3 * sum(linked[:end]) > end:
        return list(paragraphs), []
    left = [line for line, is_link in zip(paragraphs[:end], linked, strict=False) if not is_link]
    aside = [line for line, is_link in zip(paragraphs[:end], linked, strict=False) if is_link]
    return left, [SetAside("navigation", line) for line in (*aside, *paragraphs[end:])]


def _linked_lines(tree: HtmlElement, paragraphs: Sequence[str]) -> set[str]:
    """Those lines that are links elsewhere, or items in which one stands with a rank or a date."""
    lines = {line for line in paragraphs if len(line) < _LONGEST_LINK + _LONGEST_LABEL}
    found: set[str] = set()
    written = "\n".join(lines)
    for link in tree.iter("a") if lines else ():
        if (link.get("href") or "#").startswith("#"):
            continue
        text = " ".join(text_of(link).split())
        if text in written and _is_headline_long(text) and not _is_said(text):
            found.add(text)
            found.add(_item_around(link, text))
    return found & lines


def _item_around(link: HtmlElement, text: str) -> str:
    """The item of a list, or the paragraph, that is hardly more than a link; "" for none."""
    item = link.getparent()
    if item is None or item.tag not in ("li", "p", "h3", "h4", "dd") or len(item) >= _MOST_PARTS:
        return ""
    line = one_line(text_of(item))
    label = line.removesuffix(text).rstrip()
    longest = _LONGEST_LABEL if label.endswith(":") else _LONGEST_MARK
    is_sentence = ENDS_SENTENCE.search(line) and not ENDS_SENTENCE.search(text)
    return line if len(line) - len(text) <= longest and not is_sentence else ""


def _is_said(text: str) -> bool:
    """Whether a link is a quotation, and no headline that asks about some words."""
    return is_quotation(text) and not text.endswith(("?", "？", "؟"))


def _is_headline_long(text: str) -> bool:
    enough = len(text.split()) > 2 or (len(text) >= _FEWEST_SIGNS and text[:1] > "\u2e80")
    return enough and len(text) < _LONGEST_LINK


def _end_of_text(paragraphs: Sequence[str], linked: Sequence[bool]) -> int:
    """Where the text ends and a list of links begins, with the short lines among and above it."""
    end = len(paragraphs)
    while end and (linked[end - 1] or _is_stray(paragraphs[end - 1])):
        end -= 1
    first = next((place for place in range(end, len(paragraphs)) if linked[place]), None)
    if first is None:
        return len(paragraphs)
    if not linked[-1] and sum(linked[first:]) < _FEWEST_LINKS:
        return len(paragraphs)
    while first > end and _is_stray(paragraphs[first - 1]) and first > end:
        first -= 1
    return first


def _is_stray(line: str) -> bool:
    return len(line) < _STRAY_LENGTH and not ENDS_SENTENCE.search(line)


def _wrap_stray_text(tree: HtmlElement) -> None:
    """Make paragraphs of text that stands in a box beside other blocks; it would be lost."""
    for box in list(tree.iter(_BOXES)):
        if any(child.tag not in _INLINE for child in box) and _has_stray_text(box):
            for run in list(_stray_runs(box)):
                _wrap(box, run)


def _has_stray_text(box: HtmlElement) -> bool:
    if len((box.text or "").strip()) >= _STRAY_LENGTH:
        return True
    return any(
        len((child.tail or "").strip()) >= _STRAY_LENGTH
        or (child.tag in _EMPHASIS and len(text_of(child)) >= _STRAY_LENGTH)
        for child in box
    )


def _stray_runs(box: HtmlElement) -> Iterator[tuple[HtmlElement | None, list[HtmlElement]]]:
    """The child before each run of text (None at the start of the box), with the run's inlines."""
    before: HtmlElement | None = None
    run: list[HtmlElement] = []
    for child in box:
        if child.tag in _INLINE:
            run.append(child)
            continue
        yield before, run
        before, run = child, []
    yield before, run


def _plain_length(inline: HtmlElement) -> int:
    """Characters of an inline element and behind it, but for those of links."""
    inside = 0 if inline.tag == "a" else len(text_of(inline)) - linked_length(inline)
    return inside + len((inline.tail or "").strip())


def _wrap(box: HtmlElement, place: tuple[HtmlElement | None, list[HtmlElement]]) -> None:
    before, run = place
    text = (box.text if before is None else before.tail) or ""
    length = len(text.strip()) + sum(map(_plain_length, run))
    if length < _STRAY_LENGTH or (before is not None and before.tag == "br"):
        return
    paragraph = etree.SubElement(box, "p")
    paragraph.text = text
    paragraph.extend(run)
    if before is None:
        box.text = None
        box.insert(0, paragraph)
    else:
        before.tail = None
        before.addnext(paragraph)
