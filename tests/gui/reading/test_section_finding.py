"""Sections found by the first letters that are typed."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import Section, arrange
from briefing_app.gui.reading.section_finding import matching

TITLES = ("Background", "Allied response", "Économie", "Outlook", "Response of Iran", "النفط")
SECTIONS = arrange(Section("memo", title, position=n) for n, title in enumerate(TITLES))


def found(typed: str) -> list[str]:
    return [placed.section.title for placed in matching(SECTIONS, typed)]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("out", ["Outlook"]),
        ("RESP", ["Response of Iran", "Allied response"]),
        ("eco", ["Économie"]),
        ("resp all", ["Allied response"]),
        ("الن", ["النفط"]),
        ("4", ["Outlook"]),
        ("xyz", []),
        ("...", []),
        ("", list(TITLES)),
    ],
)
def test_titles_that_begin_so_come_before_words_that_do(typed: str, titles: list[str]) -> None:
    assert found(typed) == titles


def test_a_whole_number_comes_before_longer_ones() -> None:
    many = arrange(Section("memo", f"S{n}", position=n) for n in range(12))
    assert [placed.number for placed in matching(many, "1")] == ["1", "10", "11", "12"]
