"""An importer in a window of its own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from briefing_app.gui.importing.importer import Importer
from briefing_app.gui.session import Notice, Session


@pytest.fixture
def importer(session: Session, notices: list[Notice], qtbot) -> Importer:
    window = QWidget()
    qtbot.addWidget(window)
    return Importer(session, window)
