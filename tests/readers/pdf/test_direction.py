"""Lines from right to left: the order of letters comes from where they stand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing_app.readers.pdf.direction import (
    Letter,
    has_right_to_left,
    logical_text,
    numbered,
    parted,
)


def placed(seen: str, width: float = 5.0) -> list[Letter]:
    """Letters as a reader sees them from the left, blanks being gaps."""
    return [
        Letter(letter, place * width, (place + 1) * width)
        for place, letter in enumerate(seen)
        if letter != " "
    ]


def test_scripts_from_right_to_left_are_known() -> None:
    assert has_right_to_left("NATO قال")
    assert has_right_to_left("שלום")
    assert not has_right_to_left("Überraschung, naïve – 12 %")


@pytest.mark.parametrize(
    ("seen", "text"),
    [
        ("لاق", "قال"),
        ("لاق NATO نإ", "إن NATO قال"),
        ("لاق NATO Chief نإ", "إن NATO Chief قال"),
        ("2020 رياني 6 يف", "في 6 يناير 2020"),
        ("تاوقلا نم %12.5", "12.5% من القوات"),
        ("لاق )NATO( نإ", "إن (NATO) قال"),
        ("لاق (NATO) نإ", "إن (NATO) قال"),
        ("»ابيرق دوعنس«", "«سنعود قريبا»"),
        ("«ابيرق دوعنس»", "«سنعود قريبا»"),
        ("םיזוחא 12.5%", "12.5% אחוזים"),
        ("06-01-2020 موي", "يوم 2020-01-06"),
        ("12:30 ةعاس", "ساعة 12:30"),
        ("500-כ הנומ", "מונה כ-500"),
        ("2020 ראוניב 5-ב", "ב-5 בינואר 2020"),
        ("«.بيرق دوعن", "نعود قريب.»"),
        ("»...دوعن«", "«نعود...»"),
        ("“דעצנ” ורמא", "אמרו “נצעד”"),
        ("COVID-19 (F-16) اب", "با COVID-19 (F-16)"),
    ],
)
def test_a_line_is_put_into_the_order_in_which_it_is_read(seen: str, text: str) -> None:
    assert logical_text(placed(seen), 10) == text


@pytest.mark.parametrize("shuffled", [slice(None), slice(None, None, -1)])
def test_the_order_in_which_letters_were_drawn_does_not_matter(shuffled: slice) -> None:
    assert logical_text(placed("لاق NATO نإ")[shuffled], 10) == "إن NATO قال"


@pytest.mark.parametrize("pair", ["لأ", "أل"])
def test_a_ligature_keeps_its_letters_in_order(pair: Sequence[str]) -> None:
    letters = [Letter("ا", 30, 33), *(Letter(letter, 20, 30) for letter in pair)]
    assert logical_text(letters, 10) == "الأ"


def test_a_mark_goes_with_the_letter_that_it_stands_on() -> None:
    letters = [Letter("ا", 220, 224), Letter("،", 217, 220), Letter("\u064b", 219.9, 223.9)]
    assert logical_text(letters, 10) == "اً،"


def test_a_wide_gap_parts_columns_unless_all_gaps_are_wide() -> None:
    letters = placed("باب باب باب        باب باب باب")
    assert [len(part) for part in parted(letters, 7)] == [9, 9]
    letters = placed("باب   باب   باب   باب")
    assert [len(part) for part in parted(letters, 7)] == [12]


def _from_the_right(text: str, gaps: dict[int, float]) -> list[Letter]:
    """Letters as files hold them, 5 points wide; `gaps`: before letters, in points."""
    letters: list[Letter] = []
    left = 200.0
    for place, letter in enumerate(text):
        left -= 5 + gaps.get(place, 0)
        letters.append(Letter(letter, left, left + 5))
    return letters


def test_a_gap_within_a_word_of_the_file_is_no_space() -> None:
    letters = _from_the_right("في الساعة", {7: 2})
    assert logical_text(numbered(letters), 10) == "في الساعة"
    assert logical_text(letters, 10) == "في السا عة"


def test_files_without_blanks_have_them_where_the_gaps_are() -> None:
    letters = _from_the_right("فيالساعةالعاشرةصباحا", {2: 2, 8: 2, 15: 2})
    assert logical_text(numbered(letters), 10) == "في الساعة العاشرة صباحا"


def test_letters_of_persian_that_do_not_join_have_a_half_space() -> None:
    letters = _from_the_right("او میگوید", {5: 0.8, 7: 0.8})
    assert logical_text(numbered(letters), 10) == "او می\u200cگوید"
    arabic = _from_the_right("او ميكون", {5: 0.8})
    assert logical_text(numbered(arabic), 10) == "او ميكون"
