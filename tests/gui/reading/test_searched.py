"""The places that the library's search found in the open article."""

from __future__ import annotations

from briefing_app.gui.reading.passage import Passage
from briefing_app.gui.reading.searched import Searched

BODY = "The U.S. port. Café talks, a port again; airport not, ports last."


def found(text: str) -> list[str]:
    return [BODY[place.start : place.end] for place in Searched(text, BODY).all]


def test_case_accents_and_points_do_not_count_and_the_last_word_may_go_on() -> None:
    assert found("CAFE") == ["Café"]
    assert found("u.s. ") == ["U.S"]
    assert found("port") == ["port", "port", "ports"]
    assert found("(((") == []
    assert found("") == []


def test_stepping_goes_round_in_both_directions() -> None:
    searched = Searched("port", BODY)
    first, second, third = searched.all
    assert [searched.step(1, 0) for _ in range(4)] == [first, second, third, first]
    assert searched.step(-1, 0) == third


def test_stepping_begins_at_the_place_in_sight() -> None:
    searched = Searched("port", BODY)
    assert searched.step(1, searched.all[0].start + 1) == searched.all[1]
    assert Searched("port", BODY).step(-1, searched.all[1].start) == searched.all[0]


def test_nothing_found_is_nowhere_to_go() -> None:
    assert Searched("dolphin", BODY).step(1, 0) is None


def test_only_places_in_the_stretch_are_given() -> None:
    searched = Searched("port", BODY)
    second = searched.all[1]
    assert searched.between(second.start + 1, second.end + 4) == [second]
    assert searched.between(0, 2) == []
    assert Passage(0, 1) not in searched.all
