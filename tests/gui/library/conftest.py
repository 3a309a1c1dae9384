"""The library pane, shown and with the focus in its list."""

from __future__ import annotations

import pytest

from briefing_app.gui.library.pane import LibraryPane
from briefing_app.gui.session import Session
from briefing_app.gui.theme import Theme


@pytest.fixture
def pane(session: Session, theme: Theme, articles: list[str], qtbot) -> LibraryPane:
    """The pane on five articles, none of them opened."""
    pane = LibraryPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(320, 640)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    pane.list.setFocus()
    return pane
