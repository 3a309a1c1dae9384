"""Which part of a web page is the article: trafilatura's answer, checked and completed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.domain.article import SetAside
from briefing_app.readers.canonical import one_line
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.furniture import is_running_text, linked_length
from briefing_app.readers.web.html_tree import text_of
from briefing_app.readers.web.recognition import recognised

_BOXES = {"div", "section", "article", "main", "td", "body", "form", "center"}
_INLINE = {"a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s",
           "small", "span", "strong", "sub", "sup", "time", "u", "wbr"}  # fmt: skip
_EMPHASIS = {"b", "em", "font", "i", "q", "span", "strong", "u"}
_HEADINGS = ("h2", "h3", "h4")
_PARTS = ("p", "blockquote", *_HEADINGS)
_READ = (*_PARTS, "ul", "ol")
_SHORTEST_SENTENCE = 20
_TELLING_START = 25
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

_SENTENCE = re.compile(r"[.!?…。！？؟։।][\"'”’“»«)\]）」』】]*$")


def article_paragraphs(tree: HtmlElement) -> list[str]:
    """The paragraphs of the article, [] where none was recognised."""
    _wrap_stray_text(tree)
    body = recognised(tree)
    if body is None:
        return []
    found = html_tree.lines(body)
    if len(found) == 1 and len(found[0]) > _STRAY_LENGTH and found[0] not in html_tree.lines(tree):
        return []  # all of the page in one line: its last resort
    return _with_left_out(found, tree)


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
        if text in written and _is_headline_long(text):
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
    is_sentence = _SENTENCE.search(line) and not _SENTENCE.search(text)
    return line if len(line) - len(text) <= longest and not is_sentence else ""


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
    return len(line) < _STRAY_LENGTH and not _SENTENCE.search(line)


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


def _with_left_out(paragraphs: list[str], tree: HtmlElement) -> list[str]:
    """`paragraphs` with what stands between two of them on the page and was left out.

    That is text, and headings and lists, of which the library keeps none where it recognises
    no box around the article.
    """
    known = {line: place for place, line in reversed(list(enumerate(paragraphs)))}
    additions: dict[int, list[str]] = {}
    boxes, last = _boxes_with(known, tree)
    for box in boxes:
        before = -1
        between: list[HtmlElement] = []
        for node in box:
            place = last.get(node, -1)
            if place < 0 and node.tag in _READ:
                place = max((known.get(line, -1) for line in _lines_of(node)), default=-1)
            if place > before and (before >= 0 or _is_question(between)):
                lines = [line for left_out in between for line in _lines_of(left_out)]
                additions.setdefault(before if before >= 0 else place - 1, []).extend(lines)
            if place >= 0:
                before = max(before, place)
                between.clear()
            elif _belongs(node) and not _is_known(node, known, paragraphs[before + 1 : before + 4]):
                between.append(node)
            else:
                while between and between[-1].tag in _HEADINGS:
                    between.pop()
    whole = additions.get(-1, [])
    for place, line in enumerate(paragraphs):
        whole += (line, *additions.get(place, ()))
    return whole


def _boxes_with(
    known: Mapping[str, int], tree: HtmlElement
) -> tuple[list[HtmlElement], dict[HtmlElement, int]]:
    """The boxes close around several paragraphs, and the place of the last within any element."""
    boxes: Counter[HtmlElement] = Counter()
    last: dict[HtmlElement, int] = {}
    places: dict[HtmlElement, list[int]] = {}
    for node in tree.iter("p"):
        place = known.get(one_line(text_of(node)), -1)
        if place >= 0 and (parent := node.getparent()) is not None:
            last[node] = place
            places.setdefault(parent, []).append(place)
    for parent, inside in places.items():
        around = [parent, *parent.iterancestors()]
        boxes.update({box: len(inside) for box in around[:2]})
        last.update({box: max(*inside, last.get(box, -1)) for box in around})
    return [box for box, count in boxes.items() if count > 1], last


def _is_question(nodes: Sequence[HtmlElement]) -> bool:
    """Whether nothing but a question, as of an interview, stands above a paragraph."""
    return len(nodes) == 1 and nodes[0].tag in _HEADINGS and text_of(nodes[0]).endswith("?")


def _lines_of(node: HtmlElement) -> list[str]:
    """The text of a node, one line; of a list a line for each of its items."""
    parts = (node,) if node.tag in _PARTS else node.iter("p", "li")
    return [line for line in (one_line(text_of(part)) for part in parts) if line]


def _belongs(node: HtmlElement) -> bool:
    """Whether a part of a page between two paragraphs of an article is the article's too."""
    if node.tag in _HEADINGS:
        return 2 < len(text_of(node)) < _LONGEST_LINK and not linked_length(node)
    if node.tag in _PARTS:
        return is_running_text(node) or _is_short_sentence(node)
    return node.tag in _READ and 3 * linked_length(node) < len(text_of(node))


def _is_short_sentence(node: HtmlElement) -> bool:
    if node.get("class") or linked_length(node):
        return False
    text = text_of(node).strip()
    return len(text) >= _SHORTEST_SENTENCE and bool(_SENTENCE.search(text))


def _is_known(node: HtmlElement, known: Container[str], following: Sequence[str]) -> bool:
    """Whether the text of a node came out in parts, or less of it."""
    text = one_line(text_of(node))
    if any(text.startswith(line[:_TELLING_START]) for line in following):
        return True
    return any(line in known for line in html_tree.lines(node))
