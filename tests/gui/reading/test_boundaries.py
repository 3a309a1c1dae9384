"""Where passages may begin and end, checked against where Qt's own cursor stops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from briefing_app.gui.reading.boundaries import boundary, step
from briefing_app.gui.reading.offsets import Offsets, showable
from briefing_app.gui.reading.passage import Passage, snapped, trimmed, with_end_at
from tests.gui.reading.writing import BODIES

PLACES = st.tuples(st.integers(0, 90), st.integers(0, 90))


def cursor_stops(text: str) -> set[int]:
    """Code points at which Qt lets a cursor stand."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.insertText(showable(text))
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    stops, offsets = {0}, Offsets(text)
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        stops.add(offsets.to_points(cursor.position()))
    return stops


@given(body=BODIES)
def test_boundaries_are_where_a_cursor_stops(qapp, body: str) -> None:
    stops = cursor_stops(body)
    for position in range(len(body) + 1):
        assert boundary(body, position, 1) == min(s for s in stops if s >= position)
        assert boundary(body, position, -1) == max(s for s in stops if s <= position)


@given(body=BODIES, ends=PLACES)
def test_no_selection_splits_a_character(qapp, body: str, ends: tuple[int, int]) -> None:
    stops = cursor_stops(body)
    for meant in (trimmed, snapped):
        passage = meant(body, min(ends), max(ends))
        assert passage is None or {passage.start, passage.end} <= stops


@given(body=BODIES, ends=PLACES, to=st.integers(0, 90), is_start=st.booleans(), exact=st.booleans())
def test_no_handle_splits_a_character_or_passes_the_other(
    qapp, body: str, ends: tuple[int, int], to: int, is_start: bool, exact: bool
) -> None:
    passage = trimmed(body, min(ends), max(ends))
    if passage is None:
        return
    moved = with_end_at(body, passage, min(to, len(body)), is_start=is_start, exact=exact)
    assert {moved.start, moved.end} <= cursor_stops(body)
    assert moved.start < moved.end
    assert moved.end == passage.end if is_start else moved.start == passage.start


@given(body=BODIES, ends=PLACES, by=st.sampled_from([-1, 1]), way=st.tuples(*[st.booleans()] * 2))
def test_no_step_splits_a_character_and_none_leads_nowhere(
    qapp, body: str, ends: tuple[int, int], by: int, way: tuple[bool, bool]
) -> None:
    passage = trimmed(body, min(ends), max(ends))
    if passage is None:
        return
    at_start, by_word = way
    before = passage.start if at_start else passage.end
    after = step(body, passage.start, passage.end, by=by, at_start=at_start, by_word=by_word)
    assert after in cursor_stops(body)
    assert (after - before) * by >= 0
    start, end = (after, passage.end) if at_start else (passage.start, after)
    assert start < end
    if after != before:
        assert trimmed(body, start, end) == Passage(start, end)


SENTENCE = "the minister said, “no” today"


@pytest.mark.parametrize(
    ("first", "at_start", "by", "by_word", "then"),
    [
        ("minister", False, 1, False, "minister s"),
        ("minister", False, -1, False, "ministe"),
        ("minister", True, -1, False, "e minister"),
        ("minister", False, 1, True, "minister said"),
        ("minister said", False, 1, True, "minister said,"),
        ("said,", False, 1, True, "said, “"),
        ("minister said", False, -1, True, "minister"),
        ("minister said", True, 1, True, "said"),
        ("said", True, -1, True, "minister said"),
        ("the", True, -1, True, "the"),
        ("the", False, -1, True, "the"),
        ("today", False, 1, True, "today"),
    ],
)
def test_an_end_moves_by_characters_or_by_words(first, at_start, by, by_word, then) -> None:
    start = SENTENCE.index(first)
    end = start + len(first)
    moved = step(SENTENCE, start, end, by=by, at_start=at_start, by_word=by_word)
    found = SENTENCE[moved:end] if at_start else SENTENCE[start:moved]
    assert found == then


def test_a_handle_goes_to_the_word_that_it_is_in_or_with_alt_just_there() -> None:
    passage = Passage(SENTENCE.index("said"), SENTENCE.index("said") + 4)
    inside = SENTENCE.index("nister")
    by_word = with_end_at(SENTENCE, passage, inside, is_start=True, exact=False)
    assert SENTENCE[by_word.start : by_word.end] == "minister said"
    exact = with_end_at(SENTENCE, passage, inside, is_start=True, exact=True)
    assert SENTENCE[exact.start : exact.end] == "nister said"
