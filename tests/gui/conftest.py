"""A window's surroundings: a theme, and a session on a briefing with sections and articles."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QStyleFactory

from briefing_app.domain.article import Article, Original
from briefing_app.gui import dates, direction, files
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.session import Notice, Session
from briefing_app.gui.theme import Theme
from briefing_app.sample import make_sample
from briefing_app.store import Store
from tests.briefing_copy import open_copy

SECTIONS = ("Background", "Position", "Response", "Cyber", "Outlook")
RECORDS = (
    ("NATO chief is mum on reaction", "Bloomberg", "2020-01-06", "Allies called for restraint."),
    ("U.S. briefs NATO over Iran strike", "Reuters", "2020-01-07", "They don't want a conflict."),
    ("Silence on whether the alliance would respond", "", "", "No date, no outlet, but restraint."),
    ("Oil climbs on supply worries", "Ledger", "", "Brent rose for a third day."),
    ("Baghdad vote leaves mission in limbo", "", "2020-01-05", "Parliament voted on Sunday."),
)


@pytest.fixture(autouse=True)
def dates_as_usual() -> Iterator[None]:
    """A test that prefers another style of dates does so for itself alone."""
    yield
    dates.use_style("short")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, put on the application."""
    if qapp.style().name() != "fusion":  # all widgets take a style on anew, be it the same
        qapp.setStyle(QStyleFactory.create("Fusion"))
    theme = Theme()
    theme.apply()
    return theme


@pytest.fixture(scope="session")
def sections_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A briefing with one memo, five sections and no articles; leave it as it is."""
    path = tmp_path_factory.mktemp("sections") / "window.briefing"
    with Store.create(path, "Window") as store:
        memo_id = store.memos.all()[0].id
        for title in SECTIONS:
            store.sections.add(memo_id, title)
    return path


@pytest.fixture
def session(sections_made: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A session on a copy of that briefing."""
    session = Session()
    session.open(open_copy(sections_made, tmp_path))
    yield session
    session.close()


@pytest.fixture
def mirrored(theme: Theme, qapp: QApplication) -> Iterator[QApplication]:
    """The application in Hebrew: what is made from now on goes from right to left."""
    before = QLocale()
    QLocale.setDefault(QLocale("he"))
    direction.dress(qapp)
    yield qapp
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setStyle(QStyleFactory.create("Fusion"))


@pytest.fixture
def notices(session: Session) -> list[Notice]:
    """Everything that the session tells the user."""
    heard: list[Notice] = []
    session.notified.connect(heard.append)
    return heard


@pytest.fixture
def articles(session: Session) -> list[str]:
    """Ids of five articles: two complete ones, then without both, without date, without outlet."""
    return [
        session.store.articles.add(
            Original(f"{place}.txt", "text/plain", headline.encode()),
            [Article(headline, body, publisher=publisher, published=published)],
        )[0]
        for place, (headline, publisher, published, body) in enumerate(RECORDS)
    ]


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample briefing as it is built; leave it as it is."""
    return make_sample(tmp_path_factory.mktemp("sample") / "sample.briefing")


@pytest.fixture
def sample(sample_made: Path, tmp_path: Path) -> Path:
    """A copy of the sample briefing to work in."""
    return Path(shutil.copy(sample_made, tmp_path / "sample.briefing"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands in for the user's folder of briefings; it does not exist yet."""
    folder = tmp_path / "Briefings"
    monkeypatch.setattr(files, "home_folder", lambda: folder)
    return folder


@pytest.fixture
def window(qtbot, theme: Theme, home: Path) -> Iterator[MainWindow]:
    """The window, shown, with no briefing open yet."""
    window = MainWindow(Session(), theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.close()


@pytest.fixture
def on_sample(window: MainWindow, sample: Path) -> MainWindow:
    """The window on the sample."""
    assert window.files.open(sample)
    return window
