"""Dates as the window shows them, in the style that the user prefers."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from briefing_app.settings import DATE_STYLES


class _Style(NamedTuple):
    """Patterns of a day, of a month, and of a day of which everybody knows the year."""

    day: str
    month: str
    short: str


_STYLES = {
    "short": _Style("{0.day} {0:%b} {0.year}", "{0:%b} {0.year}", "{0.day} {0:%b}"),
    "long": _Style("{0.day} {0:%B} {0.year}", "{0:%B} {0.year}", "{0.day} {0:%b}"),
    "american": _Style("{0:%B} {0.day}, {0.year}", "{0:%B} {0.year}", "{0:%b} {0.day}"),
    "iso": _Style("{0.year}-{0:%m-%d}", "{0.year}-{0:%m}", "{0:%m-%d}"),
    "numeric": _Style("{0:%d/%m}/{0.year}", "{0:%m}/{0.year}", "{0:%d/%m}"),
}
_NUMERIC = re.compile(r"(?:(\d\d?)/)?(\d\d?)/(\d{4})")
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:(Z)|([+-])(\d\d):?(\d\d))?")

_shown = [DATE_STYLES[0]]


def use_style(name: str) -> None:
    """Show all dates like this from now on; what is on the screen already is drawn anew by
    whoever drew it (see Theme.changed)."""
    _shown[0] = name


def shown_date(iso: str, style: str = "") -> str:
    """ISO 8601 as "6 Jan 2020", or as `style` has it; "Jan 2020" or "2020" when no more is
    known, "" for "".

    What is no ISO date comes back as it is.
    """
    found = _read(iso)
    if found is None:
        return iso
    known, parts = found
    if parts == 1:
        return str(known.year)
    patterns = _STYLES[style or _shown[0]]
    return (patterns.day if parts == 3 else patterns.month).format(known)


def shown_date_and_time(iso: str) -> str:
    """ISO 8601 as "6 Jan 2020, 14:03 UTC+1", its zone being the one that was printed.

    Without a time, or without a zone, as far as it is known: see shown_date.
    """
    clock = _CLOCK.fullmatch(iso[10:])
    if clock is None or _read(iso) is None:
        return shown_date(iso)
    time, greenwich, sign, hours, minutes = clock.groups()
    is_utc = greenwich or (sign and int(hours + minutes) == 0)
    ahead = f" UTC{sign}{int(hours)}" if sign else ""
    zone = " UTC" if is_utc else f"{ahead}:{minutes}" if sign and minutes != "00" else ahead
    return f"{shown_date(iso)}, {time}{zone}"


def short_date(iso: str) -> str:
    """ "6 Jan" of a full date; less precise dates as they are, "" for ""."""
    found = _read(iso)
    if found is None or found[1] < 3:
        return shown_date(iso)
    return _STYLES[_shown[0]].short.format(found[0])


def shown_moment(moment: datetime) -> str:
    """ "14:32" of today, "6 Jan 2020, 14:32" of another day; local time."""
    time = f"{moment:%H:%M}"
    if moment.date() == date.today():
        return time
    return f"{shown_date(moment.date().isoformat())}, {time}"


def numeric_date(text: str) -> str:
    """ISO 8601 of "03/04/2020" or "04/2020" where dates are written so; else ""."""
    found = _NUMERIC.fullmatch(text.strip()) if _shown[0] == "numeric" else None
    if found is None:
        return ""
    iso = f"{found[3]}-{found[2]:0>2}" + (f"-{found[1]:0>2}" if found[1] else "")
    return iso if _read(iso) else ""


def _read(iso: str) -> tuple[date, int] | None:
    """The day and how many of its parts are known: year, month, day."""
    year, month, day = ([*iso[:10].split("-"), "", ""])[:3]
    try:
        known = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return known, 3 if day else 2 if month else 1
