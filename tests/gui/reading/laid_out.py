"""A page as wide as a test wants it."""

from __future__ import annotations

from briefing_app.domain.article import Article
from briefing_app.gui.reading.article_page import ArticlePage
from briefing_app.gui.theme import Theme


def laid_out(article: Article, theme: Theme, width: int = 500) -> ArticlePage:
    """The article's page with its margins in a view of this width."""
    page = ArticlePage(article, theme)
    page.document.setTextWidth(width)
    page.set_margins(width)
    return page
