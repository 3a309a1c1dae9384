"""Names are found in all the ways to write them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.name_variants import (
    MOST_SPELLINGS,
    expanded,
    folded,
    grouped,
    spellings,
)
from briefing_app.domain.query import All, Either, Term, parse

SOLEIMANI = grouped([["Soleimani", "Suleimani", "سلیمانی"], ["Qasem Soleimani", "Haj Qasem"]])


def ways(typed: str) -> set[tuple[str, ...]]:
    [term] = expanded(parse(typed), SOLEIMANI).terms
    return {term.words, *term.variants}


def test_a_name_stands_for_all_its_forms():
    for typed in ("soleimani ", "SULEIMANI ", "Süleimani ", "سليماني "):
        found = {" ".join(words).casefold() for words in ways(typed)}
        assert {"soleimani", "suleimani", "سلیمانی"} <= found
    assert ways("strike ") == {("strike",)}


def test_a_phrase_is_a_name_too():
    assert ways('"qasem soleimani" ') == {("qasem", "soleimani"), ("Haj", "Qasem")}


def test_words_beside_one_another_are_found_apart_or_as_another_form():
    root = expanded(parse("qasem soleimani strike "), SOLEIMANI).root
    assert isinstance(root, All)
    name, strike = root.parts
    assert strike == Term(("strike",))
    assert isinstance(name, Either)
    assert All((Term(("qasem",)), Term(("soleimani",)))) in name.parts
    assert Term(("Haj", "Qasem")) in name.parts


def test_what_must_not_be_must_not_be_in_any_form():
    root = expanded(parse("strike -suleimani "), SOLEIMANI).root
    assert ("سلیمانی",) in root.parts[1].part.variants


def test_arabic_letters_that_readers_take_for_the_same_are_found():
    assert {"سلیمانی", "سليماني"} <= set(spellings("سلیمانی"))
    assert "الأمين" in spellings("الامين")
    assert spellings("fleet") == ["fleet"]
    assert len(spellings("ا" * 30)) == MOST_SPELLINGS


def test_folded_names_have_no_case_diacritics_or_signs():
    assert folded("Al-Mālikī") == "al maliki"
    assert folded("الأُمّـَة") == folded("الامة")


@given(st.text(max_size=30), st.lists(st.lists(st.text(max_size=8), max_size=3), max_size=3))
def test_any_names_can_be_variants_in_any_query(typed, names):
    query = parse(typed)
    found = expanded(query, grouped(names))
    assert found.text == typed
    assert (found.root is None) == (query.root is None)
