"""The README's table of formats is what the samples show."""

from __future__ import annotations

from tests.readers import formats_table


def test_the_table_of_the_readme_is_true() -> None:
    assert formats_table.stated_table() == formats_table.table()


def test_nothing_in_the_table_is_wrong() -> None:
    assert "✗" not in formats_table.table()
