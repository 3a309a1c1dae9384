"""The little numbers of footnotes: they would stand within quotations, as Word's do not."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from briefing_app.readers.web.html_tree import remove, text_of

_NUMBERS = r"\d{1,3}(\s*[,;–-]\s*\d{1,3})*"
_MARK = re.compile(rf"\s*(\[\s*({_NUMBERS}|[a-z])\s*\]|\(?({_NUMBERS})\)?|[a-z*†‡§¶#🔗]{{1,2}})\s*")
_ANCHORS = ("#", "¶", "🔗")
"""Links of a heading to itself."""

_BRACKETED = re.compile(rf"\s*\[\s*({_NUMBERS}|[a-z])\s*\]\s*")
_BARE = re.compile(rf"\s*({_NUMBERS})\s*")
_NOTE = re.compile(
    r"#[\w:.-]*?(_ftn|_edn|fn|foot-?note|end-?note|cite_?note|note)(?![\w:.-]*ref)", re.I
)
_NAMES = re.compile(r"(^|[\s_-])(footnote|fn|endnote|note)[\s_-]?(ref|link|anchor)|noteref", re.I)
_BEFORE = re.compile(r"[.,;:!?…”’\"'»“)\]]$|[^\W\d_]{4,}$")
"""What a bare number above the line follows if it is a note's: after "m" or "10" it is a power."""

_UNIT = re.compile(
    r"(m[eè]t(er|re|ro)s?|feet|foot|inch(es)?|miles?|yards?|quadrat\w*|kubik\w*|метр\w*|متر)$", re.I
)

_INLINE = {"a", "abbr", "b", "big", "cite", "em", "font", "i", "mark", "q", "small", "span",
           "strong", "sup", "u"}  # fmt: skip


def remove_note_marks(tree: HtmlElement) -> None:
    """Take the marks of notes out of the text; the notes themselves keep theirs."""
    for node in list(tree.iter("sup", "a")):
        if node.tag == "a" and "#" not in (node.get("href") or ""):
            continue
        if len(text := text_of(node)) < 20 and _MARK.fullmatch(text) and _is_mark(node, text):
            _take_out(node)


def _is_mark(node: HtmlElement, text: str) -> bool:
    said = _text_before(node)
    before = said.rstrip()
    if not before:
        return False
    if node.tag == "a":
        target = node.get("href") or ""
        if text.strip() in _ANCHORS:
            return True
        named = " ".join(map(str, node.values()))
        is_note = bool(_NOTE.search(target) or _NAMES.search(named))
        return is_note or (bool(_BRACKETED.fullmatch(text)) and target.startswith("#"))
    around = node.getparent()
    links = [*node, *([around] if around is not None and text_of(around) == text else ())]
    if any("#" in (link.get("href") or "") for link in links) or _BRACKETED.fullmatch(text):
        return True
    if not _BARE.fullmatch(text) or not _BEFORE.search(before):
        return False
    return not _is_figure(node, text.strip(), said)


def _is_figure(node: HtmlElement, text: str, before: str) -> bool:
    """Whether a bare number is part of what is said: half of "1/2", of an isotope, of a unit."""
    behind = (node.tail or "").lstrip()
    if behind[:1] in tuple("/⁄∕") or (not behind and getattr(node.getnext(), "tag", "") == "sub"):
        return True
    is_isotope = before[-1].isspace() and (node.tail or " ")[0].isalpha() and text.isdecimal()
    return is_isotope or (text in ("2", "3") and _UNIT.search(before) is not None)


def _text_before(node: HtmlElement) -> str:
    """The words before a node in its line, as far as the last elements tell."""
    while True:
        previous = node.getprevious()
        parent = node.getparent()
        while previous is not None:
            found = previous.tail or ""
            if found.strip():
                return found
            if isinstance(previous.tag, str) and previous.tag not in _INLINE:
                return ""
            if isinstance(previous.tag, str) and (inside := text_of(previous)).strip():
                return inside
            previous = previous.getprevious()
        if parent is None or (parent.text or "").strip() or parent.tag not in _INLINE:
            return (parent.text or "") if parent is not None else ""
        node = parent


def _take_out(node: HtmlElement) -> None:
    """Remove a mark but the space within it; and that before it where a comma follows."""
    parent = node.getparent()
    while parent is not None and parent.tag in _INLINE and text_of(parent) == text_of(node):
        node, parent = parent, parent.getparent()
    if (node.tail or " ")[0] in ".,;:!?":
        previous = node.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "").rstrip()
        elif parent is not None:
            parent.text = (parent.text or "").rstrip()
    elif text_of(node)[-1].isspace():
        node.tail = f" {node.tail or ''}"
    remove(node)
