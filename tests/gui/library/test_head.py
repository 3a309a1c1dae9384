"""What stands above the list."""

from __future__ import annotations

import pytest

from briefing_app.domain.query import parse
from briefing_app.gui.library.head import LibraryHead
from briefing_app.gui.theme import Theme


@pytest.fixture
def head(theme: Theme, qtbot) -> LibraryHead:
    head = LibraryHead(theme)
    qtbot.addWidget(head)
    head.show()
    return head


def test_it_says_how_many_were_found_of_words_only(head: LibraryHead) -> None:
    head.say_found(parse("oil"), 1, can_file=True)
    assert (head.found_line.text(), head.file_button.isVisible()) == ("1 article found", True)
    head.say_found(parse("oil"), 3, can_file=False)
    assert (head.found_line.text(), head.file_button.isVisible()) == ("3 articles found", False)
    head.say_found(parse("is:unread"), 3, can_file=True)
    assert not head.found_line.isVisible()


def test_while_it_searches_nothing_can_be_filed(head: LibraryHead) -> None:
    head.say_searching()
    assert head.found_line.text() == "Searching…" and not head.file_button.isVisible()


def test_a_filter_is_ready_for_words_behind_it(head: LibraryHead) -> None:
    head.write_search("is:unread")
    assert head.search_field.text() == "is:unread "
    head.write_search("is:unread oil")
    head.focus_search()
    assert head.search_field.selectedText() == "oil"
