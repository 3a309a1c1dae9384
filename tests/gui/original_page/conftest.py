"""The pages stand beside a text: what tests of reading start from, and an article with pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing_app.domain.article import Article, Original
from briefing_app.gui.original_page.view import OriginalPage
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Session
from briefing_app.readers import read_bytes
from tests.gui.original_page.pages import Show, click, pdf
from tests.gui.reading.conftest import filled_made, pane, session

__all__ = ["beside", "filled_made", "paged", "pane", "session", "show"]


@pytest.fixture
def show(pane: ReadingPane, session: Session) -> Iterator[Show]:
    """Open an article in the pane."""

    def put(original: Original, article: Article) -> None:
        (id,) = session.store.articles.add(original, [article])
        session.open_article(id)

    yield put
    pane.beside.page.close_file()


@pytest.fixture
def paged(pane: ReadingPane, show: Show) -> ReadingPane:
    """The pane with an article of several pages, without the page beside it."""
    file = read_bytes("ministers.pdf", pdf())
    show(file.original, file.articles[0])
    return pane


@pytest.fixture
def beside(paged: ReadingPane, qtbot) -> OriginalPage:
    """The page beside the text, drawn."""
    click(paged.beside.toggle)
    qtbot.waitUntil(lambda: paged.beside.page.is_drawn, timeout=20_000)
    return paged.beside.page
