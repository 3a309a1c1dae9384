"""Going from place to place that a search found in the open article."""

from __future__ import annotations

import pytest

from briefing_app.gui.reading.searched_view import SearchedView
from briefing_app.gui.reading.view import ReadingView
from tests.gui.reading.texts import PLAIN


@pytest.fixture
def view(theme, qtbot) -> SearchedView:
    view = ReadingView(theme)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    view.show_article(PLAIN)
    return view


def test_places_are_counted_and_gone_to_in_turn(view, qtbot):
    count = view.set_search("the")
    assert count > 1
    assert view.found == (0, count)
    starts = []
    for _ in range(count):
        assert view.find_from(starts[-1] + 1 if starts else 0)
        starts.append(view.found_passage.start)
    assert starts == sorted(set(starts))
    assert view.found == (count, count)


def test_after_the_last_place_comes_the_first(view):
    count = view.set_search("the")
    assert view.find_from(0)
    for _ in range(count):
        assert view.find_next()
    assert view.found[0] == 1
    assert view.find_previous()
    assert view.found[0] == count


def test_what_is_nowhere_leads_nowhere(view, qtbot):
    with qtbot.waitSignal(view.found_changed):
        assert view.set_search("xylophone") == 0
    assert not view.find_next()
    assert view.found_passage is None
