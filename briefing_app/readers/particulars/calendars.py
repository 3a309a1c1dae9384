"""Names of months in the languages that dates come in, and the calendars of other countries."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = (
    "january jan januar janvier janv enero ene gennaio janeiro يناير كانون_الثاني ژانویه januari "
    "января январь січня stycznia ledna ocak ιανουαρίου בינואר ינואר "
    "ianuarie януари január جنوری siječnja janvāris janvārī sausio jaanuar oca มกราคม ม.ค "
    "leden जनवरी",
    "february feb februar februari février fevrier févr febrero febbraio fevereiro فبراير شباط "
    "فوریه февраля февраль лютого lutego února şubat φεβρουαρίου בפברואר פברואר "
    "februarie февруари február فروری veljače februāris februārī vasario veebruar şub "
    "กุมภาพันธ์ ก.พ únor फरवरी",
    "march mar märz maerz mars marzo março maart marts مارس آذار марта март березня marca března "
    "mart μαρτίου במרץ מרץ "
    "martie március مارچ ožujka marts martā kovo märts มีนาคม มี.ค březen मार्च",
    "april apr avril abril abr aprile نيسان أبريل ابريل آوریل апреля апрель квітня kwietnia dubna "
    "nisan απριλίου באפריל אפריל "
    "aprilie април április اپریل travnja aprīlis aprīlī balandžio aprill nis เมษายน เม.ย "
    "duben अप्रैल",
    "may mai mayo maggio maio mei maj مايو أيار مه мая май травня maja května mayıs μαΐου μαίου "
    "במאי מאי "
    "május مئی svibnja maijs maijā gegužės พฤษภาคม พ.ค květen मई",
    "june jun juni juin junio giugno junho يونيو حزيران ژوئن июня июнь червня czerwca června "
    "haziran ιουνίου ביוני יוני "
    "iunie юни június جون lipnja jūnijs jūnijā birželio juuni haz มิถุนายน มิ.ย červen जून",
    "july jul juli juillet julio luglio julho يوليو تموز ژوئیه июля июль липня lipca července "
    "temmuz ιουλίου ביולי יולי "
    "iulie юли július جولائی srpnja jūlijs jūlijā liepos juuli tem กรกฎาคม ก.ค červenec जुलाई",
    "august aug août aout agosto augustus augusti أغسطس آب اوت августа август серпня sierpnia "
    "srpna ağustos αυγούστου באוגוסט אוגוסט "
    "augusztus اگست kolovoza augusts augustā rugpjūčio ağu สิงหาคม ส.ค srpen अगस्त اغسطس",
    "september sep sept septembre septiembre settembre setembro سبتمبر أيلول سپتامبر сентября "
    "сентябрь вересня września září eylül σεπτεμβρίου בספטמבר ספטמבר "
    "septembrie септември szeptember ستمبر rujna septembris septembrī rugsėjo eyl กันยายน "
    "ก.ย září सितंबर",
    "october oct oktober okt octobre octubre ottobre outubro أكتوبر تشرين_الأول اکتبر октября "
    "октябрь жовтня października října ekim οκτωβρίου באוקטובר אוקטובר "
    "octombrie октомври október اکتوبر octobris oktobris oktobrī spalio oktoober eki "
    "ตุลาคม ต.ค říjen अक्टूबर اكتوبر",
    "november nov novembre noviembre novembro نوفمبر تشرين_الثاني نوامبر ноября ноябрь листопада "
    "listopadu kasım νοεμβρίου בנובמבר נובמבר "
    "noiembrie ноември نومبر studenoga novembris novembrī lapkričio kas พฤศจิกายน พ.ย "
    "listopad नवंबर",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro desember ديسمبر "
    "كانون_الأول دسامبر декабря декабрь грудня grudnia prosince aralık δεκεμβρίου בדצמבר דצמבר "
    "decembrie декември دسمبر prosinca decembris decembrī gruodžio detsember ara ธันวาคม "
    "ธ.ค prosinec दिसंबर",
)
# No "listopada": it is November in Polish and October in Croatian.
MONTHS = {
    name.replace("_", " "): number
    for number, names in enumerate(_MONTHS, 1)
    for name in names.split()
}
"""Numbers of months by their names in lower case."""

_IRANIAN = (
    "فروردین حمل", "اردیبهشت ثور", "خرداد جوزا", "تیر سرطان", "مرداد امرداد اسد", "شهریور سنبله",
    "مهر میزان", "آبان عقرب", "آذر قوس", "دی جدی", "بهمن دلو", "اسفند حوت",
)  # fmt: skip
IRANIAN_MONTHS = {
    name: number for number, names in enumerate(_IRANIAN, 1) for name in names.split()
}
"""The same for the calendar of Iran, with the names that Afghanistan gives them."""

_FIRST_DAY = date(1940, 3, 21)
_FIRST_YEAR, _LAST_YEAR = 1319, 1419
_LEAP = {1, 5, 9, 13, 17, 22, 26, 30}
"""Years within 33 that have a day more; this holds from 1925 until after 2080."""


def iranian_date(year: int, month: int, day: int) -> date | None:
    """A day of the calendar of Iran as a date; None where there is no such day.

    Years from 1319 to 1419 are known, which began in 1940 to 2040: what is later is a year of the
    calendar of the Hijra, whose months begin when the moon is seen.
    """
    if not (
        _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= day <= _length(year, month)
    ):
        return None
    days = sum(365 + _is_leap(before) for before in range(_FIRST_YEAR, year))
    days += sum(_length(year, before) for before in range(1, month))
    return _FIRST_DAY + timedelta(days=days + day - 1)


def _length(year: int, month: int) -> int:
    if month < 7:
        return 31
    return 30 if month < 12 or _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP


_HIJRA = (
    "محرم محرّم", "صفر", "ربيع_الأول ربيع_الاول ربیع_الاول", "ربيع_الآخر ربيع_الثاني ربیع_الثانی",
    "جمادى_الأولى جمادى_الاولى جمادی_الاول", "جمادى_الآخرة جمادى_الثانية جمادى_الآخر جمادی_الثانی",
    "رجب", "شعبان", "رمضان", "شوال", "ذو_القعدة ذي_القعدة ذی_القعده", "ذو_الحجة ذي_الحجة ذی_الحجه",
)  # fmt: skip
_HIJRA_MONTHS = {
    name.replace("_", " "): number
    for number, names in enumerate(_HIJRA, 1)
    for name in names.split()
}
_HIJRA_YEAR = r"(?P<year>14[2-9]\d)(?!\d)"
_HIJRA_DATES = (
    re.compile(
        r"(?<!\d)(?P<day>[0-3]?\d)\s+(?P<month>[^\W\d_]{2,6}(?: [^\W\d_]{5,8})?)،?\s+" + _HIJRA_YEAR
    ),
    re.compile(rf"(?<![\d/-])(?P<day>[0-3]?\d)[/-](?P<month>[01]?\d)[/-]{_HIJRA_YEAR}"),
    re.compile(rf"(?<![\d/-]){_HIJRA_YEAR}[/-](?P<month>[01]?\d)[/-](?P<day>[0-3]?\d)(?!\d)"),
)
_HIJRA_EPOCH = date(622, 7, 19).toordinal()


def hijra_date(text: str) -> date | None:
    """The first day of the calendar of the Hijra in a text with our digits, None for none.

    By the calculated calendar: countries differ from it, and from each other, by a day or two.
    """
    for shape in _HIJRA_DATES:
        match = shape.search(text)
        name = match["month"] if match else ""
        month = int(name) if name.isdigit() else _HIJRA_MONTHS.get(name, 0)
        if match and 1 <= month <= 12 and 1 <= int(match["day"]) <= 30:
            return _of_hijra(int(match["year"]), month, int(match["day"]))
    return None


def _of_hijra(year: int, month: int, day: int) -> date:
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return date.fromordinal(_HIJRA_EPOCH + days)


_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""Year before the first of each: of the emperors of Japan, and of the republic on Taiwan."""

