"""Months by their names, and days of the calendar of Iran."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.readers.particulars.calendars import (
    IRANIAN_MONTHS,
    MONTHS,
    hijra_date,
    iranian_date,
)


@pytest.mark.parametrize(
    ("day", "ours"),
    [
        ((1398, 10, 13), date(2020, 1, 3)),
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1357, 11, 22), date(1979, 2, 11)),
    ],
)
def test_a_day_in_iran_is_a_date(day: tuple[int, int, int], ours: date) -> None:
    assert iranian_date(*day) == ours


@pytest.mark.parametrize("day", [(1398, 13, 1), (1398, 12, 30), (1398, 7, 31), (2020, 1, 1)])
def test_there_is_no_such_day_in_iran(day: tuple[int, int, int]) -> None:
    assert iranian_date(*day) is None


def test_every_month_has_a_number() -> None:
    assert set(MONTHS.values()) == set(IRANIAN_MONTHS.values()) == set(range(1, 13))
    assert MONTHS["januar"] == MONTHS["كانون الثاني"] == MONTHS["ianuarie"] == 1


@pytest.mark.parametrize(
    ("printed", "ours"),
    [
        ("1 محرم 1445", date(2023, 7, 19)),
        ("1/9/1446", date(2025, 3, 1)),
        ("1442/10/01", date(2021, 5, 13)),
        ("29 ذو الحجة 1444", date(2023, 7, 18)),
    ],
)
def test_a_day_of_the_hijra_is_reckoned(printed: str, ours: date) -> None:
    assert hijra_date(printed) == ours


@pytest.mark.parametrize("printed", ["31/9/1446", "1/13/1446", "1 بهمن 1446", "1/9/1398", "1446"])
def test_there_is_no_such_day_of_the_hijra(printed: str) -> None:
    assert hijra_date(printed) is None
