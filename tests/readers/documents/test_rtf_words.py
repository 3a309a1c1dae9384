"""What the words of rich text come to."""

from __future__ import annotations

import codecs

import pytest

from briefing_app.readers.documents.rtf_words import (
    CODE_PAGES,
    ENCODINGS,
    number_in,
    properties_in,
    whites_in,
)


@pytest.mark.parametrize(
    ("markup", "number"),
    [
        (r"\pard\plain\f0 12.\tab}", "12."),
        (r" (b)\tab}", "(b)"),
        (r" iv)}", "iv)"),
        (r" 3.2.1\tab}", "3.2.1"),
        (r" [7]\tab}", "[7]"),
        (r"\pard\f3 \'b7\tab}", ""),
        (r" o\tab}", ""),
        (r" -\tab}", ""),
        (r" Note\tab}", ""),
        ("", ""),
    ],
)
def test_a_number_is_told_from_a_dot(markup: str, number: str) -> None:
    assert number_in(markup) == number


def test_every_encoding_is_one_that_can_be_decoded() -> None:
    for name in {*ENCODINGS.values(), *CODE_PAGES.values()}:
        assert codecs.lookup(name)


def test_colours_are_white_that_are_all_of_each_light() -> None:
    table = r";\red255\green255\blue255;\red255\green0\blue0;\red255\green255\blue255;"
    assert whites_in(table) == {1, 3}


def test_what_a_file_says_of_itself_goes_to_the_fields_of_an_article() -> None:
    groups = {"title": " A vote in Baghdad ", "author": " ", "fldinst": "HYPERLINK"}
    assert properties_in(groups) == {"headline": "A vote in Baghdad"}
