"""What the next memo may be called, and which day it is of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from briefing_app.domain.outline import Memo

OF_THE_DAY = ("cutoff", "period", "deadline")
"""Header fields that are true of one day only; tomorrow's memo must not repeat them."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_WRITTEN = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def next_day(memo: Memo, today: date) -> date:
    """The day after the memo's own; today for a memo that says no day."""
    for text in (memo.fields.get("date", ""), memo.title):
        if day := _day_in(text):
            return day + timedelta(1)
    return today


def next_title(memo: Memo, day: date) -> str:
    """The memo's title with its date replaced by `day`, or with `day` after it."""
    written = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    if _day_in(_first(_ISO, memo.title)):
        return _ISO.sub(day.isoformat(), memo.title, count=1)
    if _day_in(_first(_WRITTEN, memo.title)):
        return _WRITTEN.sub(written, memo.title, count=1)
    return f"{memo.title}, {written}"


def next_fields(memo: Memo, day: date) -> dict[str, str]:
    """The memo's header for another day."""
    kept = {name: text for name, text in memo.fields.items() if name not in OF_THE_DAY}
    return kept | {"date": day.isoformat()}


def free_title(title: str, taken: Mapping[str, object] | set[str]) -> str:
    """The title, with the first number that makes it one of its own."""
    number, proposed = 2, title
    while proposed in taken:
        number, proposed = number + 1, f"{title} ({number})"
    return proposed


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""


def _day_in(text: str) -> date | None:
    """The first full date in a text, as ISO 8601 or as "6 January 2020"."""
    try:
        if iso := _ISO.search(text):
            return date.fromisoformat(iso[0])
        written = _WRITTEN.search(text)
        if written and written[2] in _MONTHS:
            return date(int(written[3]), _MONTHS.index(written[2]) + 1, int(written[1]))
    except ValueError:
        return None
    return None
