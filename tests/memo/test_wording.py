"""Marks, stops, lead words and spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.memo.integrity import difference
from briefing_app.memo.wording import (
    LEFT_TO_RIGHT,
    bare_quote,
    closed_off,
    hold_together,
    is_right_to_left,
    lead,
    opening,
    quoted,
    sentence,
    stopped,
)

MONTHS = ("January", "March", "May", "September", "December")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("We stay", "“We stay”"),
        ("“We stay”", "“We stay”"),
        ('"We stay"', "“We stay”"),
        ("«We stay»", "“We stay”"),
        ("‘We don’t stay’", "“We don’t stay”"),
        ("“We stay,”", "“We stay”"),
        ("We stay,", "“We stay”"),
        ("“We stay here,”", "“We stay here.”"),
        ("We stay here,", "“We stay here.”"),
        ("“we stay here,”", "“we stay here”"),
        ("“We stay.”", "“We stay.”"),
        ("“We,” he said, “stay.”", "“We,” he said, “stay.”"),
        ("He calls it “flimsy”", "He calls it “flimsy”"),
        ("‘We’ and ‘they’", "“‘We’ and ‘they’”"),
        ("  We stay \n", "“We stay”"),
        ("هراس بی‌جا است", "«هراس بی‌جا است»"),
        ("“هراس بی‌جا است”", "“هراس بی‌جا است”"),
        ("«هراس بی‌جا است»،", "«هراس بی‌جا است»،"),
        ("", "“”"),
    ],
)
def test_a_quote_stands_in_one_pair_of_marks(text: str, printed: str) -> None:
    assert quoted(text) == printed


def test_setting_the_marks_twice_changes_nothing_more() -> None:
    for text in ("We stay", '"We stay,"', "“A,” he said, “b”", "‘It isn’t so’"):
        assert quoted(quoted(text)) == quoted(text)


@given(st.text(alphabet="ab ,.“”‘’\"'[]…é«»", max_size=30))
def test_marks_never_change_the_words(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(c for c in words if c.isalpha())

    assert letters(quoted(text)) == letters(text)
    assert letters(bare_quote(text)) == letters(text)
    if any(c.isalpha() for c in text.split("[")[0]):
        assert difference(quoted(text), text) == difference(text, text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("prices have doubled", "Prices have doubled."),
        ("Prices have doubled.", "Prices have doubled."),
        ("Have prices doubled?", "Have prices doubled?"),
        ("it said “no comment.”", "It said “no comment.”"),
        ("it said “no comment”", "It said “no comment”."),
        ("the first, the second,", "The first, the second."),
        ("5 ships left", "5 ships left."),
        (" ", ""),
    ],
)
def test_a_fact_becomes_a_sentence(text: str, printed: str) -> None:
    assert sentence(text) == printed


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Baghdad: whether it asks.", "Baghdad:"),
        ("The supreme leader: no talks.", "The supreme leader:"),
        ("Bagdad : si le parlement vote.", "Bagdad :"),
        ("Bagdad\u00a0: si le parlement vote.", "Bagdad\u00a0:"),
        ("À 10 : le vote.", ""),
        ("One two three four five: six.", ""),
        ("At 10: the vote.", ""),
        ("At 10:30 the vote.", ""),
        ("Nothing follows:", ""),
        ("No colon here.", ""),
    ],
)
def test_a_short_phrase_before_a_colon_leads(text: str, head: str) -> None:
    found, rest = lead(text)
    assert found == head
    assert " ".join(filter(None, (found, rest))) == text


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Baghdad: whether it asks.", "Baghdad:"),
        ("Strike. A drone killed the commander on Friday.", "Strike."),
        (
            "Why the mission stopped. One gives “risks”; the other a vote.",
            "Why the mission stopped.",
        ),
        ("Is the treaty broken? That is for the commission to say.", "Is the treaty broken?"),
        ("It is over. Nobody expects another strike this year.", ""),
        ("Nobody came. The hall stayed empty until the evening.", ""),
        ("Talks failed. We left.", ""),
        ("Gen. Smith spoke to the committee for an hour.", ""),
        ("The U.S. Navy sent two ships to the island.", ""),
        ("Am 3. März schloss Korvia vier von sechs Toren.", ""),
        ("The minister said that it was over. Nobody believed him at all that day.", ""),
        ("Strike. and then nothing more was ever heard of it.", ""),
        ("One sentence alone.", ""),
        ("", ""),
    ],
)
def test_a_few_words_of_the_drafter_lead_what_they_open(text: str, head: str) -> None:
    found, rest = opening(text, ("it", "nobody"))
    assert found == head
    assert " ".join(filter(None, (found, rest))) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("“no comment”", "“no comment”."),
        ("“no comment.”", "“no comment.”"),
        ("« rien.\u00a0»", "« rien.\u00a0»"),
        ("„nichts.“", "„nichts.“"),
        ("told,", "told."),
    ],
)
def test_a_stop_is_set_only_where_there_is_none(text: str, printed: str) -> None:
    assert stopped(text) == printed


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("on 6 January 2020", "on 6~January~2020"),
        ("after Sept. 11, 2001", "after Sept.~11, 2001"),
        ("am 3. January", "am 3.~January"),
        ("January 6 was", "January~6 was"),
        ("by 9 Dec.", "by 9~Dec."),
        ("the 5 Mayors", "the 5 Mayors"),
        ("may 5 of us", "may 5 of us"),
        ("Article 5 and para. 3", "Article~5 and para.~3"),
        ("Article in Reuters", "Article in Reuters"),
    ],
)
def test_dates_and_articles_are_held_together(text: str, held: str) -> None:
    assert hold_together(text, MONTHS) == held.replace("~", "\u00a0")


def test_direction_is_that_of_the_first_letter() -> None:
    assert is_right_to_left("«هراس» in Tehran")
    assert not is_right_to_left("12 Tehran هراس")
    assert not is_right_to_left("12, ")


def test_only_right_to_left_words_are_closed_off() -> None:
    assert closed_off("پیک شمال") == f"پیک شمال{LEFT_TO_RIGHT}"
    assert closed_off("Reuters") == "Reuters"


@pytest.mark.parametrize(
    ("text", "printed"),
    [("局势没有改变", "局势没有改变。"), ("局势没有改变。", "局势没有改变。"),
     ("댐을 닫았다", "댐을 닫았다."),
     ("他说（北京）", "他说（北京）。"), ("等待，", "等待。")],
)  # fmt: skip
def test_a_chinese_sentence_ends_in_its_own_full_stop(text: str, printed: str) -> None:
    assert sentence(text) == printed


def test_quotes_lose_the_comma_of_any_script_and_hebrew_has_its_own_marks() -> None:
    assert quoted("「我們不會讓步，」") == "“我們不會讓步”"
    assert quoted('"לא נסבול"') == "”לא נסבול”"