_CHINESE = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_CHINESE_DATE = re.compile(
    r"(?P<era>令和|平成|昭和|民國|民国)?\s?(?P<year>[〇零○一二三四五六七八九十百\d]{1,4}|元)\s?年\s?"
    r"(?P<month>[一二三四五六七八九十\d]{1,3})\s?月\s?(?P<day>[一二三四五六七八九十廿\d]{1,4})\s?[日號号]"
)
_THAI_YEAR = re.compile(r"(?:พ\.ศ\.\s?)?(?<!\d)(?P<year>2[45]\d\d)(?!\d)")
_THAI = re.compile("[\u0e00-\u0e7f]")
_BEFORE_OURS = 543


def in_our_years(text: str) -> str:
    """A text in which dates that count years or write numbers in the way of China, Japan, Taiwan
    and Thailand are written with our years and numbers.
    """
    if "年" in text:
        return _CHINESE_DATE.sub(_in_figures, text)
    if _THAI.search(text):
        return _THAI_YEAR.sub(lambda match: str(int(match["year"]) - _BEFORE_OURS), text)
    return text


def _in_figures(match: re.Match[str]) -> str:
    year = 1 if match["year"] == "元" else _figure(match["year"])
    if match["era"]:
        year += _ERAS[match["era"]]
    return f"{year}年{_figure(match['month'])}月{_figure(match['day'])}日"


def _figure(written: str) -> int:
    """A number of less than a hundred in words, or of figures one by one."""
    written = written.replace("廿", "二十")
    if "十" in written:
        tens, _, ones = written.translate(_CHINESE).partition("十")
        return 10 * int(tens or 1) + int(ones or 0)
    digits = re.sub(r"\D", "", written.translate(_CHINESE))
    return int(digits or 0)
