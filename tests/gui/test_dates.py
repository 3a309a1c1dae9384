"""Dates as the window shows them."""

from __future__ import annotations

import pytest

from briefing_app.gui.dates import shown_date


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2020-01-06", "6 Jan 2020"),
        ("2020-01-06T14:03:00+01:00", "6 Jan 2020"),
        ("2020-11", "Nov 2020"),
        ("2020", "2020"),
        ("", ""),
        ("last Monday", "last Monday"),
        ("2020-13-40", "2020-13-40"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(iso: str, shown: str) -> None:
    assert shown_date(iso) == shown
