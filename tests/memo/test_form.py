"""Forms are data: folders that all hold what a memo needs."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import FIELDS
from briefing_app.memo import form, language
from briefing_app.memo.form import load

each_form = pytest.mark.parametrize("name", form.names())
each_language = pytest.mark.parametrize("tag", language.names())


def test_the_information_memo_names_every_header_field() -> None:
    assert set(load("information").fields) == set(FIELDS)


def test_there_are_the_forms_that_offices_use() -> None:
    assert form.names() == [
        "information", "action", "press-summary", "situation", "submission", "talking-points",
    ]  # fmt: skip


@each_language
@each_form
def test_a_form_has_words_in_every_language(name: str, tag: str) -> None:
    loaded = load(name, tag)
    assert loaded.title
    assert loaded.description
    assert loaded.sections
    assert all(loaded.fields.values())
    in_english = {section.title for section in load(name, "en").sections}
    assert len(loaded.sections) == len(in_english)
    assert tag == "en" or {section.title for section in loaded.sections} != in_english


@each_form
def test_the_text_of_a_form_has_room_on_its_page(name: str) -> None:
    page = load(name).page
    assert 0 < page.text_width < page.width
    assert page.margins[0] + page.margins[2] < page.height


@each_form
def test_suggested_sections_are_named_in_words_and_not_by_keys(name: str) -> None:
    assert all(section.title[0].isupper() for section in load(name).sections)


def test_a_form_may_be_in_british_english() -> None:
    assert load("submission").language == "en-GB"
    assert load("submission").months == load("information").months


def test_small_counts_are_words() -> None:
    loaded = load("information")
    assert [loaded.number(n) for n in (0, 1, 10, 11)] == ["none", "one", "ten", "11"]


def test_an_unknown_form_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("no-such-form")
