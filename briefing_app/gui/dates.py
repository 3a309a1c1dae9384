"""Dates as the window shows them."""

from __future__ import annotations

from datetime import date


def shown_date(iso: str) -> str:
    """ISO 8601 as "6 Jan 2020"; "Jan 2020" or "2020" when no more is known, "" for "".

    What is no ISO date comes back as it is.
    """
    year, month, day = ([*iso[:10].split("-"), "", ""])[:3]
    try:
        known = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return iso
    pattern = "{0.day} {0:%b %Y}" if day else "{0:%b %Y}" if month else "{0:%Y}"
    return pattern.format(known)
