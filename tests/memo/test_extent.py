"""How long a memo is reckoned to be, against what a word processor makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.outline import Kind, Layout
from briefing_app.memo import docx_writer, form, libreoffice
from briefing_app.memo.build import build
from briefing_app.memo.extent import Extent, measure
from tests.memo.briefings import FIELDS, Draft, with_articles

SENTENCE = "The company said that it would not talk before the crews are back at work on Monday."
needs_libreoffice = pytest.mark.skipif(not libreoffice.program(), reason="needs LibreOffice")


def drafted(name: str, entries: int, bottom_line: str = "It goes on.") -> Draft:
    draft = with_articles(bottom_line=bottom_line, **FIELDS)
    draft.memo = replace(draft.memo, form=name)
    draft.section("What happened", Layout.BULLETS)
    for _ in range(entries):
        excerpt = draft.excerpt("wire", "The island has food for eleven days")
        draft.entry(Kind.FACT, SENTENCE, excerpt)
    return draft


def reckoned(draft: Draft) -> Extent:
    return measure(build(draft.done()), form.of(draft.memo))


@pytest.mark.parametrize("name", form.names())
def test_more_entries_make_more_pages(name: str) -> None:
    pages = [reckoned(drafted(name, count)).pages for count in (1, 10, 40, 80)]
    assert pages == sorted(pages)
    assert pages[0] < 1 < 2 < pages[-1]


def test_annexes_do_not_count() -> None:
    draft = drafted("information", 10)
    memo = build(draft.done())
    assert memo.body_length < len(memo.blocks)
    short = replace(memo, blocks=memo.blocks[: memo.body_length])
    assert measure(short, form.load("information")) == reckoned(draft)


def test_words_of_tables_count() -> None:
    draft = with_articles()
    draft.section("Positions", Layout.POSITIONS)
    before = reckoned(draft).words
    draft.entry(Kind.FACT, "The crews: stay out", draft.excerpt("wire", "she added"))
    # The heading, the row with its source, and nothing of the annexes.
    assert reckoned(draft).words - before == len(
        ["Positions", "The", "crews", "Stay", "out.", "S1", "¶2"]
    )


def test_limits_that_are_passed_are_named() -> None:
    information = form.load("information")
    assert Extent(100, 4, 2.0).over(information) == ()
    assert Extent(100, 5, 2.0).over(information) == ("bottom_line_lines",)
    assert Extent(900, 4, 2.1).over(information) == ("body_pages",)


@pytest.mark.parametrize(("sentences", "lines"), [(1, 1), (3, 3), (6, 6)])
def test_the_bottom_line_is_measured_in_lines(sentences: int, lines: int) -> None:
    text = " ".join([SENTENCE] * sentences)
    assert abs(reckoned(drafted("information", 1, text)).bottom_line_lines - lines) <= 1


@needs_libreoffice
@pytest.mark.parametrize(("name", "entries"), [("information", 30), ("submission", 24)])
def test_the_reckoning_is_near_what_libreoffice_sets(name: str, entries: int) -> None:
    draft = drafted(name, entries)
    memo = build(draft.done())
    body = replace(memo, blocks=memo.blocks[: memo.body_length])
    true = libreoffice.page_count(docx_writer.to_bytes(body, form.of(draft.memo)))
    assert true - 1.25 <= reckoned(draft).pages <= true + 0.25
