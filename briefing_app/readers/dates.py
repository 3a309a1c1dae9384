"""Dates as newspapers print them, and nothing that would have to be guessed.

A date needs day, month and year. `3/4/2020` is the third of April or the fourth of March,
so it is no date here; `13/4/2020`, `3.4.2020` (dots are day first) and `2020/4/3` are.
"""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = (
    "january jan januar janvier janv enero ene gennaio janeiro يناير كانون_الثاني ژانویه januari "
    "января январь січня stycznia ledna ocak ιανουαρίου בינואר ינואר",
    "february feb februar februari février fevrier févr febrero febbraio fevereiro فبراير شباط "
    "فوریه февраля февраль лютого lutego února şubat φεβρουαρίου בפברואר פברואר",
    "march mar märz maerz mars marzo março maart marts مارس آذار марта март березня marca března "
    "mart μαρτίου במרץ מרץ",
    "april apr avril abril abr aprile نيسان أبريل ابريل آوریل апреля апрель квітня kwietnia dubna "
    "nisan απριλίου באפריל אפריל",
    "may mai mayo maggio maio mei maj مايو أيار مه мая май травня maja května mayıs μαΐου μαίου "
    "במאי מאי",
    "june jun juni juin junio giugno junho يونيو حزيران ژوئن июня июнь червня czerwca června "
    "haziran ιουνίου ביוני יוני",
    "july jul juli juillet julio luglio julho يوليو تموز ژوئیه июля июль липня lipca července "
    "temmuz ιουλίου ביולי יולי",
    "august aug août aout agosto augustus augusti أغسطس آب اوت августа август серпня sierpnia "
    "srpna ağustos αυγούστου באוגוסט אוגוסט",
    "september sep sept septembre septiembre settembre setembro سبتمبر أيلول سپتامبر сентября "
    "сентябрь вересня września září eylül σεπτεμβρίου בספטמבר ספטמבר",
    "october oct oktober okt octobre octubre ottobre outubro أكتوبر تشرين_الأول اکتبر октября "
    "октябрь жовтня października října ekim οκτωβρίου באוקטובר אוקטובר",
    "november nov novembre noviembre novembro نوفمبر تشرين_الثاني نوامبر ноября ноябрь листопада "
    "listopadu kasım νοεμβρίου בנובמבר נובמבר",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro desember ديسمبر "
    "كانون_الأول دسامبر декабря декабрь грудня grudnia prosince aralık δεκεμβρίου בדצמבר דצמבר",
)
# No "listopada": it is November in Polish and October in Croatian.
_NUMBER_OF = {
    name.replace("_", " "): number
    for number, names in enumerate(_MONTHS, 1)
    for name in names.split()
}
_ZONES = {"gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "est": "-05:00", "edt": "-04:00",
          "cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00", "bst": "+01:00",
          "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "trt": "+03:00", "irst": "+03:30",
          "gst": "+04:00", "hkt": "+08:00", "jst": "+09:00", "kst": "+09:00", "pst": "-08:00",
          "pdt": "-07:00"}  # fmt: skip
"""Abbreviations that mean one zone; "IST", "CST" and "AST" mean several and tell nothing."""

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

