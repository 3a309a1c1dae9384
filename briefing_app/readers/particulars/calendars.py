"""Names of months in the languages that dates come in, and the calendar of Iran."""

from __future__ import annotations

from datetime import date, timedelta

_MONTHS = (
    "january jan januar janvier janv enero ene gennaio janeiro يناير كانون_الثاني ژانویه januari "
    "января январь січня stycznia ledna ocak ιανουαρίου בינואר ינואר "
    "ianuarie януари január جنوری siječnja janvāris janvārī sausio jaanuar",
    "february feb februar februari février fevrier févr febrero febbraio fevereiro فبراير شباط "
    "فوریه февраля февраль лютого lutego února şubat φεβρουαρίου בפברואר פברואר "
    "februarie февруари február فروری veljače februāris februārī vasario veebruar",
    "march mar märz maerz mars marzo março maart marts مارس آذار марта март березня marca března "
    "mart μαρτίου במרץ מרץ "
    "martie március مارچ ožujka marts martā kovo märts",
    "april apr avril abril abr aprile نيسان أبريل ابريل آوریل апреля апрель квітня kwietnia dubna "
    "nisan απριλίου באפריל אפריל "
    "aprilie април április اپریل travnja aprīlis aprīlī balandžio aprill",
    "may mai mayo maggio maio mei maj مايو أيار مه мая май травня maja května mayıs μαΐου μαίου "
    "במאי מאי "
    "május مئی svibnja maijs maijā gegužės",
    "june jun juni juin junio giugno junho يونيو حزيران ژوئن июня июнь червня czerwca června "
    "haziran ιουνίου ביוני יוני "
    "iunie юни június جون lipnja jūnijs jūnijā birželio juuni",
    "july jul juli juillet julio luglio julho يوليو تموز ژوئیه июля июль липня lipca července "
    "temmuz ιουλίου ביולי יולי "
    "iulie юли július جولائی srpnja jūlijs jūlijā liepos juuli",
    "august aug août aout agosto augustus augusti أغسطس آب اوت августа август серпня sierpnia "
    "srpna ağustos αυγούστου באוגוסט אוגוסט "
    "augusztus اگست kolovoza augusts augustā rugpjūčio اغسطس",
    "september sep sept septembre septiembre settembre setembro سبتمبر أيلول سپتامبر сентября "
    "сентябрь вересня września září eylül σεπτεμβρίου בספטמבר ספטמבר "
    "septembrie септември szeptember ستمبر rujna septembris septembrī rugsėjo",
    "october oct oktober okt octobre octubre ottobre outubro أكتوبر تشرين_الأول اکتبر октября "
    "октябрь жовтня października října ekim οκτωβρίου באוקטובר אוקטובר "
    "octombrie октомври október اکتوبر octobris oktobris oktobrī spalio oktoober اكتوبر",
    "november nov novembre noviembre novembro نوفمبر تشرين_الثاني نوامبر ноября ноябрь листопада "
    "listopadu kasım νοεμβρίου בנובמבר נובמבר "
    "noiembrie ноември نومبر studenoga novembris novembrī lapkričio",
    "december dec dezember dez décembre decembre diciembre dicembre dezembro desember ديسمبر "
    "كانون_الأول دسامبر декабря декабрь грудня grudnia prosince aralık δεκεμβρίου בדצמבר דצמבר "
    "decembrie декември دسمبر prosinca decembris decembrī gruodžio detsember",
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
_FIRST_YEAR = 1319
_LEAP = {1, 5, 9, 13, 17, 22, 26, 30}
"""Years within 33 that have a day more; this holds from 1925 until after 2080."""


def iranian_date(year: int, month: int, day: int) -> date | None:
    """A day of the calendar of Iran as a date; None where there is no such day.

    Years from 1319 to 1450 are known, which began in 1940 to 2071.
    """
    if not (_FIRST_YEAR <= year <= 1450 and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
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
