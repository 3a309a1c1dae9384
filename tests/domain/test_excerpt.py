from __future__ import annotations

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.selector import TextPosition, locate


def test_the_selector_of_an_excerpt_finds_it_again() -> None:
    excerpt = Excerpt("article", 4, 7, "two", "one ", " three")
    assert locate(excerpt.selector, "one two three") == TextPosition(4, 7)
    assert locate(excerpt.selector, "zero one two three") == TextPosition(9, 12)
