"""Headings of tables are not broken within a word where the page is narrow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.memo import Run, Table
from briefing_app.memo.docx_tables import fitting

SHARES = (0.07, 0.57, 0.09, 0.27)


def table(*header: str) -> Table:
    return Table("Sources", "", SHARES, header, ())


def test_on_a_wide_page_the_columns_stay() -> None:
    assert fitting(table("ID", "Source", "Rating", "Used for"), 12000, 11).widths == SHARES


@pytest.mark.parametrize("heading", ["Rating", "Wertung", "Credibility of information"])
def test_on_a_narrow_page_the_widest_column_gives_room(heading: str) -> None:
    widths = fitting(table("ID", "Source", heading, "Used for"), 8000, 11).widths
    assert widths[2] > SHARES[2]
    assert widths[1] < SHARES[1]
    assert sum(widths) == pytest.approx(1)
    assert (widths[0], widths[3]) == (SHARES[0], SHARES[3])


def test_larger_letters_need_more_room() -> None:
    small, large = (fitting(table("", "", "Rating", ""), 8000, size) for size in (10, 14))
    assert large.widths[2] > small.widths[2]


def test_a_word_that_fits_nowhere_takes_no_column_away() -> None:
    assert fitting(table("", "", "x" * 200, ""), 8000, 11).widths == SHARES


def test_what_names_a_row_is_not_broken() -> None:
    rows = (((Run("Q-001"),), (Run("x"),), (Run("y"),), (Run("z"),)),)
    named = Table("Register", "", SHARES, ("It", "Excerpt", "", ""), rows)
    assert fitting(named, 8000, 11).widths[0] > SHARES[0]
    told = replace(named, rows=(((Run("Ministry of Water"),), *rows[0][1:]),))
    assert fitting(told, 8000, 11).widths[0] == SHARES[0]
