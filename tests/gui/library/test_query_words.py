"""What was not understood of a search is said in words."""

from __future__ import annotations

from briefing_app.domain.query import parse
from briefing_app.gui.library.query_words import hint, language_name


def test_a_hint_names_what_was_not_understood() -> None:
    assert hint(parse("nato is:unread")) == ""
    assert hint(parse("AND nato")) == "“AND” joins nothing here, so it is searched as a word"
    assert "headline:" in hint(parse("headline:nato "))
    assert "date:2020-01-06" in hint(parse("date:yesterday "))
    assert "is:unread" in hint(parse("is:urgent "))
    assert "ends before" in hint(parse("a " * 99))


def test_languages_have_names() -> None:
    assert language_name("fa") == "Persian"
    assert language_name("xx-none") == "xx-none"
