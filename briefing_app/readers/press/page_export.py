"""Exports of press databases that are web pages."""

from __future__ import annotations

from copy import deepcopy

from lxml.html import HtmlElement

from briefing_app.domain.article import Article
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.press import europresse
from briefing_app.readers.press.exports import articles_of, read_export
from briefing_app.readers.web import html_tree

_MARKS = ("End of Document", " DOCUMENT", "Factiva", "ProQuest", "DocPublicationName")


def read_export_page(tree: HtmlElement, source: str) -> tuple[list[Article], list[str]]:
    """The articles of a page that is an export, and words for the user; no articles if it is none.

    source  the page's markup, of which a glance tells what most pages are not
    """
    if not any(mark in source for mark in _MARKS):
        return [], []
    if europresse.knows(tree):
        return articles_of(europresse.NAME, europresse.split(deepcopy(tree)))
    return read_export([Line(text) for text in html_tree.lines(tree)])
