"""An article set as a Qt document."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from briefing_app.domain.article import Article
from briefing_app.gui.reading.article_page import DETAILS, HEAD_LINES, SET_ASIDE, ArticlePage
from briefing_app.gui.theme import Theme
from tests.gui.reading.texts import ARABIC, INCOMPLETE, PLAIN


def lines(document: QTextDocument) -> list[str]:
    return [document.findBlockByNumber(n).text() for n in range(document.blockCount())]


def link(page: ArticlePage, line: int) -> str:
    block = page.document.findBlockByNumber(line)
    return block.begin().fragment().charFormat().anchorHref()


def test_the_head_stands_above_the_paragraphs(theme: Theme) -> None:
    shown = lines(ArticlePage(PLAIN, theme).document)
    assert shown[0].replace("\u200e", "") == "Harbor Ledger   ·   6 Jan 2020"
    assert shown[1] == PLAIN.headline
    assert shown[2] == "By Mira Lund\u200334 words · 1 min read".replace(
        "34", str(len(PLAIN.body.split()))
    )
    assert tuple(shown[3:6]) == PLAIN.paragraphs


def test_what_is_missing_is_a_link_to_the_details(theme: Theme) -> None:
    page = ArticlePage(INCOMPLETE, theme)
    assert lines(page.document)[0] == "Add outlet and date"
    assert link(page, 0) == DETAILS
    assert link(ArticlePage(PLAIN, theme), 0) == ""
    nameless = ArticlePage(replace(PLAIN, headline="", byline=""), theme)
    assert link(nameless, 1) == DETAILS
    assert "No author named" in lines(nameless.document)[2]


def test_each_paragraph_runs_in_its_own_direction(theme: Theme) -> None:
    document = ArticlePage(ARABIC, theme).document
    directions = [document.findBlockByNumber(HEAD_LINES + n).textDirection() for n in range(2)]
    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


def test_set_aside_lines_wait_behind_a_line_that_counts_them(theme: Theme) -> None:
    closed = ArticlePage(PLAIN, theme)
    assert lines(closed.document)[-1] == "▸ 2 lines set aside (advertisement, contact)"
    assert link(closed, closed.document.blockCount() - 1) == SET_ASIDE
    opened = ArticlePage(PLAIN, theme, shows_set_aside=True)
    assert lines(opened.document)[-2:] == [line.text for line in PLAIN.set_aside]
    assert SET_ASIDE not in {link(ArticlePage(INCOMPLETE, theme), n) for n in range(4)}


def test_markup_in_an_article_is_shown_as_text(theme: Theme) -> None:
    page = ArticlePage(Article("<b>Bold</b> &amp;", "<img src='http://x/y.png'>"), theme)
    assert lines(page.document)[1] == "<b>Bold</b> &amp;"
    assert lines(page.document)[3] == "<img src='http://x/y.png'>"


@given(
    paragraphs=st.lists(
        st.text(st.characters(exclude_categories=["Cc", "Zl", "Zp"]), min_size=1), min_size=1
    )
)
def test_positions_of_the_body_and_of_the_document_agree(qapp, paragraphs: list[str]) -> None:
    page = ArticlePage(Article("A 😀 headline", "\n".join(paragraphs)), Theme())
    for number, paragraph in enumerate(paragraphs):
        start = sum(len(p) + 1 for p in paragraphs[:number])
        block = page.document.findBlockByNumber(HEAD_LINES + number)
        assert page.unit(start) == block.position()
        assert page.point(block.position() + block.length() - 1) == start + len(paragraph)
        assert page.slice(block.position(), block.position() + block.length() - 1) == paragraph
    assert page.point(0) < 0
