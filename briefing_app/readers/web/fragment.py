"""Pieces of markup that are no whole page: the body of a mail, an item of a feed, a selection."""

from __future__ import annotations

from lxml.html import HtmlElement

from briefing_app.domain.article import SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.web import html_tree
from briefing_app.readers.web.fixed_lines import divide_fixed_lines, may_be_in
from briefing_app.readers.web.furniture import remove_unseen, take_captions
from briefing_app.readers.web.inline import make_plain

_DEEPEST = 500


def clean_fragment(html: str) -> list[str]:
    """The paragraphs of a piece of markup in order, [] where it shows no text.

    What a browser would not show is left out: scripts, hidden nodes, forms. All else is kept, for
    a piece has no frame of menus and teasers around it.
    """
    tree = _parsed(html)
    if not isinstance(tree, HtmlElement):
        return tree
    remove_unseen(tree)
    make_plain(tree)
    return html_tree.lines(tree)


def split_fragment(html: str) -> tuple[list[str], list[SetAside]]:
    """Like clean_fragment, with the words under pictures apart."""
    tree = _parsed(html)
    if not isinstance(tree, HtmlElement):
        return tree, []
    remove_unseen(tree)
    make_plain(tree)
    captions = list(take_captions(tree))
    return html_tree.lines(tree), captions


def _parsed(html: str) -> HtmlElement | list[str]:
    """The markup as a tree, or its paragraphs where it cannot be one."""
    if not html.strip():
        return []
    try:
        tree = html_tree.parse(html)
    except UnreadableFile:
        return []
    if html_tree.is_deeper_than(tree, _DEEPEST):
        return html_tree.lines_without_tree(html)
    if may_be_in(html):
        divide_fixed_lines(tree)
    return tree
