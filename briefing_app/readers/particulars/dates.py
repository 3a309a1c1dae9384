"""Dates as newspapers print them, and nothing that would have to be guessed.

A date needs day, month and year. `3/4/2020` is the third of April or the fourth of March,
so it is no date here; `13/4/2020`, `3.4.2020` (dots are day first) and `2020/4/3` are.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from briefing_app.readers.particulars.calendars import (
    IRANIAN_MONTHS,
    MONTHS,
    hijra_date,
    in_our_years,
    iranian_date,
)

_ZONES = {"gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "est": "-05:00", "edt": "-04:00",
          "cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00", "bst": "+01:00",
          "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "trt": "+03:00", "irst": "+03:30",
          "gst": "+04:00", "hkt": "+08:00", "jst": "+09:00", "kst": "+09:00", "pst": "-08:00",
          "pdt": "-07:00"}  # fmt: skip
"""Abbreviations that mean one zone; "IST", "CST" and "AST" mean several and tell nothing."""

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹๐๑๒๓๔๕๖๗๘๙०१२३४५६७८९", "0123456789" * 4)

_NAME = r"[^\W\d_]{2,12}(?: ال[^\W\d_]{2,8})?"
_MONTH = rf"(?P<month>{_NAME})\b\.?(?:\s?[/(]\s?(?P<also>{_NAME})\)?)?"
"""Any word where a month's name would stand: to try all the names there takes far longer.

