"""What tomorrow's memo is called."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.domain.outline import Memo
from briefing_app.gui.memo.naming import free_title, next_day, next_fields, next_title

TODAY = date(2020, 3, 1)


@pytest.mark.parametrize(
    ("title", "fields", "expected"),
    [
        ("Iran, 31 January 2020", {}, "Iran, 1 February 2020"),
        ("Iran 2020-02-28", {}, "Iran 2020-02-29"),
        ("Iran", {"date": "2020-01-06"}, "Iran, 7 January 2020"),
        ("Iran, 6 January 2020", {"date": "2020-01-08"}, "Iran, 9 January 2020"),
        ("Iran", {}, "Iran, 1 March 2020"),
        ("Iran, 45 January 2020", {"date": "soon"}, "Iran, 45 January 2020, 1 March 2020"),
    ],
)
def test_the_title_names_the_next_day(title: str, fields: dict[str, str], expected: str) -> None:
    memo = Memo(title, fields=fields)
    assert next_title(memo, next_day(memo, TODAY)) == expected


def test_what_was_true_of_one_day_is_not_carried_over() -> None:
    memo = Memo("Iran", fields={"to": "A", "cutoff": "18:00", "date": "2020-01-06"})
    assert next_fields(memo, date(2020, 1, 7)) == {"to": "A", "date": "2020-01-07"}


def test_a_title_that_is_taken_gets_a_number() -> None:
    assert free_title("Iran", {"Iran", "Iran (2)"}) == "Iran (3)"
    assert free_title("Iran", set()) == "Iran"
