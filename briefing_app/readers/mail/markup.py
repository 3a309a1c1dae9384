"""The lines of a mail written in markup, with quoted mail marked as in plain mail: by ">"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.domain.article import SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.canonical import canonical, one_line
from briefing_app.readers.mail.wrapping import paragraphs_of
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.furniture import remove_unseen
from briefing_app.readers.web.inline import make_plain

_DEEPEST = 500
_QUOTE_LEVELS = 12
_SIGNATURES = re.compile(
    r"(gmail_|moz-|apple-?mail|yahoo_|protonmail_|zoho|ms-outlook-mobile-|x_?)?signature(_block)?",
    re.I,
)
_QUOTE_STYLE = re.compile(r"border-left(-width)?\s*:\s*[^;]*[1-9]", re.I)
_LINK_TITLES = re.compile(r"(view|read|open|see)\b.{0,30}\b(browser|online|web)|im browser|"
                          r"en ligne|dans (le|votre) navigateur|en (el|su|tu) navegador|"
                          r"المتصفح", re.I)  # fmt: skip


def lines_of_markup(source: str) -> tuple[list[str], list[SetAside], str]:
    """The lines of a mail body, each a paragraph; marked signatures; address of the web version.

    Quoted mail has "> " before its lines, once a level. The address is "" where there is none.
    """
    try:
        tree = html_tree.parse(source)
    except UnreadableFile:
        return [], [], ""
    if html_tree.is_deeper_than(tree, _DEEPEST):
        return html_tree.lines_without_tree(source), [], ""
    address = next(_web_versions(tree), "")
    remove_unseen(tree)
    aside = list(_take_signatures(tree))
    _divide_preformatted(tree)
    make_plain(tree)
    _join_head_rows(tree)
    _mark_quotes(tree)
    return html_tree.lines(tree), aside, address


def _web_versions(tree: HtmlElement) -> Iterator[str]:
    for link in tree.iter("a"):
        address = (link.get("href") or "").strip()
        if address.startswith("http") and _LINK_TITLES.search(link.text_content()[:200]):
            yield address


def _take_signatures(tree: HtmlElement) -> Iterator[SetAside]:
    for node in list(tree.iter("div", "table", "span", "p", "pre")):
        names = f"{node.get('class') or ''} {node.get('id') or ''}".split()
        if node.getparent() is None or not any(map(_SIGNATURES.fullmatch, names)):
            continue
        if len(node.text_content()) > 1500:
            continue
        for line in html_tree.lines(node):
            if line.strip(" -_"):
                yield SetAside("signature", line)
        html_tree.remove(node)


def _divide_preformatted(tree: HtmlElement) -> None:
    """Make paragraphs of text whose lines were divided by hand."""
    for node in [n for n in tree.iter("pre") if next(n.iterancestors("pre"), None) is None]:
        _fill(node, paragraphs_of(canonical(node.text_content()).split("\n")))


def _join_head_rows(tree: HtmlElement) -> None:
    """Put "Subject:" and what follows in the next cell on one line, as the user sees it."""
    for row in list(tree.iter("tr")):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) == 2 and row.find(".//table") is None:
            label = one_line(cells[0].text_content())
            if len(label) < 40 and label.endswith((":", "：")):
                _fill(row, [f"{label} {one_line(cells[1].text_content())}"])


def _mark_quotes(tree: HtmlElement) -> None:
    """The innermost come first, so that the lines of those get their marks once more."""
    quotes = [node for node in tree.iter("blockquote") if _is_mail(node)]
    for node in reversed([node for node in quotes if _levels(node) <= _QUOTE_LEVELS]):
        _fill(node, [f"> {line}" for line in html_tree.lines(node)])


def _levels(quote: HtmlElement) -> int:
    return sum(1 for _ in quote.iterancestors("blockquote"))


def _is_mail(quote: HtmlElement) -> bool:
    """Whether a block quote is mail that was answered or passed on, not one of an article."""
    names = quote.get("class") or ""
    cited = quote.get("type") == "cite" or bool(re.search("gmail_quote|protonmail_quote", names))
    return cited or bool(_QUOTE_STYLE.search(quote.get("style") or ""))


def _fill(node: HtmlElement, lines: list[str]) -> None:
    """Put paragraphs in the place of all that is in a node; the text after it stays."""
    for child in list(node):
        node.remove(child)
    node.text = None
    for line in lines:
        etree.SubElement(node, "p").text = line