_MONTH = r"(?P<month>[^\W\d_]{2,12}(?: ال[^\W\d_]{2,8})?)\b\.?"
"""Any word where a month's name would stand: to try all the names there takes far longer."""

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<![\d.,/-])(?P<day>[0-3]?\d)"
_SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th|\.|er)?\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}",
        rf"(?<![\d/.-]){_YEAR}(?P<mark>[-/.])(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?!\d)",
        rf"{_DAY}\.\s?(?P<month>[01]?\d)\.\s?{_YEAR}",
        rf"{_YEAR}\s?[年년]\s?(?P<month>[01]?\d)\s?[月월]\s?(?P<day>[0-3]?\d)\s?[日일號号]",
    )
)
_YEAR_FIRST = re.compile(rf"{_YEAR},?\s+(?P<rest>[^\W\d_]{{3,12}}\.?\s+\d\d?)")
"""As lists of references write it: "2020 Jan 6"."""
_ANY_YEAR = re.compile(_YEAR)
"""Part of every date: where there is none, nothing else need be looked for."""
_SLASHED = re.compile(rf"(?<![\d/-])(?P<a>[0-3]?\d)(?P<mark>[/-])(?P<b>[0-3]?\d)(?P=mark){_YEAR}")
_UPDATED = re.compile(
    r"\b(last )?(updated?|modified)\b( on| at)?|\baktualisiert\b( am)?|\bmise? à jour\b( le)?|"
    r"\bactualizad[oa]\b( el)?|\baggiornato\b|\bgüncelle\w+|\bобновлено\b|آخر تحديث|تاريخ التحديث|"
    r"به‌روزرسانی",
    re.I,
)
_PUBLISHED = re.compile(r"\b(published|posted|veröffentlicht|publié|publicado)\b", re.I)
_SENTENCE = re.compile(r"[.!?؟۔。！？]\s*$|[“\"«「，、]")
_TIME = re.compile(
    r"^[\s,|/T]*(?:at|um|à|a las|-|–|—)?\s*(?P<hour>[0-2]?\d)[:.h](?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d)(?:\.\d+)?)?\s*(?P<half>[apπμ]\.?[mμ]\b\.?|[مص]\b)?"
    r"\s*(?:(?:UTC|GMT)\s?(?P<ahead>[+-]\d\d?(?::?\d\d)?)(?!\d)|"
    r"(?P<zone>Z\b|UTC|GMT|[A-Z]{3,4}\b|[+-]\d\d:?\d\d))?",
    re.I,
)


def find_date(text: str) -> str:
    """The first full date in `text` as ISO 8601, with the time that follows it; "" for none."""
    if not text.isascii():
        text = text.translate(_DIGITS)
    if not _ANY_YEAR.search(text):
        return ""
    found: list[tuple[int, int, date]] = []
    for match in (match for shape in _SHAPES for match in shape.finditer(text)):
        month = match["month"]
        number = int(month) if month.isdigit() else _NUMBER_OF.get(month.lower(), 0)
        day = _date(int(match["year"]), number, int(match["day"]))
        if day:
            found.append((match.start(), match.end(), day))
    for match in _SLASHED.finditer(text):
        day = _slashed(int(match["a"]), int(match["b"]), int(match["year"]))
        if day:
            found.append((match.start(), match.end(), day))
    if not found:
        return ""
    _, end, day = min(found)
    return day.isoformat() + _time_after(text[end : end + 40])


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
    day = _date(year, a, b) if month_first else _date(year, b, a)
    return day.isoformat() if day else ""


def is_date_line(text: str) -> bool:
    """Whether `text` is a date line: a full date with at most a few words beside it."""
    if len(text) > 90 or not find_date(text):
        return False
    if text.startswith(("—", "–", "-- ")):
        return False  # whose words those above are, and when
    words = re.findall(r"[^\W\d_]{2,}", text)
    return len(words) <= 9 and not _SENTENCE.search(text)


def iso_date(value: str) -> str:
    """`value` of a date field in markup as ISO 8601 to the second, zone kept; "" if it is none."""
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        turned = _YEAR_FIRST.fullmatch(value)
        return find_date(f"{turned['rest']}, {turned['year']}" if turned else value)
    if len(value) <= 10:
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat()


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _slashed(a: int, b: int, year: int) -> date | None:
    if a == b or b > 12:
        return _date(year, a, b)
    return _date(year, b, a) if a > 12 else None


def _time_after(text: str) -> str:
    match = _TIME.match(text)
    if not match:
        return ""
    hour, half = int(match["hour"]), (match["half"] or "").lower()[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in "pμم" else 0)
    if hour > 23:
        return ""
    zone = match["ahead"] or match["zone"] or ""
    offset = _offset(zone) if zone[:1] in ("+", "-") else _ZONES.get(zone.lower(), "")
    return f"T{hour:02}:{match['minute']}:{match['second'] or '00'}{offset}"


def _offset(ahead: str) -> str:
    """What "+1", "-03", "+0530" and "+05:30" are in ISO 8601; "" for what no clock is ahead."""
    digits = re.sub(r"\D", "", ahead)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{ahead[0]}{int(hours):02}:{minutes}" if int(hours) < 15 and minutes < "60" else ""
