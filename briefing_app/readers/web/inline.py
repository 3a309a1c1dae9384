"""Elements within a line of text that the search for the article would drop or tear apart.

The library leaves out times and labels, with their words, and makes paragraphs of quotations
and of code, in the middle of a sentence. So they become plain text before, and so does what a
browser shows without its standing in the text.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from briefing_app.readers.canonical import canonical
from briefing_app.readers.plain.paragraphs import split_paragraphs
from briefing_app.readers.web.blocks import name_blocks
from briefing_app.readers.web.html_tree import remove
from briefing_app.readers.web.list_numbers import write_list_numbers
from briefing_app.readers.web.note_marks import remove_note_marks

_MARKED = ("q", "code", "time", "label", "output")
_READINGS = ("rt", "rp", "rtc")
"""How signs are pronounced: printed above them, not among them."""

_LINES = {"p", "li", "blockquote", "dd", "td", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption"}
_QUOTES = tuple("“”„«»「『\"'‘’‚‹›")
_SHORTEST_FIXED = 200
"""Characters of preformatted text; less is an example or a table, and stays one line."""


def make_plain(tree: HtmlElement) -> None:
    """Write out quotation marks and numbers of lists, take marks of notes away, and make plain
    text of elements that stand within a line, and paragraphs of fixed lines.
    """
    for comment in list(tree.iter(etree.Comment, etree.PI)):
        if (comment.tail or "").strip():  # for the library it would end the text around it
            remove(comment)
    name_blocks(tree)
    remove_note_marks(tree)
    write_list_numbers(tree)
    for node in list(tree.iter("pre", *_READINGS, *_MARKED)):
        if node.tag in _READINGS:
            remove(node)
        elif node.tag == "pre":
            if node.find(".//code") is None:
                _divide(node)
        elif node.getparent() is not None and _is_in_line(node):
            if node.tag == "q":
                _quote(node)
            node.drop_tag()


def _is_in_line(node: HtmlElement) -> bool:
    """Whether an element has other words beside it in a paragraph or the like."""
    line = next((around for around in node.iterancestors() if around.tag in _LINES), None)
    if line is None:
        return False
    return len(line.text_content().strip()) > len(node.text_content().strip())


def _quote(node: HtmlElement) -> None:
    """Write the quotation marks that a browser shows around an element."""
    text = node.text_content().strip()
    if text and not text.startswith(_QUOTES):
        node.text = f"“{node.text or ''}"
        if len(node):
            node[-1].tail = f"{node[-1].tail or ''}”"
        else:
            node.text += "”"


def _divide(node: HtmlElement) -> None:
    """Make paragraphs of a text whose lines are broken by hand."""
    text = canonical(node.text_content())
    if len(text) < _SHORTEST_FIXED or "\n" not in text:
        return
    for child in list(node):
        node.remove(child)
    node.tag, node.text = "div", None
    for paragraph in split_paragraphs(text):
        etree.SubElement(node, "p").text = paragraph
