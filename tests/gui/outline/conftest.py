"""A briefing with nested sections, entries of every kind, and the pane that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.gui.outline.pane import OutlinePane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme
from briefing_app.store import Store
from tests.briefing_copy import open_copy
from tests.gui.outline.filled import fill


@pytest.fixture(scope="session")
def filled_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled briefing; leave it as it is."""
    path = tmp_path_factory.mktemp("outline") / "outline.briefing"
    with Store.create(path, "Outline") as store:
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
def pane(session: Session, theme: Theme, qtbot: QtBot) -> Iterator[OutlinePane]:
    """The pane at the right of a window, with the keyboard in the tree."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 900)
    pane = OutlinePane(session, theme, window)
    pane.setGeometry(500, 0, 380, 900)
    pane.set_overlay_host(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    pane.view.setFocus()
    yield pane
    window.close()
