"""What the style sheets inside a page, and the colours and sizes of its text, keep from being seen.

A page may show with a script, or with a sheet that did not come along, what its own sheets hide.
So a rule counts only where nothing else in the page says otherwise, and never against most of a
page's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.readers.canonical import one_line
from briefing_app.readers.web.colours import unseen_by_colour

_SHEETS_LENGTH = 400_000
_CONDITIONAL = re.compile(r"@[\w-]++[^{};]{0,300}\{(?>[^{}]*+\{[^{}]*+\})*+[^{}]*+\}")
_TINY_SIZE = r"(?<![-\w])font-size\s*:\s*(0*(\.0+)?|[01](\.\d+)?(px|pt))\s*([;!}]|$)"
_TINY = re.compile(_TINY_SIZE, re.I)
_HIDES = re.compile(
    rf"(?<![-\w])(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|"
    rf"(left|top|text-indent)\s*:\s*-\d{{4}})|{_TINY_SIZE}",
    re.I,
)
_SHOWS = re.compile(
    rf"(?<![-\w])(display\s*:(?!\s*none)|visibility\s*:\s*visible)|(?!{_TINY_SIZE})font-size\s*:",
    re.I,
)
_HIDING_WORDS = ("none", "NONE", "hid", "HID", "collapse", "size", "SIZE", ":-", ": -")
_SHOWING_WORDS = ("isplay", "ISPLAY", "isib", "ISIB", "size", "SIZE")
"""Some word of each pattern above, by which most rules are passed over at a glance."""

_CLASSES = etree.XPath("//@class", smart_strings=False)
_IDS = etree.XPath("//@id", smart_strings=False)
_STYLED = etree.XPath("//@style/.. | //@color/..")
_SELECTOR = re.compile(r"(?P<tag>[a-zA-Z][a-zA-Z0-9]*)?(?P<names>([.#][A-Za-z_][\w-]*)+)")
_NAME = re.compile(r"([.#])([A-Za-z_][\w-]*)")
_SIZED = re.compile(r"(?<![-\w])font(-size)?\s*:", re.I)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)", re.I)
_BACKGROUND = re.compile(r"(?<![-\w])background(?:-color|-image)?\s*:\s*([^;!}]+)", re.I)
_WHITE = re.compile(
    r"white|#f{3}|#f{4}|#f{6}|#f{8}|transparent|#[0-9a-f]{3}0|#[0-9a-f]{6}00|"
    r"rgba?\(\s*255[\s,]+255[\s,]+255\s*([,/]\s*1(\.0*)?\s*)?\)|"
    r"rgba\((\s*[\d.%]+[\s,]+){3}/?\s*0*(\.0*)?\s*\)|hsla?\([^)]*,\s*100%\s*(,[^)]*)?\)",
    re.I,
)
_DARK_NAME = re.compile(r"(^|[\s_-])(dark|night|black)(mode|theme)?([\s_-]|$)", re.I)
_PAGE = re.compile(r"(^|[,\s}])(body|html|:root)\s*(,|$)", re.I)
_MOST_WHITE = 100
"""Pieces in white that are looked at; a page has a few, or it is dark."""

_WRAPPERS = 3
"""Elements around a white piece that are looked through for other text."""

_ENOUGH_BESIDE = 40
"""Characters of other text around a white piece, which tell that the page is not dark."""


_Name = tuple[str, str]
""""." and a class, or "#" and an id."""


@dataclass(frozen=True)
class _Rule:
    """What a selector without any relation asks for."""

    tag: str
    names: tuple[_Name, ...]

    def fits(self, node: HtmlElement) -> bool:
        """Whether an element is meant."""
        if self.tag and node.tag != self.tag:
            return False
        classes = (node.get("class") or "").split()
        return all(
            name in classes if mark == "." else name == node.get("id") for mark, name in self.names
        )


def faint(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that are tiny or white on white by a style of their own."""
    styled = _STYLED(tree)
    white = [node for node in styled if _is_written_white(node)][:_MOST_WHITE]
    if white and _may_be_dark(tree):
        white = []
    return [*filter(_is_tiny, styled), *filter(_is_white_behind, white)]


def hidden_by_sheets(tree: HtmlElement) -> list[HtmlElement]:
    """The elements that the style sheets inside the page hide, or colour as their ground is."""
    css = _sheets(tree)
    always = _CONDITIONAL.sub("", css)
    found = unseen_by_colour(tree, css, always)
    if not _HIDES.search(css):
        return found
    there = {(".", name) for names in set(_CLASSES(tree)) for name in names.split()}
    there |= {("#", name) for name in _IDS(tree)}
    rules = _hiding_rules(css, always, there)
    for node in tree.iter(etree.Element) if rules else ():
        own = [(".", name) for name in (node.get("class") or "").split()]
        own.append(("#", node.get("id") or ""))
        meant = any(rule.fits(node) for name in own for rule in rules.get(name, ()))
        if meant and "display" not in (node.get("style") or ""):
            found.append(node)
    return found


