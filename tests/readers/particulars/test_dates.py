"""Dates as printed; what would have to be guessed is none."""

from __future__ import annotations

import pytest

from briefing_app.readers.particulars.dates import (
    find_date,
    is_date_line,
    iso_date,
    published_and_updated,
    unsure_date,
    with_full_year,
)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("January 6, 2020", "2020-01-06"),
        ("Monday, Jan. 6, 2020", "2020-01-06"),
        ("6 January 2020", "2020-01-06"),
        ("the 6th of January 2020", "2020-01-06"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("6. Januar 2020", "2020-01-06"),
        ("lundi 6 janvier 2020", "2020-01-06"),
        ("6 de enero de 2020", "2020-01-06"),
        ("٦ يناير ٢٠٢٠", "2020-01-06"),
        ("6 كانون الثاني 2020", "2020-01-06"),
        ("2020-01-06", "2020-01-06"),
        ("2020/01/06", "2020-01-06"),
        ("06.01.2020", "2020-01-06"),
        ("13/1/2020", "2020-01-13"),
        ("1/13/2020", "2020-01-13"),
        ("6/6/2020", "2020-06-06"),
        ("January 6, 2020 at 2:03 PM EST", "2020-01-06T14:03:00-05:00"),
        ("6 January 2020, 14:03 GMT", "2020-01-06T14:03:00+00:00"),
        ("January 6, 2020 / 7:03 PM", "2020-01-06T19:03:00"),
        ("6. Januar 2020 9:50 PM GMT+1", "2020-01-06T21:50:00+01:00"),
        ("6 janvier 2020 14:05 UTC +05:30", "2020-01-06T14:05:00+05:30"),
        ("6 January 2020 14:03 +0330", "2020-01-06T14:03:00+03:30"),
        ("6 maart 2020", "2020-03-06"),
        ("6 augustus 2020", "2020-08-06"),
        ("6 января 2020 г.", "2020-01-06"),
        ("6 stycznia 2020", "2020-01-06"),
        ("6 Ocak 2020", "2020-01-06"),
        ("6 desember 2020", "2020-12-06"),
        ("6 בינואר 2020", "2020-01-06"),
        ("6 Ιανουαρίου 2020", "2020-01-06"),
        ("2020年1月6日", "2020-01-06"),
        ("2020 年 1 月 6 日", "2020-01-06"),
        ("2020년 1월 6일", "2020-01-06"),
    ],
)
def test_a_full_date_is_found(printed: str, expected: str) -> None:
    assert find_date(f"Published {printed}") == expected


@pytest.mark.parametrize(
    "printed",
    ["3/4/2020", "January 2020", "Monday", "Jan. 6", "2020", "©2020", "1 of 10", "May",
     "February 30, 2020", "32 January 2020", "yesterday", "9/11", "12020-01-061"],
)  # fmt: skip
def test_what_would_have_to_be_guessed_is_no_date(printed: str) -> None:
    assert find_date(f"It was {printed}") == ""


def test_the_first_of_several_dates_counts() -> None:
    assert find_date("On 6 January 2020, after December 27, 2019") == "2020-01-06"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2020-01-06", "2020-01-06"),
        ("2020 Jan 6", "2020-01-06"),
        ("2020-01-06T14:03:00Z", "2020-01-06T14:03:00+00:00"),
        ("2020-01-06T14:03:00.123+01:00", "2020-01-06T14:03:00+01:00"),
        ("2020-01-06 14:03", "2020-01-06T14:03:00"),
        ("Mon, 6 Jan 2020 14:03:00 +0100", "2020-01-06T14:03:00+01:00"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_date_field_is_taken_with_its_zone(stated: str, expected: str) -> None:
    assert iso_date(stated) == expected


def test_a_date_line_is_a_date_and_little_else() -> None:
    assert is_date_line("Published: January 6, 2020 at 14:03 GMT")
    assert not is_date_line("The strike of January 3, 2020 changed the debate within the alliance.")
    assert not is_date_line("Published today")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("January 6, 2020", ("2020-01-06", "")),
        ("Published 6 Jan 2020, updated 7 Jan 2020", ("2020-01-06", "2020-01-07")),
        ("Updated 7 Jan 2020 · Published 6 Jan 2020", ("2020-01-06", "2020-01-07")),
        ("6 January 2020, updated 3.15 p.m. CET", ("2020-01-06", "2020-01-06T15:15:00+01:00")),
        ("Aktualisiert am 7. Januar 2020, 14:03 MEZ", ("", "2020-01-07T14:03:00+01:00")),
        ("Mis à jour le 7 janvier 2020", ("", "2020-01-07")),
        ("Updated 3.15 p.m.", ("", "")),
        ("no date at all", ("", "")),
    ],
)
def test_publication_and_update_are_told_apart(text: str, dates: tuple[str, str]) -> None:
    assert published_and_updated(text) == dates


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("3/4/2020", "2020-04-03", "2020-03-04"),
        ("03-04-2020", "2020-04-03", "2020-03-04"),
        ("13/4/2020", "", ""),
        ("5/5/2020", "", ""),
        ("2020-04-03", "", ""),
        ("no date", "", ""),
    ],
)
def test_only_dates_that_can_be_read_two_ways_are_unsure(
    text: str, day_first: str, month_first: str
) -> None:
    assert unsure_date(text, month_first=False) == day_first
    assert unsure_date(text, month_first=True) == month_first


