"""Dates as people type them, understood strictly: what is ambiguous is not accepted."""

from __future__ import annotations

import re
from datetime import datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?)?)?")


def understood(text: str) -> str | None:
    """ISO 8601 of "6 January 2020", "Jan 6, 2020", "January 2020" or an ISO date; "" for "".

    None: not understood, impossible, or ambiguous (3/4/2020 may be March or April).
    """
    text = " ".join(text.replace(",", " ").split())
    if not text:
        return ""
    if _ISO.fullmatch(text):
        return text if _exists(text) else None
    match = re.fullmatch(r"(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.? (?:(\d{1,2}) )?(\d{4})", text)
    if match is None or (match[1] and match[3]):
        return None
    name = match[2].lower()
    full = next((m for m in _MONTHS if name.startswith(m)), None)
    if full is None:
        return None
    day = match[1] or match[3]
    iso = f"{match[4]}-{_MONTHS.index(full) + 1:02}" + (f"-{int(day):02}" if day else "")
    return iso if _exists(iso) else None


def _exists(iso: str) -> bool:
    day = iso[:10] if len(iso) >= 10 else f"{iso}-01" if len(iso) == 7 else f"{iso}-01-01"
    try:
        datetime.fromisoformat(day)
        if len(iso) > 10:
            datetime.fromisoformat(iso.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True