Arabic gives it by two names, "3 يناير/كانون الثاني 2020".
"""

_YEAR = r"(?P<year>(?:19|20|13|14)\d\d)(?!\d)"
"""Of ours, or of the calendar of Iran."""
_FIRST_OF_OURS, _LAST_OF_OURS = 1900, 2199
_DAY = r"(?<![\d.,/-])(?P<day>[0-3]?\d)"
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th|\.|er)?\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}",
        rf"(?<![\d/.-]){_YEAR}(?P<mark>[-/.])(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?!\d)",
        rf"{_DAY}\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}",
        rf"{_DAY}-{_MONTH}-{_YEAR}",
        rf"(?<![\d/.-]){_YEAR}\.\s(?:(?P<month>[01]?\d)\.|(?P<also>{_NAME}))\s(?P<day>[0-3]?\d)\b\.?",
        rf"{_DAY}\s+tháng\s+(?P<month>[01]?\d)(?:\s+năm|,)\s+{_YEAR}",
        rf"{_DAY}\s+(?P<month>[\u0e00-\u0e7f\u0900-\u097f.]{{2,12}}?)\.?\s+(?:พ\.ศ\.\s?)?{_YEAR}",
        rf"{_YEAR}\s?[年년]\s?(?P<month>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일號号]",
    )
)
_YEAR_FIRST = re.compile(rf"{_YEAR},?\s+(?P<rest>[^\W\d_]{{3,12}}\.?\s+\d\d?)")
"""As lists of references write it: "2020 Jan 6"."""
_ANY_YEAR = re.compile(_YEAR)
"""Part of every date: where there is none, nothing else need be looked for."""
_SLASHED = re.compile(rf"(?<![\d/-])(?P<a>[0-3]?\d)(?P<mark>[/-])(?P<b>[0-3]?\d)(?P=mark){_YEAR}")
_SHORT_YEAR = re.compile(r"(?<![\d./])([0-3]?\d([./])[0-3]?\d\2)(\d\d)(?![\d./])")
_SHORT_LINE = re.compile(
    r"(?:(?:[^\W\d_]{2,12}[.:,]+|[^\W\d_]{2,3}|[^\W\d_]+(?:tag|woch|day|dag))\s+){0,2}[0-3]?\d([./])[0-3]?\d\1\d\d"
    r"(?:[\s,|–-]+(?:[^\W\d_]{2,3}\s+)?[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?"
    r"(?:\s*[^\W\d_.]{1,4}\.?){0,2})?\.?"
)
"""A line that is nothing but such a date, with its weekday and hour: "Mo., 06.01.20, 09:12 Uhr"."""

_UPDATED = re.compile(
    r"\b(last )?(updated?|modified)\b( on| at)?|\baktualisiert\b( am)?|\bmise? à jour\b( le)?|"
    r"\bmodifiée?\b( le)?|\bmodificad[oa]\b( el)?|\bgewijzigd\b|\bbijgewerkt\b|\bzaktualizowan\w+|"
    r"\bactualizad[oa]\b( el)?|\baggiornato\b|\bgüncelle\w+|\bобновлено\b|آخر تحديث|تاريخ التحديث|"
    r"به[ ‌]?روز[ ‌]?(رسانی|شده)|最后更新|最終更新|更新(时间|日時|于)?|עודכן",
    re.I,
)
_PUBLISHED = re.compile(r"\b(published|posted|veröffentlicht|publié|publicado)\b", re.I)
_SENTENCE = re.compile(r"[.!?؟۔。！？]\s*$|[“\"«「，、]")
_WEEKDAY = "(?:Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar)"
"""Turkish has it after the date."""

_TIME = re.compile(
    rf"^[\s,|/T]*(?:{_WEEKDAY}\s*)?"
    r"(?:at|um|à|a las|às|alle|ساعت|الساعة|в|г\.,?(?: в)?|เวลา|-|–|—)?\s*"
    r"(?:(?P<late>下午|晚上|午後|오후)|上午|午前|오전)?\s*(?P<hour>[0-2]?\d)\s?[:.h時时시]\s?(?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?\s*(?P<half>[apπμ]\.?[mμ]\b\.?|[مص]\b)?"
    r"\s*\(?(?:(?:UTC|GMT)\s?(?P<ahead>[+-]\d\d?(?::?\d\d)?)(?!\d)|"
    r"(?P<zone>Z\b|UTC|GMT|[A-Z]{3,4}\b|[+-]\d\d:?\d\d))?",
    re.I,
)

_ALSO_IN_GMT = re.compile(
    r"\s*(?:[A-Z]{2,4})?\s*\((?P<hour>[0-2]?\d)[:.]?(?P<minute>[0-5]\d)\s?(?:GMT|UTC)\)"
)


_MONTH_SAID = re.compile("(?<=[^\\W\\d_])[\u200c ]?ماه(?=\\s+1[34]\\d\\d)")
"""The word "month" behind its name, as Persian has it."""

_TIME_BEFORE = re.compile(
    r"(?<![\d:.])(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*\(?(?P<zone>[A-Z]{3,4})\)?)?\s*(?:,|·|\bon\b|\|)?\s*(?:[^\W\d_]{3,9}\.?,?\s+)?$",
    re.I,
)
"""As CNN and X have it: "9:04 AM EST, Mon January 6, 2020"."""


def find_date(text: str) -> str:
    """The first full date in `text` as ISO 8601, with the time beside it; "" for none."""
    if not text.isascii():
        text = in_our_years(_MONTH_SAID.sub("", text.translate(_DIGITS)))
    if not _ANY_YEAR.search(text):
        return ""
    found: list[tuple[int, int, date]] = []
    for match in (match for shape in _SHAPES for match in shape.finditer(text)):
        if day := _named(match.groupdict()):
            found.append((match.start(), match.end(), day))
    for match in _SLASHED.finditer(text):
        day = _slashed(int(match["a"]), int(match["b"]), int(match["year"]))
        if day:
            found.append((match.start(), match.end(), day))
    if not found:
        return ""
    start, end, day = min(found)
    time = _time_after(text[end : end + 60])
    return day.isoformat() + (time or _time_before(text[max(0, start - 40) : start]))


def published_and_updated(text: str) -> tuple[str, str]:
    """The dates of "Published January 6, 2020; updated 3.15 p.m. GMT", "" for what is not there.

    A time of update without a day is that of the day of publication beside it.
    """
    update = _UPDATED.search(text)
    if not update:
        return find_date(text), ""
    before, after = text[: update.start()], text[update.end() :]
    later = _PUBLISHED.search(after)
    published = find_date(after[later.end() :] if later else before)
    updated = find_date(after[: later.start()] if later else after)
    if not updated and published:
        time = _time_after(after[:40].lstrip(" :,"))
        updated = published[:10] + time if time else ""
    return published, updated


def unsure_date(text: str, *, month_first: bool) -> str:
    """A date such as 3/4/2020, read in one of its two ways; "" where there is none."""
    match = _SLASHED.search(text.translate(_DIGITS))
    if not match or find_date(text):
        return ""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    made = _date if year >= _FIRST_OF_OURS else iranian_date
    day = made(year, a, b) if month_first else made(year, b, a)
    return day.isoformat() if day else ""


def with_full_year(line: str) -> str:
    """A line that is nothing but a date with its year in two figures, with all four; "" for any
    other line. "06.01.20, 09:12 Uhr".
    """
    line = line.translate(_DIGITS)
    return _SHORT_YEAR.sub(r"\g<1>20\3", line, count=1) if _SHORT_LINE.fullmatch(line) else ""


def of_hijra(line: str) -> str:
    """A date of the calendar of the Hijra in a short line, give or take a day; "" for none."""
    day = hijra_date(line.translate(_DIGITS)) if not find_date(line) else None
    return day.isoformat() if day else ""


def unsure_place(text: str, place: str, *, month_first: bool) -> str:
    """Where a date that `unsure_date` read stood, with its other reading."""
    other = unsure_date(text, month_first=not month_first)
    return f"{place}, or {other} with the {'day' if month_first else 'month'} first"


def is_day_first(language: str) -> bool:
    """Whether all who write a language put the day before the month; not so in English."""
    return language[:2] not in ("", "en", "zh", "ja", "ko", "hu", "lt")


def is_date_line(text: str) -> bool:
    """Whether `text` is a date line: a full date with at most a few words beside it."""
    if len(text) > 130 or not find_date(text):
        return False
    if text.startswith(("—", "–", "-- ")):
        return False  # whose words those above are, and when
    has_two = text.count("20") > 1 and _PUBLISHED.match(text) and _UPDATED.search(text)
    words = re.findall(r"[^\W\d_]{2,}", text)
    most, longest = (14, 130) if has_two else (9, 90)
    return len(words) <= most and len(text) <= longest and not _SENTENCE.search(text)


def iso_date(value: str) -> str:
    """`value` of a date field in markup as ISO 8601 to the second, zone kept; "" if it is none."""
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        turned = _YEAR_FIRST.fullmatch(value)
        return find_date(f"{turned['rest']}, {turned['year']}" if turned else value)
    if not _FIRST_OF_OURS <= moment.year <= _LAST_OF_OURS:
        return find_date(value.replace("T", " "))  # of another calendar
    if len(value) <= 10:
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat()


def _named(parts: dict[str, str | None]) -> date | None:
    """The day that the parts of a date mean, None for none."""
    year, day = int(parts["year"] or 0), int(parts["day"] or 0)
    names = [name.lower() for name in (parts["month"], parts.get("also")) if name]
    of_iran = year < _FIRST_OF_OURS
    months = IRANIAN_MONTHS if of_iran else MONTHS
    numbers = (int(name) if name.isdigit() else months.get(name, 0) for name in names)
    month = next(filter(None, numbers), 0)
    return iranian_date(year, month, day) if of_iran else _date(year, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _slashed(a: int, b: int, year: int) -> date | None:
    if year < _FIRST_OF_OURS:
        return None
    if a == b or b > 12:
        return _date(year, a, b)
    return _date(year, b, a) if a > 12 else None


def _time_before(text: str) -> str:
    match = _TIME_BEFORE.search(text) if ":" in text else None
    if not match:
        return ""
    clock = " ".join(filter(None, match.group("half", "zone")))
    return _time_after(f"{match['hour']}:{match['minute']} {clock}")


def _time_after(text: str) -> str:
    match = _TIME.match(text)
    if not match:
        return ""
    hour, half = int(match["hour"]), "p" if match["late"] else (match["half"] or "").lower()[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in "pμم" else 0)
    if hour > 23:
        return ""
    zone = match["ahead"] or match["zone"] or ""
    offset = _offset(zone) if zone[:1] in ("+", "-") else _ZONES.get(zone.lower(), "")
    offset = offset or _behind(hour, int(match["minute"]), text[match.end() :])
    return f"T{hour:02}:{match['minute']}:{match['second'] or '00'}{offset}"


def _behind(hour: int, minute: int, rest: str) -> str:
    """The zone in which it is so late when it is as late in GMT as what follows says; "" if it
    does not say: "09:32 ET (14:32 GMT)".
    """
    match = _ALSO_IN_GMT.match(rest)
    if not match:
        return ""
    ahead = hour * 60 + minute - int(match["hour"]) * 60 - int(match["minute"])
    ahead = (ahead + 12 * 60) % (24 * 60) - 12 * 60
    hours, minutes = divmod(abs(ahead), 60)
    return f"{'-' if ahead < 0 else '+'}{hours:02}:{minutes:02}" if minutes % 15 == 0 else ""


def _offset(ahead: str) -> str:
    """What "+1", "-03", "+0530" and "+05:30" are in ISO 8601; "" for what no clock is ahead."""
    digits = re.sub(r"\D", "", ahead)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{ahead[0]}{int(hours):02}:{minutes}" if int(hours) < 15 and minutes < "60" else ""
