"""Which lines of plain mail are one paragraph."""

from __future__ import annotations

import pytest

from briefing_app.readers.mail.wrapping import paragraphs_of

RAGGED = [
    "The alliance has stopped training soldiers in Iraq, its spokesman told",
    "reporters on Saturday. Ambassadors will hear in Brussels what the",
    "strike near the airport was about, and how long it will last.",
]


def test_lines_that_a_mail_program_broke_are_one_paragraph() -> None:
    assert paragraphs_of(RAGGED) == [" ".join(RAGGED)]


def test_an_empty_line_ends_a_paragraph_and_one_long_line_does_not_matter() -> None:
    long = "Notice of the ministry: " + "word " * 40
    assert paragraphs_of([*RAGGED, "", *RAGGED, "", long]) == [
        " ".join(RAGGED), " ".join(RAGGED), long,
    ]  # fmt: skip


def test_lines_of_lists_addresses_and_headlines_stay_lines() -> None:
    lines = [
        "- Ambassadors meet in Brussels on Monday, and the ministers on Friday",
        "- Training goes on in Jordan for those who have left Baghdad already",
        "", "Meridian Wire", "Rue Haute 4", "1000 Brussels", "",
        "Iraq: training halted", "Iran: talks go on", "", *RAGGED,
    ]  # fmt: skip
    assert paragraphs_of(lines) == [*filter(None, lines[:10]), " ".join(RAGGED)]


def test_text_whose_lines_were_not_broken_is_left_alone() -> None:
    lines = [line * 3 for line in RAGGED] + ["and a short line below it"]
    assert paragraphs_of(lines) == lines


def test_chinese_and_japanese_lines_are_joined_without_a_space() -> None:
    lines = ["北约发言人星期六在布鲁塞尔说联盟已经暂停在伊拉克的训练任务因为安全",
             "局势不明朗大使们将于星期一开会讨论今后的步骤并听取关于空袭的通报情",
             "况。"]  # fmt: skip
    assert paragraphs_of(lines) == ["".join(lines)]


def test_arabic_lines_are_joined() -> None:
    lines = ["أعلن المتحدث باسم الحلف يوم السبت في بروكسل أن التدريب في العراق قد",
             "توقف إلى حين، وأن السفراء سيجتمعون يوم الاثنين للاستماع إلى ما جرى"]  # fmt: skip
    assert paragraphs_of([*lines, "", *lines]) == [" ".join(lines)] * 2


@pytest.mark.parametrize("lines", [[], [""], ["one"], ["", "one", "", "", "two", ""]])
def test_a_few_words_are_paragraphs_as_they_stand(lines: list[str]) -> None:
    assert paragraphs_of(lines) == [line for line in lines if line]


def test_a_word_with_a_hyphen_at_the_end_of_a_line_gets_no_space() -> None:
    lines = ["The mission of the alliance is a non-combat one, and it is a long-",
             "term one, as its spokesman said in Brussels on Saturday evening to",
             "reporters."]  # fmt: skip
    assert "long-term one" in paragraphs_of(lines)[0]


def test_an_endless_paragraph_is_joined_in_one_go() -> None:
    assert len(paragraphs_of(RAGGED[:2] * 10_000)) == 1


def test_items_without_marks_are_not_joined() -> None:
    items = [
        "Meridian: two battalions and a company of engineers in reserve",
        "Norland: one battalion",
        "Estmark: two battalions, of which one stays in the country",
        "Suderland: one company",
    ]
    assert paragraphs_of(items) == items
    assert paragraphs_of([*RAGGED, "", *items]) == [" ".join(RAGGED), *items]
