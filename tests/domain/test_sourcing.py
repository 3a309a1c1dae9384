from __future__ import annotations

import pytest

from briefing_app.domain.outline import Kind, Layout
from briefing_app.domain.sourcing import have_one_origin, needs_source, origin_key


@pytest.mark.parametrize("layout", list(Layout))
def test_own_prose_may_stand_without_a_source_unless_it_judges(layout):
    assert needs_source(Kind.TEXT, layout) == (layout is Layout.JUDGMENTS)
    assert needs_source(Kind.FACT, layout) and needs_source(Kind.QUOTE, layout)


def test_articles_share_an_origin_by_its_name_in_any_case_and_are_their_own_without():
    assert origin_key("The Briefing", "a") == origin_key("the briefing", "b")
    assert origin_key("", "a") != origin_key("", "b")
    assert have_one_origin([origin_key("X", "a"), origin_key("x", "b")])
    assert not have_one_origin([]) and not have_one_origin(["a", "b"])