def test_a_line_that_says_whose_words_those_above_are_is_no_date_line() -> None:
    assert not is_date_line("— Jane Doe, Brussels, January 6, 2020")


@pytest.mark.parametrize(
    ("text", "time"),
    [("٤ يناير ٢٠٢٠ 3:12 م", "15:12"), ("4 يناير 2020 3:12 ص", "03:12"),
     ("4 Ιανουαρίου 2020 3:12 μμ", "15:12"), ("4 Ιανουαρίου 2020 3:12 π.μ.", "03:12")],
)  # fmt: skip
def test_before_and_after_noon_is_told_in_arabic_and_greek(text: str, time: str) -> None:
    assert find_date(text) == f"2020-01-04T{time}:00"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("الجمعة 3 يناير/كانون الثاني 2020", "2020-01-03"),
        ("3 كانون الثاني/يناير 2020 - 18:02", "2020-01-03T18:02:00"),
        ("٣ يناير ٢٠٢٠ الساعة ١٨:٠٢", "2020-01-03T18:02:00"),
        ("جمعه ۱۳ دی ۱۳۹۸ - ۱۸:۰۲", "2020-01-03T18:02:00"),
        ("۱۳ دی ۱۳۹۸ ساعت ۱۸:۰۲", "2020-01-03T18:02:00"),
        ("۱۳۹۸/۱۰/۱۳", "2020-01-03"),
        ("13 جدی 1398", "2020-01-03"),
        ("2020年1月3日 18時02分", "2020-01-03T18:02:00"),
        ("2020-01-03 下午6:02", "2020-01-03T18:02:00"),
        ("2020년 1월 3일 오후 6:02", "2020-01-03T18:02:00"),
        ("2020. 1. 3.", "2020-01-03"),
        ("2020. január 3. 18:02", "2020-01-03T18:02:00"),
        ("3 Ocak 2020 Cuma 18:02", "2020-01-03T18:02:00"),
        ("3 января 2020 г. 18:02", "2020-01-03T18:02:00"),
        ("3 janvier 2020 à 18 h 02", "2020-01-03T18:02:00"),
        ("3 de janeiro de 2020 às 18:02", "2020-01-03T18:02:00"),
        ("3 January 2020 18:02 (UTC+3)", "2020-01-03T18:02:00+03:00"),
        ("3-Jan-2020", "2020-01-03"),
        ("3 ianuarie 2020", "2020-01-03"),
        ("3 дек 1398", ""),
        ("3/10/1398", ""),
    ],
)
def test_dates_of_many_countries_are_read(text: str, iso: str) -> None:
    assert find_date(text) == iso


def test_a_sentence_of_signs_with_a_date_in_it_is_no_date_line() -> None:
    assert is_date_line("2020年1月3日 18:02 来源：北方社")
    assert not is_date_line("2020年1月3日，联盟在布鲁塞尔举行了会议。")


