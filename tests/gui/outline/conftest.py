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
from tests.gui.outline.filled import fill


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    """A session on a filled briefing."""
    store = Store.create(tmp_path / "outline.briefing", "Outline")
    fill(store)
    session = Session()
    session.open(store)
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
