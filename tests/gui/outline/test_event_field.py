from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from briefing_app.gui.outline.event_field import (
    ZONES,
    EventField,
    understood_time,
    understood_zone,
    zulu,
)


@pytest.fixture
def field(theme, qtbot) -> EventField:
    shown = EventField()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("", ""),
        ("9:05", "09:05"),
        ("1403", "14:03"),
        ("14.03", "14:03"),
        ("14:03:59", "14:03:59"),
        ("24:00", None),
        ("12:60", None),
        ("noon", None),
    ],
)
def test_times_of_day_are_understood_as_people_write_them(text, time):
    assert understood_time(text) == time


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("", ""),
        ("Z", "+00:00"),
        ("utc", "+00:00"),
        ("+3", "+03:00"),
        ("UTC+03:30 (Tehran)", "+03:30"),
        ("-0500", "-05:00"),
        ("−5", "-05:00"),
        ("+15", None),
        ("somewhere", None),
    ],
)
def test_zones_are_understood_as_people_write_them(text, zone):
    assert understood_zone(text) == zone


def test_one_moment_is_the_day_before_in_utc():
    assert zulu("2020-01-03T00:47+03:00") == "2 Jan 21:47Z"
    assert zulu("2020-01-03T00:47+00:00") == zulu("2020-01-03T00:47") == zulu("soon") == ""


@pytest.mark.parametrize(
    "iso",
    ["", "2020", "2020-01", "2020-01-03", "2020-01-03T00:47", "2020-01-03T00:47+03:30",
     "2020-01-03T00:47:10Z", "2020-01-03T00:47-09:30"],
)  # fmt: skip
def test_what_is_shown_and_not_touched_comes_back_as_it_was(field, iso):
    field.show_moment("1999-09-09T09:09+09:00")
    field.show_moment(iso)
    assert field.iso == iso


def test_a_moment_is_written_in_three_parts(field, qtbot):
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field.day.line, "3 Jan 2020")
    assert field.iso == "2020-01-03"
    QTest.keyClicks(field.time, "0:47")
    assert field.iso == "2020-01-03T00:47"
    assert field.remark.text() == "In which time zone?"
    field.zone.setEditText("+3")
    assert field.iso == "2020-01-03T00:47+03:00"
    assert field.remark.text() == "That is 2 Jan 21:47Z"


def test_a_time_needs_a_full_day_and_a_zone_that_is_one(field):
    QTest.keyClicks(field.day.line, "Jan 2020")
    QTest.keyClicks(field.time, "0:47")
    assert field.iso is None and "full day" in field.remark.text()
    field.refuse()
    field.show_moment("2020-01-03")
    field.zone.setEditText("here")
    assert field.iso is None
    field.day.line.setText("someday")
    assert field.iso is None and field.day.remark.text()


def test_every_zone_in_the_list_is_understood(field):
    offsets = [offset for offset, _ in ZONES]
    shown = [understood_zone(field.zone.itemText(row)) for row in range(field.zone.count())]
    assert shown == offsets
    assert offsets == sorted(offsets, key=lambda o: int(o[:3]) * 60 + int(o[0] + o[4:]))
