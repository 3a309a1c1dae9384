"""The words of a form."""

from __future__ import annotations

import pytest

from briefing_app.domain.outline import FIELDS
from briefing_app.memo.form import load


def test_the_information_memo_names_every_header_field() -> None:
    assert set(load("information").fields) == set(FIELDS)


def test_small_counts_are_words() -> None:
    form = load("information")
    assert [form.number(n) for n in (0, 1, 10, 11)] == ["none", "one", "ten", "11"]


def test_a_year_has_twelve_months() -> None:
    assert len(set(load("information").months)) == 12


def test_an_unknown_form_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("no-such-form")
