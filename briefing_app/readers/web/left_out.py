"""What the search for the article passed over: text between, above and below what it found.

It keeps no headings and no lists where it recognises no box around the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.readers.canonical import one_line
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.furniture import is_running_text, linked_length
from briefing_app.readers.web.html_tree import text_of

_HEADINGS = ("h2", "h3", "h4")
_PARTS = ("p", "blockquote", *_HEADINGS)
_LISTS = ("ul", "ol")
_READ = (*_PARTS, *_LISTS)
_SHORTEST_SENTENCE = 20
_SHORTEST_QUOTATION = 60
_TELLING_START = 25
_LONGEST_HEADING = 200
_FEWEST_WORDS = 4
"""Of an item of a list before or after the article, on average."""

ENDS_SENTENCE = re.compile(r"[.!?…。！？؟։।][\"'”’“»«)\]）」』】]*$")
_QUOTED = re.compile('[“„«「"].{15}')


def with_left_out(paragraphs: list[str], tree: HtmlElement) -> list[str]:
    """`paragraphs` with what belongs to them on the page and was left out."""
    known = {line: place for place, line in reversed(list(enumerate(paragraphs)))}
    additions: dict[int, list[str]] = {}
    boxes, last = _boxes_with(known, tree)
    for box in boxes:
        for place, lines in _between(box, paragraphs, known, last):
            additions.setdefault(place, []).extend(lines)
    ends = {0, len(paragraphs) - 1}
    for node, place in last.items():
        if place in ends and node.tag == "p" and node.getparent() in boxes:
            beside = _lists_beside(node, known, above=not place)
            additions.setdefault(place or -1, []).extend(beside)
    whole = additions.get(-1, [])
    for place, line in enumerate(paragraphs):
        whole += (line, *additions.get(place, ()))
    return whole


def is_quotation(text: str) -> bool:
    """Whether a text is a sentence with somebody's words in it, which no headline is."""
    ends = len(text) >= _SHORTEST_QUOTATION and ENDS_SENTENCE.search(text)
    return bool(ends and _QUOTED.search(text))


def _between(
    box: HtmlElement,
    paragraphs: Sequence[str],
    known: Mapping[str, int],
    last: Mapping[HtmlElement, int],
) -> Iterator[tuple[int, list[str]]]:
    """The lines left out between two paragraphs in a box, and the place that they come after."""
    before = -1
    between: list[HtmlElement] = []
    for node in box:
        place = last.get(node, -1)
        if place < 0 and node.tag in _READ:
            place = max((known.get(line, -1) for line in _lines_of(node)), default=-1)
        if place >= 0 and node.tag in _LISTS and _belongs(node):
            yield from _missing_items(node, known, paragraphs)
        if between and place > before and (before >= 0 or _are_above(between, place)):
            lines = [line for left_out in between for line in html_tree.lines(left_out)]
            yield (before if before >= 0 else _first_place(node, known, place) - 1), lines
        if place >= 0:
            before = max(before, place)
            between.clear()
        elif _belongs(node) and not _is_known(node, known, paragraphs[before + 1 : before + 4]):
            between.append(node)
        else:
            while between and between[-1].tag in _HEADINGS:
                between.pop()


def _first_place(node: HtmlElement, known: Mapping[str, int], last: int) -> int:
    """The place of the first of a node's paragraphs, of which the last one's is known."""
    lines = _lines_of(node) if node.tag in _READ else (one_line(text_of(p)) for p in node.iter("p"))
    return min(last, next((known[line] for line in lines if line in known), last))


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
    with_heading = (box for box, count in boxes.items() if count > 1 or _has_heading(box))
    return list(with_heading), last


def _missing_items(
    node: HtmlElement, known: Mapping[str, int], paragraphs: Sequence[str]
) -> Iterator[tuple[int, list[str]]]:
    """The lines of a list that came out in part which did not, and the place they come after."""
    lines = html_tree.lines(node)
    place = min((known[line] for line in lines if line in known), default=0) - 1
    near = "\n".join(paragraphs[max(place, 0) : place + len(lines) + 2])
    for line in lines:
        if line in known:
            place = known[line]
        elif line not in near:
            yield place, [line]


def _lists_beside(node: HtmlElement, known: Container[str], *, above: bool) -> list[str]:
    """The lines of the lists, with their headings, right above or below a paragraph."""
    found: list[HtmlElement] = []
    for other in node.itersiblings(etree.Element, preceding=above):
        fits = other.tag in _HEADINGS or (other.tag in _LISTS and _is_worded(other))
        if fits and _belongs(other) and not _is_known(other, known, ()):
            found.append(other)
        elif text_of(other).strip():
            break
    while found and found[-1].tag in _HEADINGS and not above:
        found.pop()
    if all(part.tag in _HEADINGS for part in found):
        return []
    ordered = reversed(found) if above else found
    return [line for part in ordered for line in html_tree.lines(part)]


def _is_worded(node: HtmlElement) -> bool:
    """Whether the items of a list are sentences or parts of one, not labels or links."""
    items = html_tree.lines(node)
    words = sum(len(item.split()) for item in items)
    return words >= _FEWEST_WORDS * len(items) and not linked_length(node)


def _has_heading(box: HtmlElement) -> bool:
    return any(node.tag in _HEADINGS for node in box)


def _are_above(nodes: Sequence[HtmlElement], place: int) -> bool:
    """Whether nothing but a heading stands above a paragraph in its box: that of a later part,
    as of a report that is written as things happen, or a question, as of an interview.
    """
    if len(nodes) != 1 or nodes[0].tag not in _HEADINGS:
        return False
    return place > 0 or text_of(nodes[0]).endswith("?")


def _lines_of(node: HtmlElement) -> list[str]:
    """The text of a node, one line; of a list a line for each of its items."""
    return [one_line(text_of(node))] if node.tag in _PARTS else html_tree.lines(node)


def _belongs(node: HtmlElement) -> bool:
    """Whether a part of a page between two paragraphs of an article is the article's too."""
    if node.tag in _HEADINGS:
        return 2 < len(text_of(node)) < _LONGEST_HEADING and not linked_length(node)
    if node.tag in _PARTS:
        is_text = is_running_text(node) or _is_short_sentence(node)
        return is_text or (node.tag == "p" and is_quotation(text_of(node).strip()))
    return node.tag in _READ and 3 * linked_length(node) < len(text_of(node))


def _is_short_sentence(node: HtmlElement) -> bool:
    if node.get("class") or linked_length(node):
        return False
    text = text_of(node).strip()
    return len(text) >= _SHORTEST_SENTENCE and bool(ENDS_SENTENCE.search(text))


def _is_known(node: HtmlElement, known: Container[str], following: Sequence[str]) -> bool:
    """Whether the text of a node came out in parts, or less of it."""
    text = one_line(text_of(node))
    if any(text.startswith(line[:_TELLING_START]) for line in following):
        return True
    return any(line in known for line in html_tree.lines(node))
