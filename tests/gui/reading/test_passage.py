from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.gui.reading.passage import Passage, snapped, trimmed


def text_of(body: str, passage: Passage | None) -> str:
    assert passage is not None
    return body[passage.start : passage.end]


@pytest.mark.parametrize(
    ("body", "selected", "meant"),
    [
        ("the minister said so", "inist", "minister"),
        ("would “not help to de-escalate,” he", "ot help to de-es", "not help to de-escalate"),
        ("I don’t know", "don", "don’t"),
        ("in the U.S. killing", "U", "U.S"),
        ("one two  three", " two  ", "two"),
        ("It ended.\nThen more", "ended.\nTh", "ended.\nThen"),
        ("قال الوزير يوم", "وزي", "الوزير"),
        ("می\u200cخواهم بروم", "خواه", "می\u200cخواهم"),
        ("今日は会議があった", "会議", "会議"),
        ("cafe\u0301 noir", "caf", "cafe\u0301"),
        ("so 😀 it is", "😀", "😀"),
    ],
)
def test_a_mouse_selection_grows_to_whole_words(body, selected, meant):
    start = body.index(selected)
    assert text_of(body, snapped(body, start, start + len(selected))) == meant


def test_white_space_alone_is_no_passage():
    assert trimmed("one \n two", 3, 6) is None
    assert snapped("one \n two", 3, 6) is None


def test_a_selection_beyond_the_body_is_clipped():
    assert trimmed("body", -40, 900) == Passage(0, 4)
    assert trimmed("body", -40, -3) is None
    assert trimmed("body", 9, 30) is None


@given(body=st.text("ab .’-\n\u00a0é😀", max_size=30), ends=st.tuples(*[st.integers(-5, 35)] * 2))
def test_snapping_only_ever_adds_to_what_trimming_leaves(body, ends):
    start, end = min(ends), max(ends)
    kept, grown = trimmed(body, start, end), snapped(body, start, end)
    assert (kept is None) == (grown is None)
    if kept and grown:
        assert 0 <= grown.start <= kept.start < kept.end <= grown.end <= len(body)
        assert not any(c.isspace() for c in body[grown.start : kept.start])
        assert snapped(body, grown.start, grown.end) == grown
