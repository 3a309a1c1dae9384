"""A briefing with five sections and three articles, and the pane that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefing_app.domain.article import Article, Original, SetAside
from briefing_app.gui.reading.pane import ReadingPane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store

SECTIONS = ("Background", "Position", "Response", "Cyber", "Outlook")

PLAIN = Article(
    "Harbour talks resume",
    "The minister said on Monday that talks would resume 😀 in May.\n"
    "“We will not be hurried,” Anna Kovac told reporters in the harbour. “Not by anybody.”\n"
    "The port handled 2.1 million containers last year.",
    byline="Mira Lund",
    publisher="Harbor Ledger",
    published="2020-01-06",
    set_aside=(
        SetAside("advertisement", "ADVERTISEMENT"),
        SetAside("contact", "To contact the reporter, write to the desk."),
    ),
)
INCOMPLETE = Article("Nobody knows where this is from", "One paragraph, and no outlet at all.")
ARABIC = Article(
    "محادثات الميناء تستأنف",
    "قال الوزير يوم الاثنين إن NATO علق المهمة، وأضاف أن «ذلك لن يساعد».\nAn English line.",
    publisher="الميناء",
    published="2020-01-07",
    language="ar",
)
LONG = Article(
    "A long read",
    "\n".join(
        f"Paragraph {n} tells of the harbour and of ship number {n}. " * 4 for n in range(60)
    ),
    publisher="Harbor Ledger",
    published="2020-01-08",
)
ARTICLES = {"plain": PLAIN, "incomplete": INCOMPLETE, "arabic": ARABIC, "long": LONG}


def fill(store: Store) -> None:
    """Add the sections and the articles."""
    memo_id = store.memos.all()[0].id
    for title in SECTIONS:
        store.sections.add(memo_id, title)
    for name, article in ARTICLES.items():
        store.articles.add(Original(f"{name}.txt", "text/plain", name.encode()), [article])


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, put on the application."""
    theme = Theme()
    theme.apply()
    return theme


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A session on a filled briefing."""
    store = Store.create(tmp_path / "reading.briefing", "Reading")
    fill(store)
    session = Session()
    session.open(store)
    yield session
    session.close()


@pytest.fixture
def pane(session: Session, theme: Theme, qtbot) -> ReadingPane:
    """The pane, shown and with the plain article open."""
    pane = ReadingPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(760, 700)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    session.open_article(PLAIN.id)
    pane.view.setFocus()
    return pane