def test_an_arabic_page_tells_when_it_was_changed() -> None:
    line = "3 يناير/كانون الثاني 2020، آخر تحديث 14:00 (GMT+0300)"
    assert published_and_updated(line) == ("2020-01-03", "2020-01-03T14:00:00+03:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二〇二〇年一月六日", "2020-01-06"),
        ("二零二零年十一月二十六日 下午3:04", "2020-11-26T15:04:00"),
        ("令和2年1月6日", "2020-01-06"),
        ("令和元年十二月廿五日", "2019-12-25"),
        ("民國109年1月6日", "2020-01-06"),
        ("๖ มกราคม ๒๕๖๓", "2020-01-06"),
        ("วันจันทร์ที่ 6 มกราคม พ.ศ. 2563 เวลา 14.32", "2020-01-06T14:32:00"),
        ("6 ม.ค. 2563", "2020-01-06"),
        ("6 tháng 1 năm 2020", "2020-01-06"),
        ("6 Tem 2020", "2020-07-06"),
        ("6 जनवरी 2020", "2020-01-06"),
        ("6 января 2020 г., 14:32", "2020-01-06T14:32:00"),
    ],
)
def test_dates_in_the_years_and_numbers_of_other_countries(text: str, expected: str) -> None:
    assert find_date(text) == expected


@pytest.mark.parametrize("text", ["1441/5/11", "۱۴۴۱/۵/۱۱", "11 Jumada al-Awwal 1441"])
def test_a_year_of_the_hijra_is_not_read_as_one_of_iran(text: str) -> None:
    assert find_date(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("January 06, 2020 09:32 ET (14:32 GMT)", "2020-01-06T09:32:00-05:00"),
        ("July 6, 2020 11:32 p.m. ET (0332 GMT)", "2020-07-06T23:32:00-04:00"),
        ("6 January 2020 09:32 ET (14:01 GMT)", "2020-01-06T09:32:00"),
    ],
)
def test_the_time_in_gmt_beside_it_tells_the_zone(text: str, expected: str) -> None:
    assert find_date(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Updated 3 hours ago", "yesterday", "Yesterday, 14:32", "vor 3 Stunden", "il y a 2 heures",
     "hace 3 horas", "gestern, 14:32 Uhr", "قبل 3 ساعات", "3時間前", "Mon 6 Jan"],
)  # fmt: skip
def test_how_long_ago_it_was_is_no_date(text: str) -> None:
    assert find_date(text) == ""
    assert published_and_updated(text) == ("", "")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("9:04 AM EST, Mon January 6, 2020", "2020-01-06T09:04:00-05:00"),
        ("3:14 PM · Jan 6, 2020", "2020-01-06T15:14:00"),
        ("at 21:04 on Monday, January 6, 2020", "2020-01-06T21:04:00"),
        ("10 of 12: January 6, 2020", "2020-01-06"),
        ("at 21:04 they left; on January 6, 2020 they came", "2020-01-06"),
    ],
)
def test_the_time_may_stand_before_the_date(printed: str, expected: str) -> None:
    assert find_date(printed) == expected


def test_a_line_with_both_dates_is_long() -> None:
    line = "Published 5:12 PM EST, Sun January 5, 2020 | Updated 9:04 AM EST, Mon January 6, 2020"
    assert is_date_line(line)
    assert published_and_updated(line) == (
        "2020-01-05T17:12:00-05:00", "2020-01-06T09:04:00-05:00",
    )  # fmt: skip


@pytest.mark.parametrize("printed", ["۱۶ دی‌ماه ۱۳۹۸", "16 دی ماه 1398", "16 دیماه 1398"])
def test_persian_says_month_behind_its_name(printed: str) -> None:
    assert find_date(printed) == "2020-01-06"


def test_years_of_another_calendar_are_none_of_ours() -> None:
    assert iso_date("1398-10-16T11:40:00") == "2020-01-06T11:40:00"
    assert iso_date("1441-05-11") == ""
    assert iso_date("2563-01-06") == ""
    assert unsure_date("11/05/1441", month_first=False) == ""
    assert unsure_date("16/10/1398", month_first=False) == "2020-01-06"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("06.01.20, 09:12 Uhr", "06.01.2020, 09:12 Uhr"),
        ("Mo., 06.01.20", "Mo., 06.01.2020"),
        ("1/6/20 9:42 AM", "1/6/2020 9:42 AM"),
        ("Version 1.2.20", ""),
        ("21.12.19 Punkte im Spiel", ""),
        ("10.10.10.10", ""),
        ("06.01.2020", ""),
    ],
)
def test_a_year_in_two_figures_is_one_in_a_line_of_its_own(line: str, expected: str) -> None:
    assert with_full_year(line) == expected


def test_french_says_when_a_text_was_changed() -> None:
    line = "Publié le 06 janvier 2020 à 12h03, modifié le 07 janvier 2020 à 08h15"
    assert published_and_updated(line) == ("2020-01-06T12:03:00", "2020-01-07T08:15:00")
