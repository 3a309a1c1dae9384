"""How the fields of press databases are understood."""

from __future__ import annotations

import pytest

from briefing_app.readers.press.clipping import (
    Clipping,
    blocks_of,
    is_date,
    printed_date,
    stated_words,
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("692 words", 692), ("1,692 words", 1692), ("1.692 Wörter", 1692), ("1 692 mots", 1692),
        ("512 palabras", 512), ("48 كلمة", 48), ("words", 0), ("512", 0), ("in 512 words", 0),
        ("1234567890 words", 0),
    ],
)  # fmt: skip
def test_a_length_is_read_in_several_languages(text: str, count: int) -> None:
    assert stated_words(text) == count


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("March 22, 2010 Monday", "2010-03-22"),
        ("March 22, 2010 Monday 9:15 PM GMT", "2010-03-22T21:15:00+00:00"),
        ("Dienstag 7. Juli 2020", "2020-07-07"),
        ("8 de enero de 2020 miércoles", "2020-01-08"),
        ("lundi 6 janvier 2020", "2020-01-06"),
        ("7 January 2020 21:05", "2020-01-07T21:05:00"),
        ("March 2010", ""),
    ],
)
def test_a_date_is_read_with_its_weekday_about_it(text: str, date: str) -> None:
    assert printed_date(text) == date


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("January 8, 2020 Wednesday", True), ("March 2010", True), ("Copyright 2020 X", False),
     ("Mittwoch 31. August 2011", True), ("Spring 2020", True), ("Januar/Februar 2020", True),
     ("2020 年 1 月 6 日", True), ("Games 2012", False), ("Rebuilding after Covid 2020", False),
     ("The 29 allies", False), ("8 January 2020, he said, was “a good day” for all.", False)],
)  # fmt: skip
def test_a_heading_line_is_a_date_or_none(text: str, is_one: bool) -> None:
    assert is_date(text) == is_one


@pytest.mark.parametrize(
    ("value", "section", "page"),
    [
        ("Section A; Column 0; National Desk; Pg. 14", "Section A; National Desk", "14"),
        ("POLITIK; S. 5", "POLITIK", "5"),
        ("World", "World", ""),
        ("Pg. A4", "", "A4"),
        ("NEWS; Spain", "NEWS; Spain", ""),
    ],
)
def test_a_section_is_parted_from_its_page(value: str, section: str, page: str) -> None:
    clipping = Clipping()
    clipping.take("section", value)
    assert (clipping.found.get("news_section"), clipping.found.get("print_page")) == (section, page)


def test_what_has_no_name_or_no_value_is_not_taken() -> None:
    clipping = Clipping()
    clipping.take("", "ARMED FORCES (90%)")
    clipping.take("headline", "")
    article = clipping.found.article("Text.", [])
    assert article.provenance == {}


def test_a_line_is_a_block_where_no_line_is_empty() -> None:
    assert blocks_of(["a", "b"]) == [["a"], ["b"]]
    assert blocks_of(["a", "b", "", "", "c"]) == [["a", "b"], ["c"]]
