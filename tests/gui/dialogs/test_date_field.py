"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.gui.dates import use_style
from briefing_app.gui.dialogs.date_field import DateField, objection, understood

TODAY = date(2020, 1, 9)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("", ""),
        ("  ", ""),
        ("6 Jan 2020", "2020-01-06"),
        ("January 6, 2020", "2020-01-06"),
        ("6.1.2020", "2020-01-06"),
        ("13/1/2020", "2020-01-13"),
        ("2020-01-06", "2020-01-06"),
        ("2020-01-06T14:03:00+01:00", "2020-01-06T14:03:00+01:00"),
        ("Jan 2020", "2020-01"),
        ("January, 2020", "2020-01"),
        ("2020-01", "2020-01"),
        ("2020", "2020"),
        ("today", "2020-01-09"),
        ("Yesterday", "2020-01-08"),
    ],
)
def test_what_people_write_is_understood(text: str, iso: str) -> None:
    assert understood(text, TODAY) == iso


@pytest.mark.parametrize(
    "text", ["3/4/2020", "soon", "6 January", "31 Feb 2020", "2020-13", "2020-02-30", "Foo 2020"]
)
def test_nothing_is_guessed(text: str) -> None:
    assert understood(text, TODAY) is None


def test_the_objection_says_what_to_write() -> None:
    assert objection("3/4/2020").startswith("Day or month first?")
    assert "6 Jan 2020" in objection("soon")


@pytest.fixture
def field(qtbot) -> DateField:
    field = DateField("")
    qtbot.addWidget(field)
    field.show()
    return field


def test_the_field_reads_back_what_it_understood(field: DateField) -> None:
    field.line.setText("6.1.2020")
    assert field.iso == "2020-01-06"
    assert field.remark.text() == "Understood as Monday, 6 January 2020"
    assert field.remark.isVisible()


def test_the_field_objects_at_once_and_is_silent_when_empty(field: DateField) -> None:
    field.line.setText("3/4/2020")
    assert field.iso is None
    assert field.remark.property("look") == "warning"
    field.line.clear()
    assert field.iso == "" and not field.remark.isVisible()


@pytest.mark.parametrize("iso", ["2020-01-06", "2020-01", "2020", "2020-01-06T14:03:00+01:00"])
def test_a_date_that_is_not_touched_stays_as_it_was(qtbot, iso: str) -> None:
    field = DateField(iso)
    qtbot.addWidget(field)
    assert field.iso == iso
    assert field.remark.text() == ""


@pytest.mark.parametrize("style", ["short", "long", "american", "iso", "numeric"])
@pytest.mark.parametrize("zone", ["+01:00", "-05:00", "+05:30", "+00:00", ""])
def test_the_day_before_a_time_can_be_corrected_in_the_form_it_is_shown_in(
    qtbot, style: str, zone: str
) -> None:
    use_style(style)
    field = DateField(f"2020-03-04T14:03:22{zone}")
    qtbot.addWidget(field)
    shown = field.line.text()
    assert "T" not in shown.replace("UTC", "")
    field.line.setText(shown.replace("2020", "2019"))
    assert field.iso == f"2019-03-04T14:03:00{zone}"


def test_a_time_is_read_back_too(field: DateField) -> None:
    field.line.setText("2020-01-06T14:03")
    assert field.remark.text().endswith("6 January 2020, 14:03")
