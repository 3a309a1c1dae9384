"""Why the list is empty, and the ways out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing_app.gui.library.nothing_listed import NothingListed


@pytest.fixture
def nothing(qtbot) -> NothingListed:
    nothing = NothingListed()
    qtbot.addWidget(nothing)
    nothing.show()
    return nothing


def test_a_search_without_hits_names_its_words_and_can_be_cleared(
    nothing: NothingListed, qtbot
) -> None:
    nothing.explain("xyz", "all")
    assert nothing.text.text() == "No article matches “xyz”"
    assert not nothing.show_all.isVisible()
    with qtbot.waitSignal(nothing.search_cleared):
        QTest.mouseClick(nothing.clear, Qt.MouseButton.LeftButton)


def test_an_empty_filter_offers_all_articles(nothing: NothingListed, qtbot) -> None:
    nothing.explain("", "unread")
    assert nothing.text.text() == "Every article has been read."
    assert not nothing.clear.isVisible()
    with qtbot.waitSignal(nothing.all_requested):
        QTest.mouseClick(nothing.show_all, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["all", "tagged", "incomplete"])
def test_every_filter_has_its_words(nothing: NothingListed, name: str) -> None:
    nothing.explain("", name)
    assert nothing.text.text()
    assert nothing.show_all.isVisible() == (name != "all")
