"""Web pages: which part of them is the article."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.html import HtmlElement

from briefing_app.domain.article import SetAside
from briefing_app.errors import UnreadableFile
from briefing_app.readers.boilerplate import is_archive_caption, same_headline
from briefing_app.readers.canonical import body_of, one_line, reverses
from briefing_app.readers.encoding import decode
from briefing_app.readers.incoming import Contents, Incoming
from briefing_app.readers.particulars.authors import people
from briefing_app.readers.particulars.dates import find_date
from briefing_app.readers.particulars.head import take_head
from briefing_app.readers.particulars.metadata import Particulars, clean_address, complete
from briefing_app.readers.press.page_export import read_export_page
from briefing_app.readers.web import html_tree, paywall
from briefing_app.readers.web.article_text import (
    article_paragraphs,
    main_part,
    running_text,
    text_length,
    without_links,
)
from briefing_app.readers.web.fragment import clean_fragment
from briefing_app.readers.web.furniture import (
    HIDDEN_LENGTH,
    forget_names_within_text,
    remove_comments,
    remove_furniture,
    remove_unseen,
    take_captions,
)
from briefing_app.readers.web.inline import make_plain
from briefing_app.readers.web.page import read_page
from briefing_app.readers.web.page_elements import deck
from briefing_app.readers.web.recognition import guessed_particulars, may_name_authors

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:-]+)", re.I
)
_ENOUGH = 0.6
"""Of the running text in one place of a page; with less, the article was not found whole."""

_NEAR = 200
_LEAST = 150
"""Characters of running text; with less, and nothing recognised, all of a page is wanted."""

_DEEPEST = 500
"""Levels; the parser loses text beyond 2,048."""


def read_html_file(file: Incoming) -> Contents:
    """Read a web page: one article, or those of a press database's export.

    Raises UnreadableFile: there is no text on the page.
    """
    declared = _CHARSET.search(file.data[:4000])
    decoded = decode(file.data, declared[1].decode("ascii") if declared else "")
    warnings = [] if decoded.sure else [f"The text encoding was guessed ({decoded.encoding})."]
    if reverses(decoded.text):
        warnings.append("Characters that reverse the direction of text were removed.")
    tree = html_tree.parse(decoded.text)
    # While they are held, the nodes need not be made anew for every walk through the tree.
    held = [*tree.iter()]
    articles, notes = read_export_page(tree, decoded.text)
    if articles:
        return Contents(articles, warnings + notes)
    found = Particulars()
    found.offer("url", clean_address(file.url), "address")
    stated, description = read_page(found, tree)
    standfirst = deck(tree, description)
    paragraphs, aside = _text_of_page(tree, decoded.text, stated, warnings)
    _fall_back(found, tree)
    body, head = take_head(found, paragraphs)
    if not any(same_headline(line, standfirst) for line in body[:5]):
        found.offer("deck", standfirst, "page markup")
    for caption in aside:
        if caption.kind == "caption" and not is_archive_caption(caption.text):
            found.propose("published", find_date(caption.text), "photo caption")
    article = complete(found, body, head)
    if aside:
        article = replace(article, set_aside=(*aside, *article.set_aside))
    if not article.body:
        raise UnreadableFile(
            "there is no text on this page.",
            "Copy the article's text and paste it into the window.",
        )
    held.clear()
    if paywall.is_beginning(decoded.text, article.body):
        warnings.append(paywall.NOTE)
    return Contents([article], warnings + notes)


def _text_of_page(
    tree: HtmlElement, source: str, stated: str, warnings: list[str]
) -> tuple[list[str], list[SetAside]]:
    """The paragraphs of the article, or of everything on the page where that has to do.

    stated  the article's text as JSON-LD gives it, "" where it does not: a check, and a last
            resort, for often it has no paragraphs
    The second are lines that are no text: captions and links to other articles.
    """
    if html_tree.is_deeper_than(tree, _DEEPEST):
        warnings.append("The page is nested too deeply; the text of the whole page was kept.")
        return html_tree.lines_without_tree(source), []
    if remove_unseen(tree) > HIDDEN_LENGTH:
        warnings.append("Hidden text was left out.")
    remove_comments(tree)
    make_plain(tree)
    shown = running_text(tree)
    told = clean_fragment(stated) if "<p" in stated else body_of(stated.split("\n")).split("\n")
    wanted = max(shown, told, key=text_length)
    aside = list(take_captions(tree))
    remove_furniture(tree)
    paragraphs = article_paragraphs(tree)
    if not _is_enough(paragraphs, wanted):
        paragraphs = _second_try(source, paragraphs, shown)
    if not _is_enough(paragraphs, told):
        paragraphs = told
        warnings.append("The page shows less than the article; the rest stood in its head.")
    if not paragraphs:
        paragraphs = html_tree.lines(main_part(tree))
        warnings.append("No article was recognised; the text of the whole page was kept.")
        return paragraphs, aside
    paragraphs, links = without_links(paragraphs, tree)
    return paragraphs, [*aside, *links]


def _is_enough(paragraphs: list[str], wanted: list[str]) -> bool:
    return text_length(paragraphs) >= _ENOUGH * text_length(wanted)


def _second_try(source: str, first: list[str], shown: list[str]) -> list[str]:
    """The article of a page that lost much of its text, perhaps with its furniture."""
    tree = html_tree.parse(source)
    remove_unseen(tree)
    remove_comments(tree)
    make_plain(tree)
    forget_names_within_text(tree)
    second = max(article_paragraphs(tree), first, key=text_length)
    if second and _is_enough(second, shown):
        return second
    return shown if text_length(shown) >= _LEAST else []


def _fall_back(found: Particulars, tree: HtmlElement) -> None:
    """Guess at what the markup did not plainly tell, but never at the date.

    It may be that of a change or of another article on the page. So may the author, who is but
    proposed where the page does not name him near its headline.
    """
    has_all = found.get("headline") and (found.get("byline") or not may_name_authors(tree))
    if not has_all:
        headline, authors = guessed_particulars(tree)
        found.offer("headline", headline, "page markup")
        names = people([authors], guessed=True)
        if names and _stands_near(names.split(", ")[0], found.get("headline"), tree):
            found.offer("byline", names, "page markup")
        else:
            found.propose("byline", names, "page markup")


def _stands_near(name: str, headline: str, tree: HtmlElement) -> bool:
    """Whether a name stands shortly before or after the headline on a page."""
    text = one_line(tree.text_content()).casefold()
    at = text.find(headline.casefold())
    near = text[max(at - _NEAR, 0) : at + len(headline) + 3 * _NEAR]
    return at >= 0 and name.casefold() in near
