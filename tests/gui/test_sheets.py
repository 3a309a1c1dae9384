"""Sheets that stay while the user works on open once, and come up again."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from briefing_app.gui.dialogs.history import HistorySheet
from briefing_app.gui.overview.sheet import OverviewSheet
from briefing_app.gui.preferences import Preferences
from briefing_app.gui.sheets import Sheets


@pytest.fixture
def over(qtbot, session, theme):
    """A bare window, and the sheets that open over it."""
    window = QWidget()
    qtbot.addWidget(window)
    return window, Sheets(session, theme, Preferences(theme, window), window)


@pytest.mark.parametrize(
    ("command", "kind"), [("show_history", HistorySheet), ("show_overview", OverviewSheet)]
)
def test_a_sheet_that_stays_is_there_once(over, command, kind):
    window, sheets = over
    getattr(sheets, command)()
    getattr(sheets, command)()
    (sheet,) = window.findChildren(kind)
    assert sheet.isVisible()


def test_the_citation_of_the_open_article_goes_to_the_clipboard(over, session, articles):
    session.open_article(articles[0])
    over[1].copy_citation()
    assert "NATO chief is mum on reaction" in QGuiApplication.clipboard().text()


def test_without_an_open_article_no_details_are_shown(over, session):
    over[1].edit_open_article()
    assert over[0].findChildren(QWidget) == []
