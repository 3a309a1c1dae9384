"""Fonts and languages of words by their letters."""

from __future__ import annotations

import pytest

from briefing_app.memo import scripts
from briefing_app.memo.scripts import by_script, is_latin


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("The ministry’s line", [("The ministry’s line", False)]),
        ("美国（US）没有“回应”", [("美国（US）没有“回应”", True)]),
        ("„水是责任“", [("„", False), ("水是责任", True), ("“", False)]),
        ("« 水 »", [("« ", False), ("水", True), (" »", False)]),
        ("in Beijing 北京 and Tokyo 東京。", [("in Beijing ", False), ("北京", True),
                                     (" and Tokyo ", False), ("東京。", True)]),
        ("Wang Hsiao-ming (王 小明), minister", [("Wang Hsiao-ming (", False), ("王 小明", True),
                                            ("), minister", False)]),
    ],
)  # fmt: skip
def test_stretches_of_one_kind_of_letters(text: str, stretches: list[tuple[str, bool]]) -> None:
    assert list(by_script(text)) == stretches


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("大坝关闭", "zh", "zh-CN"), ("大壩關閉，國會說", "zh", "zh-TW"),
        ("大坝", "zh-Hans", "zh-CN"),
        ("大坝", "zh-Hant-HK", "zh-TW"), ("大坝", "zh-HK", "zh-HK"), ("大坝", "zh-cn", "zh-CN"),
        ("会談", "ja", "ja-JP"), ("会談", "", "zh-CN"), ("会談は", "", "ja-JP"),
        ("댐", "en", "ko-KR"),
    ],
)  # fmt: skip
def test_eastern_words_are_named_as_word_names_them(text: str, language: str, named: str) -> None:
    assert scripts.tag(text, language, right=False, eastern=True) == named


@pytest.mark.parametrize(
    ("text", "language", "right", "named"),
    [
        ("سد", "", True, "ar-SA"), ("سد", "fa", True, "fa-IR"), ("گچ", "de", True, "fa-IR"),
        ("NATO", "fa", False, ""), ("NATO", "ja", False, ""), ("Haus", "de", False, "de-DE"),
        ("Haus", "de-AT", False, "de-AT"), ("Sana", "fi", False, "fi"), ("Haus", "", False, ""),
    ],
)  # fmt: skip
def test_a_language_counts_for_words_in_its_letters(
    text: str, language: str, right: bool, named: str
) -> None:
    assert scripts.tag(text, language, right=right, eastern=False) == named


@pytest.mark.parametrize(
    ("text", "latin"), [("Żółć “ok”", True), ("Đặng", True), ("Путин", False), ("北京", False)]
)
def test_latin_letters_with_signs_are_latin(text: str, latin: bool) -> None:
    assert is_latin(text) is latin