def _is_tiny(node: HtmlElement) -> bool:
    """Whether all text of an element is as small as a dot, by its own style."""
    if not _TINY.search(node.get("style") or ""):
        return False
    return not any(
        below.get("class") or below.tag in ("font", "h1", "h2", "h3")
        or _SIZED.search(below.get("style") or "")
        for below in node.iterdescendants(etree.Element)
    )  # fmt: skip


def _is_written_white(node: HtmlElement) -> bool:
    colour = _COLOUR.search(node.get("style") or "")
    return _is_white(colour[1] if colour else node.get("color") or "")


def _is_white_behind(node: HtmlElement) -> bool:
    """Whether it is white behind an element, as far as the page tells."""
    for around in (node, *node.iterancestors()):
        behind = _BACKGROUND.search(around.get("style") or "")
        stated = behind[1] if behind else around.get("bgcolor") or around.get("background") or ""
        if stated:
            return _is_white(stated)
    return not _may_be_styled(node) and _has_dark_text_beside(node)


def _may_be_dark(tree: HtmlElement) -> bool:
    """Whether the page as a whole has, or may have, a dark ground."""
    for node in (tree, *tree.iterchildren("body")):
        stated = (node.get("class"), node.get("id"), node.get("data-theme"))
        if any(map(_DARK_NAME.search, filter(None, stated))):
            return True
    grounds = (
        match[1]
        for selectors, block in _blocks(_sheets(tree), ("background",))
        if _PAGE.search(selectors.strip())
        for match in _BACKGROUND.finditer(block)
    )
    return not all(map(_is_white, grounds))


def _is_white(colour: str) -> bool:
    return bool(_WHITE.fullmatch(colour.strip()))


def _may_be_styled(node: HtmlElement) -> bool:
    """Whether a sheet that is not here may have put something dark behind an element."""
    return any(
        around.get("class") or around.get("id")
        for around in (node, node.getparent())
        if around is not None and around.tag not in ("body", "html", "article", "main")
    )


def _has_dark_text_beside(node: HtmlElement) -> bool:
    """Whether a good deal of text around an element has no colour of its own."""
    for parent in list(node.iterancestors())[:_WRAPPERS]:
        texts = [parent.text or "", *(child.tail or "" for child in parent)]
        texts += [
            child.text_content()
            for child in parent.iterchildren(etree.Element)
            if child is not node and not _COLOUR.search(child.get("style") or "")
            and child.tag not in ("head", "script", "style", "font")
        ]  # fmt: skip
        if len(one_line(" ".join(texts))) >= _ENOUGH_BESIDE:
            return True
        if parent.get("class") or _COLOUR.search(parent.get("style") or ""):
            return False
        node = parent
    return False


def _sheets(tree: HtmlElement) -> str:
    """All sheets in a page, but those for print."""
    sheets: list[str] = []
    for node in tree.iter("style"):
        media = (node.get("media") or "").lower()
        if "print" not in media or "screen" in media:
            sheets.append(node.text or "")
    first, *others = "\n".join(sheets)[:_SHEETS_LENGTH].split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _hiding_rules(css: str, always: str, there: Set[_Name]) -> dict[_Name, list[_Rule]]:
    """The rules that hide under all conditions, and that none overrules under any.

    By the first of their names, all of which must be `there`.
    """
    hiding: list[_Rule] = []
    for selectors, block in _blocks(always, _HIDING_WORDS):
        for selector in selectors.split(",") if _HIDES.search(block) else ():
            fitting = _SELECTOR.fullmatch(selector.strip())
            names = tuple(_NAME.findall(fitting["names"])) if fitting else ()
            if fitting and all(name in there for name in names):
                hiding.append(_Rule((fitting["tag"] or "").lower(), names))
    shown = {
        name
        for selectors, block in (_blocks(css, _SHOWING_WORDS) if hiding else ())
        if _SHOWS.search(block)
        for name in _NAME.findall(selectors)
    }
    found: dict[_Name, list[_Rule]] = {}
    for rule in dict.fromkeys(hiding):
        if shown.isdisjoint(rule.names):
            found.setdefault(rule.names[0], []).append(rule)
    return found


def _blocks(css: str, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Selectors and what is in the braces after them, where that has one of these words."""
    for piece in css.split("}"):
        if any(word in piece for word in words):
            selectors, brace, block = piece.rpartition("{")
            if brace:
                yield selectors.rpartition(";")[2], block
