"""Exports of press databases that are web pages."""

from __future__ import annotations

from copy import deepcopy

from lxml.html import HtmlElement

from briefing_app.domain.article import Article
from briefing_app.readers.canonical import one_line
from briefing_app.readers.documents.flow import Line
from briefing_app.readers.particulars import agency
from briefing_app.readers.press import europresse
from briefing_app.readers.press.exports import articles_of, read_export
from briefing_app.readers.web import html_tree

_MARKS = ("End of Document", " DOCUMENT", "Factiva", "articleParagraph", "ProQuest",
          "DocPublicationName", "Ende des Dokuments", "Dokumentende", "Fin du document",
          "Fin del documento", "Fine del documento", "Fim do documento", "Einde van",
          "Dokumentnummer", "Dauerhafte Adresse", "ewsbank", "ewsBank", "Accession Number",
          "Gale Document Number",
          )  # fmt: skip


def read_export_page(tree: HtmlElement, source: str) -> tuple[list[Article], list[str]]:
    """The articles of a page that is an export, and words for the user; no articles if it is none.

    source  the page's markup, of which a glance tells what most pages are not
    """
    if not any(mark in source for mark in _MARKS):
        return [], []
    if europresse.knows(tree):
        return articles_of(europresse.NAME, europresse.split(deepcopy(tree)))
    nodes = _factiva_articles(tree) if "articleParagraph" in source else []
    body = tree.find("body")
    nodes = nodes or [tree if body is None else body]
    return read_export([Line(text) for node in nodes for text in html_tree.lines(node)])


def _factiva_articles(tree: HtmlElement) -> list[HtmlElement]:
    """The articles of a page of Factiva, without what the page has between them."""
    _sign(tree)
    found: list[HtmlElement] = tree.xpath("//div[contains(@class, 'article ')]")
    return [node for node in found if not node.xpath(".//div[contains(@class, 'article ')]")]


def _sign(tree: HtmlElement) -> None:
    """Have the lines in which Factiva's pages name authors say so: they are told by class only."""
    for node in tree.xpath("//div[starts-with(@class, 'article ')]/div[@class='author']"):
        name = one_line(node.text_content())
        if name and not agency.byline(name):
            node.text = f"By {node.text or ''}"
