"""A briefing with five sections and three articles, and the pane that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefing_app.domain.article import Original
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store
from tests.briefing_copy import open_copy
from tests.gui.reading.texts import ARTICLES, PLAIN

SECTIONS = ("Background", "Position", "Response", "Cyber", "Outlook")


def fill(store: Store) -> None:
    """Add the sections and the articles."""
    memo_id = store.memos.all()[0].id
    for title in SECTIONS:
        store.sections.add(memo_id, title)
    for name, article in ARTICLES.items():
        store.articles.add(Original(f"{name}.txt", "text/plain", name.encode()), [article])


@pytest.fixture(scope="session")
def filled_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled briefing; leave it as it is."""
    path = tmp_path_factory.mktemp("reading") / "reading.briefing"
    with Store.create(path, "Reading") as store:
        fill(store)
    return path


@pytest.fixture
def session(filled_made: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A session on a copy of it."""
    session = Session()
    session.open(open_copy(filled_made, tmp_path))
    yield session
    session.close()


@pytest.fixture
def pane(session: Session, theme: Theme, qtbot) -> ReadingPane:
    """The pane, shown and with the plain article open."""
    pane = ReadingPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(760, 700)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    session.open_article(PLAIN.id)
    pane.view.setFocus()
    return pane
