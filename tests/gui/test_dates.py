"""Dates as the window shows them."""

from __future__ import annotations

from datetime import datetime

import pytest

from briefing_app.gui.dates import (
    numeric_date,
    short_date,
    shown_date,
    shown_date_and_time,
    shown_moment,
    use_style,
)


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


@pytest.mark.parametrize(
    ("style", "day", "month", "short"),
    [
        ("short", "6 Jan 2020", "Jan 2020", "6 Jan"),
        ("long", "6 January 2020", "January 2020", "6 Jan"),
        ("american", "January 6, 2020", "January 2020", "Jan 6"),
        ("iso", "2020-01-06", "2020-01", "01-06"),
        ("numeric", "06/01/2020", "01/2020", "06/01"),
    ],
)
def test_dates_are_shown_in_the_preferred_style(
    style: str, day: str, month: str, short: str
) -> None:
    assert shown_date("2020-01-06", style) == day
    use_style(style)
    assert [shown_date(iso) for iso in ("2020-01-06", "2020-01", "2020")] == [day, month, "2020"]
    assert short_date("2020-01-06") == short


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2020-01-06T14:03:00+01:00", "6 Jan 2020, 14:03 UTC+1"),
        ("2020-01-06T14:03:22.125-05:00", "6 Jan 2020, 14:03 UTC-5"),
        ("2020-01-06T14:03:00+0530", "6 Jan 2020, 14:03 UTC+5:30"),
        ("2020-01-06T14:03:00-09:30", "6 Jan 2020, 14:03 UTC-9:30"),
        ("2020-01-06T14:03Z", "6 Jan 2020, 14:03 UTC"),
        ("2020-01-06T14:03:00+00:00", "6 Jan 2020, 14:03 UTC"),
        ("2020-01-06T14:03:00", "6 Jan 2020, 14:03"),
        ("2020-01-06T00:00:00+10:00", "6 Jan 2020, 00:00 UTC+10"),
        ("2020-01-06", "6 Jan 2020"),
        ("2020-01", "Jan 2020"),
        ("", ""),
        ("soonT14:03", "soonT14:03"),
    ],
)
def test_a_time_is_shown_with_the_zone_that_was_printed(iso: str, shown: str) -> None:
    assert shown_date_and_time(iso) == shown


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2020-01", "Jan 2020"), ("2020", "2020"), ("", ""), ("soon", "soon")],
)
def test_a_date_without_a_day_keeps_its_year_where_room_is_short(iso: str, shown: str) -> None:
    assert short_date(iso) == shown


def test_what_may_be_two_days_is_a_date_only_for_those_who_write_dates_so() -> None:
    assert numeric_date("03/04/2020") == ""
    use_style("numeric")
    assert numeric_date("03/04/2020") == "2020-04-03"
    assert numeric_date("4/2020") == "2020-04"
    assert numeric_date("31/31/2020") == ""


def test_a_moment_of_today_needs_no_date() -> None:
    now = datetime.now()
    assert shown_moment(now) == f"{now:%H:%M}"
    assert shown_moment(datetime(2020, 1, 6, 14, 32)) == "6 Jan 2020, 14:32"
