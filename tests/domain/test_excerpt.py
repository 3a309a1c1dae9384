"""An excerpt can be found again by its selector."""

from __future__ import annotations

from briefing_app.domain.excerpt import Excerpt
from briefing_app.domain.selector import TextPosition, locate


def test_the_selector_of_an_excerpt_finds_its_passage_also_after_a_shift():
    excerpt = Excerpt("a", 4, 9, "fleet", prefix="The ", suffix=" left.")
    assert locate(excerpt.selector, "The fleet left.") == TextPosition(4, 9)
    assert locate(excerpt.selector, "At dawn. The fleet left.") == TextPosition(13, 18)
