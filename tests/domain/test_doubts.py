"""Dates that do not add up are pointed out, and dates that may be right are not."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.domain.article import Article
from briefing_app.domain.doubts import doubts

TODAY = date(2020, 1, 10)


@pytest.mark.parametrize(
    ("published", "updated", "expected"),
    [
        ("", "", []),
        ("2020-01-06", "", []),
        ("2020-01-06T14:03:00+01:00", "2020-01-06T15:00:00+01:00", []),
        ("2020-01-10", "", []),
        ("2020-01-11", "", []),
        ("2020-01-12", "", [("published", "in the future")]),
        ("2021-01-10T08:00:00+00:00", "", [("published", "in the future")]),
        ("2020-01-06T14:03:00", "", [("published", "time without zone")]),
        ("2020-01-06", "2020-01-06T09:00:00", [("updated", "time without zone")]),
        ("2020-01-06", "2020-01-05", [("updated", "before publication")]),
        ("2020-01-06T12:00:00+00:00", "2020-01-06T12:30:00+01:00",
         [("updated", "before publication")]),
        ("2020-01-06T12:00:00+00:00", "2020-01-06", []),
        ("2020-01", "about 2020", []),
        ("2030-01-06T12:00:00", "2020-01-06",
         [("published", "in the future"), ("published", "time without zone"),
          ("updated", "before publication")]),
    ],
)  # fmt: skip
def test_what_does_not_add_up(
    published: str, updated: str, expected: list[tuple[str, str]]
) -> None:
    article = Article("Head", "Text.", published=published, updated=updated)
    assert [(d.field, d.reason.value) for d in doubts(article, TODAY)] == expected
